import { z } from "zod";
import { promiseKinds } from "./memory";
import { toolNameSchema } from "./tool-names";
import {
  archetypes,
  difficulties,
  locales,
  meters,
  moveTypes,
  outcomes,
  qualities,
  skills,
  stages,
} from "./vocabulary";

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);
const text = z.string().trim().min(1).max(4000);
const lines = z.array(text);
const points = z.number().int().min(0).max(100);

/**
 * Conditions: the small typed language of unlocks, objections, endings and hints. Evaluated by code against the state
 * after this turn's moves; meters are those of the buyer the condition belongs to.
 */
export type Condition =
  | { op: "all" | "any"; of: Condition[] }
  | { op: "not"; of: Condition }
  /** a move of this turn */
  | {
      op: "move";
      types: (typeof moveTypes)[number][];
      topics?: string[];
      qualities?: (typeof qualities)[number][];
      objectionId?: string;
      /** bounds on the percentage of a discount, else on the sum named */
      minAmount?: number;
      maxAmount?: number;
      exceptTopics?: string[];
      /** only when said to this buyer alone */
      addressed?: boolean;
    }
  /** a move of any turn so far, this one included */
  | {
      op: "did";
      types: (typeof moveTypes)[number][];
      topics?: string[];
      qualities?: (typeof qualities)[number][];
      objectionId?: string;
      minAmount?: number;
      maxAmount?: number;
      exceptTopics?: string[];
      addressed?: boolean;
      atLeast?: number;
    }
  | { op: "meter"; meter: (typeof meters)[number]; atLeast?: number; below?: number }
  | { op: "stage"; in: (typeof stages)[number][] }
  | { op: "told"; factId: string }
  /** scenario needs told so far */
  | { op: "needs"; atLeast?: number; below?: number }
  | { op: "turn"; atLeast: number }
  /** no fact was told for this many turns */
  | { op: "quiet"; turns: number }
  /** the last price named, as a plain number; false while none was */
  | { op: "quoted"; atMost?: number; atLeast?: number }
  | { op: "objection"; objectionId: string; is: "raised" | "open" | "acknowledged" | "resolved" }
  /** a follow-up's buyer remembers a talk with this trainee, and in it all that is named; false without such a talk */
  | {
      op: "remembered";
      outcome?: (typeof outcomes)[number][];
      told?: string;
      promised?: (typeof promiseKinds)[number];
    };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.strictObject({ op: z.enum(["all", "any"]), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ op: z.literal("not"), of: conditionSchema }),
    z.strictObject({
      op: z.literal("move"),
      types: z.array(z.enum(moveTypes)).min(1),
      topics: z.array(id).optional(),
      qualities: z.array(z.enum(qualities)).optional(),
      objectionId: id.optional(),
      minAmount: z.number().optional(),
      maxAmount: z.number().optional(),
      exceptTopics: z.array(id).optional(),
      addressed: z.boolean().optional(),
    }),
    z.strictObject({
      op: z.literal("did"),
      types: z.array(z.enum(moveTypes)).min(1),
      topics: z.array(id).optional(),
      qualities: z.array(z.enum(qualities)).optional(),
      objectionId: id.optional(),
      minAmount: z.number().optional(),
      maxAmount: z.number().optional(),
      exceptTopics: z.array(id).optional(),
      addressed: z.boolean().optional(),
      atLeast: z.number().int().min(1).optional(),
    }),
    z.strictObject({
      op: z.literal("meter"),
      meter: z.enum(meters),
      atLeast: points.optional(),
      below: points.optional(),
    }),
    z.strictObject({ op: z.literal("stage"), in: z.array(z.enum(stages)).min(1) }),
    z.strictObject({ op: z.literal("told"), factId: id }),
    z.strictObject({
      op: z.literal("needs"),
      atLeast: z.number().int().optional(),
      below: z.number().int().optional(),
    }),
    z.strictObject({ op: z.literal("turn"), atLeast: z.number().int().min(1) }),
    z.strictObject({ op: z.literal("quiet"), turns: z.number().int().min(1) }),
    z.strictObject({ op: z.literal("quoted"), atMost: z.number().optional(), atLeast: z.number().optional() }),
    z.strictObject({
      op: z.literal("objection"),
      objectionId: id,
      is: z.enum(["raised", "open", "acknowledged", "resolved"]),
    }),
    z.strictObject({
      op: z.literal("remembered"),
      outcome: z.array(z.enum(outcomes)).min(1).optional(),
      told: id.optional(),
      promised: z.enum(promiseKinds).optional(),
    }),
  ]),
);

