"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

const isCurrent = (href: string, path: string) => path === href || (href !== "/console" && path.startsWith(`${href}/`));

/** The console's own pages in one row that scrolls sideways where it is narrow, to the one that is shown. */
export function ConsoleNav({ label, entries }: { label: string; entries: { href: string; label: string }[] }) {
  const path = usePathname();
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = row.current?.querySelector<HTMLElement>("[aria-current]");
    // The row alone is moved: the page stays where its reader left it.
    if (row.current && current) row.current.scrollLeft = current.offsetLeft - row.current.clientWidth / 3;
  }, [path]);
  return (
    <nav ref={row} className="relative mb-8 max-w-full overflow-x-auto" aria-label={label}>
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
