import type { Policy } from "@/lib/contracts/content";
import { policy as before } from "../saas-renewal-en/policy";

/** The same house rules as in the first talk. */
export const policy: Policy = {
  ...before,
  id: "saas-renewal-followup-en-policy",
  version: 1,
  title: "Rotaline sales policy: second talks",
};
