import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { withDirectory } from "@/db/identity";
import { findKey, touchKey } from "@/db/keys";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { keyParamsSchema, type CreateKey } from "@/lib/contracts/keys";
import type { Permission } from "@/lib/contracts/permissions";
import { createKey, findKeyHolders, listKeys, revokeKey } from "@/lib/domain/keys";
import { operate } from "@/lib/domain/operations";
import { hashKey } from "@/lib/platform/auth/key-secret";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { codeOf } from "./talk";

let admin: Ctx;
let author: Ctx;
let stranger: Ctx;

const wanted = (over: Partial<CreateKey> = {}): CreateKey => ({
  name: "nightly export",
  userId: admin.actor.userId,
  scopes: ["audit:read"],
  days: 30,
  ...over,
});
const find = (secret: string) => findKey(hashKey(secret));
const byKey = (ctx: Ctx, ...scopes: Permission[]): Ctx => ({ ...ctx, via: { kind: "key", id: randomUUID(), scopes } });

/** Somebody of acme with nothing to them but a role. */
async function somebody(role: string): Promise<string> {
  const email = `${randomUUID()}@acme.example`;
  const [row] = await asOwner(
    `insert into users (tenant_id, email, name, role) values ('${admin.tenantId}', '${email}', 'Somebody', '${role}') returning id`,
  );
  return String(row?.id);
}

const change = (userId: string, set: string) => asOwner(`update users set ${set} where id = '${userId}'`);