/** A subject of the talk. `words` are lower-case words, phrases or CJK strings by which a message is about it. */
const topicSchema = z.strictObject({ id, label: text, words: lines.min(1) });

const publicFactSchema = z.strictObject({ id, topic: id.optional(), text });

const sealedFactSchema = z.strictObject({
  id,
  topic: id,
  /** what is so, third person, shown in the debrief after the end */
  text,
  /** three or more ways this buyer says it, first person, complete sentences */
  spoken: lines.min(3),
  /** two or more ways of returning to it later in the talk, once told */
  recalled: lines.min(2),
  /** counts towards the scenario's `minNeeds` */
  need: z.boolean(),
  /** people, firms and products that nobody but this fact names, as they are said: any of them alone would tell it */
  names: lines.optional(),
  unlock: conditionSchema,
  /** approved lines that hint without figures or names; safe to say while sealed */
  breadcrumbs: lines.min(1).max(3),
  /** other topics on which a good question also draws a breadcrumb of this fact */
  hintTopics: z.array(id).optional(),
});

const objectionSchema = z.strictObject({
  id,
  topic: id,
  /** raised, returned, final: three wordings each heard at most once */
  surface: z.tuple([text, text, text]),
  /** what is really meant; sealed like the fact that holds it */
  concern: text,
  factId: id.optional(),
  raiseWhen: conditionSchema,
  /** Resolved when acknowledged, then `factId` told, then addressed on one of these topics. */
  answerTopics: z.array(id).min(1),
  /** moves that answer it; `address_objection` unless told otherwise */
  answerTypes: z.array(z.enum(moveTypes)).optional(),
  /** must hold as well in the turn that resolves it: evidence, no disparagement … */
  resolveWhen: conditionSchema.optional(),
});

const concessionSchema = z.strictObject({ id, text, needs: conditionSchema });

/** Lines in the buyer's own voice, drawn without replacement. None may hold anything sealed. `{name}` slots: echo, fact. */
const voiceSchema = z.strictObject({
  greet: lines.min(3),
  acknowledge: lines.min(36),
  deflect: lines.min(8),
  counterAsk: lines.min(4),
  askBack: z.array(z.strictObject({ topic: id.optional(), text })).min(10),
  hesitate: lines.min(7),
  rejectSoft: lines.min(5),
  rejectHard: lines.min(4),
  signalInterest: lines.min(6),
  askPrice: lines.min(3),
  askBenefit: lines.min(4),
  askProof: lines.min(4),
  compare: lines.min(3),
  negotiate: lines.min(4),
  time: lines.min(4),
  repair: lines.min(5),
  interrupt: lines.min(3),
  alreadySaid: lines.min(4),
  smallTalk: lines.min(4),
  breakRole: lines.min(4),
  offTopic: lines.min(4),
  pressured: lines.min(4),
  disparaged: lines.min(3),
  insulted: lines.min(3),
  valueLinked: lines.min(5),
  valueBlind: lines.min(5),
  answered: lines.min(4),
  /** among several buyers: openers for speaking after a colleague; `{colleague}` is how that one is called */
  joinIn: lines.min(6).optional(),
  ending: z.strictObject({
    won: lines.min(3),
    follow_up: lines.min(3),
    lost: lines.min(3),
    stuck: lines.min(3),
    expired: lines.min(3),
  }),
});

const topicAnswerSchema = z.strictObject({
  topic: id,
  /** public answers to an open question on the topic, while its fact is sealed or where it has none */
  open: lines.min(3),
  /** short answers to a closed question on the topic */
  closed: lines.min(3),
});

/**
 * How a follow-up's buyer comes back to the last talk. Public lines, filled by code with figures and dates the trainee named;
 * a line whose slot cannot be filled is passed over.
 */
const recallsSchema = z.strictObject({
  /** this same person in the scenario followed */
  sameAs: id,
  /** a colleague of the trainee's had the first talk */
  colleague: lines.min(3),
  /** how the last talk ended. `{date}`: the step agreed then */
  ended: z.strictObject({ won: lines.min(3), follow_up: lines.min(3), lost: lines.min(3), broken_off: lines.min(3) }),
  /** a price named then, and none yet today. `{was}` */
  price: lines.min(2),
  /** the price named today is that of last time. `{was}` */
  priceKept: lines.min(2),
  /** it is another. `{was}` `{now}` */
  priceChanged: lines.min(2),
  /** a discount offered then. `{percent}` */
  discount: lines.min(2),
  /** an agreed date that went by. `{date}` */
  overdue: lines.min(2),
  /** a claim that the published sheet bears out; one that it does not. `{topic}` */
  claimHeld: lines.min(2),
  claimFailed: lines.min(2),
  /** an objection of last time that was never resolved. `{words}` */
  open: lines.min(2),
  /** figures were named then, and are forgotten */
  faded: lines.min(2),
});
export type Recalls = z.infer<typeof recallsSchema>;

