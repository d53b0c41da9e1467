/** Does nothing. Without a file of its own here, the build would take the application's. */
export function register(): void {}
