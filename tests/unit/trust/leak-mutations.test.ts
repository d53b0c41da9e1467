import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type * as View from "@/agents/buyer/view";
import type * as Hint from "@/agents/coach/hint";
import type * as Gate from "@/agents/guard/gate";
import type * as PerceivePrompt from "@/agents/perceive/prompt";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Mood } from "./mouths";
import type { Script } from "./talk";

/** The search of `leaks.test` is worth nothing unless it finds what is there to be found: each door is opened once on purpose. */
const secretOf = (bundle: ScenarioBundle) => bundle.personas[0]?.sealedFacts.at(-1);
const concernOf = (bundle: ScenarioBundle) => bundle.personas[0]?.objections[0]?.concern ?? "";

async function doorsLeaking(mood: Mood): Promise<string[]> {
  const { playScript } = await import("./talk");
  const found = new Set<string>();
  for (const locale of ["en", "zh-CN"] as const) {
    const scenario = bundles.findIndex((one) => one.scenario.locale === locale);
    const acts: Script["acts"] = [
      { kind: "inject", which: 1 },
      { kind: "seller", which: 0 },
      { kind: "topic", which: 2 },
    ];
    const { leaks } = await playScript({ scenario, difficulty: 1, seed: 11, acts, moods: [mood] });
    for (const leak of leaks) found.add(leak.where);
  }
  return [...found].toSorted();
}

beforeEach(() => {
  Object.assign(process.env, { APP_ENV: "test", LOG_LEVEL: "trace" });
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false });
  vi.resetModules();
  vi.doMock("next/server", () => ({ after: () => undefined }));
  vi.doMock("@/lib/domain/turns", () => import("./store"));
});
afterEach(() => {
  vi.doUnmock("@/agents/buyer/view");
  vi.doUnmock("@/agents/perceive/prompt");
  vi.doUnmock("@/agents/coach/hint");
  vi.doUnmock("@/agents/guard/gate");
  vi.doUnmock("@/lib/platform/logged-error");
  vi.unstubAllGlobals();
});

const textOf = (one: { text: string } | undefined) => one?.text ?? "";

describe("the search for leaks finds", () => {
  it("nothing where nothing was opened", async () => {
    expect(await doorsLeaking("bland")).toEqual([]);
  });

  it("a whole fact in the view of whoever speaks, and in all that is made of it", async () => {
    vi.doMock("@/agents/buyer/view", async (original) => {
      const real = await original<typeof View>();
      const speakerView: typeof real.speakerView = (bundle, ...rest) => ({
        ...real.speakerView(bundle, ...rest),
        facts: (bundle.personas[0]?.sealedFacts ?? []).map((fact) => ({ ...fact, toldTurn: 1 })),
      });
      return { ...real, speakerView };
    });
    expect(await doorsLeaking("bland")).toEqual(expect.arrayContaining(["review", "speak"]));
    expect(await doorsLeaking("offline")).toEqual(expect.arrayContaining(["offline view"]));
  });

  it("a single figure or name of one, in a sentence of other words", async () => {
    vi.doMock("@/agents/buyer/view", async (original) => {
      const real = await original<typeof View>();
      const speakerView: typeof real.speakerView = (bundle, ...rest) => {
        const figure = /\d[\d,.]{2,}/u.exec(textOf(bundle.personas[0]?.sealedFacts[0]))?.[0] ?? "612";
        const view = real.speakerView(bundle, ...rest);
        return { ...view, persona: { ...view.persona, motivation: `Not to hear ${figure} again.` } };
      };
      return { ...real, speakerView };
    });
    expect(await doorsLeaking("bland")).toEqual(expect.arrayContaining(["review", "speak"]));
  });

  it("a concern in the request that reads the trainee's moves", async () => {
    vi.doMock("@/agents/perceive/prompt", async (original) => {
      const real = await original<typeof PerceivePrompt>();
      const perceivePrompt: typeof real.perceivePrompt = (input) => {
        const bundle = bundles.find((one) => one.personas[0]?.id === input.bundle.personas[0]?.id);
        return `${real.perceivePrompt(input)}\n${bundle ? concernOf(bundle) : ""}`;
      };
      return { ...real, perceivePrompt };
    });
    expect(await doorsLeaking("bland")).toEqual(["perceive"]);
  });

  it("a fact in a hint", async () => {
    vi.doMock("@/agents/coach/hint", async (original) => {
      const real = await original<typeof Hint>();
      return { ...real, chooseHint: (bundle: ScenarioBundle) => ({ id: "h", text: textOf(secretOf(bundle)) }) };
    });
    expect(await doorsLeaking("bland")).toEqual(["hint"]);
  });

  it("a fact in a log line", async () => {
    vi.doMock("@/lib/platform/logged-error", () => ({
      loggedError: () => ({ message: bundles.flatMap((bundle) => textOf(secretOf(bundle))).join(" ") }),
    }));
    expect(await doorsLeaking("cut")).toEqual(["log"]);
  });

  it("a fact on the screen, where a model knows it and no gate stands before the reader", async () => {
    vi.doMock("@/agents/guard/gate", async (original) => {
      const real = await original<typeof Gate>();
      return {
        ...real,
        Gate: class extends real.Gate {
          override check = () => null;
        },
      };
    });
    expect(await doorsLeaking("guessing")).toEqual(expect.arrayContaining(["screen"]));
  });
});
