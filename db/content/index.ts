import type { ScenarioBundle } from "@/lib/contracts/content";
import { persona as priya } from "./saas-renewal-en/persona";
import { policy as saasEnPolicy } from "./saas-renewal-en/policy";
import { rubric as saasEnRubric } from "./saas-renewal-en/rubric";
import { scenario as saasEn } from "./saas-renewal-en/scenario";

/** The scenarios shipped as seed content: three families, each written natively in English and in Simplified Chinese. */
export const bundles: ScenarioBundle[] = [
  { scenario: saasEn, personas: [priya], rubric: saasEnRubric, policy: saasEnPolicy },
];
