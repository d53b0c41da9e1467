import { z } from "zod";
import { relationshipSchema } from "./memory";
import { playedMoveSchema } from "./moves";
import { difficulties, endReasons, intents, locales, meters, moveTypes, outcomes, stages } from "./vocabulary";

/** What a follow-up's buyer can bring up of the last talk. */
export const recallTopics = [
  "colleague",
  "ended",
  "price",
  "price_kept",
  "price_changed",
  "discount",
  "overdue",
  "claim_held",
  "claim_failed",
  "open",
  "faded",
] as const;
export type RecallTopic = (typeof recallTopics)[number];

export const meterValuesSchema = z.object({
  trust: z.number().int().min(0).max(100),
  interest: z.number().int().min(0).max(100),
  patience: z.number().int().min(0).max(100),
});
export type MeterValues = z.infer<typeof meterValuesSchema>;

export const objectionStateSchema = z.object({
  status: z.enum(["dormant", "open", "resolved"]),
  /** times heard: picks the wording */
  heard: z.number().int(),
  raisedTurn: z.number().int().optional(),
  acknowledgedTurn: z.number().int().optional(),
  answeredTurn: z.number().int().optional(),
  resolvedTurn: z.number().int().optional(),
});

/** A line between buyers: `ref` is the rule it came from. */
const relationSchema = z.object({
  kind: z.enum(["defer", "contradict", "convinced"]),
  to: z.string(),
  ref: z.string(),
  turn: z.number().int(),
});

export const buyerStateSchema = z.object({
  meters: meterValuesSchema,
  /** facts unlocked, with the turn, the message and the move that earned them */
  unlocked: z.array(
    z.object({
      factId: z.string(),
      turn: z.number().int(),
      messageId: z.string(),
      /** absent in older states, and when no single move of the turn did it */
      move: z.object({ type: z.enum(moveTypes), topic: z.string().optional() }).optional(),
    }),
  ),
  /** facts whose breadcrumb was said */
  hinted: z.array(z.object({ factId: z.string(), turn: z.number().int() })),
  /** conditions first held though the fact was never asked for: shown in the debrief */
  reachable: z.record(z.string(), z.number().int()),
  objections: z.record(z.string(), objectionStateSchema),
  concessions: z.array(z.string()),
  /** those of them said aloud; absent in older states, where all were */
  offered: z.array(z.string()).optional(),
  /** times asked on each topic */
  asked: z.record(z.string(), z.number().int()),
  /** turn in which this buyer last spoke; absent until then */
  lastSpoke: z.number().int().optional(),
  /** what this buyer said about or to colleagues, in order: which lines are spent */
  relations: z.array(relationSchema).optional(),
  /** moved by a colleague's objection being resolved, and whether that was said yet */
  moved: z
    .array(z.object({ by: z.string(), objectionId: z.string(), turn: z.number().int(), said: z.boolean() }))
    .optional(),
});
export type BuyerState = z.infer<typeof buyerStateSchema>;

export const transitionSchema = z.object({
  turn: z.number().int(),
  from: z.enum(stages),
  to: z.enum(stages),
  why: z.string(),
});

/** One meter's whole change in a turn, drift included: "more guarded since message 7". Earlier values follow from the sums. */
export const shiftSchema = z.object({
  turn: z.number().int(),
  buyerId: z.string(),
  meter: z.enum(meters),
  by: z.number().int(),
});

