import { CircleCheck, CircleDashed, CircleHelp, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Probe } from "@/lib/contracts/sign-in";

const signs = { ok: CircleCheck, failed: CircleX, unsure: CircleHelp, skipped: CircleDashed } as const;
const tints = { ok: "text-good", failed: "text-missed", unsure: "text-warn", skipped: "text-ink-3" } as const;

/** What a try of a provider came to, step by step. */
export function ProbeReport({ probe }: { probe: Probe }) {
  const t = useTranslations("signInSettings");
  return (
    <div>
      <p className="font-medium">{t(probe.usable ? "usable" : "unusable")}</p>
      <ol className="mt-3 grid gap-2.5">
        {probe.steps.map(({ step, state, reason, said }) => {
          const Sign = signs[state];
          return (
            <li key={step} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2.5">
              <Sign className={`ico mt-0.5 ${tints[state]}`} aria-hidden="true" />
              <div className="min-w-0">
                <p>
                  <span className="font-medium">{t(`step_${step}`)}</span>
                  {": "}
                  <span className={tints[state]}>{t(`state_${state}`)}</span>
                </p>
                {reason && reason !== "fine" && <p className="text-sm text-ink-2">{t(`why_${reason}`)}</p>}
                {said && <p className="text-sm wrap-anywhere text-ink-2">{t("said", { said })}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
