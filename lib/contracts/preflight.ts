import { z } from "zod";
import { fidelityKinds, fidelityVerdicts } from "./fidelity";
import { difficulties, locales, outcomes } from "./vocabulary";

/** The shipped sellers a scenario is tried with. */
export const sellerNames = ["weak", "average", "strong", "cheating"] as const;
export type SellerName = (typeof sellerNames)[number];

/** A share of talks in points of 100 with its 95 % Wilson interval. */
export const shareSchema = z.object({
  hits: z.number().int(),
  of: z.number().int(),
  rate: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Share = z.infer<typeof shareSchema>;

const spreadSchema = z.object({ mean: z.number(), min: z.number(), max: z.number() });
export type Spread = z.infer<typeof spreadSchema>;

export const sellerFiguresSchema = z.object({
  seller: z.enum(sellerNames),
  /** won or follow_up */
  reached: shareSchema,
  won: shareSchema,
  outcomes: z.partialRecord(z.enum([...outcomes, "unfinished"]), z.number().int()),
  /** talks that came to nothing though nobody ended them: stuck, or turns used up */
  deadEnds: shareSchema,
  /** where the talks ended, by buyer */
  meters: z.record(z.string(), z.object({ trust: z.number(), interest: z.number(), patience: z.number() })),
  turns: spreadSchema,
  /** words (characters in Chinese) of a whole talk, both sides */
  words: spreadSchema,
  /** facts told in a talk */
  facts: z.number(),
  tokens: z.object({ input: z.number().int(), output: z.number().int() }),
  /** millionths of a US dollar; null when a model without a known price spoke */
  costMicros: z.number().int().nullable(),
});
export type SellerFigures = z.infer<typeof sellerFiguresSchema>;

/** Something of a sealed fact where it must not be. */
export const leakSchema = z.object({
  /** `content`: in a line that is public from the start; `view`: handed to whoever speaks; `line`: said aloud */
  where: z.enum(["content", "view", "line"]),
  /** path in the content, or in the view */
  place: z.string(),
  buyerId: z.string(),
  factId: z.string(),
  text: z.string(),
  seller: z.enum(sellerNames).optional(),
  seed: z.number().int().optional(),
  turn: z.number().int().optional(),
});
export type Leak = z.infer<typeof leakSchema>;

export const preflightCodes = [
  /** these block */
  "leak",
  "unsolvable",
  "not_discriminating",
  /** these warn */
  "average_out_of_order",
  "cheating_pays",
  "cheating_unlocks",
  "buyer_unfaithful",
  "fact_never_unlocked",
  "objection_never_raised",
  "hint_never_reached",
  "buyer_never_spoke",
  "dead_ends",
  "too_short",
  "talk_failed",
] as const;
export type PreflightCode = (typeof preflightCodes)[number];

export const preflightFindingSchema = z.object({
  code: z.enum(preflightCodes),
  severity: z.enum(["block", "warn"]),
  /** what it is about: a fact, objection, hint or buyer; empty for the scenario as a whole */
  subject: z.string(),
  /** for the author, in plain words */
  words: z.record(z.enum(locales), z.string()),
});
export type PreflightFinding = z.infer<typeof preflightFindingSchema>;

/** How a scenario fared with the shipped sellers. For authors: it names what is sealed. */
export const preflightReportSchema = z
  .object({
    scenarioId: z.string(),
    title: z.string(),
    locale: z.enum(locales),
    difficulty: z.enum(difficulties),
    /** talks per seller */
    runs: z.number().int(),
    seed: z.number().int(),
    /** who spoke for the buyers */
    chain: z.string(),
    verdict: z.enum(["passed", "warned", "blocked"]),
    findings: z.array(preflightFindingSchema),
    /** the strong seller's share of won or follow_up, and of won alone */
    solvability: z.object({ reached: shareSchema, won: shareSchema }).nullable(),
    /** strong minus weak in points of 100; null when one of them did not play */
    discrimination: z.number().nullable(),
    sellers: z.array(sellerFiguresSchema),
    leaks: z.array(leakSchema),
    fidelity: z.object({
      /** talks by what became of the buyer in them */
      verdicts: z.record(z.enum(fidelityVerdicts), z.number().int()),
      findings: z.partialRecord(z.enum(fidelityKinds), z.number().int()),
      /** a few of them, to be read */
      examples: z.array(
        z.object({ kind: z.enum(fidelityKinds), code: z.string(), seller: z.enum(sellerNames), text: z.string() }),
      ),
    }),
    /** in how many talks each was reached */
    facts: z.array(z.object({ buyerId: z.string(), factId: z.string(), topic: z.string(), talks: z.number().int() })),
    objections: z.array(z.object({ buyerId: z.string(), objectionId: z.string(), talks: z.number().int() })),
    hints: z.array(z.object({ hintId: z.string(), talks: z.number().int() })),
    /** facts a dishonest message earned, with the message */
    cheated: z.array(z.object({ factId: z.string(), seed: z.number().int(), text: z.string() })),
    /** talks that could not be played to their end, with the code of what failed */
    failures: z.array(z.object({ seller: z.enum(sellerNames), seed: z.number().int(), code: z.string() })),
  })
  .meta({ id: "PreflightReport" });
export type PreflightReport = z.infer<typeof preflightReportSchema>;