export const personaSchema = z.strictObject({
  id,
  version: z.number().int().min(1),
  locale: z.enum(locales),
  name: text,
  /** how the buyer may be addressed: first name, surname with title … */
  calledBy: lines.min(1),
  role: text,
  company: text,
  industry: text,
  archetype: z.enum(archetypes),
  style: z.enum(["terse", "plain", "expansive"]),
  decisionStyle: text,
  temperament: text,
  /** public words only: this always reaches the speaker */
  motivation: text,
  typicalWords: lines,
  meters: z.strictObject({ trust: points, interest: points, patience: points }),
  /** hundredths added to losses, 20 = losses × 1.20 */
  volatility: points,
  publicFacts: z.array(publicFactSchema).min(4).max(8),
  sealedFacts: z.array(sealedFactSchema).min(3).max(9),
  objections: z.array(objectionSchema).min(2).max(6),
  concessions: z.array(concessionSchema).max(8),
  /** any of these, true after a turn, ends the talk as lost */
  walkAway: z.array(z.strictObject({ id, text, when: conditionSchema })),
  topicAnswers: z.array(topicAnswerSchema).min(4),
  voice: voiceSchema,
  /** in a follow-up: how this buyer speaks of the last talk */
  recalls: recallsSchema.optional(),
  /** among several buyers: topics this one answers for */
  ownsTopics: z.array(id).optional(),
  /** among several buyers: what resolving an objection of this one does to another, once, outside the caps */
  influence: z
    .array(
      z.strictObject({
        objectionId: id,
        on: id,
        meter: z.enum(meters),
        by: z.number().int().min(-20).max(20),
      }),
    )
    .optional(),
  /** Asked by name about one of these topics, this one says a line and leaves the answer to a colleague. */
  defers: z.array(z.strictObject({ topics: z.array(id).min(1), to: id, lines: lines.min(3) })).optional(),
  /** As second voice after a colleague has spoken, this one disagrees when the condition holds, each line once. */
  contradicts: z
    .array(
      z.strictObject({
        id,
        /** the colleague who has just spoken */
        to: id,
        /** read with what was said to anyone in the room; meters are those of the one who disagrees */
        when: conditionSchema,
        lines: lines.min(2),
        /** what each time does to the colleague */
        effect: z
          .strictObject({ meter: z.enum(["trust", "interest"]), by: z.number().int().min(-10).max(-1) })
          .optional(),
      }),
    )
    .optional(),
  /** What this one says, once, when an influence of that colleague has moved it. */
  convinced: z.array(z.strictObject({ by: id, objectionId: id.optional(), lines: lines.min(2) })).optional(),
});
export type Persona = z.infer<typeof personaSchema>;
export type SealedFact = Persona["sealedFacts"][number];
export type Objection = Persona["objections"][number];
export type Voice = Persona["voice"];

/** Regular expressions are tested with flags `iu`. Two matching and two harmless examples are part of the rule. */
const patternRuleSchema = z.strictObject({
  id,
  label: text,
  severity: z.enum(["info", "warn", "block"]),
  patterns: lines.min(1),
  safer: text,
  matching: lines.min(2),
  harmless: lines.min(2),
});

export const policySchema = z.strictObject({
  id,
  version: z.number().int().min(1),
  locale: z.enum(locales),
  title: text,
  bannedClaims: z.array(patternRuleSchema),
  requiredDisclosures: z.array(
    z.strictObject({
      id,
      label: text,
      trigger: z.enum(moveTypes),
      withinTurns: z.number().int().min(0).max(5),
      patterns: lines.min(1),
      safer: text,
    }),
  ),
  maxDiscountPct: z.number().min(0).max(100),
  approvalOver: z.number().min(0).max(100),
  blockOver: z.number().min(0).max(100),
  approvalPatterns: lines.min(1),
  privacy: z.array(patternRuleSchema),
});
export type Policy = z.infer<typeof policySchema>;
export type PatternRule = z.infer<typeof patternRuleSchema>;

