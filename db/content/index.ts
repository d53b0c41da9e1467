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
import { persona as graham } from "./clinic-software-en/persona-graham";
import { persona as nuala } from "./clinic-software-en/persona-nuala";
import { policy as clinicEnPolicy } from "./clinic-software-en/policy";
import { rubric as clinicEnRubric } from "./clinic-software-en/rubric";
import { scenario as clinicEn } from "./clinic-software-en/scenario";
import { declan } from "./packaging-line-en/persona-declan";
import { maeve } from "./packaging-line-en/persona-maeve";
import { orla } from "./packaging-line-en/persona-orla";
import { policy as packagingEnPolicy } from "./packaging-line-en/policy";
import { rubric as packagingEnRubric } from "./packaging-line-en/rubric";
import { scenario as packagingEn } from "./packaging-line-en/scenario";
import { persona as tangLixin } from "./clinic-software-zh/persona-tang";
import { persona as zhouHuilan } from "./clinic-software-zh/persona-zhou";
import { policy as clinicZhPolicy } from "./clinic-software-zh/policy";
import { rubric as clinicZhRubric } from "./clinic-software-zh/rubric";
import { scenario as clinicZh } from "./clinic-software-zh/scenario";
import { persona as priyaLater } from "./saas-renewal-followup-en/persona";
import { policy as saasFollowEnPolicy } from "./saas-renewal-followup-en/policy";
import { rubric as saasFollowEnRubric } from "./saas-renewal-followup-en/rubric";
import { scenario as saasFollowEn } from "./saas-renewal-followup-en/scenario";
import { persona as shenMinLater } from "./saas-renewal-followup-zh/persona";
import { policy as saasFollowZhPolicy } from "./saas-renewal-followup-zh/policy";
import { rubric as saasFollowZhRubric } from "./saas-renewal-followup-zh/rubric";
import { scenario as saasFollowZh } from "./saas-renewal-followup-zh/scenario";
import { daiLijuan } from "./packaging-line-zh/persona-dai";
import { huDesheng } from "./packaging-line-zh/persona-hu";
import { suMinhua } from "./packaging-line-zh/persona-su";
import { policy as packagingZhPolicy } from "./packaging-line-zh/policy";
import { rubric as packagingZhRubric } from "./packaging-line-zh/rubric";
import { scenario as packagingZh } from "./packaging-line-zh/scenario";

/** The scenarios shipped as seed content; each family is written natively in English and in Simplified Chinese. */
export const bundles: ScenarioBundle[] = [
  { scenario: saasEn, personas: [priya], rubric: saasEnRubric, policy: saasEnPolicy },
  { scenario: saasZh, personas: [shenMin], rubric: saasZhRubric, policy: saasZhPolicy },
  { scenario: cardEn, personas: [denise], rubric: cardEnRubric, policy: cardEnPolicy },
  { scenario: cardZh, personas: [heXiulan], rubric: cardZhRubric, policy: cardZhPolicy },
  { scenario: equipmentEn, personas: [walt], rubric: equipmentEnRubric, policy: equipmentEnPolicy },
  { scenario: equipmentZh, personas: [liangZhigang], rubric: equipmentZhRubric, policy: equipmentZhPolicy },
  { scenario: clinicEn, personas: [graham, nuala], rubric: clinicEnRubric, policy: clinicEnPolicy },
  { scenario: clinicZh, personas: [tangLixin, zhouHuilan], rubric: clinicZhRubric, policy: clinicZhPolicy },
  { scenario: packagingEn, personas: [orla, declan, maeve], rubric: packagingEnRubric, policy: packagingEnPolicy },
  { scenario: saasFollowEn, personas: [priyaLater], rubric: saasFollowEnRubric, policy: saasFollowEnPolicy },
  { scenario: saasFollowZh, personas: [shenMinLater], rubric: saasFollowZhRubric, policy: saasFollowZhPolicy },
  {
    scenario: packagingZh,
    personas: [suMinhua, huDesheng, daiLijuan],
    rubric: packagingZhRubric,
    policy: packagingZhPolicy,
  },
];
