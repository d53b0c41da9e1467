import type { ScenarioBundle } from "@/lib/contracts/content";
import { persona as priya } from "./saas-renewal-en/persona";
import { policy as saasEnPolicy } from "./saas-renewal-en/policy";
import { rubric as saasEnRubric } from "./saas-renewal-en/rubric";
import { scenario as saasEn } from "./saas-renewal-en/scenario";
import { persona as shenMin } from "./saas-renewal-zh/persona";
import { policy as saasZhPolicy } from "./saas-renewal-zh/policy";
import { rubric as saasZhRubric } from "./saas-renewal-zh/rubric";
import { scenario as saasZh } from "./saas-renewal-zh/scenario";
import { persona as denise } from "./card-upgrade-en/persona";
import { policy as cardEnPolicy } from "./card-upgrade-en/policy";
import { rubric as cardEnRubric } from "./card-upgrade-en/rubric";
import { scenario as cardEn } from "./card-upgrade-en/scenario";
import { persona as heXiulan } from "./card-upgrade-zh/persona";
import { policy as cardZhPolicy } from "./card-upgrade-zh/policy";
import { rubric as cardZhRubric } from "./card-upgrade-zh/rubric";
import { scenario as cardZh } from "./card-upgrade-zh/scenario";
import { persona as walt } from "./equipment-en/persona";
import { policy as equipmentEnPolicy } from "./equipment-en/policy";
import { rubric as equipmentEnRubric } from "./equipment-en/rubric";
import { scenario as equipmentEn } from "./equipment-en/scenario";
import { persona as liangZhigang } from "./equipment-zh/persona";
import { policy as equipmentZhPolicy } from "./equipment-zh/policy";
import { rubric as equipmentZhRubric } from "./equipment-zh/rubric";
import { scenario as equipmentZh } from "./equipment-zh/scenario";
import { persona as priyaLater } from "./saas-renewal-followup-en/persona";
import { policy as saasFollowEnPolicy } from "./saas-renewal-followup-en/policy";
import { rubric as saasFollowEnRubric } from "./saas-renewal-followup-en/rubric";
import { scenario as saasFollowEn } from "./saas-renewal-followup-en/scenario";
import { persona as shenMinLater } from "./saas-renewal-followup-zh/persona";
import { policy as saasFollowZhPolicy } from "./saas-renewal-followup-zh/policy";
import { rubric as saasFollowZhRubric } from "./saas-renewal-followup-zh/rubric";
import { scenario as saasFollowZh } from "./saas-renewal-followup-zh/scenario";

/** The scenarios shipped as seed content: three families, each written natively in English and in Simplified Chinese. */
export const bundles: ScenarioBundle[] = [
  { scenario: saasEn, personas: [priya], rubric: saasEnRubric, policy: saasEnPolicy },
  { scenario: saasZh, personas: [shenMin], rubric: saasZhRubric, policy: saasZhPolicy },
  { scenario: cardEn, personas: [denise], rubric: cardEnRubric, policy: cardEnPolicy },
  { scenario: cardZh, personas: [heXiulan], rubric: cardZhRubric, policy: cardZhPolicy },
  { scenario: equipmentEn, personas: [walt], rubric: equipmentEnRubric, policy: equipmentEnPolicy },
  { scenario: equipmentZh, personas: [liangZhigang], rubric: equipmentZhRubric, policy: equipmentZhPolicy },
  { scenario: saasFollowEn, personas: [priyaLater], rubric: saasFollowEnRubric, policy: saasFollowEnPolicy },
  { scenario: saasFollowZh, personas: [shenMinLater], rubric: saasFollowZhRubric, policy: saasFollowZhPolicy },
];
