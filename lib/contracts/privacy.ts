import { z } from "zod";
import { debriefSchema } from "./debrief";
import { memorySchema } from "./memory";
import { messageSchema, sessionSummarySchema, uuid } from "./session";
import { locales, moveTypes, qualities, roles, skills } from "./vocabulary";
import { modelRoles } from "./usage";

/** Moves when a field of the export changes its meaning or goes; new fields leave it as it is. */
export const exportVersion = 1;

const time = z.iso.datetime();

/** The person as the directory knows them. */
const profileSchema = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles).nullable(),
  company: z.object({ slug: z.string(), name: z.string() }),
  locale: z.enum(locales).nullable(),
  theme: z.string(),
  issuer: z.string().nullable().describe("who vouched for the last sign-in"),
  subject: z.string().nullable().describe("the person's id there"),
  externalId: z.string().nullable().describe("the person's id in a directory that provisions"),
  createdAt: time,
  lastSeenAt: time.nullable(),
});

const loginSchema = z.object({
  issuer: z.string(),
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  createdAt: time,
  lastSeenAt: time,
  endedAt: time.nullable(),
});

/** A key that acts as the person. The key itself and its hash are not in it. */
const keySchema = z.object({
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: time,
  expiresAt: time,
  lastUsedAt: time.nullable(),
  revokedAt: time.nullable(),
});

/** What was spent on models in the person's practice, by month and kind of work. */
const usageSchema = z.object({
  month: z.iso.date(),
  kind: z.enum(modelRoles),
  calls: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  costMicros: z.number().int().describe("millionths of a US dollar, where the price was known"),
});

/**
 * Something the person was seen to do. How well it was done and what it was about would tell of the buyer's inner side,
 * so those are null until the talk has been judged.
 */
const exportedMoveSchema = z.object({
  type: z.enum(moveTypes),
  said: z.string().describe("the words it was seen in"),
  confidence: z.number(),
  amount: z.number().nullable(),
  percent: z.number().nullable(),
  date: z.string().nullable(),
  topic: z.string().nullable(),
  quality: z.enum(qualities).nullable(),
  verdict: z.string().nullable(),
});

const exportedTurnSchema = z.object({
  turnId: uuid,
  turn: z.number().int(),
  status: z.string(),
  text: z.string(),
  language: z.string().nullable(),
  moves: z.array(exportedMoveSchema),
  startedAt: time,
  finishedAt: time.nullable(),
});

/** What the debrief shows of the judgement, no more. */
const exportedDebriefSchema = debriefSchema.pick({
  status: true,
  unscorable: true,
  headline: true,
  score: true,
  cap: true,
  evidenceCompleteness: true,
  skills: true,
  checks: true,
  focus: true,
  good: true,
  notes: true,
  hidden: true,
  versions: true,
});

const exportedTalkSchema = z.object({
  summary: sessionSummarySchema,
  messages: z.array(messageSchema),
  turns: z.array(exportedTurnSchema),
  hints: z.array(z.object({ turn: z.number().int(), text: z.string(), createdAt: time })),
  shares: z.array(z.object({ createdAt: time, expiresAt: time, revokedAt: time.nullable() })),
  debrief: exportedDebriefSchema.nullable().describe("null until the talk has ended"),
});
export type ExportedTalk = z.infer<typeof exportedTalkSchema>;
export type ExportedTurn = z.infer<typeof exportedTurnSchema>;

/** A row of the audit log by the person, about them or about their practice. */
const exportedEventSchema = z.object({
  seq: z.number().int(),
  at: time,
  by: z.enum(["self", "other", "operator", "system"]),
  role: z.string(),
  action: z.string(),
  target: z.string().nullable(),
  requestId: z.string().nullable().describe("of the person's own requests"),
  detail: z.record(z.string(), z.unknown()),
});
export type ExportedEvent = z.infer<typeof exportedEventSchema>;

/** What stands before the long lists. */
const exportHeadSchema = z.object({
  format: z.literal("salesboost.personal-data"),
  version: z.literal(exportVersion),
  generatedAt: time,
  leftOut: z.array(z.string()).describe("what is held and not in here, and why"),
  profile: profileSchema,
  teams: z.array(z.object({ name: z.string(), leads: z.boolean(), since: time })),
  logins: z.array(loginSchema),
  keys: z.array(keySchema),
  usage: z.array(usageSchema),
});
export type ExportHead = z.infer<typeof exportHeadSchema>;

/** Everything held of one person. */
export const personalDataSchema = exportHeadSchema
  .extend({
    talks: z.array(exportedTalkSchema),
    memories: z.array(memorySchema),
    log: z.array(exportedEventSchema),
  })
  .meta({ id: "PersonalData" });

const typedAddress = z.string().trim().min(3).max(320).describe("the address of whoever is erased, typed out");

/** Nobody is erased by a slip: the address is typed out. */
export const eraseMeSchema = z.strictObject({ confirm: typedAddress }).meta({ id: "EraseMe" });
export const erasePersonSchema = z.strictObject({ userId: uuid, confirm: typedAddress });
/** By address, or by the number that the audit log has for somebody: removed people have no address any more. */
export const findPersonSchema = z.strictObject({
  email: z.union([z.email().max(320), uuid, z.templateLiteral(["user:", uuid])]),
});

/** Somebody who may be erased. Nothing of what they practised. */
export interface FoundPerson {
  id: string;
  name: string;
  email: string;
}

/** Shortest and longest time that practice may be kept for, days. */
export const shortestRetention = 7;
export const longestRetention = 3650;
/** Days that practice which was kept of a removed person stays where no time is set. */
export const keptOfRemoved = 90;
export const retentionDays = z.number().int().min(shortestRetention).max(longestRetention).nullable();
export const practiceRetentionSchema = z.strictObject({ days: retentionDays }).meta({ id: "PracticeRetention" });

/** How much would go now. Few are not told apart: who looks must not count single people's talks. */
export const retentionPreviewSchema = z.object({
  talks: z.number().int().nullable(),
  memories: z.number().int().nullable(),
});
export type RetentionPreview = z.infer<typeof retentionPreviewSchema>;

/** Fewest people behind a number about a group. */
export const smallestGroup = 5;

/**
 * Why a number is not shown: fewer than `smallestGroup` people are behind it; one of them is most of it; or another
 * team's number beside it would tell what a few people did.
 */
export const withheldReasons = ["too_few", "one_dominates", "tells_apart"] as const;
export type WithheldReason = (typeof withheldReasons)[number];

const figure = z.union([
  z.object({ value: z.number(), withheld: z.null() }),
  z.object({ value: z.null(), withheld: z.enum(withheldReasons) }),
]);
export type Figure = z.infer<typeof figure>;

const teamPeriodSchema = z.object({
  days: z.union([z.literal(30), z.literal(90)]),
  /** first day, and the Monday it ends before; both UTC */
  from: z.iso.date(),
  until: z.iso.date(),
  practicesPerWeek: figure.describe("ended talks in a week, to the nearest 5"),
  shareScored: figure.describe("percent of ended talks that got a score, to the nearest 10"),
  skills: z.array(
    z.object({ skill: z.enum(skills), median: figure.describe("of each person's median, to the nearest 5") }),
  ),
});

/** What a team did together. A number stands for at least `smallestGroup` people or is not shown. */
export const teamAggregatesSchema = z
  .object({ teamId: uuid, smallestGroup: z.number().int(), periods: z.array(teamPeriodSchema) })
  .meta({ id: "TeamAggregates" });
export type TeamAggregates = z.infer<typeof teamAggregatesSchema>;
