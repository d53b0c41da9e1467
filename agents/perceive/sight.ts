import type { Move } from "@/lib/contracts/moves";
import type { MoveType } from "@/lib/contracts/vocabulary";
import type { Clause } from "./clauses";
import type { Context } from "./context";
import type { FoundNumber } from "./numbers";
import type { Form } from "./questions";
import type { Table } from "./tables";

/** A move of one clause; its span is that of the clause or its sentence. */
export type Draft = Omit<Move, "span"> & {
  whole?: boolean;
  /** leads in to a question: no move of its own when one follows */
  lead?: boolean;
  /** on the subject of an objection, with nothing of the seller's own: a recognition after it takes it up */
  bare?: boolean;
};

/** What reading one clause leaves behind for the next. */
export interface Reading {
  clause: Clause;
  drafts: Draft[];
  form: Form;
  topics: string[];
  content: Set<string>;
  /** takes up words of the buyer or of an open objection */
  named: boolean;
  referred: boolean;
  /** a formula of understanding, nothing named */
  formula: boolean;
  /** acknowledged by naming what was told */
  found?: boolean;
  /** politeness only */
  empty: boolean;
  /** end of a question for consent that belongs to this clause's move */
  consent?: number;
}

/** One clause with all that its reading looks at. */
export interface Sight {
  clause: Clause;
  raw: string;
  sentence: string;
  text: string;
  topics: string[];
  content: Set<string>;
  numbers: FoundNumber[];
  form: Form;
  table: Table;
  context: Context;
  before: Reading | undefined;
  found?: boolean;
  hits: Map<MoveType, { name: string; whole: boolean }>;
}
