/**
 * `npm run crash`: the production server under `kill -9` while people practise. Counts what was lost, doubled or stuck.
 * `--postgres` on a Postgres server instead of the embedded database; `--instances 2` two of them on one Postgres and one Redis.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@/tests/support/postgres";
import { startRedisGateway } from "@/tests/support/redis-gateway";
import {
  checkEvaluations,
  checkFirstRetry,
  checkGoodbye,
  checkPair,
  checkRecord,
  checkTalks,
  type Check,
} from "./crash/checks";
import { Service } from "./crash/service";
import { endTalk, practise, say, type Play } from "./crash/talks";
import { buildOurs, distDir } from "./builds";
import { table } from "./figures";
import { freePort } from "./processes";
import { writeSection } from "./section";

const { values: options } = parseArgs({
  options: {
    postgres: { type: "boolean", default: false },
    instances: { type: "string", default: "1" },
    kills: { type: "string", default: "20" },
    turns: { type: "string", default: "200" },
    talks: { type: "string", default: "6" },
    seed: { type: "string", default: "1" },
    "dry-run": { type: "boolean", default: false },
    "skip-build": { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const [instances, kills, turns, talks] = [options.instances, options.kills, options.turns, options.talks].map(
  Number,
) as [number, number, number, number]; // sound: four in, four out
const onServer = options.postgres || instances > 1;
const folder = mkdtempSync(join(tmpdir(), "salesboost-crash-"));
const stops: (() => unknown)[] = [];
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function settingsFor(port: number): Promise<Record<string, string>> {
  const settings: Record<string, string> = {
    APP_ENV: "test",
    PORT: String(port),
    LOG_LEVEL: "info",
    DATA_DIR: join(folder, "data"),
    AUTH_URL: `http://localhost:${port}`,
    AI_CHAIN: "offline",
    // Between two instances a stop takes a while to arrive: the reply must last longer.
    TOKEN_PACE_MS: instances > 1 ? "120" : "40",
    TURNS_PER_USER_PER_HOUR: "1000000",
    READS_PER_USER_PER_MINUTE: "1000000",
    WRITES_PER_USER_PER_MINUTE: "1000000",
    DB_POOL_MIN: "2",
    DB_POOL_MAX: "20",
    NEXT_MANUAL_SIG_HANDLE: "true",
  };
  if (onServer) {
    const cluster = await startPostgres();
    stops.push(() => cluster.stop());
    Object.assign(settings, {
      DATABASE_DRIVER: "pg",
      DATABASE_URL: cluster.appUrl,
      DATABASE_MIGRATION_URL: cluster.ownerUrl,
    });
  }
  if (instances > 1) {
    const redis = await startRedisGateway();
    stops.push(() => redis.close());
    Object.assign(settings, { UPSTASH_REDIS_REST_URL: redis.url, UPSTASH_REDIS_REST_TOKEN: redis.token });
  }
  return settings;
}

/** A seeded trainee's cookie, made as signing in makes it, before the server takes the database. */
async function signIn(): Promise<{ cookie: string; tenantId: string; scenarios: string[] }> {
  const { resolveSignIn } = await import("@/db/identity");
  const { closeDatabase } = await import("@/db/health");
  const { openDatabase } = await import("@/db/start");
  const { bundles } = await import("@/db/content");
  const { env } = await import("@/lib/platform/env");
  const { stopJobs } = await import("@/lib/platform/jobs");
  const { sessionCookieName, writeSessionToken } = await import("@/lib/platform/auth/token");
  await openDatabase({ operable: false });
  const { oidc } = env();
  const email = "trainee@acme.example";
  const claims = { sub: "acme-trainee", email, [oidc.tenantClaim]: "acme", [oidc.roleClaim]: "trainee" };
  const found = await resolveSignIn({ issuer: oidc.issuer, claims });
  if (found.kind !== "ok") throw new Error(`sign-in refused: ${found.reason}`);
  const { id, tenantId, name, loginId } = found.user;
  const token = await writeSessionToken({ lid: loginId, uid: id, tid: tenantId, name, email });
  await stopJobs();
  await closeDatabase();
  const scenarios = bundles.map(({ scenario }) => scenario.id);
  return { cookie: `${sessionCookieName()}=${token}`, tenantId, scenarios };
}

/** Kills at moments of chance: mid-reply, between two, and now and then while it is still starting. */
async function spreadDeath(service: Service, random: () => number): Promise<void> {
  while (service.kills < kills) {
    await pause(200 + random() * 2_600);
    const index = Math.floor(random() * service.instances.length);
    await service.kill(index);
    service.launch(index);
    if (random() < 0.2 && service.kills < kills) {
      await pause(random() * 1_500);
      await service.kill(index);
      service.launch(index);
    }
    await service.waitUntilReady(index);
    process.stderr.write(`${service.kills} of ${kills} kills\n`);
  }
}

