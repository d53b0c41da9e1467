import type { ProductSheet } from "@/lib/contracts/content";
import type { ReplyRecord } from "@/lib/contracts/fidelity";
import type { ToolNote } from "@/lib/contracts/tools";

/** Tools that answer with what was published: known with what it counts, not as a bare number. */
const published = new Set(["product_sheet", "knowledge_lookup"]);

/** What the tools of a reply came to, as the buyer knew it; without what they had published. */
export function notesOf(calls: ReplyRecord["tools"] = []): ToolNote[] {
  return calls.flatMap(({ name, note }) => (note && !published.has(name) ? [{ tool: name, text: note }] : []));
}

/** What the tools of a reply found published, as passages. */
export function readBy(calls: ReplyRecord["tools"] = []): ProductSheet["passages"] {
  return calls.flatMap(({ name, note }) => (note && published.has(name) ? [{ id: name, page: 1, text: note }] : []));
}
