import { maxTextLength } from "@/lib/contracts/session";
import { AppError } from "@/lib/platform/errors";

/** What a trainee sent, trimmed: 1–4,000 UTF-16 units of well-formed Unicode. Throws `text_empty`, `text_too_long`, `invalid_text`. */
export function readTurnText(sent: string): string {
  // Half a surrogate pair cannot be stored as UTF-8, and a NUL not in Postgres: both would fail later and unclearly.
  if (!sent.isWellFormed() || sent.includes("\0")) throw new AppError("invalid_text");
  const text = sent.trim();
  if (text.length === 0) throw new AppError("text_empty");
  if (text.length > maxTextLength) throw new AppError("text_too_long");
  return text;
}
