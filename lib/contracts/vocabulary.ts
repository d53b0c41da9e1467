/** The words of the domain, one definition for code, database, API, UI and docs. */
export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];

export const difficulties = ["easy", "standard", "hard", "expert"] as const;
export type Difficulty = (typeof difficulties)[number];

export const stages = ["opening", "discovery", "presentation", "objection_handling", "closing", "ended"] as const;
export type Stage = (typeof stages)[number];

export const outcomes = ["won", "follow_up", "lost", "abandoned", "expired"] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a talk ended, finer than its outcome. */
export const endReasons = [
  "commitment",
  "next_step",
  "patience",
  "walk_away",
  "insulted",
  "stuck",
  "trainee",
  "turn_limit",
  "time_limit",
] as const;
export type EndReason = (typeof endReasons)[number];

export const moveTypes = [
  "greet",
  "build_rapport",
  "set_agenda",
  "ask_open",
  "ask_closed",
  "probe",
  "acknowledge",
  "empathise",
  "summarise",
  "present_value",
  "make_claim",
  "quote_price",
  "offer_discount",
  "address_objection",
  "ask_commitment",
  "propose_next_step",
  "pressure",
  "disparage",
  "unprofessional",
  "off_topic",
  "break_role",
  "filler",
] as const;
export type MoveType = (typeof moveTypes)[number];

/**
 * How well a move was made, decided by code from the state before the turn.
 * present_value: linked|blind · make_claim: supported|contradicted|not_in_knowledge · quote_price: in_order|early ·
 * offer_discount: traded|bare · address_objection: concern_known|acknowledged_only|neither ·
 * ask_commitment: ready|early · propose_next_step: dated|vague
 */
export const qualities = [
  "linked",
  "blind",
  "supported",
  "contradicted",
  "not_in_knowledge",
  "in_order",
  "early",
  "traded",
  "bare",
  "concern_known",
  "acknowledged_only",
  "neither",
  "ready",
  "dated",
  "vague",
] as const;
export type Quality = (typeof qualities)[number];

export const intents = [
  "greet",
  "answer",
  "ask_price",
  "ask_benefit",
  "ask_proof",
  "compare_competitor",
  "raise_objection",
  "hesitate",
  "negotiate",
  "signal_interest",
  "accept",
  "reject_soft",
  "reject_hard",
  "press_for_time",
  "small_talk",
] as const;
export type Intent = (typeof intents)[number];

export const meters = ["trust", "interest", "patience"] as const;
export type Meter = (typeof meters)[number];

export const archetypes = [
  "price_sensitive",
  "sceptical",
  "silent",
  "busy",
  "interested",
  "comparison_shopper",
  "gatekeeper",
  "technical_evaluator",
] as const;
export type Archetype = (typeof archetypes)[number];

export const skills = [
  "opening",
  "discovery",
  "value",
  "objection_handling",
  "closing",
  "empathy",
  "clarity",
  "compliance",
] as const;
export type Skill = (typeof skills)[number];

export const roles = ["trainee", "manager", "author", "admin", "auditor"] as const;
export type Role = (typeof roles)[number];

/** Mood words shown instead of numbers; index = floor(meter / 25), 100 counts with the last. */
export const moodBands = {
  trust: ["guarded", "cautious", "open", "confiding"],
  interest: ["indifferent", "listening", "curious", "keen"],
  patience: ["spent", "thin", "steady", "ample"],
} as const;

export const checkStatuses = ["met", "not_met", "not_applicable", "not_evidenced", "contested"] as const;
export type CheckStatus = (typeof checkStatuses)[number];

export const unscorableReasons = [
  "too_short",
  "insufficient_evidence",
  "buyer_failed",
  "judge_unavailable",
  "language_unsupported",
] as const;
export type UnscorableReason = (typeof unscorableReasons)[number];

export const evaluationStatuses = ["queued", "judging", "scored", "unscorable", "failed"] as const;
export type EvaluationStatus = (typeof evaluationStatuses)[number];
