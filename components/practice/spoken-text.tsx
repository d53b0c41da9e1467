import type { ReactNode } from "react";

/**
 * A reply as safe text: paragraphs, line breaks, `**bold**` and `*stress*`, nothing else. Words of a model never become
 * HTML, links or images, and a half-streamed mark stays plain until it closes.
 */
export function SpokenText({ text, tail }: { text: string; tail?: ReactNode }) {
  const paragraphs = text.split(/\n{2,}/);
  return (
    <>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          {inline(paragraph)}
          {index === paragraphs.length - 1 && tail}
        </p>
      ))}
    </>
  );
}

const mark = /\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*|(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|\n/g;

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const hit of text.matchAll(mark)) {
    parts.push(text.slice(at, hit.index));
    if (hit[1]) parts.push(<strong key={hit.index}>{hit[1]}</strong>);
    else if (hit[2]) parts.push(<em key={hit.index}>{hit[2]}</em>);
    else parts.push(<br key={hit.index} />);
    at = hit.index + hit[0].length;
  }
  parts.push(text.slice(at));
  return parts;
}
