"use client";

import { useState } from "react";
import { initials } from "@/components/ui/monogram";
import type { AccountPanel, AccountProps } from "./account-panel";

const load = () => import("./account-panel");

/** The way to the account menu on every page. The menu itself is loaded when somebody reaches for it. */
export function AccountMenu(props: AccountProps) {
  const [Panel, setPanel] = useState<typeof AccountPanel | null>(null);
  if (Panel) return <Panel {...props} />;
  const open = async () => {
    const { AccountPanel: Loaded } = await load();
    setPanel(() => Loaded);
  };
  return (
    <button
      type="button"
      className="btn icon -me-2"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => void open()}
    >
      <span className="mono you s" aria-hidden="true">
        {initials(props.person.name)}
      </span>
      <span className="sr-only">{props.words.open}</span>
    </button>
  );
}
