import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/contracts/context";

/**
 * The id of what a submission makes: the same each time its sender sends it, and of nobody else, whatever they send. A
 * UUID of version 8, whose bits are the maker's own.
 */
export function idOfSubmission({ tenantId, actor }: Ctx, kind: "key" | "talk", submission: string): string {
  const hex = createHash("sha256").update(`${kind} ${tenantId} ${actor.userId} ${submission}`).digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, "$1-$2-8$3-a$4-$5");
}
