import { z } from "zod";
import { complianceFlagSchema } from "./moves";
import { messageSchema, moodSchema } from "./session";
import { endReasons, outcomes, stages } from "./vocabulary";

/**
 * Data parts of a turn's AI SDK UI message stream, as `data-<name>`. Text deltas carry ids prefixed by the speaker.
 * Order: turn-start, then per buyer start-step, speaker-start, text, speaker-end, finish-step, then the rest, turn-end | turn-fail.
 */
export const streamParts = {
  "turn-start": z.object({
    turnId: z.string(),
    turn: z.number().int(),
    message: messageSchema.describe("the trainee's message as stored"),
  }),
  "speaker-start": z.object({ speaker: z.string(), messageId: z.string(), number: z.number().int() }),
  "speaker-end": z.object({ speaker: z.string(), messageId: z.string() }),
  "reply-replace": z.object({ messageId: z.string(), text: z.string() }),
  "state-update": z.object({
    stage: z.enum(stages),
    moods: z.array(moodSchema),
    turn: z.number().int(),
    turnsLeft: z.number().int(),
  }),
  "hint-show": z.object({ turn: z.number().int(), text: z.string() }),
  "compliance-flag": z.object({ messageId: z.string(), flag: complianceFlagSchema }),
  "degraded-notice": z.object({
    model: z.string(),
    /** the budget did not cover the usual model, or it could not answer */
    because: z.enum(["budget", "fault"]),
  }),
  "turn-end": z.object({
    turnId: z.string(),
    outcome: z.enum(outcomes).nullable(),
    endReason: z.enum(endReasons).nullable(),
  }),
  "turn-fail": z.object({
    turnId: z.string(),
    status: z.enum(["interrupted", "stopped", "failed"]),
    code: z.string(),
    requestId: z.string(),
  }),
} as const;
export type StreamPartName = keyof typeof streamParts;
export type StreamData = { [K in StreamPartName]: z.infer<(typeof streamParts)[K]> };
