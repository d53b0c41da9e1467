import { AppError } from "@/lib/platform/errors";

/** The weak entity tag of what was last changed then. */
export const versionOf = (changed: Date): string => `W/"${changed.getTime().toString(36)}"`;

/** Throws `precondition_failed` unless the version is among those the client holds its change against. */
export function assertVersion(ifMatch: string | null, version: string): void {
  if (ifMatch !== null && !namesVersion(ifMatch, version)) throw new AppError("precondition_failed");
}

const opaque = (tag: string) => tag.trim().replace(/^W\//u, "");

/** Whether a list of entity tags, or `*`, names a version. Compares weakly, as RFC 7644 §3.14 has it. */
export function namesVersion(tags: string, version: string): boolean {
  return tags.trim() === "*" || tags.split(",").some((tag) => opaque(tag) === opaque(version));
}
