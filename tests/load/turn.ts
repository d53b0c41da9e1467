/**
 * `npm run bench:turn`: the whole turn route against a route that only pipes `streamText`, with the same paced model, on a real
 * Postgres, both built for production. Prints a table and puts it into docs/benchmarks.md.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "@/tests/support/postgres";
import { buildBare, buildOurs, distDir } from "./builds";
import { post, type Reading } from "./client";
import { quantile } from "./figures";
import { freePort, start, type Running } from "./processes";
import { ms, report, verdict, type Figures, type Round } from "./report";
import { writeSection } from "./section";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    talks: { type: "string", default: "1,50,200" },
    "dry-run": { type: "boolean", default: false },
    "skip-build": { type: "boolean", default: false },
  },
});
const rounds = Number(options.rounds);
const sizes = options.talks.split(",").map(Number);
/** turns each conversation has in one round; alone, it takes more for a figure */
const turnsOf = (talks: number) => (talks === 1 ? 10 : 2);
/** conversations begin spread over this time, as people do */
const spreadMs = 1_500;

const questions = [
  "Thanks for taking the time. How do you handle this today?",
  "I see. What would you change about it if you could?",
  "Who else looks at this besides you?",
  "What happens on a bad day?",
  "How did you come to do it this way?",
];

interface Timing {
  came: number;
  first: number;
  clause: number;
  tokens: number;
}
type Say = (talk: number, turn: number, text: string) => Promise<Reading>;

/** What else the machine was doing when the bench began: above its number of processors, times are longer than need be. */
const [loadBefore = 0] = loadavg();
const folder = mkdtempSync(join(tmpdir(), "salesboost-bench-"));
const stops: (() => void | Promise<void>)[] = [];

async function begin() {
  if (!options["skip-build"]) {
    await buildOurs();
    buildBare();
  }
  const cluster = await startPostgres();
  stops.push(() => cluster.stop());
  const [modelPort, oursPort, barePort] = [await freePort(), await freePort(), await freePort()];
  const settings = {
    APP_ENV: "test",
    PORT: String(oursPort),
    LOG_LEVEL: "warn",
    DATABASE_DRIVER: "pg",
    // On one small machine more connections only take turns.
    DB_POOL_MIN: "4",
    DB_POOL_MAX: "16",
    DATABASE_URL: cluster.appUrl,
    DATABASE_MIGRATION_URL: cluster.ownerUrl,
    DATA_DIR: join(folder, "data"),
    AUTH_URL: `http://localhost:${oursPort}`,
    AI_CHAIN: "speak=compatible:speech",
    AI_COMPATIBLE_BASE_URL: `http://127.0.0.1:${modelPort}/v1`,
    TURNS_PER_USER_PER_HOUR: "1000000",
    READS_PER_USER_PER_MINUTE: "1000000",
    WRITES_PER_USER_PER_MINUTE: "1000000",
    SESSION_TOKEN_CAP: "10000000",
    NEXT_MANUAL_SIG_HANDLE: "true",
  };
  Object.assign(process.env, settings);
  const model = await start(["--import", "tsx", "tests/load/model.ts", String(modelPort)], {
    port: modelPort,
    path: "/",
    logFile: join(folder, "model.log"),
  });
  const ours = await start(["server.js"], {
    port: oursPort,
    path: "/api/health/live",
    cwd: `${distDir}/standalone`,
    env: settings,
    logFile: join(folder, "ours.log"),
  });
  const bare = await start(["server.js"], {
    port: barePort,
    path: "/",
    cwd: "tests/load/bare/.next/standalone/tests/load/bare",
    logFile: join(folder, "bare.log"),
  });
  stops.push(...[model, ours, bare].map((one) => () => one.stop()));
  return { model, ours, bare };
}

/** A cookie of a seeded trainee, made as signing in makes it. */
async function signIn(): Promise<string> {
  const { resolveSignIn } = await import("@/db/identity");
  const { closeDatabase } = await import("@/db/health");
  const { env } = await import("@/lib/platform/env");
  const { sessionCookieName, writeSessionToken } = await import("@/lib/platform/auth/token");
  const { oidc } = env();
  const email = "trainee@acme.example";
  const claims = { sub: "acme-trainee", email, [oidc.tenantClaim]: "acme", [oidc.roleClaim]: "trainee" };
  const found = await resolveSignIn({ issuer: oidc.issuer, claims });
  if (found.kind !== "ok") throw new Error(`sign-in refused: ${found.reason}`);
  const { id, tenantId, name, loginId } = found.user;
  const token = await writeSessionToken({ lid: loginId, uid: id, tid: tenantId, name, email });
  await closeDatabase();
  return `${sessionCookieName()}=${token}`;
}

