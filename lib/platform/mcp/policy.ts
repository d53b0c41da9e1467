import type { Settings } from "../env";
import { AppError } from "../errors";
import type { ServerAddress } from "./client";

type Rules = Pick<Settings, "local" | "toolServerPrivateHosts" | "toolServerTokens">;

/** Whether an operator has named this very host, with its port or for all ports. */
const isNamed = ({ host, hostname }: URL, { toolServerPrivateHosts }: Rules) =>
  toolServerPrivateHosts.some((named) => named === host || named === hostname);

/** Throws `invalid_request` for an address no server of tools may have: plain http outside a local profile, or with credentials in it. */
export function checkUrl(url: string, rules: Rules): void {
  const parsed = new URL(url);
  const secure = parsed.protocol === "https:" || rules.local || isNamed(parsed, rules);
  if (!secure) throw new AppError("invalid_request", { detail: "The server's address must begin with https." });
  if (parsed.username !== "" || parsed.password !== "" || parsed.hash !== "")
    throw new AppError("invalid_request", {
      detail: "The server's address must hold neither credentials nor a fragment.",
    });
}

/** How a server is met. `owner` is `<tenant>/<server>`: the name its token is set under. */
export function addressOf(url: string, owner: string, rules: Rules): ServerAddress {
  checkUrl(url, rules);
  return { url, token: rules.toolServerTokens[owner], allowPrivate: isNamed(new URL(url), rules) };
}
