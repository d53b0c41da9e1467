import { can, type Row } from "./access-matrix";

const someone = () => `${crypto.randomUUID()}@acme.example`;
const user = (userName: string) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  userName,
  displayName: "Made by a test",
  active: true,
});
const group = () => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
  displayName: crypto.randomUUID(),
  members: [],
});
const rename = () => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: [{ op: "replace", path: "displayName", value: crypto.randomUUID() }],
});
const searching = () => ({ schemas: ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], count: 1 });

/** Provisioning: whoever bears a key with this one permission, in its own company, and no browser at all. */
const by = (more: Omit<Row, "access" | "roles" | "keyOnly"> = {}): Row =>
  can("scim:provision", "A", { keyOnly: true, ...more });
const notOffered = { sends: () => ({}), ok: 501 };
const unknown = { sends: () => ({}), ok: 404 };

export const scimRows: Record<string, Row> = {
  "GET /scim/v2/Users": by(),
  "POST /scim/v2/Users": by({ sends: () => user(someone()), ok: 201 }),
  "POST /scim/v2/Users/.search": by({ sends: searching }),
  "GET /scim/v2/Users/[id]": by({ about: "person" }),
  "PUT /scim/v2/Users/[id]": by({ about: "person", uses: true, sends: ({ email = "" }) => user(email) }),
  "PATCH /scim/v2/Users/[id]": by({ about: "person", uses: true, sends: rename }),
  "DELETE /scim/v2/Users/[id]": by({ about: "person", uses: true, ok: 204 }),

  "GET /scim/v2/Groups": by(),
  "POST /scim/v2/Groups": by({ sends: group, ok: 201 }),
  "POST /scim/v2/Groups/.search": by({ sends: searching }),
  "GET /scim/v2/Groups/[id]": by({ about: "team" }),
  "PUT /scim/v2/Groups/[id]": by({ about: "team", uses: true, sends: group }),
  "PATCH /scim/v2/Groups/[id]": by({ about: "team", uses: true, sends: rename }),
  "DELETE /scim/v2/Groups/[id]": by({ about: "team", uses: true, ok: 204 }),

  // What the service can do, the same for everybody who may ask.
  "GET /scim/v2/ServiceProviderConfig": by(),
  "GET /scim/v2/ResourceTypes": by(),
  "GET /scim/v2/ResourceTypes/[id]": by({ fixed: { id: "User" } }),
  "GET /scim/v2/Schemas": by(),
  "GET /scim/v2/Schemas/[id]": by({ fixed: { id: "urn:ietf:params:scim:schemas:core:2.0:User" } }),

  "POST /scim/v2/Bulk": by(notOffered),
  "GET /scim/v2/Me": by({ ok: 501 }),
  "POST /scim/v2/Me": by(notOffered),
  "PUT /scim/v2/Me": by(notOffered),
  "PATCH /scim/v2/Me": by(notOffered),
  "DELETE /scim/v2/Me": by({ ok: 501 }),
  "GET /scim/[[...path]]": by({ ok: 404 }),
  "POST /scim/[[...path]]": by(unknown),
  "PUT /scim/[[...path]]": by(unknown),
  "PATCH /scim/[[...path]]": by(unknown),
  "DELETE /scim/[[...path]]": by({ ok: 404 }),
};
