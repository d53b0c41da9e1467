import { createHash } from "node:crypto";
import type { ChainFault, ChainReport } from "@/lib/contracts/audit";

/** A row as the database wrote it: every value as text, so that its hash can be computed again to the letter. */
export interface ChainRow {
  id: string;
  tenantId: string;
  /** UTC with microseconds, `2026-01-31T09:00:00.000000Z` */
  at: string;
  seq: number;
  actorId: string | null;
  actorRole: string;
  action: string;
  subject: string | null;
  requestId: string;
  /** JSON as the database prints it */
  detail: string;
  prevHash: string | null;
  hash: string;
}

/** Where a chain ends, kept apart from its rows. */
export interface ChainHead {
  seq: number;
  hash: string | null;
}

const field = (value: string | null) => (value === null ? "-," : `${Buffer.byteLength(value)}:${value},`);

/** SHA-256 in hex over the row and the hash before it. The same as `audit_hash` in the database. */
export function hashOf(row: ChainRow): string {
  const values = [row.prevHash, row.tenantId, String(row.seq), row.id, row.at, row.actorId, row.actorRole];
  const rest = [row.action, row.subject, row.requestId, row.detail];
  return createHash("sha256")
    .update([...values, ...rest].map(field).join(""))
    .digest("hex");
}

/** The place up to which a row says that the log was cut, or null. */
function cutOf({ action, detail }: ChainRow): { lastSeq: unknown; lastHash: unknown } | null {
  if (action !== "audit.cut") return null;
  const told: unknown = JSON.parse(detail);
  return told && typeof told === "object" && "lastSeq" in told && "lastHash" in told ? told : null;
}

/**
 * Reads a tenant's chain row by row, in order of `seq`, and remembers the first thing that is wrong with it. Holds no
 * rows. A chain that begins after its first row needs a row of its own that vouches for the cut.
 */
export class ChainCheck {
  private first: ChainRow | null = null;
  private last: ChainRow | null = null;
  private fault: ChainFault | null = null;
  private vouched = false;
  private rows = 0;

  /** `anchor`: a place and hash that were written down elsewhere, which the chain must still go through. */
  constructor(private readonly anchor?: { seq: number; hash: string }) {}

  private faultOf(row: ChainRow): ChainFault | null {
    const { seq, id } = row;
    const expected = this.last ? this.last.seq + 1 : null;
    if (expected === null && seq < 1) return { seq, id, kind: "added" };
    if (expected !== null && seq < expected) return { seq, id, kind: "added" };
    if (expected !== null && seq > expected) return { seq: expected, id: null, kind: "missing" };
    if (row.hash !== hashOf(row)) return { seq, id, kind: "changed" };
    if (this.last ? row.prevHash !== this.last.hash : seq === 1 && row.prevHash !== null)
      return { seq, id, kind: "unlinked" };
    if (this.anchor?.seq === seq && this.anchor.hash !== row.hash) return { seq, id, kind: "rewritten" };
    return null;
  }

  /** The next row. */
  take(row: ChainRow): void {
    this.rows += 1;
    this.fault ??= this.faultOf(row);
    this.first ??= row;
    this.last = row;
    const cut = this.fault ? null : cutOf(row);
    if (cut && cut.lastSeq === this.first.seq - 1 && cut.lastHash === this.first.prevHash) this.vouched = true;
  }

  private endFault(head: ChainHead | null): ChainFault | null {
    const { first, last } = this;
    const end = head?.seq ?? 0;
    if (!last || !first) return end > 0 ? { seq: end, id: null, kind: "missing" } : null;
    if (first.seq > 1 && !this.vouched) return { seq: first.seq - 1, id: null, kind: "missing" };
    if (last.seq < end) return { seq: last.seq + 1, id: null, kind: "missing" };
    if (last.seq > end) return { seq: last.seq, id: last.id, kind: "added" };
    if (last.hash !== head?.hash) return { seq: last.seq, id: last.id, kind: "unlinked" };
    // An anchor in what was cut off can no longer be compared; one beyond the end says that the end is gone.
    if (this.anchor && this.anchor.seq > last.seq) return { seq: this.anchor.seq, id: null, kind: "missing" };
    return null;
  }

  /** What came of it, once every row was taken. */
  finish(head: ChainHead | null): ChainReport {
    const { first, last, rows } = this;
    const fault = this.fault ?? this.endFault(head);
    return { rows, from: first?.seq ?? 0, to: last?.seq ?? 0, hash: last?.hash ?? null, fault };
  }
}
