import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
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
    await consume("render", ctx);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "rate_limited") throw error;
    throw Object.assign(error, { digest: `rate_limited;${Math.ceil(error.retryAfter ?? 60)}` });
  }
}

/** What a page came to in this request. */
const settled = cache(() => Promise.withResolvers<"there" | "not_there">());

const isNotThere = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_HTTP_ERROR_FALLBACK;404");

/** Longest that a document waits for its page before its loading state is sent, in milliseconds. */
const patienceMs = 10_000;

/**
 * A loading state. A browser that goes from page to page sees it at once. A document waits for its page instead: what is
 * sent once cannot be taken back, and a page that is not there must be answered 404, whoever asks.
 */
export function defineLoading(shown: ReactNode) {
  return async function Loading(): Promise<ReactNode> {
    if ((await headers()).get("sec-fetch-dest") === "empty") return shown;
    const { promise, resolve } = settled();
    const patience = setTimeout(() => resolve("there"), patienceMs);
    const verdict = await promise;
    clearTimeout(patience);
    if (verdict === "not_there") notFound();
    return shown;
  };
}

/** Twin of `defineRoute` for pages: actor, rate limit, access, then the page, which reads through verbs. */
export function definePage<P extends Params = Params>({ access, render }: PageSpec<P>) {
  type Props = { params: Promise<P>; searchParams: Promise<Query> };
  const show = (props: Props): Promise<ReactNode> =>
    observeRequest({ type: "page", method: "GET" }, async () => {
      const ctx = await pageCtx();
      noteActor(ctx);
      await spend(ctx);
      if (!holds(ctx, access)) notFound();
      const [params, query] = await Promise.all([props.params, props.searchParams]);
      return withChecks(() => render({ ctx, params, query }));
    });
  async function Page(props: Props): Promise<ReactNode> {
    try {
      return await show(props);
    } catch (error) {
      if (isNotThere(error)) settled().resolve("not_there");
      throw error;
    } finally {
      settled().resolve("there");
    }
  }
  return declare(Page, { kind: "page", access, limit: "render" });
}
