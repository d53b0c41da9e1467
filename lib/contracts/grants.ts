import { z } from "zod";
import { uuid } from "./session";

export const grantParamsSchema = z.strictObject({ id: uuid });

/** Longest that a grant runs, in hours. */
export const longestGrant = 72;

/** An operator's time-boxed way into a tenant's talks, as its administrators see it. */
export interface OperatorGrant {
  id: string;
  /** who, as the operator's own system knows them */
  operator: string;
  reason: string;
  from: string;
  until: string;
  /** when an administrator or the operator ended it before its time */
  endedAt: string | null;
  lastUsedAt: string | null;
  state: "running" | "expired" | "ended";
}
