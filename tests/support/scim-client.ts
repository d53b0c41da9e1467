import SCIMMY from "scimmy";
import { expect } from "vitest";
import { scimErrorSchema } from "@/lib/contracts/scim/messages";
import { listResponseSchema, scimGroupSchema, scimUserSchema } from "@/lib/contracts/scim/resources";

export interface Told {
  status: number;
  headers: Headers;
  // What comes back is looked at by the tests, which name what they expect.
  body: Json;
}
export type Json = { [name: string]: unknown; id?: string; Resources?: Json[]; meta?: { version: string } };

export type ScimClient = (method: string, path: string, body?: unknown, headers?: HeadersInit) => Promise<Told>;

/** Another reading of RFC 7643 than our own: throws on what its schemas do not allow. */
const published = { User: SCIMMY.Schemas.User, Group: SCIMMY.Schemas.Group };
const ours = { User: scimUserSchema, Group: scimGroupSchema };

/** Holds a whole resource to our contract and to the published schema of its kind. */
export function checkResource(resource: Json): void {
  const kind = String(resource.schemas).endsWith("Group") ? "Group" : "User";
  ours[kind].parse(resource);
  // sound: the published schema reads any object and throws on what it does not know
  const read = new published[kind](structuredClone(resource) as never, "out");
  expect(Object.keys(resource).filter((name) => !(name in read))).toEqual([]);
}

function checkAnswer({ status, headers, body }: Told, partial: boolean): void {
  expect(headers.get("x-request-id")).toMatch(/^[\w.-]{8,}$/u);
  expect(headers.get("cache-control")).toBe("no-store");
  if (status === 204 || status === 304) return;
  expect(headers.get("content-type")).toBe("application/scim+json; charset=utf-8");
  if (status >= 400) {
    expect(scimErrorSchema.strict().parse(body).status).toBe(String(status));
    return;
  }
  const resources = Array.isArray(body.Resources) ? listResponseSchema.parse(body).Resources : [body];
  const whole = resources.filter(({ schemas }) => /core:2\.0:(?:User|Group)$/u.test(String(schemas)));
  if (!partial) for (const resource of whole) checkResource(resource);
}

/** A provisioning client with a key; each answer is held to the form of RFC 7643 and RFC 7644. */
export function scimClient(base: string, key: string | null): ScimClient {
  return async (method, path, body, headers) => {
    const sent = new Headers(headers);
    if (key !== null) sent.set("authorization", `Bearer ${key}`);
    if (body !== undefined && !sent.has("content-type")) sent.set("content-type", "application/scim+json");
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const answer = await fetch(new URL(`/scim/v2${path}`, base), { method, headers: sent, body: text ?? null });
    const said = await answer.text();
    // sound: the protocol answers objects, or nothing
    const told = { status: answer.status, headers: answer.headers, body: (said ? JSON.parse(said) : {}) as Json };
    checkAnswer(told, /attributes/iu.test(path));
    return told;
  };
}
