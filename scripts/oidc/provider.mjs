/**
 * The local OpenID provider: certified code with seeded people, as its own small process on a loopback port. It is no
 * part of the build, and the profiles that face people refuse it.
 * Environment: OIDC_PORT, OIDC_DATA_DIR, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_APP_URL and, to see renewals sooner,
 * OIDC_ACCESS_SECONDS.
 */
import { createServer } from "node:http";
import { Provider, interactionPolicy } from "oidc-provider";
import { loadKeys } from "./keys.mjs";
import { languageOf, messagePage, signInPage, signOutPage } from "./page.mjs";
import { findPerson, people, subjectOf } from "./people.mjs";

const { OIDC_PORT, OIDC_DATA_DIR, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_APP_URL } = process.env;
if (!OIDC_PORT || !OIDC_DATA_DIR || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !OIDC_APP_URL) {
  console.error("The local identity provider is started by `npm start`, `npm run dev` or `npm test`.");
  process.exit(1);
}
const port = Number(OIDC_PORT);
const keys = loadKeys(OIDC_DATA_DIR);

// Whoever comes chooses again: a provider that remembers would hide the list of people behind its own session.
const policy = interactionPolicy.base();
policy
  .get("login")
  ?.checks.add(
    new interactionPolicy.Check("choose", "choose a person", (ctx) =>
      ctx.oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
    ),
  );

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: OIDC_CLIENT_ID,
      client_secret: OIDC_CLIENT_SECRET,
      client_name: "SalesBoost",
      grant_types: ["authorization_code", "refresh_token"],
      redirect_uris: [`${OIDC_APP_URL}/api/auth/callback/oidc`],
      post_logout_redirect_uris: [`${OIDC_APP_URL}/sign-in`],
    },
  ],
  jwks: { keys: keys.signing },
  cookies: { keys: keys.cookies },
  claims: { openid: ["sub", "tenant", "role"], profile: ["name"], email: ["email", "email_verified"] },
  scopes: ["openid", "profile", "email", "offline_access"],
  conformIdTokenClaims: false,
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  ttl: {
    AccessToken: Number(process.env.OIDC_ACCESS_SECONDS || 600),
    IdToken: 3600,
    RefreshToken: 86_400 * 7,
    Session: 86_400,
    Interaction: 3600,
    Grant: 86_400 * 7,
  },
  interactions: { policy, url: (_ctx, interaction) => `/people/${interaction.uid}` },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (ctx, form) => {
        ctx.body = signOutPage(languageOf(ctx.get("accept-language"), ctx.query.ui_locales), form);
      },
      postLogoutSuccessSource: async (ctx) => {
        ctx.body = messagePage(languageOf(ctx.get("accept-language"), undefined));
      },
    },
  },
  findAccount: async (_ctx, sub) => {
    const person = findPerson(sub);
    if (!person) return undefined;
    const { email, name, tenant, role } = person;
    return {
      accountId: sub,
      claims: async () => ({ sub: person.sub, email, email_verified: true, name, tenant, role }),
    };
  },
  // Everybody here consents to everything: there is one application.
  loadExistingGrant: async (ctx) => {
    const accountId = ctx.oidc.session?.accountId;
    if (!accountId || !ctx.oidc.client) return undefined;
    const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId });
    grant.addOIDCScope("openid profile email offline_access");
    await grant.save();
    return grant;
  },
  renderError: async (ctx, out) => {
    ctx.type = "html";
    ctx.body = messagePage(
      languageOf(ctx.get("accept-language"), undefined),
      `${out.error}: ${out.error_description ?? ""}`,
    );
  },
});

/** @param {import("node:http").IncomingMessage} request */
async function readForm(request) {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error("form too large");
  }
  return new URLSearchParams(text);
}

/** @param {URLSearchParams} form */
function chosenSubject(form) {
  const sub = form.get("sub");
  if (sub) return people.some((person) => person.sub === sub) ? sub : undefined;
  const field = (/** @type {string} */ name) => form.get(name)?.trim().slice(0, 200) ?? "";
  const [email, name, tenant, role] = ["email", "name", "tenant", "role"].map(field);
  return email && name && tenant && role ? subjectOf({ email, name, tenant, role }) : undefined;
}

/** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
async function choosePerson(request, response) {
  if (request.method === "POST") {
    const accountId = chosenSubject(await readForm(request));
    if (accountId) return provider.interactionFinished(request, response, { login: { accountId } });
  }
  const { params } = await provider.interactionDetails(request, response);
  const language = languageOf(request.headers["accept-language"], params.ui_locales);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(signInPage(language, request.url ?? ""));
}

const handle = provider.callback();
const server = createServer((request, response) => {
  const path = request.url ?? "/";
  if (!path.startsWith("/people/") && path !== "/") return void handle(request, response);
  const work = path === "/" ? Promise.reject(new Error("nothing here")) : choosePerson(request, response);
  work.catch(() => {
    response.writeHead(path === "/" ? 200 : 400, { "content-type": "text/html; charset=utf-8" });
    response.end(messagePage(languageOf(request.headers["accept-language"], undefined)));
  });
});
server.on("error", (error) => {
  console.error(`The local identity provider could not listen on port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, "127.0.0.1", () => process.send?.("ready"));

const stop = () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
process.on("SIGTERM", stop);
process.on("SIGINT", () => {}); // the parent decides
process.on("disconnect", stop);
