import { randomUUID } from "node:crypto";
import { signInAs, type MadeUp, type Visitor } from "./sign-in";

const json = { "content-type": "application/json" };

/** Somebody who practises over the API. */
export class Trainee {
  private constructor(readonly visitor: Visitor) {}

  static async signIn(base: string, who: string | MadeUp = "acme-trainee"): Promise<Trainee> {
    return new Trainee((await signInAs(base, who)).visitor);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.visitor.call(path, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) });
  }

  /** Begins a talk and returns its id. */
  async begin(scenarioId: string): Promise<string> {
    const answer = await this.post("/api/v1/sessions", { scenarioId });
    if (answer.status !== 201) throw new Error(`no talk: ${answer.status} ${await answer.text()}`);
    // sound: the API's own answer to a started session
    return ((await answer.json()) as { id: string }).id;
  }

  /** Says something; the answer's body is the reply as it is spoken. */
  say(sessionId: string, text: string, headers: Record<string, string> = {}, turnId = randomUUID()): Promise<Response> {
    return this.post(`/api/v1/sessions/${sessionId}/turns`, { turnId, text }, headers);
  }
}

/** Asks until the answer is there. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
