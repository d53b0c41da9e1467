"use client";

import { House, MessageSquare, ScrollText, SquareTerminal, User } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";

export interface NavEntry {
  href: "/" | "/practice" | "/history" | "/settings" | "/console";
  label: string;
}

const icons = {
  "/": House,
  "/practice": MessageSquare,
  "/history": ScrollText,
  "/settings": User,
  "/console": SquareTerminal,
};

/** Pages below an entry light it up: a debrief belongs to the talks. */
function isCurrent(href: string, path: string): boolean {
  if (href === "/") return path === "/";
  if (href === "/history" && path.startsWith("/debrief")) return true;
  return path === href || path.startsWith(`${href}/`);
}

export function TopNav({ label, entries }: { label: string; entries: NavEntry[] }) {
  const path = usePathname();
  return (
    <nav className="tnav" aria-label={label}>
      {entries.map((entry) => (
        <Link key={entry.href} href={entry.href} aria-current={isCurrent(entry.href, path) ? "page" : undefined}>
          {entry.label}
        </Link>
      ))}
    </nav>
  );
}

export function BottomNav({ label, entries }: { label: string; entries: NavEntry[] }) {
  const path = usePathname();
  return (
    <nav className="bnav no-print" aria-label={label}>
      {entries.map((entry) => {
        const Icon = icons[entry.href];
        return (
          <Link key={entry.href} href={entry.href} aria-current={isCurrent(entry.href, path) ? "page" : undefined}>
            <Icon className="ico" aria-hidden="true" />
            {entry.label}
          </Link>
        );
      })}
    </nav>
  );
}
