import type { NextAuthConfig } from "next-auth";
import { resolveSignIn, type Arrival, type SignedIn } from "@/db/identity";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { forgetActors } from "./actors";
import { authConfig, deploymentProvider, providerOf } from "./config";
import { openConnection, type TenantProvider } from "./connection";
import { discover } from "./discovery";
import { verifyIdToken } from "./id-token";
import { dueAfter } from "./refresh";
import { fitTokens, type SessionToken } from "./token";

/** What the request of somebody coming back from their provider tells beside their tokens. */
export type Arriving = Pick<Arrival, "userAgent" | "address" | "replaces" | "requestId">;

/** Who speaks for the people of this sign-in. */
interface Speaker {
  issuer: string;
  clientId: string;
  fetch: typeof fetch;
  connectionId?: string;
}

/** Who a provider's user object turned out to be, from the sign-in check to the making of the cookie. */
const resolvedUsers = new WeakMap<object, SignedIn>();

const refuse = (reason: string) => {
  log.info({ reason }, "sign-in refused");
  return `/sign-in/refused?reason=${reason}`;
};

/** The claims of a token that was verified here, or null when it does not hold. */
async function claimsOf(idToken: string | undefined, speaker: Speaker): Promise<Record<string, unknown> | null> {
  try {
    const { issuer, jwks_uri: jwksUri } = await discover(speaker.issuer, speaker.fetch);
    return await verifyIdToken(idToken ?? "", { issuer, clientId: speaker.clientId, jwksUri, fetch: speaker.fetch });
  } catch (err) {
    log.warn({ err }, "an identity token does not hold");
    return null;
  }
}

function callbacksFor(speaker: Speaker, arriving: Arriving): NonNullable<NextAuthConfig["callbacks"]> {
  return {
    /** Admits nobody the database does not know: a refusal leads to a page that says why and what to do. */
    async signIn({ user, account }) {
      const claims = await claimsOf(account?.id_token, speaker);
      if (!claims) return refuse("untrusted");
      const { issuer, connectionId } = speaker;
      const result = await resolveSignIn({ issuer, claims, connectionId, ...arriving });
      if (result.kind === "refused") return refuse(result.reason);
      if (arriving.replaces) forgetActors([arriving.replaces]);
      resolvedUsers.set(user, result.user);
      return true;
    },

    jwt({ token, user, account }) {
      const person = user && resolvedUsers.get(user);
      if (!person || !account) return token;
      const { connectionId: cid } = speaker;
      // A tenant's own provider is not asked again while the session lasts, so none of its tokens are kept.
      const tokens = cid ? {} : fitTokens({ refreshToken: account.refresh_token, idToken: account.id_token });
      const session: SessionToken = {
        lid: person.loginId,
        uid: person.id,
        tid: person.tenantId,
        ...(cid && { cid }),
        name: person.name,
        email: person.email,
        ...tokens,
        ...("rt" in tokens && tokens.rt && { due: dueAfter(account.expires_in) }),
      };
      return { ...session };
    },
  };
}

const logger: NextAuthConfig["logger"] = {
  error: (err) => log.warn({ err }, "sign-in failed"),
  warn: (code) => log.debug({ code }, "sign-in warning"),
  debug: () => {},
};

function configBy(base: NextAuthConfig, speaker: Speaker, arriving: Arriving): NextAuthConfig {
  return { ...base, callbacks: { ...base.callbacks, ...callbacksFor(speaker, arriving) }, logger };
}

const byConnection = (provider: TenantProvider, arriving: Arriving) =>
  configBy(
    authConfig([providerOf(provider)]),
    {
      issuer: provider.issuer,
      clientId: provider.clientId,
      fetch: provider.fetch ?? fetch,
      connectionId: provider.connectionId,
    },
    arriving,
  );

/**
 * Auth.js for one request: with the deployment's issuer, or with one tenant's connection and nothing else. Null when the
 * connection cannot be used. Made each time, since settings and connections change while the program runs.
 */
export async function configFor(connectionId: string | null, arriving: Arriving = {}): Promise<NextAuthConfig | null> {
  if (connectionId === null) {
    const { issuer, clientId } = env().oidc;
    return configBy(authConfig([deploymentProvider()]), { issuer, clientId, fetch }, arriving);
  }
  const provider = await openConnection(connectionId);
  return provider && byConnection(provider, arriving);
}
