import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { vi } from "vitest";
import { sessionCookieName, writeSessionToken } from "@/lib/platform/auth/token";
import { guard } from "@/lib/platform/edge/guard";
import * as settings from "@/lib/platform/env";

interface Init {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  duplex?: "half";
}

/** What the edge makes of a request. */
export const ask = (path: string, init: Init = {}): Promise<Response> =>
  guard(new NextRequest(new URL(path, "http://localhost:3000"), init));

/** Whether it was let pass to what lies behind. */
export const passes = (response: Response): boolean => response.headers.get("x-middleware-next") === "1";

/** What the session cookie of somebody made up says. */
export const token = () => ({ lid: randomUUID(), uid: randomUUID(), tid: randomUUID(), name: "n", email: "e" });

export const cookieOf = async (person = token()): Promise<{ cookie: string }> => ({
  cookie: `${sessionCookieName()}=${await writeSessionToken(person)}`,
});

/** Other settings for one test, over the real ones: a copy would lack the secrets. Ended by `vi.restoreAllMocks()`. */
export function set(changed: Partial<settings.Settings>): void {
  const all: settings.Settings = Object.assign(Object.create(settings.env()), changed);
  vi.spyOn(settings, "env").mockReturnValue(all);
}

export const limitsOf = (changed: Partial<settings.Settings["limits"]>) => ({ ...settings.env().limits, ...changed });
