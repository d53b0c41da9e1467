/** A browser's cookies, as far as signing in needs them. */
export class CookieJar {
  private readonly byOrigin = new Map<string, Map<string, string>>();

  store(url: URL, response: Response): void {
    const cookies = this.byOrigin.get(url.origin) ?? new Map<string, string>();
    this.byOrigin.set(url.origin, cookies);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  }

  header(url: URL): string {
    return [...(this.byOrigin.get(url.origin) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }
}

export interface Visitor {
  jar: CookieJar;
  /** One request of our own site with the visitor's cookies and origin; redirects are not followed. */
  call(path: string, init?: RequestInit): Promise<Response>;
}

async function send(jar: CookieJar, url: URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("cookie", jar.header(url));
  const response = await fetch(url, { ...init, headers, redirect: "manual" });
  jar.store(url, response);
  return response;
}

export function visit(base: string): Visitor {
  const jar = new CookieJar();
  return {
    jar,
    call: (path, init = {}) => {
      const headers = new Headers(init.headers);
      if (!headers.has("origin")) headers.set("origin", new URL(base).origin);
      return send(jar, new URL(path, base), { ...init, headers });
    },
  };
}

/** Follows redirects, over to the provider and back, until an answer that is none. */
async function follow(jar: CookieJar, from: URL, first: Response): Promise<{ url: URL; response: Response }> {
  let [url, response] = [from, first];
  for (let hop = 0; hop < 12; hop += 1) {
    const location = response.headers.get("location");
    if (!location || response.status < 300 || response.status > 399) break;
    url = new URL(location, url);
    response = await send(jar, url);
  }
  return { url, response };
}

export interface MadeUp {
  email: string;
  name: string;
  tenant: string;
  role: string;
}

/**
 * Signs in at `base` through the local provider as one of its people ("acme-trainee") or somebody made up.
 * Returns the visitor and where the browser ended up. `callbackUrl` is where it asks to come back to; `visitor` is a browser
 * that was here before.
 */
export async function signInAs(
  base: string,
  who: string | MadeUp,
  { callbackUrl = "/", visitor = visit(base) } = {},
): Promise<{ visitor: Visitor; landed: URL }> {
  const { jar } = visitor;
  const csrf = (await (await visitor.call("/api/auth/csrf")).json()) as { csrfToken: string }; // sound: Auth.js's own shape
  const start = new URL("/api/auth/signin/oidc", base);
  const begun = await send(jar, start, {
    method: "POST",
    body: new URLSearchParams({ csrfToken: csrf.csrfToken, callbackUrl }),
  });
  const people = await follow(jar, start, begun);
  const chosen = await send(jar, people.url, {
    method: "POST",
    body: new URLSearchParams(typeof who === "string" ? { sub: who } : { ...who }),
  });
  const { url } = await follow(jar, people.url, chosen);
  return { visitor, landed: url };
}