async function openTalks(ours: Running, cookie: string, talks: number): Promise<string[]> {
  const { bundles } = await import("@/db/content");
  const scenarioId = bundles[0]?.scenario.id;
  const ids: string[] = [];
  for (let i = 0; i < talks; i++) {
    const { status, body } = await post(`${ours.url}/api/v1/sessions`, { scenarioId }, { cookie });
    if (status >= 300) throw new Error(`a session could not be started: ${status} ${body}`);
    // Sound: the API's own answer to a started session.
    ids.push((JSON.parse(body) as { id: string }).id);
  }
  return ids;
}

const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

async function playRound(talks: number, target: Running, model: Running, say: Say): Promise<Round> {
  await fetch(model.url);
  const before = target.cpuMs();
  const readings = new Map<string, Reading>();
  await Promise.all(
    Array.from({ length: talks }, async (_, talk) => {
      await pause((talk / talks) * spreadMs);
      for (let turn = 0; turn < turnsOf(talks); turn++) {
        const key = `talk-${talk}-${turn}`;
        readings.set(key, await say(talk, turn, `${questions[turn % questions.length]} (${key})`));
      }
    }),
  );
  // What is written after the last word belongs to the cost as well.
  await pause(500);
  const cpu = target.cpuMs() - before;
  // Sound: our own model's answer.
  const timings = (await (await fetch(model.url)).json()) as Record<string, Timing>;
  const good = [...readings].filter(([key, reading]) => reading.finished && timings[key]);
  const samples = good.map(([key, { firstTextMs, sentAt }]) => {
    const { first = 0, clause = 0, came = 0 } = timings[key] ?? {};
    return { added: firstTextMs - first, afterClause: firstTextMs - clause, beforeModel: came - sentAt };
  });
  const tokens = Object.values(timings).reduce((sum, timing) => sum + timing.tokens, 0);
  return { samples, cpuPerToken: (cpu * 1000) / tokens, unfinished: readings.size - good.length };
}

async function measure(): Promise<Figures[]> {
  const { model, ours, bare } = await begin();
  const cookie = await signIn();
  const sayBare: Say = (_talk, _turn, text) =>
    post(`${bare.url}/api/chat`, { messages: [{ id: randomUUID(), role: "user", parts: [{ type: "text", text }] }] });
  const roundOfOurs = async (talks: number) => {
    const ids = await openTalks(ours, cookie, talks);
    return playRound(talks, ours, model, (talk, _turn, text) =>
      post(`${ours.url}/api/v1/sessions/${ids[talk]}/turns`, { turnId: randomUUID(), text }, { cookie }),
    );
  };
  // Once for nothing: code is compiled, pools are filled.
  for (const talks of [10, 30]) {
    await playRound(talks, bare, model, sayBare);
    await roundOfOurs(talks);
  }
  const figures: Figures[] = [];
  for (const talks of sizes) {
    const entry: Figures = { talks, bare: [], ours: [] };
    for (let round = 1; round <= rounds; round++) {
      entry.bare.push(await playRound(talks, bare, model, sayBare));
      entry.ours.push(await roundOfOurs(talks));
      const last = entry.ours.at(-1)?.samples.map((sample) => sample.beforeModel) ?? [];
      const asked = `the model was asked after ${ms(quantile(last, 0.5))} / ${ms(quantile(last, 0.95))} ms`;
      process.stderr.write(`${talks} conversations, round ${round} of ${rounds}: ${asked}\n`);
    }
    figures.push(entry);
  }
  return figures;
}

try {
  const figures = await measure();
  const printed = `${report(figures)}\n\n${verdict(figures)}`;
  process.stdout.write(`\n${printed}\n`);
  if (!options["dry-run"]) {
    writeSection(
      "turn",
      "One turn",
      `\`npm run bench:turn\`: medians of ${rounds} alternating rounds. The model answers after 300 ms and says a token every 20 ms. ` +
        "“Added” is what the reader waits beyond the model's own first token; the gate holds words until their first clause is " +
        "complete and judged, so ours is also counted from that moment. CPU is that of the web server's process. Client, model, " +
        `server and database share the machine, whose load average was ${loadBefore.toFixed(1)} before the bench began.`,
      printed,
    );
  }
} finally {
  for (const stop of stops.toReversed()) await stop();
}
process.exit(0);
