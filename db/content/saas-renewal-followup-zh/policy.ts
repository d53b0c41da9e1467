import type { Policy } from "@/lib/contracts/content";
import { policy as before } from "../saas-renewal-zh/policy";

/** 规矩和第一次谈话时一样。 */
export const policy: Policy = {
  ...before,
  id: "saas-renewal-followup-zh-policy",
  version: 1,
  title: "简账费控续费销售规范：二次沟通",
};
