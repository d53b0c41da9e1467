const hasControl = (text: string) => [...text].some((char) => char.charCodeAt(0) < 32 || char.charCodeAt(0) === 127);

/** Of nobody, so that a path that leaves it is seen to leave. */
const nowhere = "https://nowhere.invalid";

/** The path as a browser would read it, or null for whatever could lead elsewhere. */
function ownPath(given: string): string | null {
  if (!given.startsWith("/") || given.startsWith("//") || given.includes("\\") || hasControl(given)) return null;
  if (!URL.canParse(given, nowhere)) return null;
  const { origin, pathname, search, hash } = new URL(given, nowhere);
  // dots may leave two slashes at the beginning, which is another site where it is read as a relative address
  if (origin !== nowhere || pathname.startsWith("//")) return null;
  return `${pathname}${search}${hash}`;
}

/** A path of our own to come back to after sign-in; anything that could lead elsewhere becomes the home page. */
export function safeReturnPath(given: string | null | undefined): string {
  const path = ownPath(given ?? "");
  return !path || path.startsWith("/api/") || /^\/sign-in(?:[/?#]|$)/u.test(path) ? "/" : path;
}

/** Where Auth.js may lead a browser: to a page of `base`, else to its home page. */
export function returnAddress(given: string, base: string): string {
  const own = given.startsWith(`${base}/`) ? given.slice(base.length) : given;
  return `${base}${ownPath(own) ?? "/"}`;
}
