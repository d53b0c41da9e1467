import { check, runVitest } from "./runners.mjs";

/** Every static check, then the unit tests. Two at a time: more only fight over the processors. */
export async function runChecks() {
  const names = ["format", "lint", "types", "boundaries", "deadcode", "lockfile:check", "openapi:check", "secrets"];
  const waiting = [...names];
  /** @type {Record<string, import("./runners.mjs").Count>} */
  const done = {};
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) done[name] = await check(name, `npm run -s ${name}`);
  };
  await Promise.all([work(), work()]);
  const unit = await runVitest("unit", {}, true);
  return [...names.flatMap((name) => done[name] ?? []), unit];
}
