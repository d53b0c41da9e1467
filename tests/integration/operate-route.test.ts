import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/health";
import { stopQueue } from "@/db/jobs";
import { readOperateKey } from "@/db/operate-key";
import { openDatabase } from "@/db/start";

describe("the command line's door into a running server", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "salesboost-operate-"));
  const knock = async (headers: Record<string, string>, body: unknown = { op: "tenant.list" }) => {
    const { POST } = await import("@/app/api/internal/operate/route");
    const request = new NextRequest("http://127.0.0.1:3000/api/internal/operate", {
      method: "POST",
      headers: { host: "127.0.0.1:3000", "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return POST(request, { params: Promise.resolve({}) });
  };
  const key = () => ({ authorization: `Bearer ${readOperateKey()?.token}` });

  beforeAll(async () => {
    Object.assign(process.env, { APP_ENV: "test", LOG_LEVEL: "silent", DATABASE_DRIVER: "pglite", DATA_DIR: dataDir });
    await openDatabase();
  });
  afterAll(async () => {
    await stopQueue();
    await closeDatabase();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("opens with the token of the data folder, which its user alone can read", async () => {
    expect(statSync(join(dataDir, "operate.token")).mode & 0o777).toBe(0o600);
    const response = await knock(key());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ rows: [{ tenant: "acme" }, { tenant: "globex" }] });
  });

  it("stays shut without it", async () => {
    expect((await knock({})).status).toBe(401);
    expect((await knock({ authorization: "Bearer guess" })).status).toBe(401);
  });

  it("does not exist for anybody who comes from elsewhere", async () => {
    expect((await knock({ ...key(), host: "practice.example" })).status).toBe(404);
    expect((await knock({ ...key(), "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
  });

  it("tells nobody without it what it understands", async () => {
    const far = { "x-forwarded-for": "203.0.113.9" };
    const nonsense = { op: "tenant.drop", slug: 1 };
    expect((await knock({ ...key(), ...far }, nonsense)).status).toBe(404);
    expect((await knock({ "content-type": "text/plain", ...far })).status).toBe(404);
    const answer = await knock({ authorization: "Bearer guess" }, nonsense);
    expect(answer.status).toBe(401);
    expect(await answer.json()).not.toHaveProperty("fields");
  });

  it("refuses what is no command", async () => {
    expect((await knock(key(), { op: "tenant.drop", slug: "acme" })).status).toBe(400);
  });
});
