import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/contracts/context";
import { urn } from "@/lib/contracts/scim/attributes";
import { createScimGroup, patchScimGroup, removeScimGroup } from "@/lib/domain/scim/groups";
import { createScimUser, patchScimUser, removeScimUser } from "@/lib/domain/scim/users";

type Act = { action: string; prepare: () => Promise<() => Promise<unknown>> };

/** One call of each audited verb of provisioning, by its name. `admin` is asked when the act is prepared. */
export function scimActs(admin: () => Ctx): Record<string, Act> {
  const aPerson = () => createScimUser(admin(), { userName: `${randomUUID()}@acme.example`, active: true });
  const aGroup = () => createScimGroup(admin(), { displayName: randomUUID() });
  const patch = (value: object) => ({ schemas: [urn.patch], Operations: [{ op: "replace", value }] });
  const on = (
    action: string,
    make: () => Promise<{ id: string }>,
    work: (id: string, other: { id: string }) => Promise<unknown>,
  ): Act => ({
    action,
    prepare: async () => {
      const [{ id }, other] = [await make(), await aPerson()];
      return () => work(id, other);
    },
  });
  const ifMatch = null;
  return {
    "scim.create_user": { action: "scim.user_create", prepare: async () => aPerson },
    "scim.change_user": on("scim.user_update", aPerson, (id) =>
      patchScimUser(admin(), { id, ifMatch, body: patch({ active: false, displayName: "x" }) }),
    ),
    "scim.remove_user": on("scim.user_remove", aPerson, (id) => removeScimUser(admin(), { id, ifMatch })),
    "scim.create_group": { action: "scim.group_create", prepare: async () => aGroup },
    "scim.change_group": on("scim.group_update", aGroup, (id, other) =>
      patchScimGroup(admin(), { id, ifMatch, body: patch({ displayName: id, members: [{ value: other.id }] }) }),
    ),
    "scim.remove_group": on("scim.group_remove", aGroup, (id) => removeScimGroup(admin(), { id, ifMatch })),
  };
}
