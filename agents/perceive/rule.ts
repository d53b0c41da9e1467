import type { MoveType } from "@/lib/contracts/vocabulary";

/** One named way of making a move. Patterns read folded, lower-case text of one clause (or its whole sentence). */
export interface Rule {
  name: string;
  move: MoveType;
  pattern: RegExp;
  /** what takes the match back: a negation, a look-alike */
  not?: RegExp;
  /** read the whole sentence, and span it */
  whole?: boolean;
  /** counts only where the clause names nothing of the scenario */
  soft?: boolean;
  /** counts only as a question, or only as a statement */
  form?: "question" | "statement";
  /** presses even when put as a question */
  urges?: boolean;
}

/** Patterns that are no move themselves but decide about one. */
export interface Cues {
  /** "you said …": refers to the buyer's words */
  referral: RegExp;
  /** recognition that must also name the concern */
  recognition: RegExp;
  /** admits one's own fault: recognition in itself */
  admission: RegExp;
  /** formula of understanding that names nothing */
  formula: RegExp;
  /** asks to tell, though not as a question */
  invites: RegExp;
  open: RegExp;
  /** opens a question only where a question mark stands */
  openAsked: RegExp;
  notOpen: RegExp;
  closed: RegExp;
  notClosed: RegExp;
  /** consent to a plan just proposed */
  consent: RegExp;
  /** about the seller's own side */
  ours: RegExp;
  /** about the buyer's side only */
  yours: RegExp;
  /** refers back without naming */
  back: RegExp;
  /** nothing but politeness: no move of its own beside others */
  empty: RegExp;
  /** asserts something that could be looked up */
  assertion: RegExp;
  /** universal, superlative or hearsay */
  sweeping: RegExp;
  /** figures that are no quote: what the buyer pays, saves, said */
  notPrice: RegExp;
  price: RegExp;
  /** names the condition of a discount; group 1 or the whole match */
  tie: RegExp;
  /** who does the next step */
  owner: RegExp;
}
