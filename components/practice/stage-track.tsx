import { useTranslations } from "next-intl";
import { stages, type Stage } from "@/lib/contracts/vocabulary";

const shown = stages.filter((stage) => stage !== "ended");

/** Where the talk stands. No percentage: it may go back. */
export function StageTrack({ stage, turn, max }: { stage: Stage; turn: number; max: number }) {
  const t = useTranslations();
  const at = stage === "ended" ? shown.length : shown.indexOf(stage);
  return (
    <div className="room-stage">
      <div className="mini">
        <b className="font-semibold">{t(`stage.${stage}`)}</b>
        <span className="text-ink-2 tabular-nums">{t("room.turn", { turn: Math.max(1, turn), max })}</span>
      </div>
      <ol
        className="stages"
        aria-label={t("room.stageLabel", { stage: t(`stage.${stage}`), index: Math.min(at + 1, shown.length) })}
      >
        {shown.map((name, index) => (
          <li key={name} className={index < at ? "past" : ""} aria-current={index === at ? "step" : undefined}>
            {t(`stage.${name}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}