function describeMaking(): void {
  it("is kept as a hash and shown once", async () => {
    const made = await createKey(admin, wanted());
    expect(made.secret).toMatch(/^sb_[0-9a-f]{8}_[\w-]{43}$/u);
    expect(made.secret.startsWith(`${made.prefix}_`)).toBe(true);
    const rows = await withTenant(admin, async (tx) => rowsOf(await tx.execute(sql`select * from api_keys`)));
    const random = made.secret.slice(12);
    const logged = await asOwner(`select detail::text as said from audit_events where subject = 'key:${made.id}'`);
    expect(JSON.stringify([rows, logged, await listKeys(admin, {})])).not.toContain(random);
    expect(await find(made.secret)).toMatchObject({ id: made.id, tenantId: admin.tenantId, scopes: ["audit:read"] });
  });

  it("is made once however often its submission comes", async () => {
    const submission = randomUUID();
    const tries = Array.from({ length: 20 }, () => codeOf(createKey(admin, wanted({ submission, name: "many" }))));
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === "already_exists")).toHaveLength(19);
    const [row] = await asOwner("select count(*)::int as n from api_keys where name = 'many'");
    expect(row?.n).toBe(1);
    const elsewhere = { ...wanted({ submission }), userId: stranger.actor.userId };
    expect(await createKey(stranger, elsewhere)).toMatchObject({ state: "active" });
    const { items } = await listKeys(admin, {});
    for (const { id } of items) expect(keyParamsSchema.safeParse({ id }).success).toBe(true);
  });

  it("holds nothing its person's role does not hold, nothing its maker does not hold, nothing private of others", async () => {
    const { userId } = author.actor;
    expect(await codeOf(createKey(admin, wanted({ userId, scopes: ["audit:read"] })))).toBe("invalid_request");
    expect(await codeOf(createKey(admin, wanted({ userId, scopes: ["session:read_own"] })))).toBe("invalid_request");
    expect(await codeOf(createKey(admin, wanted({ userId, scopes: ["session:practise"] })))).toBe("invalid_request");
    expect(await createKey(admin, wanted({ userId, scopes: ["fidelity:read"] }))).toMatchObject({
      actsAs: { id: userId },
    });
    const narrow = byKey(admin, "key:manage");
    expect(await codeOf(createKey(narrow, wanted({ scopes: ["user:manage"] })))).toBe("forbidden");
    expect(await codeOf(createKey(byKey(admin, "audit:read"), wanted()))).toBe("forbidden");
  });

  it("lets nobody change who may do what in another's name, but for the command line", async () => {
    const userId = await somebody("admin");
    for (const scope of ["user:manage", "scim:provision", "key:manage"] as const) {
      expect(await codeOf(createKey(admin, wanted({ userId, scopes: [scope] }))), scope).toBe("invalid_request");
      expect(await createKey(admin, wanted({ scopes: [scope] }))).toMatchObject({ scopes: [scope] });
    }
    const [{ email } = {}] = await asOwner(`select email from users where id = '${userId}'`);
    const add = { op: "key.add" as const, tenant: "acme", user: String(email), days: 1, name: "directory" };
    const { message } = await operate({ ...add, scopes: ["scim:provision"] });
    expect(await find(message.split("\n").at(-1) ?? "")).toMatchObject({ scopes: ["scim:provision"] });
  });

  it("stands in the log beside whatever is done by it, and nowhere beside what its person does", async () => {
    const acting = byKey(admin, "key:manage", "audit:read");
    const { id } = await createKey(acting, wanted());
    await revokeKey(admin, { id });
    const rows = await asOwner(
      `select action, actor_id, detail->'via' as via from audit_events where subject = 'key:${id}' order by seq`,
    );
    const via = { kind: "key", id: acting.via?.kind === "key" && acting.via.id };
    expect(rows).toEqual([
      { action: "key.create", actor_id: admin.actor.userId, via },
      { action: "key.revoke", actor_id: admin.actor.userId, via: null },
    ]);
  });

  it.each(["the console", "the command line"])("is not made by %s for somebody who is just shut out", async (where) => {
    const userId = await somebody("auditor");
    const [{ email } = {}] = await asOwner(`select email from users where id = '${userId}'`);
    const line = { op: "key.add" as const, tenant: "acme", user: String(email), days: 1, name: "too late" };
    const make = () => (where === "the console" ? createKey(admin, wanted({ userId })) : operate(line));
    let making: Promise<string | undefined> | undefined;
    await withDirectory(async (tx) => {
      await tx.execute(sql`update users set disabled_at = now() where id = ${userId}`);
      making = codeOf(make());
      // Time enough to be made, were nothing waiting for the outcome of this transaction.
      await Promise.race([making, new Promise((resolve) => setTimeout(resolve, 500))]);
    });
    expect(await making).toBe(where === "the console" ? "unprocessable" : "not_found");
    const [row] = await asOwner(`select count(*)::int as n from api_keys where user_id = '${userId}'`);
    expect(row?.n).toBe(0);
  });

  it("is made for nobody of another company, nobody gone, and seen by nobody else", async () => {
    const { userId } = stranger.actor;
    expect(await codeOf(createKey(admin, wanted({ userId })))).toBe("not_found");
    const gone = await somebody("admin");
    await change(gone, "disabled_at = now()");
    expect(await codeOf(createKey(admin, wanted({ userId: gone })))).toBe("unprocessable");
    const { id } = await createKey(admin, wanted());
    expect(await codeOf(revokeKey(stranger, { id }))).toBe("not_found");
    expect(JSON.stringify(await listKeys(stranger, {}))).not.toContain(id);
    expect(await codeOf(listKeys(author, {}))).toBe("forbidden");
    const found = await findKeyHolders(admin, { q: "" });
    expect(found[0]).toMatchObject({ id: admin.actor.userId, self: true });
    expect(await findKeyHolders(admin, { q: stranger.actor.email })).toEqual([]);
  });
}

