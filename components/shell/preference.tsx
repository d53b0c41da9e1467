"use client";

import { useRouter } from "next/navigation";
import type { ActionResult } from "@/lib/contracts/action";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";

/** A choice that holds as soon as it is made. */
export function Preference<T extends string>({
  label,
  text,
  name,
  value,
  choices,
  choose,
}: {
  label: string;
  text: string;
  name: string;
  value: T;
  choices: { value: T; label: string }[];
  choose: (value: T) => Promise<ActionResult<null>>;
}) {
  const router = useRouter();
  const { act, pending, trouble } = useAct();
  return (
    <fieldset
      className="grid gap-x-6 gap-y-2 border-b border-line py-4 md:grid-cols-[10rem_minmax(0,1fr)]"
      aria-busy={pending}
    >
      <legend className="contents">
        <span className="font-semibold">{label}</span>
      </legend>
      <div>
        <div className="seg">
          {choices.map((choice) => (
            <label key={choice.value} lang={choice.value === "zh-CN" ? "zh-CN" : undefined}>
              <input
                type="radio"
                className="sr-only"
                name={name}
                checked={choice.value === value}
                onChange={() =>
                  act(
                    () => choose(choice.value),
                    () => router.refresh(),
                  )
                }
              />
              {choice.label}
            </label>
          ))}
        </div>
        <p className="mt-1.5 text-sm text-ink-2">{text}</p>
        {trouble && (
          <div className="mt-3">
            <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
          </div>
        )}
      </div>
    </fieldset>
  );
}
