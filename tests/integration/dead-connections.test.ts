import { describe, expect, it } from "vitest";
import { poolDoor, type Pool } from "@/db/pool";
import { readSettings } from "@/lib/platform/env";

const settings = readSettings({ APP_ENV: "test" });
const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
const refusal = Object.assign(new Error("permission denied to set role"), { code: "42501", severity: "ERROR" });

/** A pool whose first connections answer with these faults, and what became of them. */
function poolWith(faults: Error[]) {
  const released: boolean[] = [];
  const said: string[] = [];
  const pool: Pool = {
    connect: async () => {
      const fault = faults.shift();
      return {
        query: async (text) => {
          if (fault) throw fault;
          said.push(text.split(";")[0] ?? "");
          return { rows: [], command: text.toUpperCase() };
        },
        release: (destroy = false) => void released.push(destroy),
      };
    },
    on: () => pool,
    totalCount: 0,
    idleCount: 0,
    waitingCount: 0,
    end: async () => {},
  };
  return { door: poolDoor("pg", pool, settings), released, said };
}

describe("a connection that died in the pool", () => {
  const scope = { role: "app_user", tenantId: "00000000-0000-4000-8000-000000000000" } as const;

  it("is thrown away and the work is done once, on the next one", async () => {
    const { door, released, said } = poolWith([reset, reset]);
    let runs = 0;
    await door.transaction(scope, async () => {
      runs += 1;
    });
    expect({ runs, released, said }).toEqual({ runs: 1, released: [true, true, false], said: ["begin", "commit"] });
  });

  it("is an error when the third is dead too", async () => {
    const { door, released } = poolWith([reset, reset, reset]);
    await expect(door.transaction(scope, async () => "done")).rejects.toBe(reset);
    expect(released).toEqual([true, true, true]);
  });

  it("is not confused with a server that said no", async () => {
    const { door, released } = poolWith([refusal]);
    await expect(door.transaction(scope, async () => "done")).rejects.toBe(refusal);
    expect(released).toHaveLength(1);
  });
});
