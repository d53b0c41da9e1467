"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Team } from "@/lib/contracts/teams";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import { TeamNameDialog } from "./team-name";

export interface TeamActions {
  rename: (input: { id: string; name: string; updatedAt: string }) => Promise<ActionResult<Team>>;
  remove: (input: { id: string }) => Promise<ActionResult<null>>;
}

/** Renames a team, or takes it away after asking. */
export function TeamSettings({ team, actions }: { team: Team; actions: TeamActions }) {
  const t = useTranslations();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { act, pending, trouble } = useAct();
  const remove = () =>
    act(
      () => actions.remove({ id: team.id }),
      () => router.push("/console/teams"),
    );
  return (
    <div className="flex flex-wrap gap-3">
      <TeamNameDialog
        initial={team.name}
        className="btn line"
        label={t("teams.rename")}
        words={{ title: t("teams.renameTitle"), submit: t("people.save") }}
        save={(name) => actions.rename({ id: team.id, name, updatedAt: team.updatedAt })}
        onSaved={() => router.refresh()}
      />
      <button type="button" className="btn danger" onClick={() => setAsking(true)} aria-haspopup="dialog">
        {t("teams.delete")}
      </button>
      <Sheet
        open={asking}
        onOpenChange={setAsking}
        title={t("teams.deleteTitle", { team: team.name })}
        closeLabel={t("common.close")}
        description={t("teams.deleteText", { count: team.members })}
      >
        {trouble && (
          <div className="mt-3">
            <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
          </div>
        )}
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="button" className="btn danger max-md:flex-1" onClick={remove} disabled={pending}>
            {t(pending ? "teams.deleting" : "teams.deleteConfirm")}
          </button>
          <button type="button" className="btn line max-md:flex-1" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </button>
        </div>
      </Sheet>
    </div>
  );
}
