import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { AppServer } from "@/tests/support/app-server";
import { startAppWithoutEdge } from "@/tests/support/app-without-edge";
import { builtPages, builtRoutes } from "@/tests/support/build";
import { Trainee } from "@/tests/support/practice";
import { sendRaw, type RawAnswer } from "@/tests/support/raw-request";

const base = inject("base");
const nobodys = "00000000-0000-4000-8000-000000000000";
const addresses = {
  pages: builtPages()
    .map(({ name }) => name)
    .filter((path) => !path.startsWith("/sign-in")),
  routes: builtRoutes()
    .map(({ path }) => path)
    .filter((path) => path.startsWith("/api/v1/") && path !== "/api/v1/openapi.json"),
};
const word = "Zanzibarwort";

/** An application, the addresses of somebody's things in it, and words that only that person is shown. */
interface Place {
  app: string;
  pages: string[];
  routes: string[];
  privates: string[];
}

async function placeOf(app: string): Promise<Place> {
  const trainee = await Trainee.signIn(app);
  const id = await trainee.begin("saas-renewal-en");
  await (await trainee.say(id, `Good morning, ${word} speaking.`)).text();
  const ids: Record<string, string> = { scenarioId: "saas-renewal-en", sessionId: id, id, left: id, right: id };
  const filled = (path: string) => path.replace(/\[(?:\.\.\.)?([^\]]+)\]/gu, (_, name: string) => ids[name] ?? nobodys);
  const privates = ["trainee@acme.example", word];
  const shown = await (await trainee.visitor.call(`/room/${id}`)).text();
  const home = await (await trainee.visitor.call("/")).text();
  expect([shown.includes(word), home.includes("trainee@acme.example")]).toEqual([true, true]);
  return { app, pages: addresses.pages.map(filled), routes: addresses.routes.map(filled), privates };
}

