"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { rewindSchema } from "@/lib/contracts/branches";
import { memoryParamsSchema } from "@/lib/contracts/memory";
import { themes } from "@/lib/contracts/preferences";
import { startSessionSchema, uuid } from "@/lib/contracts/session";
import { locales } from "@/lib/contracts/vocabulary";
import { rewindSession } from "@/lib/domain/branches";
import { retryEvaluation } from "@/lib/domain/evaluations";
import { askHint } from "@/lib/domain/hints";
import { forgetMemory } from "@/lib/domain/memories";
import { setPreferences } from "@/lib/domain/people";
import { deleteSession, endSession, startSession } from "@/lib/domain/sessions";
import { createShare, revokeShare } from "@/lib/domain/shares";
import { themeCookie } from "@/lib/i18n/choice";
import { env } from "@/lib/platform/env";
import { defineAction } from "@/lib/platform/http/action";
import { localeCookie } from "@/lib/platform/locale";

const talk = z.strictObject({ sessionId: uuid });

async function keepChoice(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, {
    path: "/",
    maxAge: 31_536_000,
    sameSite: "lax",
    httpOnly: true,
    secure: env().authUrl.startsWith("https:"),
  });
}

export const startPractice = defineAction({
  access: "session:practise",
  input: startSessionSchema,
  handler: async ({ ctx, input }) => ({ sessionId: (await startSession(ctx, input)).id }),
});

export const endPractice = defineAction({
  access: "session:practise",
  input: talk,
  handler: async ({ ctx, input }) => {
    await endSession(ctx, input);
    return null;
  },
});

export const giveHint = defineAction({
  access: "session:practise",
  input: talk,
  handler: ({ ctx, input }) => askHint(ctx, input),
});

export const deleteTalk = defineAction({
  access: "session:delete_own",
  input: talk,
  handler: async ({ ctx, input }) => {
    await deleteSession(ctx, input);
    return null;
  },
});

export const rewindTalk = defineAction({
  access: "session:practise",
  input: talk.extend(rewindSchema.shape),
  handler: async ({ ctx, input }) => ({ sessionId: (await rewindSession(ctx, input)).id }),
});

export const forgetTalk = defineAction({
  access: "memory:delete_own",
  input: memoryParamsSchema,
  handler: async ({ ctx, input }) => {
    await forgetMemory(ctx, input);
    return null;
  },
});

export const readAgain = defineAction({
  access: "evaluation:retry_own",
  input: talk,
  handler: async ({ ctx, input }) => {
    await retryEvaluation(ctx, input);
    return null;
  },
});

export const shareDebrief = defineAction({
  access: "share:create_own",
  input: talk.extend({ days: z.number().int().min(1).max(30) }),
  handler: async ({ ctx, input }) => {
    const { url, expiresAt } = await createShare(ctx, input);
    return { url, expiresAt };
  },
});

export const takeBackShare = defineAction({
  access: "share:create_own",
  input: talk,
  handler: async ({ ctx, input }) => {
    await revokeShare(ctx, input);
    return null;
  },
});

export const chooseLocale = defineAction({
  access: "profile:update_own",
  input: z.enum(locales),
  handler: async ({ ctx, input }) => {
    await setPreferences(ctx, { locale: input });
    await keepChoice(localeCookie, input);
    return null;
  },
});

export const chooseTheme = defineAction({
  access: "profile:update_own",
  input: z.enum(themes),
  handler: async ({ ctx, input }) => {
    await setPreferences(ctx, { theme: input });
    await keepChoice(themeCookie, input);
    return null;
  },
});
