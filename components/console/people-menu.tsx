"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import * as Menu from "radix-ui/dropdown-menu";
import { useRef } from "react";
import type { Person } from "@/lib/contracts/people";

/** What can be done with one row. What it leads to begins when the menu has closed, so that the focus finds its way back. */
export function PersonMenu({
  person,
  oneself,
  onSwitch,
  onRemove,
}: {
  person: Person;
  oneself: boolean;
  onSwitch: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations("people");
  const chosen = useRef<(() => void) | null>(null);
  const item = (label: string, work: () => void, danger = false) => (
    <Menu.Item
      className={danger ? "item text-missed" : "item"}
      onSelect={() => {
        chosen.current = work;
      }}
    >
      {label}
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger className="btn icon" aria-label={t("menu", { name: person.name })}>
        <Ellipsis aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          className="menu"
          align="end"
          sideOffset={4}
          onCloseAutoFocus={() => {
            chosen.current?.();
            chosen.current = null;
          }}
        >
          <Menu.Item className="item" asChild>
            <Link href={`/console/people/${person.id}`}>{t("open")}</Link>
          </Menu.Item>
          {!oneself && item(t(person.state === "disabled" ? "enable" : "disable"), onSwitch)}
          {!oneself && item(t("remove"), onRemove, true)}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
