const tints = [
  "bg-buyer-a text-on-buyer-a",
  "bg-buyer-b text-on-buyer-b",
  "bg-buyer-c text-on-buyer-c",
  "bg-buyer-d text-on-buyer-d",
];

/** First letters of the first and last word, or the family name of a Chinese name. */
export function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return [...name.trim()][0] ?? "";
  const words = name.trim().split(/\s+/);
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

export function Monogram({ name, tint, small }: { name: string; tint: number; small?: boolean }) {
  return (
    <span className={`mono ${small ? "s" : ""} ${tints[tint] ?? tints[0]}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
