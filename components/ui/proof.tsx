import { Fragment, type ReactNode } from "react";

interface Stretch {
  start: number;
  end: number;
}

/** Merges overlapping spans and drops what lies outside the text, so that marks never nest. */
export function mergeSpans(text: string, spans: Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < 0 || span.end > text.length || span.end <= span.start) continue;
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** The text with its verified spans under the marker. */
export function Proof({ text, spans, quiet }: { text: string; spans: Stretch[]; quiet?: boolean }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of mergeSpans(text, spans)) {
    const before = text.slice(at, start);
    parts.push(
      <Fragment key={start}>
        {before && (quiet ? <span className="ctx">{before}</span> : before)}
        <mark className="proof">{text.slice(start, end)}</mark>
      </Fragment>,
    );
    at = end;
  }
  const rest = text.slice(at);
  return (
    <>
      {parts}
      {rest && (quiet ? <span className="ctx">{rest}</span> : rest)}
    </>
  );
}
