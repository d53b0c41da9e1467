import type { CheckRule } from "@/lib/contracts/content";
import type { Rule } from "../input";
import * as clarity from "./clarity";
import * as closing from "./closing";
import * as compliance from "./compliance";
import * as discovery from "./discovery";
import * as empathy from "./empathy";
import * as objections from "./objections";
import * as opening from "./opening";
import * as value from "./value";

/** The forty checks as rules. Each reads one observable condition. */
export const rules: Record<CheckRule, Rule> = {
  reason: opening.reason,
  agenda: opening.agenda,
  brief: opening.brief,
  no_pitch: opening.noPitch,
  room: opening.room,
  open3: discovery.open3,
  follow_up: discovery.followUp,
  impact: discovery.impact,
  decision: discovery.decision,
  needs: discovery.needs,
  linked: value.linked,
  quantified: value.quantified,
  proof: value.proof,
  price_after: value.priceAfter,
  check_in: value.checkIn,
  ack_first: objections.ackFirst,
  clarify: objections.clarify,
  real_concern: objections.realConcern,
  evidence: objections.evidence,
  confirm: objections.confirm,
  asked: closing.asked,
  timed: closing.timed,
  dated: closing.dated,
  trade: closing.trade,
  deciders: closing.deciders,
  own_words: empathy.ownWords,
  no_but: empathy.noBut,
  answers: empathy.answers,
  time: empathy.time,
  no_force: empathy.noForce,
  short: clarity.short,
  one_ask: clarity.oneAsk,
  summary: clarity.summary,
  plain: clarity.plain,
  figures: clarity.figures,
  banned: compliance.banned,
  disclosure: compliance.disclosure,
  authority: compliance.authority,
  truth: compliance.truth,
  privacy: compliance.privacy,
};
