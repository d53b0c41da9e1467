/** A path of our own to come back to after sign-in; anything that could lead elsewhere becomes the home page. */
export function safeReturnPath(given: string | null | undefined): string {
  if (!given?.startsWith("/") || given.startsWith("//") || /[\\\u0000-\u001f]/.test(given)) return "/";
  return given.startsWith("/api/") || given.startsWith("/sign-in") ? "/" : given;
}
