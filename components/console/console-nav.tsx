"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

const isCurrent = (href: string, path: string) => path === href || (href !== "/console" && path.startsWith(`${href}/`));

/** Moves the row alone: the page stays where its reader left it. */
function bringIntoSight(link: HTMLAnchorElement | null): void {
  const row = link?.closest("nav");
  if (link && row) row.scrollLeft = link.offsetLeft - row.clientWidth / 3;
}

/** The console's own pages in one row that scrolls sideways where it is narrow, to the one that is shown. */
export function ConsoleNav({ label, entries }: { label: string; entries: { href: string; label: string }[] }) {
  const path = usePathname();
  return (
    <nav className="relative mb-8 max-w-full overflow-x-auto" aria-label={label}>
      <div className="seg max-w-none!">
        {entries.map(({ href, label: text }) => {
          const current = isCurrent(href, path);
          return (
            <Link
              key={href}
              href={href}
              ref={current ? bringIntoSight : undefined}
              aria-current={current ? "page" : undefined}
            >
              {text}
            </Link>
          );
        })}
      </div>
    </nav>
  );
}