/** The same path, spelled so that a guard and a router might read it differently. */
function spellings(path: string): string[] {
  const letter = path === "/" ? "/" : `/%${path.charCodeAt(1).toString(16)}${path.slice(2)}`;
  return [
    path,
    `${path}/`,
    `/${path}`,
    `//${path}`,
    `/.${path}`,
    `/x/..${path}`,
    `/x/%2e%2e${path}`,
    `/%2e%2e${path}`,
    `/sign-in/..${path}`,
    `/sign-in/%2e%2e${path}`,
    `/sign-in/..%2f${path.slice(1)}`,
    `/sign-in/..;${path}`,
    `/api/auth/..${path}`,
    `/api/auth/%2e%2e/%2e%2e${path}`,
    `/api/health/..%2f..${path}`,
    `/_next/static/..${path}`,
    `/_next/static/..%2f..${path}`,
    `/_next/static/%2e%2e/%2e%2e${path}`,
    `/_next/image/..${path}`,
    `/icon.svg/..${path}`,
    letter,
    letter.replace("%", "%25"),
    path.replaceAll("/", "%2f"),
    path.replaceAll("/", "\\"),
    `${path}%2f`,
    `${path}%20`,
    `${path}%00`,
    `${path};a=b`,
    `${path}/.`,
    `${path}/x/..`,
    `${path}#`,
    path.toUpperCase(),
    `/en${path}`,
    `/zh-CN${path}`,
    `${path}.rsc`,
    `${path}.txt`,
    `${path}.json`,
    `${path}.html`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}.segments/_full.segment.rsc`,
    `/_next/data/build${path === "/" ? "/index" : path}.json`,
    `${path}?_rsc=abcde`,
    `${path}?__nextLocale=en`,
    `${path}?nxtPsessionId=${nobodys}`,
    `${path}?__flight__=1`,
  ];
}

const five = (name: string) => Array.from({ length: 5 }, () => name).join(":");

/** What a caller may say to be taken for a part of the framework, or for somebody already let in. */
const sayings: Record<string, string>[] = [
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "2" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-segment-prefetch": "/_full" },
  { rsc: "1", "next-router-state-tree": "%5B%22%22%2C%7B%7D%2Cnull%2Cnull%2Ctrue%5D", "next-url": "/sign-in" },
  { purpose: "prefetch", "x-middleware-prefetch": "1" },
  { "x-nextjs-data": "1" },
  ...["middleware", "src/middleware", "pages/_middleware", "proxy", "src/proxy"].flatMap((name) => [
    { "x-middleware-subrequest": name },
    { "x-middleware-subrequest": five(name) },
  ]),
  { "x-middleware-subrequest": "middleware", "x-middleware-subrequest-id": "0" },
  { "x-middleware-next": "1" },
  { "x-middleware-skip": "1" },
  { "x-middleware-invoke": "1" },
  { "x-middleware-rewrite": "/sign-in" },
  { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "authjs.session-token=x" },
  { "x-matched-path": "/sign-in", "x-invoke-path": "/sign-in", "x-invoke-status": "200" },
  { "x-now-route-matches": "1" },
  { "x-original-url": "/sign-in", "x-rewrite-url": "/sign-in" },
  { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", host: "localhost" },
  { authorization: "Bearer x" },
  { cookie: "authjs.session-token=x; __Secure-authjs.session-token=x; next-auth.session-token=x" },
  { cookie: "__prerender_bypass=x; __next_preview_data=x" },
  { "x-user-id": nobodys, "x-tenant-id": nobodys, "x-role": "admin" },
  { "next-action": "x", origin: base },
];

/** The refusals that somebody unknown may get: to sign in, or that such a thing does not exist or cannot be asked. */
const refusals = [301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 406, 413, 415, 431];

/**
 * An answer that was begun before its page was: all it hands out is the lead to sign-in, or that nothing is there. And the open
 * pages of signing in themselves, where a spelling is one of theirs, and the names of a route's folders.
 */
const leadsAlone = (body: string) =>
  body === "" ||
  body === "{}" ||
  /NEXT_REDIRECT;\w+;\/sign-in|NEXT_HTTP_ERROR_FALLBACK;404/u.test(body) ||
  /<title>Sign in|"s":"sign-in"/u.test(body) ||
  isRouteTree(body);

/** Names of folders as the source has them, and nothing that was rendered: not one element. */
const isRouteTree = (body: string) => body.includes('{"q":"","i":false') && !body.includes('["$",');

/** A state of the router that cannot be read is answered by the framework with a bare 500. */
function faultOf({ status, body, headers }: RawAnswer, { app, privates }: Place, how: string): string[] {
  const found: string[] = [];
  const broke = status === 500 && how.includes("next-router-state-tree") && body.length < 200;
  if (!refusals.includes(status) && !broke && !(status === 200 && leadsAlone(body))) found.push(`${how}: ${status}`);
  for (const one of privates) if (body.includes(one)) found.push(`${how}: tells ${one}`);
  const { location } = headers;
  if (location && new URL(location, app).host !== new URL(app).host) found.push(`${how}: leads to ${location}`);
  return found;
}

interface Try {
  path: string;
  headers: Record<string, string>;
  method: string;
}

/** What asks for the payload alone is led to an address that a cache can tell apart: there it is answered. */
async function knock(app: string, { path, ...init }: Try): Promise<RawAnswer> {
  const answer = await sendRaw(app, path, init);
  const { location } = answer.headers;
  return location?.includes("_rsc") ? sendRaw(app, location, init) : answer;
}

async function faults(place: Place, paths: string[], said: Try["headers"][], methods = ["GET"]): Promise<string[]> {
  const tries = paths.flatMap((path) =>
    said.flatMap((headers) => methods.map((method): Try => ({ path, headers, method }))),
  );
  const found: string[] = [];
  const work = async () => {
    for (let one = tries.pop(); one; one = tries.pop()) {
      const how = `${one.method} ${one.path} ${JSON.stringify(one.headers)}`;
      const answer = await knock(place.app, one).catch(() => null);
      if (answer) found.push(...faultOf(answer, place, how)); // a path that cannot be sent opens nothing
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return found;
}

let bare: AppServer;
const places: Record<string, Place> = {};
beforeAll(async () => {
  bare = await startAppWithoutEdge();
  places["with the edge"] = await placeOf(base);
  places["with the edge taken out"] = await placeOf(bare.url);
});
afterAll(() => bare.stop());

describe.each(["with the edge", "with the edge taken out"])("somebody who is not signed in, %s", (name) => {
  const place = (): Place => {
    const one = places[name];
    if (!one) throw new Error("it did not start");
    return one;
  };

  it("is tried on every page and route of the build", () => {
    expect(place().pages.length).toBeGreaterThan(10);
    expect(place().routes.length).toBeGreaterThan(15);
  });

  it("sees no page by any spelling of its path", async () => {
    expect(await faults(place(), place().pages.flatMap(spellings), [{}])).toEqual([]);
  });

  it("sees no page by any saying of the framework's", async () => {
    expect(await faults(place(), place().pages, sayings)).toEqual([]);
    expect(await faults(place(), place().pages, [{}], ["HEAD", "POST", "OPTIONS"])).toEqual([]);
  });

  it("sees no page by spelling and saying together", async () => {
    const odd = ["/history", "/console"].flatMap(spellings);
    expect(await faults(place(), odd, [{ rsc: "1" }, { "x-nextjs-data": "1" }, sayings[9] ?? {}])).toEqual([]);
  });

  it("reaches no route of the API by any method, spelling or saying", async () => {
    const all = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];
    expect(await faults(place(), place().routes, [{}], all)).toEqual([]);
    expect(await faults(place(), place().routes, sayings)).toEqual([]);
    expect(await faults(place(), ["/api/v1/sessions", "/api/v1/audit.csv"].flatMap(spellings), [{}])).toEqual([]);
  });
});
