import { AppError } from "@/lib/platform/errors";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A cookie is sent by whoever makes the browser ask, so a change must come from our own origin or an allowed one.
 * Browsers always send Origin with such requests; its absence is refused too. Throws `bad_origin`.
 */
export function checkOrigin(request: Pick<Request, "method" | "headers">, allowed: string[]): void {
  if (safeMethods.has(request.method)) return;
  const origin = request.headers.get("origin");
  if (!origin || !allowed.includes(origin))
    throw new AppError("bad_origin", { detail: "Send the Origin header of an allowed site." });
}
