import type { SpeakerView } from "@/lib/contracts/speaker";
import { reviewReply, type ReviewFinding } from "./rules";

/** A model that reads a whole reply. Rejects or answers null when it cannot tell. */
export type ModelReviewer = (text: string, view: SpeakerView, signal: AbortSignal) => Promise<ReviewFinding | null>;

/** Rules first; the model is asked only about what they let through, and its failure lets the reply stand. */
export async function review(
  text: string,
  view: SpeakerView,
  signal: AbortSignal,
  reviewer: ModelReviewer | null,
): Promise<{ finding: ReviewFinding | null; by: "rules" | "model" | "rules_alone" }> {
  const finding = reviewReply(text, view);
  if (finding !== null || reviewer === null) return { finding, by: "rules" };
  try {
    return { finding: await reviewer(text, view, signal), by: "model" };
  } catch (error) {
    if (signal.aborted) throw error;
    return { finding: null, by: "rules_alone" };
  }
}
