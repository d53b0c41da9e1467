"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import { useAct } from "@/components/ui/use-act";
import type { ActionResult } from "@/lib/contracts/action";
import type { FoundPerson } from "@/lib/contracts/privacy";

type State = { kind: "looking" } | { kind: "found"; person: FoundPerson } | { kind: "nobody" } | { kind: "erased" };

/** Finds somebody by address and erases them, once the address is typed again. */
export function PrivacyErasure({
  find,
  erase,
}: {
  find: (input: { email: string }) => Promise<ActionResult<FoundPerson>>;
  erase: (input: { userId: string; confirm: string }) => Promise<ActionResult<null>>;
}) {
  const t = useTranslations("privacyConsole");
  const common = useTranslations("common");
  const [email, setEmail] = useState("");
  const [state, setState] = useState<State>({ kind: "looking" });
  const [open, setOpen] = useState(false);
  const searching = useAct();
  const erasing = useAct();
  const search = () => {
    setState({ kind: "looking" });
    searching.act<FoundPerson | null>(
      async () => {
        const answer = await find({ email: email.trim() });
        const unknown = !answer.ok && ["not_found", "invalid_request"].includes(answer.problem.code);
        return unknown ? { ok: true, data: null } : answer;
      },
      (person) => {
        erasing.forget();
        setState(person ? { kind: "found", person } : { kind: "nobody" });
      },
    );
  };
  const run = (userId: string, confirm: string) =>
    erasing.act(
      () => erase({ userId, confirm }),
      () => {
        setOpen(false);
        setEmail("");
        setState({ kind: "erased" });
      },
    );
  const person = state.kind === "found" ? state.person : null;
  return (
    <>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <label className="min-w-0 flex-1 basis-64 text-sm font-medium">
          {t("address")}
          <input
            className="mt-1 block min-h-(--control) w-full min-w-0 rounded-sm border border-line-strong bg-surface px-3 text-sm"
            type="text"
            inputMode="email"
            spellCheck={false}
            required
            maxLength={320}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <button type="submit" className="btn line" disabled={searching.pending || email.trim() === ""}>
          <Search aria-hidden="true" />
          {t(searching.pending ? "finding" : "find")}
        </button>
      </form>
      <div className="mt-4" role="status">
        {state.kind === "nobody" && <p className="notice">{t("nobody")}</p>}
        {state.kind === "erased" && <p className="notice">{t("erased")}</p>}
        {person && <p className="break-words">{t("found", { name: person.name, email: person.email })}</p>}
      </div>
      {searching.trouble && <ProblemNotice code={searching.trouble.code} requestId={searching.trouble.requestId} />}
      {person && (
        <>
          <button type="button" className="btn danger mt-3" onClick={() => setOpen(true)} aria-haspopup="dialog">
            {t("eraseOpen", { name: person.name })}
          </button>
          <Sheet
            open={open}
            onOpenChange={setOpen}
            title={t("eraseTitle", { name: person.name })}
            closeLabel={common("close")}
            description={t("eraseWarn")}
          >
            <TypedConfirm
              address={person.email}
              words={{
                label: t("confirmLabel", { email: person.email }),
                confirm: t("eraseConfirm"),
                busy: t("erasing"),
                mismatch: t("mismatch"),
              }}
              busy={erasing.pending}
              onConfirm={(typed) => run(person.id, typed)}
              onCancel={() => setOpen(false)}
            >
              {erasing.trouble && <ProblemNotice code={erasing.trouble.code} requestId={erasing.trouble.requestId} />}
            </TypedConfirm>
          </Sheet>
        </>
      )}
    </>
  );
}
