import { randomUUID } from "node:crypto";
import { urn } from "@/lib/contracts/scim/attributes";
import { ask, sends } from "./companies";
import { scimClient, type Json, type ScimClient, type Told } from "./scim-client";
import { signInAs, type Visitor } from "./sign-in";

export interface Directory {
  /** an administrator of the company, signed in */
  admin: Visitor;
  adminId: string;
  scim: ScimClient;
  secret: string;
}

export async function keyFor(
  admin: Visitor,
  userId: string,
  scopes: string[],
): Promise<{ id: string; secret: string }> {
  return ask(admin, "/api/v1/keys", sends("POST", { name: "a directory", userId, scopes, days: 1 }));
}

/** A company's administrator with a key for its directory. */
export async function connect(base: string, tenant: "acme" | "globex"): Promise<Directory> {
  const word = randomUUID().slice(0, 8);
  const email = `directory-${word}@${tenant}.example`;
  const { visitor: admin } = await signInAs(base, { email, name: `Directory ${word}`, tenant, role: "admin" });
  const { items } = await ask<{ items: { id: string }[] }>(admin, `/api/v1/users?q=${word}`);
  const adminId = items[0]?.id ?? "";
  const { secret } = await keyFor(admin, adminId, ["scim:provision"]);
  return { admin, adminId, secret, scim: scimClient(base, secret) };
}

export const anAddress = (tenant = "acme"): string => `${randomUUID()}@${tenant}.example`;
export const patch = (...Operations: object[]): object => ({ schemas: [urn.patch], Operations });
export const filteredBy = (filter: string): string => `?filter=${encodeURIComponent(filter)}`;
export const resourcesOf = (told: Told): Json[] => told.body.Resources ?? [];
