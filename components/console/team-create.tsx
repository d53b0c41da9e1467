"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import type { ActionResult } from "@/lib/contracts/action";
import type { Team } from "@/lib/contracts/teams";
import { TeamNameDialog } from "./team-name";

/** Makes a team and leads to it, where people are put in. */
export function TeamCreate({ create }: { create: (input: { name: string }) => Promise<ActionResult<Team>> }) {
  const t = useTranslations("teams");
  const router = useRouter();
  return (
    <TeamNameDialog
      initial=""
      className="btn primary"
      label={
        <>
          <Plus aria-hidden="true" />
          {t("create")}
        </>
      }
      words={{ title: t("createTitle"), text: t("createText"), submit: t("create") }}
      save={(name) => create({ name })}
      onSaved={({ id }) => router.push(`/console/teams/${id}`)}
    />
  );
}