function describeEnding(): void {
  it("is refused from the moment it is revoked or has expired", async () => {
    const { id, secret } = await createKey(admin, wanted());
    await revokeKey(admin, { id });
    expect(await find(secret)).toBeNull();
    expect(await codeOf(revokeKey(admin, { id }))).toBe("not_found");
    const other = await createKey(admin, wanted());
    await asOwner(`update api_keys set expires_at = now() where id = '${other.id}'`);
    expect(await find(other.secret)).toBeNull();
  });

  it.each(["disabled_at = now()", "removed_at = now()", "role = null"])(
    "ends for good when its person changes by %s",
    async (set) => {
      const userId = await somebody("admin");
      const { id, secret } = await createKey(admin, wanted({ userId }));
      expect(await find(secret)).toMatchObject({ id });
      await change(userId, set);
      expect(await find(secret)).toBeNull();
      await change(userId, "disabled_at = null, removed_at = null, role = 'admin'");
      expect(await find(secret)).toBeNull();
    },
  );

  it("holds what its person's role holds now, not when it was made", async () => {
    const userId = await somebody("admin");
    const { secret } = await createKey(admin, wanted({ userId, scopes: ["audit:read", "user:read"] }));
    await change(userId, "role = 'author'");
    const found = await find(secret);
    const acting = {
      ...byKey(admin, ...(found?.scopes ?? [])),
      actor: { ...admin.actor, role: found?.person.role ?? "auditor" },
    };
    expect(await codeOf(listKeys(acting, {}))).toBe("forbidden");
    expect(found?.person.role).toBe("author");
  });

  it("notes its use once a minute", async () => {
    const { id } = await createKey(admin, wanted());
    const at = async () => (await asOwner(`select last_used_at as at from api_keys where id = '${id}'`))[0]?.at;
    await touchKey(id);
    const first = await at();
    await Promise.all([touchKey(id), touchKey(id)]);
    expect(await at()).toEqual(first);
    await asOwner(`update api_keys set last_used_at = now() - interval '2 minutes' where id = '${id}'`);
    await touchKey(id);
    expect(await at()).not.toEqual(first);
  });

  it("is made, shown and revoked from the command line, without what manages people unless asked for", async () => {
    const tenant = "acme";
    const add = { op: "key.add" as const, tenant, user: "admin@acme.example", days: 1, name: "cli" };
    const { message } = await operate(add);
    const secret = message.split("\n").at(-1) ?? "";
    const scopes = (await find(secret))?.scopes ?? [];
    expect(scopes).toContain("session:practise");
    expect(scopes).not.toContain("user:manage");
    expect(await codeOf(operate({ ...add, user: "trainee@acme.example", scopes: ["audit:read"] }))).toBe(
      "invalid_request",
    );
    expect(await codeOf(operate({ ...add, user: "trainee@globex.example" }))).toBe("not_found");
    const key = secret.slice(0, 11);
    expect((await operate({ op: "key.list", tenant })).rows).toContainEqual(
      expect.objectContaining({ key, state: "active" }),
    );
    expect(JSON.stringify(await operate({ op: "key.list", tenant }))).not.toContain(secret);
    expect(await codeOf(operate({ op: "key.revoke", tenant: "globex", key }))).toBe("not_found");
    await operate({ op: "key.revoke", tenant, key });
    expect(await find(secret)).toBeNull();
  });

  it("cannot be changed in its scopes, its person or its end by the application", async () => {
    const { id } = await createKey(admin, wanted());
    const denied = { cause: { code: "42501" } };
    const statements = [
      sql`update api_keys set scopes = '["user:manage"]' where id = ${id}`,
      sql`update api_keys set expires_at = now() + interval '9 years' where id = ${id}`,
      sql`update api_keys set user_id = ${author.actor.userId} where id = ${id}`,
    ];
    for (const statement of statements) {
      await expect(withTenant(admin, (tx) => tx.execute(statement))).rejects.toMatchObject(denied);
      await expect(withDirectory((tx) => tx.execute(statement))).rejects.toMatchObject(denied);
    }
  });
}

export function describeKeys(): void {
  describe("an API key", () => {
    beforeAll(async () => {
      await signIn("trainee");
      [admin, author, stranger] = [await signIn("admin"), await signIn("author"), await signIn("admin", "globex")];
    });
    describeMaking();
    describeEnding();
  });
}
