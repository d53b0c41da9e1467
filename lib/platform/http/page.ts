import "server-only";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { Ctx } from "@/lib/contracts/context";
import type { Permission } from "@/lib/contracts/permissions";
import { holds } from "@/lib/platform/auth/allow";
import { getCtx } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/limits";
import { noteActor, observeRequest } from "@/lib/platform/observe/request";
import { withChecks } from "./checked";
import { declare } from "./declared";

/** Who looks at this page. Somebody disabled since the cookie was made is led to sign in again. */
export async function pageCtx(): Promise<Ctx> {
  const ctx = await getCtx();
  if (!ctx) redirect("/sign-in");
  return ctx;
}

type Params = Record<string, string>;
type Query = Record<string, string | string[] | undefined>;

interface PageSpec<P extends Params> {
  /** what the visitor must hold; without it the page is not there */
  access: Permission;
  render: (given: { ctx: Ctx; params: P; query: Query }) => Promise<ReactNode>;
}

/** Uses one page of the visitor's limit. What they are shown is made by the error page, which is told by the digest. */
async function spend(ctx: Ctx): Promise<void> {
  try {
    await consume("read", ctx);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    throw Object.assign(error, { digest: `rate_limited;${Math.ceil(error.retryAfter ?? 60)}` });
  }
}

/** Twin of `defineRoute` for pages: actor, rate limit, access, then the page, which reads through verbs. */
export function definePage<P extends Params = Params>({ access, render }: PageSpec<P>) {
  async function Page(props: { params: Promise<P>; searchParams: Promise<Query> }): Promise<ReactNode> {
    return observeRequest({ type: "page", method: "GET" }, async () => {
      const ctx = await pageCtx();
      noteActor(ctx);
      await spend(ctx);
      if (!holds(ctx, access)) notFound();
      const [params, query] = await Promise.all([props.params, props.searchParams]);
      return withChecks(() => render({ ctx, params, query }));
    });
  }
  return declare(Page, { kind: "page", access, limit: "read" });
}
