"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const isCurrent = (href: string, path: string) => path === href || (href !== "/console" && path.startsWith(`${href}/`));

/** The console's own pages in one row that scrolls sideways where it is narrow. */
export function ConsoleNav({ label, entries }: { label: string; entries: { href: string; label: string }[] }) {
  const path = usePathname();
  return (
    <nav className="mb-8 max-w-full overflow-x-auto" aria-label={label}>
      <div className="seg">
        {entries.map(({ href, label: text }) => (
          <Link key={href} href={href} aria-current={isCurrent(href, path) ? "page" : undefined}>
            {text}
          </Link>
        ))}
      </div>
    </nav>
  );
}
