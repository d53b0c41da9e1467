import { useTranslations } from "next-intl";
import Link from "next/link";
import type { BuyerCard } from "@/lib/contracts/session";
import type { EndReason } from "@/lib/contracts/vocabulary";
import type { RoomState } from "./turn-state";

const byBuyer: EndReason[] = ["patience", "walk_away", "insulted", "stuck"];

/** How the talk ended, and the way to its debrief. */
export function EndedCard({
  state,
  buyers,
  href,
}: {
  state: RoomState;
  buyers: BuyerCard[];
  href: `/debrief/${string}`;
}) {
  const t = useTranslations();
  const { endReason } = state;
  const last = state.messages.findLast((message) => message.speaker !== "trainee");
  const name = (buyers.find(({ id }) => id === last?.speaker) ?? buyers[0])?.name ?? "";
  return (
    <section className="panel" role="status">
      <h2 className="font-sans text-base tracking-normal">
        {endReason && byBuyer.includes(endReason) ? t("room.endedBy", { name }) : t("room.ended")}
      </h2>
      <p className="mt-1 text-sm text-ink-2">
        {endReason && t(`endReason.${endReason}`)}
        {state.outcome && ` · ${t(`outcome.${state.outcome}`)}`}
      </p>
      <Link className="btn primary mt-4" href={href}>
        {t("room.debrief")}
      </Link>
    </section>
  );
}
