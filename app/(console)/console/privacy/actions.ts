"use server";

import { z } from "zod";
import { erasePersonSchema, findPersonSchema, practiceRetentionSchema, retentionDays } from "@/lib/contracts/privacy";
import { erasePerson, findByAddress } from "@/lib/domain/privacy-erasure";
import { previewRetention, setPracticeRetention } from "@/lib/domain/privacy-retention";
import { defineAction } from "@/lib/platform/http/action";

export const lookAhead = defineAction({
  access: "privacy:manage",
  limit: "read",
  input: z.strictObject({ days: retentionDays.unwrap() }),
  handler: ({ ctx, input }) => previewRetention(ctx, input),
});

export const keepPractice = defineAction({
  access: "privacy:manage",
  input: practiceRetentionSchema,
  handler: async ({ ctx, input }) => {
    await setPracticeRetention(ctx, input);
    return null;
  },
});

export const findPerson = defineAction({
  access: "privacy:manage",
  limit: "read",
  input: findPersonSchema,
  handler: ({ ctx, input }) => findByAddress(ctx, input),
});

export const eraseSomebody = defineAction({
  access: "privacy:manage",
  input: erasePersonSchema,
  handler: async ({ ctx, input }) => {
    await erasePerson(ctx, input);
    return null;
  },
});
