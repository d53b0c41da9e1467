import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import type { PathKind } from "./paths";

const reading = ["GET", "HEAD", "OPTIONS"];
const changing = ["POST", "PUT", "PATCH", "DELETE"];
/** What may be asked in which way. A page is read, or posted to by its forms. */
const methods: Record<PathKind, string[]> = {
  page: ["GET", "HEAD", "POST"],
  public_page: ["GET", "HEAD", "POST"],
  api: [...reading, ...changing],
  open_api: [...reading, ...changing],
  scim: ["GET", "HEAD", ...changing],
  asset: ["GET", "HEAD"],
};

/** Largest body of a form of our own pages, as next.config.ts tells the framework. */
const formBytes = 262_144;

function largestBody(kind: PathKind): number {
  return kind === "page" || kind === "public_page" ? formBytes : env().maxBodyBytes;
}

/** Refuses a method that nothing behind takes and a body whose declared length is too large. Throws both as `AppError`. */
export function checkShape(request: Request, kind: PathKind): void {
  if (!methods[kind].includes(request.method))
    throw new AppError("method_not_allowed", { headers: { allow: methods[kind].join(", ") } });
  const declared = request.headers.get("content-length");
  if (declared !== null && !(Number(declared) <= largestBody(kind))) throw new AppError("body_too_large");
}

/**
 * Counts the body of a request that declares no length, before anything behind sees it. Whoever declares one is held to it by
 * the server. Throws `body_too_large`.
 */
export async function countBody(request: Request, kind: PathKind): Promise<void> {
  if (request.headers.has("content-length") || !request.body) return;
  const reader = request.body.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size <= largestBody(kind)) continue;
    await reader.cancel();
    throw new AppError("body_too_large");
  }
}
