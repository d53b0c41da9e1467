import { disclosuresDue } from "@/agents/guard/policy";
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
  const said = talk.trainee.map(({ turn, text }) => ({ turn, text }));
  const due = disclosuresDue(talk.bundle.policy, { moves: talk.moves, said, turn: talk.state.turn });
  const missed = due.find(({ status }) => status === "missed");
  if (missed) {
    const trigger = talk.moves.find((move) => move.turn === missed.triggeredTurn && move.type === missed.trigger);
    const called = trigger ? talk.quote(trigger) : [];
    return absent(talk, called, say(talk.locale, "missing", { n: called[0]?.messageNumber ?? 0, what: missed.label }));
  }
  if (due.some(({ status }) => status === "due")) return notApplicable(talk, "endedFirst");
  const given = due.flatMap((text) => {
    const message = text.given && talk.traineeTurn(text.given.turn);
    return message && text.given ? quoteSpan(message, text.given.span) : [];
  });
  return due.length === 0 ? notApplicable(talk) : met(talk, given);
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