/** The whole state of a conversation. Given seed, bundle and moves it is always the same. */
export const conversationStateSchema = z.object({
  seed: z.number().int(),
  /** which try of this trainee at this scenario, from 1: chooses line slices */
  attempt: z.number().int().min(1),
  difficulty: z.enum(difficulties),
  locale: z.enum(locales),
  turn: z.number().int(),
  stage: z.enum(stages),
  outcome: z.enum(outcomes).nullable(),
  endReason: z.enum(endReasons).nullable(),
  buyers: z.record(z.string(), buyerStateSchema),
  moves: z.array(playedMoveSchema),
  transitions: z.array(transitionSchema),
  /** objections that brought the talk to `objection_handling`, until resolved */
  handling: z.array(z.string()).optional(),
  shifts: z.array(shiftSchema),
  /** when the time set for the talk is up; absent where no clock runs */
  endsAt: z.iso.datetime().optional(),
  /** consecutive turns that changed nothing but drift */
  idleTurns: z.number().int(),
  /** the trainee's last message, reduced to a number by which it is known again; 0 for one too short to tell */
  lastMessage: z.number().int().optional(),
  /** ids of voice lines already said */
  usedLines: z.array(z.string()),
  hintsUsed: z.number().int(),
  /** follow-ups: what each buyer knows of its last talk with this trainee, frozen when the talk began */
  remembered: z.array(relationshipSchema).optional(),
  /** what buyers have brought up of it so far */
  recalled: z.array(z.object({ buyerId: z.string(), about: z.enum(recallTopics), turn: z.number().int() })).optional(),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

/**
 * What a buyer is to say this turn, decided by code. At most three slots: acknowledge → answer → agenda.
 * Holds words a model may see: nothing here is sealed.
 */
export const replyPlanSchema = z.object({
  speakerId: z.string(),
  intent: z.enum(intents),
  /** the colleague who has just spoken in this turn */
  after: z.string().optional(),
  /** that colleague has left the question to this one */
  handed: z.boolean().optional(),
  /** what the trainee asked about, if anything */
  asked: z
    .object({ topic: z.string().optional(), form: z.enum(["open", "closed"]), times: z.number().int() })
    .optional(),
  answer: z
    .discriminatedUnion("kind", [
      /** facts unlocked this turn, to be told now */
      z.object({ kind: z.literal("tell"), factIds: z.array(z.string()) }),
      /** told before, asked again */
      z.object({ kind: z.literal("again"), factId: z.string() }),
      z.object({ kind: z.literal("breadcrumb"), line: z.string() }),
      z.object({ kind: z.literal("public"), topic: z.string(), form: z.enum(["open", "closed"]) }),
      z.object({ kind: z.literal("deflect"), topic: z.string().optional() }),
      z.object({ kind: z.literal("repair") }),
      /** leaves the topic to a colleague, who answers next */
      z.object({ kind: z.literal("defer"), to: z.string(), topic: z.string(), line: z.string() }),
      /** disagrees with the colleague who has just spoken */
      z.object({ kind: z.literal("contradict"), to: z.string(), line: z.string() }),
      /** a price is held against the one of the last talk, in one of these lines */
      z.object({ kind: z.literal("recall"), about: z.enum(recallTopics), lines: z.array(z.string()).min(1) }),
      /** a reaction in kind to what the trainee did: pressure, praise of product, break of role … */
      z.object({
        kind: z.literal("react"),
        to: z.enum([
          "value_linked",
          "value_blind",
          "claim",
          "price",
          "discount_traded",
          "discount_bare",
          "addressed",
          "pressure",
          "disparage",
          "unprofessional",
          "off_topic",
          "break_role",
          "greeting",
          "rapport",
          "summary",
          "next_step_vague",
          "filler",
          "too_long",
        ]),
      }),
    ])
    .nullable(),
  agenda: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("objection"), objectionId: z.string(), line: z.string() }),
      z.object({ kind: z.literal("ask_price") }),
      z.object({ kind: z.literal("ask_back"), topic: z.string().optional() }),
      z.object({ kind: z.literal("ask_proof") }),
      z.object({ kind: z.literal("callback"), factId: z.string() }),
      z.object({ kind: z.literal("concession"), concessionId: z.string(), text: z.string() }),
      z.object({ kind: z.literal("time"), turnsLeft: z.number().int() }),
      /** the last talk is brought up, in one of these lines */
      z.object({ kind: z.literal("recall"), about: z.enum(recallTopics), lines: z.array(z.string()).min(1) }),
      /** a colleague's worry was settled, and that moved this one */
      z.object({ kind: z.literal("convinced"), by: z.string(), line: z.string() }),
    ])
    .nullable(),
  ending: z.object({ outcome: z.enum(outcomes), reason: z.enum(endReasons) }).nullable(),
  /** words (characters for zh-CN): lower and upper bound */
  length: z.tuple([z.number().int(), z.number().int()]),
});
export type ReplyPlan = z.infer<typeof replyPlanSchema>;
