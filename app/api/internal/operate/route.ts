import type { NextRequest } from "next/server";
import { operationSchema } from "@/lib/contracts/operations";
import { operate } from "@/lib/domain/operations";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { isBearer } from "@/lib/platform/http/bearer";
import { definePublicRoute } from "@/lib/platform/http/route";
import { readOperateKey } from "@/db/operate-key";

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Throws `not_found` for who comes from elsewhere or where there is no such database, `unauthenticated` without the token. */
async function admit(request: NextRequest): Promise<void> {
  const key = env().databaseDriver === "pglite" ? readOperateKey() : null;
  const far = request.headers.get("x-forwarded-for")?.split(",") ?? [];
  const near = far.every((address) => /^(127\.|::1$|::ffff:127\.)/.test(address.trim()));
  if (!key || !near || !loopback.test(request.headers.get("host") ?? "")) throw new AppError("not_found");
  if (!(await isBearer(request, key.token))) throw new AppError("unauthenticated");
}

/**
 * The command line's door into a running server whose embedded database nobody else can open. It exists for that
 * database alone, on the loopback address, for who can read the token in the data folder.
 */
export const POST = definePublicRoute({
  admit,
  body: operationSchema,
  handler: ({ body }) => operate(body),
});