async function measure() {
  if (!options["skip-build"]) await buildOurs();
  const ports = await Promise.all(Array.from({ length: instances }, freePort));
  const settings = await settingsFor(ports[0] ?? 0);
  Object.assign(process.env, settings);
  const { cookie, tenantId, scenarios } = await signIn();
  const service = new Service(ports, {
    cwd: `${distDir}/standalone`,
    env: settings,
    logFile: join(folder, "server.log"),
  });
  stops.push(() => service.stop());
  await Promise.all(ports.map((_, index) => service.start(index)));
  const play: Play = {
    caller: { origin: settings.AUTH_URL ?? "", cookie },
    service,
    scenarios,
    random: randomFrom(Number(options.seed)),
    turns: [],
    open: new Set(),
    ended: new Set(),
    faults: [],
    resumed: 0,
    acknowledged: 0,
  };
  const enough = () => service.kills >= kills && play.acknowledged >= turns;
  const trainees = Array.from({ length: talks }, () => practise(play, enough));
  await Promise.all([spreadDeath(service, randomFrom(Number(options.seed) + 1)), ...trainees]);
  const checks = await inspect(play);
  await service.stop();
  const { closeDatabase } = await import("@/db/health");
  checks.push(await checkRecord(tenantId));
  await closeDatabase();
  return { play, checks };
}

async function inspect(play: Play): Promise<Check[]> {
  const pair = play.service.instances.length > 1 ? await checkPair(play, 6) : [];
  const retry = onServer ? [] : [await checkFirstRetry(play, 4)];
  const goodbye = await checkGoodbye(play, 4);
  const left = [...play.open];
  const goesOn: Check = { guarantee: "a talk left open is continued", looked: left.length, broken: [] };
  for (const id of left) {
    const { heard } = await say(play, id, "Where were we? What matters most to you now?");
    if (!heard) goesOn.broken.push(id);
  }
  const talksChecks = await checkTalks(play);
  for (const id of play.open) await endTalk(play, id);
  const faults: Check = { guarantee: "no answer but broken-off ones", looked: play.acknowledged, broken: play.faults };
  return [...talksChecks, goesOn, await checkEvaluations(play), ...retry, goodbye, ...pair, faults];
}

function report({ play, checks }: { play: Play; checks: Check[] }): string {
  const waits = play.turns.map(({ waitedMs }) => waitedMs).filter((ms) => ms > 0);
  const longest = Math.max(0, ...waits) / 1000;
  const { service } = play;
  const facts = [
    `${play.acknowledged} turns acknowledged over ${play.open.size + play.ended.size} talks, ${talks} at a time`,
    `${service.kills} kills, ${service.killsAtStart} of them while starting`,
    `${waits.length} turns broken off and sent again, ${play.resumed} of them read on instead`,
    `longest from a crash to the answer, restart included, ${longest.toFixed(1)} s; slowest start ${(service.slowestStartMs / 1000).toFixed(1)} s`,
  ];
  const stuck: Check = {
    guarantee: "nobody waits longer than 2 minutes",
    looked: waits.length,
    broken: longest > 120 ? [`${longest} s`] : [],
  };
  const rows = [...checks, stuck].map(({ guarantee, looked, broken }) => [guarantee, looked, broken.length]);
  return `${facts.join("; ")}.\n\n${table(["guarantee", "looked at", "broken"], rows)}`;
}

const place = instances > 1 ? "pair" : onServer ? "postgres" : "embedded";
const titles = {
  embedded: "Killed, on the embedded database",
  postgres: "Killed, on Postgres",
  pair: "Killed, two instances on one Postgres and one Redis",
};
const commands = { embedded: "", postgres: " -- --postgres", pair: " -- --instances 2" };
let broken = true;
try {
  const result = await measure();
  const printed = report(result);
  process.stdout.write(`\n${titles[place]}\n\n${printed}\n`);
  const faults = result.checks.flatMap((check) => check.broken.map((fault) => `${check.guarantee}: ${fault}`));
  if (faults.length > 0) process.stdout.write(`\n${faults.slice(0, 20).join("\n")}\n`);
  broken = faults.length > 0;
  if (!options["dry-run"]) {
    const words =
      `\`npm run crash${commands[place]}\`: the production server is killed with SIGKILL at random moments while trainees ` +
      "practise over the API; whoever is cut off sends the same turn again. Then everything acknowledged is looked for.";
    writeSection(`crash-${place}`, titles[place], words, printed);
  }
} finally {
  for (const stop of stops.toReversed()) await stop();
  if (options.keep) process.stderr.write(`kept: ${folder}\n`);
  else rmSync(folder, { recursive: true, force: true });
}
process.exit(broken ? 1 : 0);
