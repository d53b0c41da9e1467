import { pathOf, type ResourceKind } from "@/lib/contracts/scim/attributes";
import { env } from "@/lib/platform/env";

/** An address below the root of provisioning. Built from the settings: a Host header has no say in it. */
export const scimAddress = (path: string): string => new URL(`/scim/v2${path}`, env().authUrl).href;

export const locationOf = (kind: ResourceKind, id: string): string => scimAddress(`${pathOf(kind)}/${id}`);
