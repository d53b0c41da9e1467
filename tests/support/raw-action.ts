import type { ActionResult } from "@/lib/contracts/action";
import type { BuiltAction } from "./build";
import type { Visitor } from "./sign-in";

/** A value as React sends it to a server action: strings that begin with a dollar sign are spelled out. */
export function flight(value: unknown): unknown {
  if (value === undefined) return "$undefined";
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(flight);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, flight(item)]));
}

/** Any page that carries the action; what is not known of its address is made up. */
export function pageOf(action: BuiltAction): string {
  const page = action.pages[0] ?? "/";
  return page.replace(/\[[^\]]+\]/gu, "00000000-0000-4000-8000-000000000000");
}

/** Calls a server action as a browser would, without the page around it. */
export function callAction(visitor: Visitor, action: BuiltAction, input: unknown, init: RequestInit = {}) {
  const headers = new Headers({ "next-action": action.id, "content-type": "text/plain;charset=UTF-8" });
  new Headers(init.headers).forEach((value, name) => headers.set(name, value));
  return visitor.call(pageOf(action), { method: "POST", body: JSON.stringify([flight(input)]), ...init, headers });
}

/** What the action returned, or null when the answer holds no such thing. */
export function actionResult(body: string): ActionResult<unknown> | null {
  for (const line of body.split("\n")) {
    const at = line.indexOf(":");
    const json = line.slice(at + 1);
    if (!/^[0-9a-f]+$/u.test(line.slice(0, at)) || !json.startsWith("{")) continue;
    const value: unknown = JSON.parse(json);
    // sound: nothing else in an answer to an action has this property
    if (typeof value === "object" && value !== null && "ok" in value) return value as ActionResult<unknown>;
  }
  return null;
}
