import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Mood } from "@/lib/contracts/session";
import { moodBands, type Meter } from "@/lib/contracts/vocabulary";

const trustGap = [13, 9.5, 6.5, 3.5];
const lean = ["M14 16L8.1 4.1", "M14 16L14 2", "M14 16L18.9 3.4", "M14 16L22.6 7"];
const left = [2, 8, 16, 24];

/** A shape that behaves like the word: circles close in, a stroke leans forward, a line runs out. */
function Shape({ meter, band }: { meter: Meter; band: number }) {
  if (meter === "trust") {
    const gap = (trustGap[band] ?? 13) / 2;
    return (
      <svg className="mood-shape" viewBox="0 0 28 18" aria-hidden="true">
        <circle cx={14 - gap} cy="9" r="5.5" />
        <circle cx={14 + gap} cy="9" r="5.5" />
      </svg>
    );
  }
  return (
    <svg className="mood-shape" viewBox="0 0 28 18" aria-hidden="true">
      <path className="ghost" d={meter === "interest" ? "M5 16.5h18" : "M2 9h24"} />
      {meter === "interest" ? (
        <path d={lean[band]} strokeWidth="2.2" />
      ) : (
        <path d={`M2 9h${left[band]}`} strokeWidth="3.2" />
      )}
    </svg>
  );
}

const bandOf = (meter: Meter, word: string) => moodBands[meter].findIndex((band) => band === word);

export function MoodShift({ mood }: { mood: Mood }) {
  const t = useTranslations("mood");
  if (!mood.shift) return null;
  const { meter, direction, sinceMessage } = mood.shift;
  const Arrow = direction === "up" ? ArrowUp : ArrowDown;
  return (
    <p className={`shift ${direction} mt-2.5`}>
      <Arrow className="ico s" aria-hidden="true" />
      {t(`shift.${meter}_${direction}`, { number: sinceMessage })}
    </p>
  );
}

/** One buyer's mood in words, each with its shape. */
export function MoodWords({ mood }: { mood: Mood }) {
  const t = useTranslations();
  return (
    <dl className="mood">
      {(["trust", "interest", "patience"] as const).map((meter) => (
        <div key={meter} className="contents">
          <dt>{t(`meter.${meter}`)}</dt>
          <dd>
            {t(`mood.${mood[meter]}`)}
            <Shape meter={meter} band={bandOf(meter, mood[meter])} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