/** The names of the forty checks: each is a rule of the offline judge and a plain question for a model. */
export const checkRules = [
  "reason",
  "agenda",
  "brief",
  "no_pitch",
  "room",
  "open3",
  "follow_up",
  "impact",
  "decision",
  "needs",
  "linked",
  "quantified",
  "proof",
  "price_after",
  "check_in",
  "ack_first",
  "clarify",
  "real_concern",
  "evidence",
  "confirm",
  "asked",
  "timed",
  "dated",
  "trade",
  "deciders",
  "own_words",
  "no_but",
  "answers",
  "time",
  "no_force",
  "short",
  "one_ask",
  "summary",
  "plain",
  "figures",
  "banned",
  "disclosure",
  "authority",
  "truth",
  "privacy",
] as const;
export type CheckRule = (typeof checkRules)[number];

export const rubricCheckSchema = z.strictObject({
  id,
  rule: z.enum(checkRules),
  skill: z.enum(skills),
  title: text,
  /** plain-language test: one observable condition */
  test: text,
  weight: z.number().int().min(1).max(10),
  blocker: z.boolean(),
  met: text,
  notMet: text,
  /** a frame with gaps in the trainee's register, shown as "try this" */
  tryThis: text,
  /** what a rule needs: an objection (real_concern), a topic (impact) … */
  objectionId: id.optional(),
  topic: id.optional(),
});
export type RubricCheck = z.infer<typeof rubricCheckSchema>;

export const rubricSchema = z.strictObject({
  id,
  version: z.number().int().min(1),
  locale: z.enum(locales),
  title: text,
  /** highest score a session with a failed blocker can have */
  cap: points,
  /** the score that counts as good enough */
  bar: points,
  checks: z.array(rubricCheckSchema).min(8).max(40),
});
export type Rubric = z.infer<typeof rubricSchema>;

export const productSheetSchema = z.strictObject({
  id,
  version: z.number().int().min(1),
  title: text,
  /** product name and further words that name it */
  product: text,
  passages: z
    .array(
      z.strictObject({
        id,
        topic: id.optional(),
        page: z.number().int().min(1),
        text,
        /** statements of a message that contradict this passage, as regular expressions */
        contradictedBy: lines.optional(),
      }),
    )
    .min(6),
});
export type ProductSheet = z.infer<typeof productSheetSchema>;

export const scenarioSchema = z.strictObject({
  id,
  version: z.number().int().min(1),
  locale: z.enum(locales),
  /** scenarios of one family are the same situation written natively in another language */
  family: id,
  title: text,
  /** one line for lists */
  summary: text,
  industry: text,
  situation: text,
  goal: text,
  /** what the trainee sells and may offer, public to the trainee */
  offer: lines.min(1),
  /** what is known from public sources, shown in the brief */
  known: lines.min(3),
  /** calendar date of the talk, ISO, so that "Thursday 21 January" can be read */
  date: z.iso.date(),
  topics: z.array(topicSchema).min(6),
  personaIds: z.array(id).min(1).max(4),
  rubricId: id,
  policyId: id,
  sheet: productSheetSchema,
  /** tools buyer and coach may use here; none unless named */
  tools: z.array(toolNameSchema).optional(),
  /** allowed tools of a server asked before the buyer speaks, when a message touches one of the topics; late ones are skipped */
  lookups: z
    .array(
      z.strictObject({
        tool: toolNameSchema,
        topics: z.array(id).min(1),
        /** sent as it stands; `{topic}` in a text becomes the name of the topic */
        input: z.record(z.string(), z.union([z.string().max(400), z.number(), z.boolean()])),
      }),
    )
    .max(4)
    .optional(),
  /** family of the scenario this one follows up: its buyers remember that talk with the same trainee */
  follows: id.optional(),
  minNeeds: z.number().int().min(1),
  closeThreshold: points,
  /** the first buyer asks for the offer in discovery when this holds */
  asksForOffer: conditionSchema,
  /** objections of all buyers in the order in which they are raised when several could be; else as authored */
  objectionOrder: z.array(id).optional(),
  won: conditionSchema,
  followUp: conditionSchema,
  maxTurns: z.number().int().min(4).max(20),
  minutes: z.number().int().min(5).max(60),
  difficulty: z.enum(difficulties),
  hints: z.strictObject({
    budget: z.number().int().min(0).max(5),
    rules: z.array(z.strictObject({ id, when: conditionSchema, text })),
    /** said when no rule applies, by stage */
    fallback: z.partialRecord(z.enum(stages), text),
  }),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export type Topic = Scenario["topics"][number];

/** Everything one session is played and judged with, frozen by version when it starts. */
export const scenarioBundleSchema = z.strictObject({
  scenario: scenarioSchema,
  personas: z.array(personaSchema).min(1).max(4),
  rubric: rubricSchema,
  policy: policySchema,
});
export type ScenarioBundle = z.infer<typeof scenarioBundleSchema>;
