"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import type { ActionResult } from "@/lib/contracts/action";
import type { FoundPerson } from "@/lib/contracts/privacy";
import type { Problem } from "@/lib/contracts/problem";

type State =
  | { kind: "looking" }
  | { kind: "found"; person: FoundPerson }
  | { kind: "nobody" }
  | { kind: "erased" }
  | { kind: "failed"; problem: Problem };

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
  const [trouble, setTrouble] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const search = () =>
    start(async () => {
      const answer = await find({ email: email.trim() });
      if (answer.ok) return setState({ kind: "found", person: answer.data });
      const { problem } = answer;
      const unknown = problem.code === "not_found" || problem.code === "invalid_request";
      setState(unknown ? { kind: "nobody" } : { kind: "failed", problem });
    });
  const run = (userId: string, confirm: string) =>
    start(async () => {
      const answer = await erase({ userId, confirm });
      setTrouble(answer.ok ? null : answer.problem);
      if (!answer.ok) return;
      setOpen(false);
      setEmail("");
      setState({ kind: "erased" });
    });
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
            type="email"
            required
            maxLength={320}
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </label>
        <button type="submit" className="btn line" disabled={pending || email.trim() === ""}>
          <Search aria-hidden="true" />
          {t(pending && !open ? "finding" : "find")}
        </button>
      </form>
      <div className="mt-4" role="status">
        {state.kind === "nobody" && <p className="notice">{t("nobody")}</p>}
        {state.kind === "erased" && <p className="notice">{t("erased")}</p>}
        {person && <p className="break-words">{t("found", { name: person.name, email: person.email })}</p>}
      </div>
      {state.kind === "failed" && <ProblemNotice code={state.problem.code} requestId={state.problem.requestId} />}
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
              busy={pending}
              onConfirm={(typed) => run(person.id, typed)}
              onCancel={() => setOpen(false)}
            >
              {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
            </TypedConfirm>
          </Sheet>
        </>
      )}
    </>
  );
}
