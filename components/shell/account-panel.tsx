"use client";

import { Check, LogOut, Settings } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import * as Menu from "radix-ui/dropdown-menu";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Theme } from "@/lib/contracts/preferences";
import type { Locale } from "@/lib/contracts/vocabulary";
import { initials } from "@/components/ui/monogram";
import { useAct } from "@/components/ui/use-act";

interface Choice<T extends string> {
  value: T;
  label: string;
}

interface AccountWords {
  open: string;
  settings: string;
  signOut: string;
  language: string;
  theme: string;
  /** what is told when a choice did not arrive, or was refused */
  dropped: string;
  refused: string;
}

export interface AccountActions {
  setLocale: (value: Locale) => Promise<ActionResult<null>>;
  setTheme: (value: Theme) => Promise<ActionResult<null>>;
}

function Choices<T extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: T;
  choices: Choice<T>[];
  onChoose: (value: T) => void;
}) {
  const choose = (chosen: string) => {
    const choice = choices.find((each) => each.value === chosen);
    if (choice) onChoose(choice.value);
  };
  return (
    <Menu.RadioGroup value={value} onValueChange={choose} aria-label={label}>
      <Menu.Label className="px-3 pt-2 pb-1 text-xs text-ink-3">{label}</Menu.Label>
      {choices.map((choice) => (
        <Menu.RadioItem
          key={choice.value}
          value={choice.value}
          className="item"
          lang={choice.value === "zh-CN" ? "zh-CN" : undefined}
        >
          {choice.label}
          <Menu.ItemIndicator className="tick">
            <Check className="ico s" aria-hidden="true" />
          </Menu.ItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

export interface AccountProps {
  person: { name: string; email: string; role: string };
  words: AccountWords;
  locale: Locale;
  theme: Theme;
  locales: Choice<Locale>[];
  themes: Choice<Theme>[];
  actions: AccountActions;
}

/** Who is signed in, the two choices about pages, and the way out. Opens as it appears. */
export function AccountPanel({ person, words, locale, theme, locales, themes, actions }: AccountProps) {
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const { act, pending, trouble, forget } = useAct();
  const run = (acted: () => Promise<ActionResult<null>>) => act(acted, () => router.refresh());
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) forget();
  };
  const told = trouble && (trouble.code === "network" ? words.dropped : words.refused);
  return (
    <Menu.Root modal={false} open={open || trouble !== null} onOpenChange={change}>
      <Menu.Trigger className="btn icon -me-2" aria-busy={pending}>
        <span className="mono you s" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span className="sr-only">{words.open}</span>
      </Menu.Trigger>
      {/* a menu may hold no alert */}
      <span className="sr-only" role="alert">
        {told}
      </span>
      <Menu.Portal>
        <Menu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
          <div className="border-b border-line px-3 pt-1 pb-3">
            <p className="font-semibold">{person.name}</p>
            <p className="text-sm break-all text-ink-2">{person.email}</p>
            <p className="text-sm text-ink-2">{person.role}</p>
            {told && <p className="mt-2 text-sm text-missed">{told}</p>}
          </div>
          <Choices
            label={words.language}
            value={locale}
            choices={locales}
            onChoose={(chosen) => run(() => actions.setLocale(chosen))}
          />
          <Choices
            label={words.theme}
            value={theme}
            choices={themes}
            onChoose={(chosen) => run(() => actions.setTheme(chosen))}
          />
          <div className="mt-2 border-t border-line pt-2">
            <Menu.Item asChild>
              <Link className="item" href="/settings">
                <Settings className="ico" aria-hidden="true" />
                {words.settings}
              </Link>
            </Menu.Item>
            <form method="post" action="/api/auth/sign-out">
              {/* the menu must stay until the form has gone */}
              <Menu.Item asChild onSelect={(event) => event.preventDefault()}>
                <button type="submit" className="item">
                  <LogOut className="ico" aria-hidden="true" />
                  {words.signOut}
                </button>
              </Menu.Item>
            </form>
          </div>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
