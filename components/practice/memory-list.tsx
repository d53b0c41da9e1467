import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ActionResult } from "@/lib/contracts/action";
import type { Memory } from "@/lib/contracts/memory";
import { Blank } from "@/components/ui/blank";
import { useDates } from "@/components/ui/dates";
import { EraseButton } from "@/components/ui/erase-button";

/** What each buyer remembers of the reader, with its source and the way to make it forget. */
export function MemoryList({
  memories,
  forget,
}: {
  memories: Memory[];
  forget: (input: { id: string }) => Promise<ActionResult<null>>;
}) {
  const t = useTranslations();
  const date = useDates();
  if (memories.length === 0)
    return (
      <Blank title={t("memory.empty")} text={t("memory.emptyText")}>
        <Link className="btn line" href="/practice">
          {t("memory.emptyAction")}
        </Link>
      </Blank>
    );
  return (
    <ul className="border-t border-line">
      {memories.map((memory) => {
        const day = date(memory.endedAt, "day");
        const about = { name: memory.buyerName, title: memory.scenarioTitle, date: day };
        const words = {
          label: `${t("memory.forget")}: ${memory.buyerName}, ${memory.scenarioTitle}, ${day}`,
          title: t("memory.forgetTitle", about),
          text: t("memory.forgetText", about),
          confirm: t("memory.forgetConfirm"),
          busy: t("memory.forgetting"),
        };
        return (
          <li key={memory.id} className="flex items-center justify-between gap-4 border-b border-line py-3">
            <div className="min-w-0">
              <p className="font-semibold">{memory.buyerName}</p>
              <p className="text-sm break-words text-ink-2">
                <Link
                  className="link inline-flex min-h-8 items-center max-md:min-h-11"
                  href={`/debrief/${memory.sourceSessionId}`}
                >
                  {memory.scenarioTitle}
                </Link>{" "}
                · {day} · {t(`outcome.${memory.outcome}`)} · {t("memory.count", { count: memory.promises.length })}
              </p>
            </div>
            <EraseButton input={{ id: memory.id }} erase={forget} words={words} />
          </li>
        );
      })}
    </ul>
  );
}
