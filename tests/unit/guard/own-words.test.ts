import { describe, expect, test } from "vitest";
import { bundles } from "@/db/content";
import { judge, type GateCase } from "../../support/gate-cases";

const scenario = "saas-renewal-en";
const codes = (texts: string[], more: Partial<GateCase> = {}) =>
  texts.map((text) => judge({ scenario, text, ...more }).code);

describe("the gate, given a breach in other words than any it lists", () => {
  test("knows a sealed fact by what it means, and lets it pass once it is told", () => {
    const text = "Just under six hundred and ten of those licences had a shift in January, the rest stood idle.";
    expect(codes([text])).toEqual(["sealed_fact"]);
    expect(codes(["Only 612 of the 950 licences carried a shift in January."], { told: ["F1"] })).toEqual([null]);
  });

  test("knows talk of meters, checks and the briefing behind the talk", () => {
    expect(codes(["Trust is now at 52.", "My patience dropped by eight."])).toEqual(["rubric_leak", "rubric_leak"]);
    expect(codes(["I was told to hold back the count until you ask openly."])).toEqual(["prompt_leak"]);
  });

  test("knows the seller's side of the table by the scenario's own names", () => {
    expect(codes(["I'm the account manager from Rotaline.", "We can lower the price by 5% on my authority."])).toEqual([
      "role_inversion",
      "role_inversion",
    ]);
    expect(codes(["Rotaline has been fine for the rotas.", "We can lower the number of hotels on it."])).toEqual([
      null,
      null,
    ]);
  });

  test("knows acting without marks, and lets people be spoken of", () => {
    expect(codes(["She folds her arms and waits."])).toEqual(["stage_direction"]);
    expect(codes(["She signs the small ones herself.", "Silence. That's what I got for three weeks."])).toEqual([
      null,
      null,
    ]);
  });

  test("knows another language in one sentence of several", () => {
    expect(codes(["Fine. Das ist mir aber noch viel zu teuer und das wissen Sie."])).toEqual(["wrong_language"]);
    expect(codes(["C'est la vie, as they say. What's the total?"])).toEqual([null]);
  });

  test("knows documents and days of birth, and lets sums be", () => {
    expect(codes(["My passport number is QX4455667.", "I was born on 4 May 1979."])).toEqual([
      "personal_data",
      "personal_data",
    ]);
    expect(codes(["We pay £70,680 a year for 950 licences."])).toEqual([null]);
  });
});

describe("the reviewer, when a fact was told and is named again", () => {
  const told = { told: ["F4"], trainee: "You said Kadence gave you a quote." };

  test("sends back a denial in any form", () => {
    const denials = [
      "You must be mixing me up with somebody.",
      "I don't recall telling you that.",
      "There's no quote from Kadence.",
    ];
    expect(codes(denials, told)).toEqual(["denies_told", "denies_told", "denies_told"]);
  });

  test("lets it be confirmed, refused and qualified", () => {
    expect(codes(["Yes, £4.90 a head.", "I don't want to go into that again."], told)).toEqual([null, null]);
  });

  test("sends back a name nobody has named, and lets the fact's own name stand", () => {
    expect(codes(["It was Northgrid that quoted us.", "It was Kadence that quoted us."], told)).toEqual([
      "contradicts_name",
      null,
    ]);
  });
});

test("a figure of the published offer may be repeated by every English buyer", () => {
  const english = bundles.filter((bundle) => bundle.scenario.locale === "en");
  const stopped = english.flatMap(({ scenario: { id, known } }) =>
    codes(
      known.filter((line) => /\d/u.test(line)),
      { scenario: id },
    ).filter((code) => code === "contradicts_figure"),
  );
  expect(stopped).toEqual([]);
});
