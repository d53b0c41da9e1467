import { EventEmitter } from "node:events";
import { Pool as NeonPool } from "@neondatabase/serverless";
import { Pool as PostgresPool } from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followingPool } from "@/db/following-pool";
import { poolOptions } from "@/db/pool";
import { checkSecret, env } from "@/lib/platform/env";
import { heldSecrets, holdSecrets, SecretStore } from "@/lib/platform/secrets/store";

const address = (password: string) => `postgres://app:${password}@127.0.0.1:9/salesboost`;
const refused = (code: string, message = "password authentication failed") =>
  Object.assign(new Error(message), { code });

let held: string;
let lookups: number;

function forget(): void {
  Reflect.deleteProperty(globalThis, Symbol.for("salesboost.settings"));
}

beforeEach(async () => {
  forget();
  vi.stubEnv("APP_ENV", "test");
  vi.stubEnv("LOG_LEVEL", "silent");
  [held, lookups] = [address("one"), 0];
  const read = async () => {
    lookups += 1;
    return { values: { DATABASE_URL: { value: held } } };
  };
  const provider = { name: "files" as const, place: "/run/secrets", read };
  const store = new SecretStore(provider, ["DATABASE_URL"], {
    ttlMs: 1e9,
    base: {},
    check: checkSecret,
    note: () => {},
  });
  await store.open();
  holdSecrets(store);
});
afterEach(() => {
  holdSecrets(undefined);
  vi.unstubAllEnvs();
  forget();
});

describe.each([
  ["node-postgres", () => new PostgresPool(poolOptions(env()))],
  ["Neon's driver", () => new NeonPool(poolOptions(env()))],
])("a pool of %s", (_name, make) => {
  /** The pool with connections that fail as scripted and write down with which address they were made. */
  function scripted(...failures: Error[]) {
    const used: string[] = [];
    class Connection extends EventEmitter {
      constructor(options: { connectionString: string }) {
        super();
        used.push(options.connectionString);
      }
      connect(done: (error: Error | null) => void): void {
        setImmediate(() => done(failures.shift() ?? null));
      }
      query(): Promise<{ rows: [] }> {
        return Promise.resolve({ rows: [] });
      }
      end(): void {}
      release(): void {}
    }
    const pool = make();
    Object.assign(pool, { Client: Connection });
    return { pool: followingPool(pool, env()), used };
  }

  it("logs each new connection in with the password of the moment", async () => {
    const { pool, used } = scripted();
    await pool.connect();
    held = address("two");
    await pool.connect(); // nobody has looked yet
    await heldSecrets()?.refresh();
    await pool.connect();
    expect(used).toEqual([address("one"), address("one"), address("two")]);
  });

  it.each(["28P01", "28000", "08P01"])(
    "looks for a newer password when the login is refused (%s), and tries once more",
    async (code) => {
      const { pool, used } = scripted(refused(code));
      held = address("two");
      await pool.connect();
      expect(used).toEqual([address("one"), address("two")]);
      expect(lookups).toBe(2);
    },
  );

  it("gives up when there is no newer password, or the newer one is refused too", async () => {
    const same = scripted(refused("28P01"));
    await expect(same.pool.connect()).rejects.toMatchObject({ code: "28P01" });
    expect(same.used).toHaveLength(1);
    held = address("two");
    await heldSecrets()?.refresh();
    const both = scripted(refused("28P01"), refused("28P01"));
    await expect(both.pool.connect()).rejects.toMatchObject({ code: "28P01" });
    expect(both.used.length).toBeLessThanOrEqual(2);
  });

  it("does not take another trouble for a refused login", async () => {
    const { pool, used } = scripted(refused("ECONNREFUSED", "connect ECONNREFUSED"));
    held = address("two");
    await expect(pool.connect()).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect([used.length, lookups]).toEqual([1, 1]);
  });
});
