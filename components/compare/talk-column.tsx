import { CircleAlert, CircleCheck, Gauge, HandCoins, LockOpen, Milestone, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Comparison, PathPoint } from "@/lib/contracts/branches";
import type { Message } from "@/lib/contracts/session";
import { meters } from "@/lib/contracts/vocabulary";
import { usePathName, type Side } from "./names";
import { LineKey } from "./path-chart";

const icons: Record<PathPoint["events"][number]["kind"], LucideIcon> = {
  fact: LockOpen,
  objection_raised: CircleAlert,
  objection_resolved: CircleCheck,
  concession: HandCoins,
};

function valueOf(point: PathPoint | undefined, buyerId: string, meter: string): number | undefined {
  return point?.meters.find((entry) => entry.buyerId === buyerId && entry.meter === meter)?.value;
}

/** "Trust 45 (+5)": what a turn moved, with a sign, so that colour is not needed. */
function Moved({ point, before, comparison }: { point: PathPoint; before?: PathPoint; comparison: Comparison }) {
  const t = useTranslations("meter");
  const { buyers } = comparison;
  const lines = buyers.flatMap(({ id, name }) => {
    const changes = meters.flatMap((meter) => {
      const [was, is] = [valueOf(before, id, meter), valueOf(point, id, meter)];
      if (was === undefined || is === undefined || was === is) return [];
      return `${t(meter)} ${is} (${is > was ? "+" : "−"}${Math.abs(is - was)})`;
    });
    return changes.length > 0 ? `${buyers.length > 1 ? `${name}: ` : ""}${changes.join(" · ")}` : [];
  });
  return lines.map((text) => (
    <li key={text} className="text-ink-2 tabular-nums">
      <Gauge className="ico s" aria-hidden="true" />
      <span>{text}</span>
    </li>
  ));
}

function CameOf({ point, before, comparison }: { point: PathPoint; before?: PathPoint; comparison: Comparison }) {
  const t = useTranslations();
  const lang = comparison.left.session.locale;
  const moved = before && before.stage !== point.stage && point.stage !== "ended";
  return (
    <ul className="came-of">
      {point.events.map(({ kind, text, buyerId }) => {
        const Icon = icons[kind];
        return (
          <li key={`${kind}${buyerId}${text}`}>
            <Icon className="ico s" aria-hidden="true" />
            <span>
              <b className="font-semibold">{t(`compare.event.${kind}`)}</b> <span lang={lang}>{text}</span>
            </span>
          </li>
        );
      })}
      {moved && (
        <li>
          <Milestone className="ico s" aria-hidden="true" />
          <span>
            <b className="font-semibold">{t("compare.event.stage")}</b>{" "}
            {t("compare.fromTo", { from: t(`stage.${before.stage}`), to: t(`stage.${point.stage}`) })}
          </span>
        </li>
      )}
      <Moved point={point} before={before} comparison={comparison} />
    </ul>
  );
}

function Line({ message, comparison }: { message: Message; comparison: Comparison }) {
  const t = useTranslations();
  const mine = message.speaker === "trainee";
  const name = comparison.buyers.find(({ id }) => id === message.speaker)?.name ?? message.speaker;
  const lang = comparison.left.session.locale;
  return (
    <div className="said">
      <span className="no" aria-label={t("room.message", { number: message.number })} role="img">
        {message.number}
      </span>
      <div className="min-w-0">
        <p className={`text-sm font-semibold ${mine ? "text-accent" : ""}`} lang={mine ? undefined : lang}>
          {mine ? t("common.you") : name}
        </p>
        <q className="quote" lang={lang}>
          {message.text}
        </q>
      </div>
    </div>
  );
}

/** One path from the fork on: what was said, and under each turn what came of it. */
export function TalkColumn({ comparison, side }: { comparison: Comparison; side: Side }) {
  const t = useTranslations();
  const pathName = usePathName();
  const { points, messages, session } = comparison[side];
  const turns = [...new Set(messages.map(({ turn }) => turn))];
  return (
    <div className="talk-column">
      <h3 className="mb-4 flex items-center gap-2.5">
        <LineKey side={side} />
        {pathName(comparison[side])}
      </h3>
      {turns.length === 0 && <p className="text-ink-2">{t("compare.nothing")}</p>}
      <ol className="grid gap-6">
        {turns.map((turn) => {
          const point = points.find((entry) => entry.turn === turn);
          return (
            <li key={turn} className="grid gap-3">
              {messages
                .filter((message) => message.turn === turn)
                .map((message) => (
                  <Line key={message.id} message={message} comparison={comparison} />
                ))}
              {point && (
                <CameOf
                  point={point}
                  before={points.find((entry) => entry.turn === turn - 1)}
                  comparison={comparison}
                />
              )}
            </li>
          );
        })}
      </ol>
      <p className="mt-6 border-t border-line pt-3 text-sm font-medium">
        {session.outcome && t(`outcome.${session.outcome}`)}
        {session.endReason && <span className="font-normal text-ink-2"> · {t(`endReason.${session.endReason}`)}</span>}
      </p>
    </div>
  );
}
