import { useTranslations } from "next-intl";
import type { BuyerCard, Mood } from "@/lib/contracts/session";
import { Monogram } from "@/components/ui/monogram";
import { MoodShift, MoodWords } from "./mood";

/** Who is in the room, and how they are. */
export function PeoplePanel({ buyers, moods, lang }: { buyers: BuyerCard[]; moods: Mood[]; lang: string }) {
  return (
    <>
      {buyers.map((buyer) => {
        const mood = moods.find(({ buyerId }) => buyerId === buyer.id);
        return (
          <section key={buyer.id} className="person" aria-label={buyer.name}>
            <div className="mb-3 flex items-center gap-3" lang={lang}>
              <Monogram name={buyer.name} tint={buyer.tint} />
              <div className="min-w-0">
                <h3 className="leading-5">{buyer.name}</h3>
                <p className="text-sm leading-5 text-ink-2">{buyer.role}</p>
              </div>
            </div>
            {mood && (
              <>
                <MoodWords mood={mood} />
                <MoodShift mood={mood} />
              </>
            )}
          </section>
        );
      })}
    </>
  );
}

/** The same in short, for a phone: opens the sheet with all of it. Several buyers stand side by side, each by name. */
export function MoodBar({
  buyers,
  moods,
  lang,
  onOpen,
}: {
  buyers: BuyerCard[];
  moods: Mood[];
  lang: string;
  onOpen: () => void;
}) {
  const t = useTranslations("mood");
  return (
    <div className="moodbar">
      {buyers.map((buyer) => {
        const mood = moods.find(({ buyerId }) => buyerId === buyer.id);
        const feeling = mood ? t("summary", { trust: t(mood.trust), interest: t(mood.interest) }) : buyer.name;
        const down = mood?.patience === "thin" || mood?.patience === "spent";
        const patience = mood && (
          <span className={`shift ${down ? "down" : ""}`}>{t("patience", { patience: t(mood.patience) })}</span>
        );
        if (buyers.length > 1)
          return (
            <button key={buyer.id} type="button" className="one-of" onClick={onOpen} aria-haspopup="dialog">
              <Monogram name={buyer.name} tint={buyer.tint} small />
              <b className="font-semibold" lang={lang}>
                {buyer.name}
              </b>
              {mood && (
                <span className="mood-line">
                  <span className="inline-block first-letter:uppercase">{feeling}</span>
                  {patience}
                </span>
              )}
            </button>
          );
        return (
          <button key={buyer.id} type="button" onClick={onOpen} aria-haspopup="dialog">
            <Monogram name={buyer.name} tint={buyer.tint} small />
            <span className="min-w-0">
              <span className="sr-only">{buyer.name}: </span>
              <b className="block truncate font-semibold first-letter:uppercase">{feeling}</b>
            </span>
            {patience}
          </button>
        );
      })}
    </div>
  );
}
