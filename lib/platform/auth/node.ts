import NextAuth, { type NextAuthConfig } from "next-auth";
import { resolveSignIn } from "@/db/identity";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { authConfig } from "./config";
import { dueAfter } from "./refresh";
import { fitTokens, type SessionToken } from "./token";

type Resolved = Extract<Awaited<ReturnType<typeof resolveSignIn>>, { kind: "ok" }>["user"];

/** Who a provider's user object turned out to be, from the sign-in check to the making of the cookie. */
const resolvedUsers = new WeakMap<object, Resolved>();

const callbacks: NextAuthConfig["callbacks"] = {
  /** Admits nobody the database does not know: a refusal leads to a page that says why and what to do. */
  async signIn({ user, profile }) {
    const result = await resolveSignIn({ issuer: env().oidc.issuer, claims: { ...profile } });
    if (result.kind === "refused") {
      log.info({ reason: result.reason }, "sign-in refused");
      return `/sign-in/refused?reason=${result.reason}`;
    }
    resolvedUsers.set(user, result.user);
    return true;
  },

  jwt({ token, user, account }) {
    const person = user && resolvedUsers.get(user);
    if (!person || !account) return token;
    const tokens = fitTokens({ refreshToken: account.refresh_token, idToken: account.id_token });
    const session: SessionToken = {
      uid: person.id,
      tid: person.tenantId,
      name: person.name,
      email: person.email,
      ...tokens,
      ...(tokens.rt && { due: dueAfter(account.expires_in) }),
    };
    return { ...session };
  },

  session({ session, token }) {
    return { expires: session.expires, user: { name: token.name, email: token.email } };
  },
};

const logger: NextAuthConfig["logger"] = {
  error: (error) => log.warn({ err: error }, "sign-in failed"),
  warn: (code) => log.debug({ code }, "sign-in warning"),
  debug: () => {},
};

/** Auth.js with the half that needs the database. Configured per call, since settings are read at run time. */
export const { handlers, signIn } = NextAuth(() => ({ ...authConfig(), callbacks, logger }));
