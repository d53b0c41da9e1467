import type { Quote } from "@/lib/contracts/debrief";
import type { PatternRule } from "@/lib/contracts/content";
import type { Rule, Talk } from "../input";
import { absent, broken, clean, met, notApplicable } from "../reading";
import { say } from "../say";
import { quoteSpan } from "../evidence";

function hits(talk: Talk, rules: PatternRule[], severities: readonly string[]): Quote[] {
  return talk.trainee.flatMap((message) =>
    message.flags
      .filter((flag) => severities.includes(flag.severity) && rules.some((rule) => rule.id === flag.ruleId))
      .flatMap((flag) => quoteSpan(message, flag.span)),
  );
}

/** No banned claim. A blocker. */
export const banned: Rule = (talk) => {
  const found = hits(talk, talk.bundle.policy.bannedClaims, ["block", "warn"]);
  return found.length > 0 ? broken(talk, found) : clean(talk);
};

/** No needless personal data. */
export const privacy: Rule = (talk) => {
  const found = hits(talk, talk.bundle.policy.privacy, ["block", "warn", "info"]);
  return found.length > 0 ? broken(talk, found) : clean(talk);
};

/** Each text that came due was said within its turns. */
export const disclosure: Rule = (talk) => {
  const given: Quote[] = [];
  let due = 0;
  for (const rule of talk.bundle.policy.requiredDisclosures) {
    const trigger = talk.first(rule.trigger);
    if (!trigger) continue;
    due++;
    const window = talk.trainee.filter((m) => m.turn >= trigger.turn && m.turn <= trigger.turn + rule.withinTurns);
    const said = window.flatMap((message) =>
      rule.patterns.flatMap((pattern) => {
        const hit = new RegExp(pattern, "iu").exec(message.text);
        return hit ? quoteSpan(message, { start: hit.index, end: hit.index + hit[0].length }) : [];
      }),
    )[0];
    if (said) {
      given.push(said);
      continue;
    }
    if (talk.state.turn < trigger.turn + rule.withinTurns) return notApplicable(talk, "endedFirst");
    const called = talk.quote(trigger);
    return absent(talk, called, say(talk.locale, "missing", { n: called[0]?.messageNumber ?? 0, what: rule.label }));
  }
  return due === 0 ? notApplicable(talk) : met(talk, given);
};

/** A discount stays within the trainee's authority, or its approval is named. */
export const authority: Rule = (talk) => {
  const { policy } = talk.bundle;
  const offers = talk.of("offer_discount").filter((move) => move.percent !== undefined);
  if (offers.length === 0) return notApplicable(talk);
  const over = offers.find((move) => {
    const text = talk.message(move.messageId)?.text ?? "";
    const approved = policy.approvalPatterns.some((pattern) => new RegExp(pattern, "iu").test(text));
    return (move.percent ?? 0) > policy.maxDiscountPct && !approved;
  });
  return over ? broken(talk, talk.quote(over)) : met(talk, talk.quote(offers[0]!));
};

/** No claim goes against the sheet. */
export const truth: Rule = (talk) => {
  const claims = talk.of("make_claim");
  const wrong = claims.find((move) => move.quality === "contradicted");
  if (wrong) return broken(talk, talk.quote(wrong, "sentence"));
  return claims.length > 0 ? clean(talk) : notApplicable(talk);
};
