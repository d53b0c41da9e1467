import type { Quote } from "@/lib/contracts/debrief";
import type { Reading, Talk } from "./input";
import { say } from "./say";

/** The ways a rule can come out, each with its proof. */
export const met = (talk: Talk, evidence: Quote[], why?: string): Reading => ({
  status: "met",
  why: why ?? say(talk.locale, "shown", { n: evidence[0]?.messageNumber ?? 0 }),
  evidence,
});

/** Broken by words that stand in the transcript. */
export const broken = (talk: Talk, evidence: Quote[], why?: string): Reading => ({
  status: "not_met",
  why: why ?? say(talk.locale, "against", { n: evidence[0]?.messageNumber ?? 0 }),
  evidence,
});

/** Not done: the range searched, with the line that called for it. */
export const absent = (talk: Talk, called: Quote[], why?: string): Reading => {
  const scan = talk.scanAll();
  return {
    status: "not_met",
    why: why ?? say(talk.locale, "absent", { from: scan.fromMessage, to: scan.toMessage }),
    evidence: called,
    scan,
  };
};

/** Met because nothing of the kind was said in the range searched. */
export const clean = (talk: Talk): Reading => {
  const scan = talk.scanAll();
  return {
    status: "met",
    why: say(talk.locale, "clean", { from: scan.fromMessage, to: scan.toMessage }),
    evidence: [],
    scan,
  };
};

export const notApplicable = (talk: Talk, key: "noTrigger" | "endedFirst" = "noTrigger"): Reading => ({
  status: "not_applicable",
  why: say(talk.locale, key),
  evidence: [],
});

export const notEvidenced = (talk: Talk): Reading => ({
  status: "not_evidenced",
  why: say(talk.locale, "undecided"),
  evidence: [],
});
