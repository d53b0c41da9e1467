import Link from "next/link";

/** The ways to a list's first and next page; nothing where it has one page alone. */
export function PageLinks({
  label,
  first,
  next,
}: {
  label: string;
  first: { href: string; text: string } | null;
  next: { href: string; text: string } | null;
}) {
  const links = [first, next].filter((link) => link !== null);
  if (links.length === 0) return null;
  return (
    <nav className="mt-6 flex flex-wrap gap-3" aria-label={label}>
      {links.map(({ href, text }) => (
        <Link key={text} className="btn line" href={href}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
