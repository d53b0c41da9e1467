import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { auditActions, type AuditEvent } from "@/lib/contracts/audit";
import { auditCsv } from "@/lib/domain/audit-csv";
import { changeOf, redact } from "@/lib/domain/redaction";

describe("what the audit log keeps of a value", () => {
  test("is no secret, whatever it is called and however deep it lies", () => {
    const kept = JSON.stringify(
      redact({
        clientSecret: "s3cret",
        deep: [{ api_key: "s3cret", Authorization: "Bearer s3cret", password: ["s3cret"] }],
        url: "https://user:s3cret@stock.example/mcp?key=s3cret",
      }),
    );
    expect(kept).not.toContain("s3cret");
    expect(kept).toContain("stock.example/mcp");
  });

  test("is nothing that was said", () => {
    const kept = JSON.stringify(redact({ text: "My daughter", messages: [{ body: "My daughter" }], turn: 3 }));
    expect(kept).not.toContain("daughter");
    expect(kept).toContain('"turn":3');
  });

  test("is no mail address, wherever it stands: the log outlives whoever is erased", () => {
    const kept = JSON.stringify(
      redact({
        q: "nora.lindqvist@acme.example",
        reason: "asked by Nora <nora@acme.example>, see 林晓雨@globex.example",
        filters: ["x nora@acme.example"],
        url: "https://stock.example/mcp",
      }),
    );
    expect(kept).not.toMatch(/nora[.@]|globex|acme/u);
    expect(kept).toContain("https://stock.example/mcp");
  });

  test("is bounded, in length and in depth", () => {
    const endless: Record<string, unknown> = { note: "x".repeat(10_000) };
    endless.self = endless;
    expect(JSON.stringify(redact(endless)).length).toBeLessThan(5000);
  });

  test("is of a change what differs alone, secrets as changed without their value", () => {
    const before = { role: "trainee", name: "Nora", token: "old" };
    expect(changeOf(before, { role: "admin", name: "Nora", token: "new" })).toEqual({
      before: { role: "trainee", token: "[secret]" },
      after: { role: "admin", token: "[secret]" },
    });
  });
});

const event: AuditEvent = {
  id: "00000000-0000-4000-8000-000000000001",
  seq: 1,
  at: "2026-01-01T00:00:00.000Z",
  actor: { id: "00000000-0000-4000-8000-000000000002", name: "Nora", email: "nora@acme.example" },
  role: "admin",
  action: "user.add",
  target: "user:1",
  targetName: null,
  requestId: "r",
  detail: {},
  hash: "h",
};

async function csvOf(...rows: AuditEvent[]): Promise<string> {
  const pages = (async function* one() {
    yield rows;
  })();
  return new Response(auditCsv(pages)).text();
}

describe("the log as CSV", () => {
  test("has no cell that a spreadsheet would run", async () => {
    for (const start of ["=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠"]) {
      const name = `${start}HYPERLINK("https://x.example")`;
      const csv = await csvOf({ ...event, requestId: `${start}1+1`, actor: { id: event.id, email: "", name } });
      const cells = csv.split("\r\n")[1] ?? "";
      expect(cells, JSON.stringify(start)).toMatch(/^1,[^,]+,"'/u);
      expect(csv, JSON.stringify(start)).toContain(`'${start}1+1`);
    }
  });

  test("keeps commas, quotes and line ends of a value in its cell", async () => {
    const csv = await csvOf({ ...event, actor: { id: event.id, email: "", name: 'A, "B"\nC' } });
    expect(csv).toContain('"A, ""B""\nC"');
  });

  test("has its head once, over no rows and over many pages", async () => {
    expect((await csvOf()).trim().split("\r\n")).toHaveLength(1);
    const pages = (async function* three() {
      yield [event];
      yield [{ ...event, seq: 2 }];
      yield [{ ...event, seq: 3 }];
    })();
    const lines = (await new Response(auditCsv(pages)).text()).trim().split("\r\n");
    expect(lines.map((line) => line.split(",")[0])).toEqual([expect.stringContaining("row"), "1", "2", "3"]);
  });
});

test("every action that is written has its words", () => {
  const texts = globSync("{lib,db}/**/*.{ts,sql}").map((path) => readFileSync(path, "utf8"));
  const written = texts.flatMap((text) => [
    ...[...text.matchAll(/\b(?:action: |audited\()"([a-z_]+\.[a-z_]+)"/gu)].map((found) => found[1]),
    ...[...text.matchAll(/'([a-z_]+\.[a-z_]+)', '(?:session|audit):/gu)].map((found) => found[1]),
  ]);
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((action) => !auditActions.some((one) => one === action))).toEqual([]);
});
