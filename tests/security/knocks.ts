import { actionResult, callAction } from "@/tests/support/raw-action";
import type { BuiltAction } from "@/tests/support/build";
import { sends } from "@/tests/support/companies";
import type { Visitor } from "@/tests/support/sign-in";
import type { Knock, Verdict } from "./matrix";

/** A pattern's address with the ids filled in; what there is no id for becomes one that nothing has. */
export const filled = (pattern: string, ids: Record<string, string>) =>
  pattern.replace(
    /\[?\[(?:\.\.\.)?([^\]]+)\]\]?/gu,
    (_, name: string) => ids[name] ?? "00000000-0000-4000-8000-000000000000",
  );

const headersOf = ({ status, headers }: Response) =>
  [`${status}`, ...[...headers].map(([name, value]) => `${name}: ${value}`)].join("\n");

/** The problem that a JSON answer tells, by its code; SCIM has none. */
function codeOf(body: string): string | null {
  try {
    const said: unknown = JSON.parse(body);
    return said && typeof said === "object" && "code" in said ? String(said.code) : null;
  } catch {
    return null;
  }
}

const byStatus: Record<number, string> = { 401: "unauthenticated", 403: "forbidden", 404: "not_there" };

/** A route, called as `method path`. */
export const route =
  (name: string): Knock =>
  async (visitor, row, ids, caller) => {
    const [method = "GET", pattern = "/"] = name.split(" ");
    const init = sends(method, row.sends?.(ids, caller));
    const answer = await visitor.call(`${filled(pattern, { ...ids, ...row.fixed })}${row.query ?? ""}`, init);
    const body = await answer.text();
    const done = answer.status === (row.ok ?? 200);
    const kind = done ? "done" : (byStatus[answer.status] ?? codeOf(body) ?? String(answer.status));
    return { kind, text: `${headersOf(answer)}\n${body}` };
  };

/** A server action, called without the page around it. */
export const action =
  (one: BuiltAction): Knock =>
  async (visitor, row, ids, caller) => {
    const answer = await callAction(visitor, one, row.sends?.(ids, caller));
    const body = await answer.text();
    const result = actionResult(body);
    const code = result?.ok ? "done" : (result?.problem.code ?? `${answer.status} without a result`);
    return { kind: code === "not_found" ? "not_there" : code, text: `${headersOf(answer)}\n${body}` };
  };

/** What a page came to: there, not there, to sign-in, or broken. */
async function look(visitor: Visitor, path: string, headers: Record<string, string>): Promise<Verdict> {
  let answer = await visitor.call(path, { headers });
  const elsewhere = answer.headers.get("location");
  // What asks for the payload alone is led to an address that a cache can tell apart.
  if (elsewhere?.includes("_rsc")) answer = await visitor.call(elsewhere, { headers });
  const body = await answer.text();
  const text = `${headersOf(answer)}\n${body}`;
  const to = answer.headers.get("location");
  if (to) return { kind: new URL(to, "http://x").pathname === "/sign-in" ? "unauthenticated" : `led to ${to}`, text };
  // A payload may lead elsewhere from within.
  if (headers.rsc && /NEXT_REDIRECT;\w+;\/sign-in[;?]/u.test(body)) return { kind: "unauthenticated", text };
  // A document says so by its status, before anything else; a payload may say so within.
  const within = headers.rsc !== undefined && body.includes("NEXT_HTTP_ERROR_FALLBACK;404");
  if (answer.status === 404 || within) return { kind: "not_there", text };
  if (answer.status !== 200 || /\bE\{\\?"digest/u.test(body)) return { kind: `broken (${answer.status})`, text };
  return { kind: "done", text };
}

/** A page as a document and as the payload that a browser fetches when it goes there from another page. */
export const page =
  (name: string): Knock =>
  async (visitor, _row, ids, caller) => {
    const path = filled(name, { scenarioId: "saas-renewal-en", ...ids });
    const [document, payload] = await Promise.all([look(visitor, path, {}), look(visitor, path, { rsc: "1" })]);
    const [a, b] = [document.kind, payload.kind];
    const kind = a === b ? a : `${a} as a document, ${b} as a payload, for ${caller.role}`;
    // A page that somebody may not open is not there for them.
    return { kind, text: `${document.text}\n${payload.text}` };
  };
