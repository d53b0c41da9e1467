const hasControl = (text: string) => [...text].some((char) => char.charCodeAt(0) < 32);

/** A path of our own to come back to after sign-in; anything that could lead elsewhere becomes the home page. */
export function safeReturnPath(given: string | null | undefined): string {
  if (!given?.startsWith("/") || given.startsWith("//") || given.includes("\\") || hasControl(given)) return "/";
  return given.startsWith("/api/") || given.startsWith("/sign-in") ? "/" : given;
}
