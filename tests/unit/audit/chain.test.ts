import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ChainCheck, hashOf, type ChainRow } from "@/lib/domain/audit-chain";

/** A whole chain of so many rows, from row `from` on. */
function chain(length: number, from = 1, before: string | null = null): ChainRow[] {
  const rows: ChainRow[] = [];
  for (let seq = from; seq < from + length; seq += 1) {
    const row = {
      id: `00000000-0000-4000-8000-${String(seq).padStart(12, "0")}`,
      tenantId: "11111111-1111-4111-8111-111111111111",
      at: `2026-01-01T00:00:00.${String(seq).padStart(6, "0")}Z`,
      seq,
      actorId: null,
      actorRole: "admin",
      action: "user.add",
      subject: "user:1",
      requestId: "r",
      detail: "{}",
      prevHash: rows.at(-1)?.hash ?? before,
      hash: "",
    };
    rows.push({ ...row, hash: hashOf(row) });
  }
  return rows;
}

function faultOf(rows: ChainRow[], whole = rows, anchor?: { seq: number; hash: string }) {
  const check = new ChainCheck(anchor);
  for (const row of rows) check.take(row);
  const last = whole.at(-1);
  return check.finish(last ? { seq: last.seq, hash: last.hash } : null).fault;
}

describe("the check of the audit log", () => {
  test("finds nothing in a whole chain, nor in an empty one", () => {
    expect(faultOf(chain(20))).toBeNull();
    expect(faultOf([])).toBeNull();
  });

  test("finds any value of any row changed", () => {
    const fields = [
      "id",
      "tenantId",
      "at",
      "actorId",
      "actorRole",
      "action",
      "subject",
      "requestId",
      "detail",
    ] as const;
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.constantFrom(...fields), fc.string(), (at, field, value) => {
        const rows = chain(10);
        const changed = rows.map((row, index) => (index === at ? { ...row, [field]: value } : row));
        expect(faultOf(changed, rows)).toMatchObject({ seq: at + 1, kind: "changed" });
      }),
    );
  });

  test("finds any row removed", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), (at) => {
        const rows = chain(10);
        expect(faultOf(rows.toSpliced(at, 1), rows)).toEqual({ seq: at + 1, id: null, kind: "missing" });
      }),
    );
  });

  test("finds a changed row whose own hash was mended", () => {
    const rows = chain(5);
    const mended = rows.map((row) => (row.seq === 3 ? { ...row, subject: "user:2" } : row));
    const again = mended.map((row) => (row.seq === 3 ? { ...row, hash: hashOf(row) } : row));
    expect(faultOf(again, rows)).toMatchObject({ seq: 4, kind: "unlinked" });
  });

  test("finds a last row that the head does not know", () => {
    const rows = chain(6);
    expect(faultOf(rows, rows.slice(0, 5))).toMatchObject({ seq: 6, kind: "added" });
  });

  test("finds a chain written anew as a whole by a hash noted before", () => {
    const [rows, anew] = [chain(6), chain(6, 1).map((row) => ({ ...row, actorRole: "author" }))];
    for (const [index, row] of anew.entries()) {
      row.prevHash = anew[index - 1]?.hash ?? null;
      row.hash = hashOf(row);
    }
    expect(faultOf(anew)).toBeNull();
    expect(faultOf(anew, anew, { seq: 4, hash: rows[3]?.hash ?? "" })).toMatchObject({ seq: 4, kind: "rewritten" });
    expect(faultOf(rows, rows, { seq: 4, hash: rows[3]?.hash ?? "" })).toBeNull();
    expect(faultOf(rows, rows, { seq: 9, hash: "h" })).toEqual({ seq: 9, id: null, kind: "missing" });
  });

  test("lets a chain begin late only where a row of it vouches for the cut, to the very hash", () => {
    const [first] = chain(1);
    const cut = (lastHash: string) => {
      const rows = chain(3, 2, first?.hash);
      const last = rows.at(-1);
      if (!first || !last) throw new Error("there are rows");
      Object.assign(last, { action: "audit.cut", detail: JSON.stringify({ lastSeq: 1, lastHash }) });
      last.hash = hashOf(last);
      return rows;
    };
    expect(faultOf(cut(first?.hash ?? ""))).toBeNull();
    expect(faultOf(cut("another"))).toEqual({ seq: 1, id: null, kind: "missing" });
    expect(faultOf(chain(3, 2, first?.hash))).toEqual({ seq: 1, id: null, kind: "missing" });
  });
});
