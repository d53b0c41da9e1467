/**
 * `npm run bench:rls`: what row-level security costs. The same statements on a real Postgres, as the application's role
 * without naming a tenant, and as a role that row-level security does not bind with `where tenant_id = …` written out,
 * turn about. Prints p50, p95 and their ratios and puts them into docs/benchmarks.md.
 */
import { parseArgs } from "node:util";
import { Client } from "pg";
import { startPostgres } from "@/tests/support/postgres";
import { quantile, table } from "./figures";
import { writeSection } from "./section";

const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "1500" }, "dry-run": { type: "boolean", default: false } },
});
const rounds = Number(options.rounds);
const [tenants, people, talks, lines] = [40, 10, 40, 16];
/** The aim: p95 under row-level security at most so many times the one without. */
const aim = 1.3;

interface Probe {
  name: string;
  /** `{tenant}` becomes the written-out clause, or nothing */
  text: string;
  values: (row: { id: string; user_id: string }) => unknown[];
}

const probes: Probe[] = [
  {
    name: "one practice by id",
    text: "select * from practice_sessions where id = $1 {tenant}",
    values: ({ id }) => [id],
  },
  {
    name: "a person's practices, latest 30",
    text: "select * from practice_sessions where user_id = $1 {tenant} order by started_at desc limit 30",
    values: ({ user_id }) => [user_id],
  },
  {
    name: "a transcript",
    text: "select * from messages where session_id = $1 {tenant} order by number",
    values: ({ id }) => [id],
  },
  {
    name: "transcript, join and count",
    text: `select p.id, count(m.id) from practice_sessions p join messages m on m.session_id = p.id
      and m.tenant_id = p.tenant_id where p.user_id = $1 {tenant} group by p.id`,
    values: ({ user_id }) => [user_id],
  },
  {
    name: "all practices of the tenant, counted by outcome",
    text: "select outcome, count(*) from practice_sessions p where true {tenant} group by 1",
    values: () => [],
  },
  {
    name: "a new row of usage",
    text: `insert into usage_events (tenant_id, user_id, session_id, kind, model, input_tokens, output_tokens)
      select tenant_id, user_id, id, 'speak', 'offline', 1, 1 from practice_sessions p where p.id = $1 {tenant}`,
    values: ({ id }) => [id],
  },
];

async function fill(client: Client): Promise<void> {
  await client.query("set session_replication_role = replica");
  await client.query(`insert into tenants (slug, name) select 't' || n, 't' || n from generate_series(1, $1::int) n`, [
    tenants,
  ]);
  await client.query(
    `insert into users (tenant_id, email, name, role) select t.id, n || '@x.example', 'n', 'trainee'
     from tenants t, generate_series(1, $1::int) n`,
    [people],
  );
  await client.query(
    `insert into practice_sessions (tenant_id, user_id, scenario_slug, scenario_version_id, rubric_version_id,
       policy_version_id, persona_version_ids, locale, difficulty, attempt, state, stage, max_turns, started_at, expires_at)
     select u.tenant_id, u.id, 's', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '{}', 'en', 'standard', n, '{}',
       'opening', 20, now() - n * interval '1 hour', now() from users u, generate_series(1, $1::int) n`,
    [talks],
  );
  await client.query(
    `insert into messages (tenant_id, session_id, id, number, turn_id, turn, speaker, text, status, reworded, degraded, flags,
       created_at)
     select p.tenant_id, p.id, gen_random_uuid()::text, n, gen_random_uuid(), n, 'trainee', repeat('words ', 20), 'complete',
       false, false, '[]', now() from practice_sessions p, generate_series(1, $1::int) n`,
    [lines],
  );
  await client.query("set session_replication_role = origin");
  await client.query("analyze");
}

async function timed(client: Client, role: string, tenantId: string, text: string, values: unknown[]): Promise<number> {
  await client.query(
    `begin; select set_config('role', '${role}', true), set_config('app.tenant_id', '${tenantId}', true)`,
  );
  const begun = performance.now();
  await client.query(text, values);
  const took = performance.now() - begun;
  await client.query("rollback");
  return took;
}

const cluster = await startPostgres();
try {
  Object.assign(process.env, {
    APP_ENV: "test",
    LOG_LEVEL: "silent",
    DATABASE_DRIVER: "pg",
    DATABASE_URL: cluster.appUrl,
    DATABASE_MIGRATION_URL: cluster.ownerUrl,
  });
  const { migrate } = await import("@/db/migrate");
  const { closeDatabase } = await import("@/db/health");
  await migrate();
  await closeDatabase();
  const client = new Client({ connectionString: cluster.adminUrl });
  await client.connect();
  await client.query(
    "create role unbound nologin bypassrls; grant app_user to unbound; grant usage on schema public to unbound",
  );
  await fill(client);
  const { rows } = await client.query<{ id: string; user_id: string; tenant_id: string }>(
    "select id, user_id, tenant_id from practice_sessions order by random() limit 400",
  );
  const figures: (string | number)[][] = [];
  let worst = 0;
  for (const { name, text, values } of probes) {
    const took: { bound: number[]; unbound: number[] } = { bound: [], unbound: [] };
    for (let round = 0; round < rounds; round += 1) {
      const row = rows[round % rows.length];
      if (!row) throw new Error("no row to ask for");
      const alias = / p\b/u.test(text) ? "p." : "";
      const written = text.replace("{tenant}", `and ${alias}tenant_id = '${row.tenant_id}'`);
      const ways = [
        async () =>
          took.bound.push(await timed(client, "app_user", row.tenant_id, text.replace("{tenant}", ""), values(row))),
        async () => took.unbound.push(await timed(client, "unbound", row.tenant_id, written, values(row))),
      ];
      for (const way of round % 2 ? ways : ways.toReversed()) await way();
    }
    const at = (share: number) => [quantile(took.bound, share), quantile(took.unbound, share)] as const;
    const [[b50, u50], [b95, u95]] = [at(0.5), at(0.95)];
    worst = Math.max(worst, b95 / u95);
    figures.push([
      name,
      `${b50.toFixed(2)} / ${b95.toFixed(2)}`,
      `${u50.toFixed(2)} / ${u95.toFixed(2)}`,
      (b50 / u50).toFixed(2),
      (b95 / u95).toFixed(2),
    ]);
  }
  await client.end();
  const drawn = table(["statement", "row-level security, ms", "written out, ms", "p50 ratio", "p95 ratio"], figures);
  console.log(`${drawn}\n\nworst p95 ratio ${worst.toFixed(2)} (aim ${aim})`);
  if (!options["dry-run"]) {
    const words =
      `\`npm run bench:rls\`: ${rounds} runs of each statement both ways, turn about, p50 / p95, on Postgres with ` +
      `${tenants} tenants, ${tenants * people * talks} practices and ${tenants * people * talks * lines} messages. ` +
      `Under row-level security no statement names a tenant; written out, a role that it does not bind adds ` +
      `\`tenant_id = …\`. Aim: p95 ratio at most ${aim}; the worst here is ${worst.toFixed(2)}.`;
    writeSection("rls", "What row-level security costs", words, drawn);
  }
} finally {
  cluster.stop();
}
