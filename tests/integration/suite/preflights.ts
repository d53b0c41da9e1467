import { describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { latestPreflight, runPreflight } from "@/lib/domain/preflights";
import { operate } from "@/lib/domain/operations";
import { getBrief } from "@/lib/domain/scenarios";
import { startSession } from "@/lib/domain/sessions";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { pack } from "@/lib/platform/packing";
import { signIn } from "@/tests/support/database";
import { codeOf } from "./talk";

const runs = 12;

/** A shipped scenario under a name of its own, changed. */
function own(id: string, change: (bundle: ScenarioBundle) => void): ScenarioBundle {
  const shipped = bundles.find(({ scenario }) => scenario.id === "saas-renewal-en");
  if (!shipped) throw new Error("the scenario ships");
  const bundle = structuredClone(shipped);
  bundle.scenario.id = id;
  bundle.scenario.family = id;
  for (const persona of bundle.personas) persona.id = `${persona.id}-${id}`;
  bundle.scenario.personaIds = bundle.personas.map((persona) => persona.id);
  change(bundle);
  return bundle;
}

const buyerOf = ({ personas }: ScenarioBundle) => {
  const [buyer] = personas;
  if (!buyer) throw new Error("a scenario has a buyer");
  return buyer;
};

const publish = (bundle: ScenarioBundle) =>
  operate({ op: "scenario.publish", tenant: "acme", packed: pack(bundle), runs });

async function refusal(bundle: ScenarioBundle): Promise<{ code: string; detail: string }> {
  const failed: unknown = await publish(bundle).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failed instanceof Error) || !("code" in failed)) throw new Error("it was published");
  return { code: String(failed.code), detail: failed.message };
}

export function describePreflights(): void {
  describe("publishing a scenario", () => {
    it("is refused when a public line holds a figure of a sealed fact", async () => {
      const leaky = own("leaky", (bundle) => {
        const [answer] = buyerOf(bundle).topicAnswers;
        if (answer) answer.open[0] = "About 612 of them had a shift in January, since you ask.";
      });
      const { code, detail } = await refusal(leaky);
      expect(code).toBe("preflight_blocked");
      expect(detail).toContain("F1");
      expect(await codeOf(getBrief(await signIn("trainee"), { scenarioId: "leaky" }))).toBe("not_found");
    });

    it("is refused when nobody can win it", async () => {
      const hopeless = own("hopeless", ({ scenario }) => {
        scenario.won = { op: "meter", meter: "trust", atLeast: 100 };
        scenario.followUp = { op: "meter", meter: "trust", atLeast: 100 };
      });
      const { code, detail } = await refusal(hopeless);
      expect(code).toBe("preflight_blocked");
      expect(detail).toContain("A strong seller reaches the goal in 0 of 100 talks");
    });

    it("is refused when it does not tell strong from weak", async () => {
      const easy = own("anybody", ({ scenario }) => {
        scenario.followUp = { op: "turn", atLeast: 1 };
      });
      for (const persona of easy.personas) {
        persona.walkAway = [];
        persona.volatility = 0;
        persona.meters = { trust: 100, interest: 100, patience: 100 };
      }
      const { code, detail } = await refusal(easy);
      expect(code).toBe("preflight_blocked");
      expect(detail).toContain("does not tell a strong seller from a weak one");
    });

    it("is refused when it names what it does not hold", async () => {
      const broken = own("broken", ({ scenario }) => {
        scenario.won = { op: "told", factId: "F99" };
      });
      expect(await refusal(broken)).toMatchObject({ code: "invalid_request", detail: expect.stringContaining("F99") });
      const garbled = operate({ op: "scenario.publish", tenant: "acme", packed: "bm90IHBhY2tlZA==" });
      expect(await codeOf(garbled)).toBe("invalid_request");
    });

    it("makes a good scenario playable at once, for this tenant alone", async () => {
      const good = own("our-renewal", () => undefined);
      const { rows } = await publish(good);
      expect(rows.map((row) => row["seller"])).toEqual(["weak", "average", "strong", "cheating"]);
      const { id } = await startSession(await signIn("trainee"), { scenarioId: "our-renewal" });
      expect(id).toBeTruthy();
      expect(await codeOf(startSession(await signIn("trainee", "globex"), { scenarioId: "our-renewal" }))).toBe(
        "not_found",
      );
      const listed = await operate({ op: "scenario.list", tenant: "acme" });
      expect(listed.rows).toContainEqual(expect.objectContaining({ scenario: "our-renewal", version: "1" }));
      expect((await publish(good)).message).toContain("unchanged");
    });

    it("keeps a report an author can run and read again, and nobody else", async () => {
      const author = await signIn("author");
      const scenarioId = "card-upgrade-en";
      expect(await latestPreflight(author, { scenarioId })).toBeNull();
      const report = await runPreflight(author, { scenarioId, runs: 2 });
      expect(await latestPreflight(author, { scenarioId })).toMatchObject({ report });
      expect(await latestPreflight(await signIn("author", "globex"), { scenarioId })).toBeNull();
      expect(await codeOf(runPreflight(await signIn("trainee"), { scenarioId, runs: 1 }))).toBe("forbidden");
      expect(await codeOf(latestPreflight(await signIn("manager"), { scenarioId }))).toBe("forbidden");
      expect(await codeOf(runPreflight(author, { scenarioId: "no-such", runs: 1 }))).toBe("not_found");
    });
  });
}
