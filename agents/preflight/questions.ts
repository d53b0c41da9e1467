import { clinicSoftwareEn, clinicSoftwareZh } from "./questions-clinic-software";
import { packagingLineEn, packagingLineZh } from "./questions-packaging-line";
import { renewalFollowUpEn, renewalFollowUpZh } from "./questions-saas-renewal-followup";

/**
 * Natural questions by scenario and topic, for the shipped sellers. A topic without an entry is asked about in general words.
 * Each scenario's own questions stand in a file of its own beside this one.
 */
export const questions: Record<string, Record<string, string[]>> = {
  "clinic-software-en": clinicSoftwareEn,
  "clinic-software-zh": clinicSoftwareZh,
  "packaging-line-en": packagingLineEn,
  "packaging-line-zh": packagingLineZh,
  "saas-renewal-followup-en": renewalFollowUpEn,
  "saas-renewal-followup-zh": renewalFollowUpZh,
};
