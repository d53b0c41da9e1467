"use client";

import { Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Brief, Mood } from "@/lib/contracts/session";
import { Sheet } from "@/components/ui/sheet";
import type { Trouble } from "@/components/ui/use-act";
import { BriefPanel } from "./brief-panel";
import { EndDialog } from "./end-dialog";
import { HintPanel, type Hints } from "./hint-panel";
import { PeoplePanel } from "./people-panel";

export type Panel = "brief" | "people" | "hint" | "end" | null;

/** What opens over the room: on a phone the brief, the people and the hint; everywhere the question before the end. */
export function RoomSheets({
  panel,
  onPanel,
  brief,
  moods,
  hints,
  end,
}: {
  panel: Panel;
  onPanel: (panel: Panel) => void;
  brief: Brief;
  moods: Mood[];
  hints: Hints;
  end: { run: () => void; ending: boolean; trouble: Trouble | null; turn: number; max: number; ended: boolean };
}) {
  const t = useTranslations("room");
  const c = useTranslations("common");
  const frame = (name: NonNullable<Panel>) => ({
    open: panel === name,
    onOpenChange: (open: boolean) => onPanel(open ? name : null),
    closeLabel: c("close"),
  });
  return (
    <>
      <Sheet {...frame("brief")} title={t("brief")}>
        <BriefPanel brief={brief} />
        {!end.ended && (
          <button type="button" className="btn line mt-6 w-full" onClick={() => onPanel("end")}>
            {t("end")}
          </button>
        )}
      </Sheet>
      <Sheet {...frame("people")} title={t("inRoom")}>
        <PeoplePanel buyers={brief.buyers} moods={moods} lang={brief.locale} />
      </Sheet>
      <Sheet {...frame("hint")} title={t("hint")} icon={<Lightbulb className="ico text-accent" aria-hidden="true" />}>
        <HintPanel hints={hints} lang={brief.locale} />
      </Sheet>
      <EndDialog
        open={panel === "end"}
        onOpenChange={(open) => onPanel(open ? "end" : null)}
        onEnd={end.run}
        ending={end.ending}
        trouble={end.trouble}
        turn={end.turn}
        max={end.max}
      />
    </>
  );
}
