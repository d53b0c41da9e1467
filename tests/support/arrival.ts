import { visit, type Visitor } from "./sign-in";

/** A sign-in step by step, so that each step can be tampered with. The provider must let everybody in without a page. */
export class Arrival {
  constructor(
    readonly base: string,
    readonly visitor: Visitor = visit(base),
  ) {}

  /** Begins it and gives the provider's address. */
  async begin(callbackUrl = "/", provider = "oidc"): Promise<string> {
    // sound: Auth.js's own shape
    const csrf = (await (await this.visitor.call("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ csrfToken: csrf.csrfToken, callbackUrl });
    const begun = await this.visitor.call(`/api/auth/signin/${provider}`, { method: "POST", body });
    return begun.headers.get("location") ?? "";
  }

  /** Goes to the provider and gives the address it sends the browser back to. */
  async visitProvider(address: string): Promise<string> {
    return (await fetch(address, { redirect: "manual" })).headers.get("location") ?? "";
  }

  /** Comes back. Gives where the browser is led. */
  async comeBack(address: string): Promise<URL> {
    const { pathname, search } = new URL(address);
    const answer = await this.visitor.call(`${pathname}${search}`);
    return new URL(answer.headers.get("location") ?? "about:blank", this.base);
  }

  /** All of it. */
  async arrive(callbackUrl?: string, provider?: string): Promise<URL> {
    return this.comeBack(await this.visitProvider(await this.begin(callbackUrl, provider)));
  }

  get cookies(): string {
    return this.visitor.jar.header(new URL(this.base));
  }

  /** Whether the browser holds a session that acts. */
  async isIn(): Promise<boolean> {
    return (await this.visitor.call("/api/v1/sessions")).status === 200;
  }
}
