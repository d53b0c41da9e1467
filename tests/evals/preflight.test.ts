import { describe, expect, it } from "vitest";
import { firstOf } from "@/agents/preflight/follow-up";
import { preflight } from "@/agents/preflight/preflight";
import { bundles } from "@/db/content";

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))(
  "the shipped scenario %s",
  (_id, bundle) => {
    it("passes its own preflight: winnable, telling, and tight", async () => {
      const report = await preflight(bundle, { runs: 16, first: firstOf(bundle, bundles) });
      expect(report.findings.filter((one) => one.severity === "block").map((one) => one.words.en)).toEqual([]);
      expect(report.leaks).toEqual([]);
      expect(report.findings.map((one) => one.code)).not.toContain("cheating_pays");
      expect(report.fidelity.verdicts.failed).toBe(0);
    });
  },
);
