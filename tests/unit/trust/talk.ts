import type { LanguageModelV4 } from "@ai-sdk/provider";
import { vi } from "vitest";
import { speakTurn } from "@/app/api/v1/sessions/[id]/turns/speech";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { chooseHint } from "@/agents/coach/hint";
import { offlineBuyer } from "@/agents/models/offline/buyer/model";
import { Models } from "@/agents/models/registry";
import { classify } from "@/agents/perceive/classify";
import { emptyMemory, randomFrom } from "@/agents/preflight/seller";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { difficulties } from "@/lib/contracts/vocabulary";
import { briefOf } from "@/lib/domain/brief";
import { createLog } from "@/lib/platform/log";
import { say, type Act, type Standing } from "./acts";
import { lastTalks } from "./last-talks";
import { mouth, type Mood } from "./mouths";
import { Secrets, Spoken, stringsIn } from "./secrets";
import { screen } from "./screen";
import { claim, store } from "./store";
import { wire, type Sent } from "./wire";

export interface Script {
  scenario: number;
  difficulty: number;
  seed: number;
  acts: Act[];
  /** how the models behave, turn after turn */
  moods: Mood[];
}

/** Something of a locked fact in something that left the program. */
export interface Leak {
  where: string;
  turn: number;
  found: string[];
}

interface Outgoing {
  where: string;
  texts: string[];
}

const kept = new Map<string, Secrets>();
function secretsOf(bundle: ScenarioBundle): Secrets {
  const known = kept.get(bundle.scenario.id) ?? new Secrets(bundle);
  kept.set(bundle.scenario.id, known);
  return known;
}

const ctx: Ctx = {
  tenantId: "tenant-1",
  actor: { userId: "user-1", role: "trainee", name: "Tess", email: "tess@acme.example" },
  requestId: "request-1",
  locale: "en",
};

const lockedIn = ({ personas }: ScenarioBundle, state: ConversationState) =>
  new Set(
    personas.flatMap(({ id, sealedFacts }) =>
      sealedFacts
        .filter((fact) => !state.buyers[id]?.unlocked.some((one) => one.factId === fact.id))
        .map((fact) => `${id}/${fact.id}`),
    ),
  );

/** All tellings of facts that were earned, whether or not a model has said them yet. */
const earned = ({ personas }: ScenarioBundle, state: ConversationState) =>
  personas.flatMap(({ id, sealedFacts }) =>
    sealedFacts
      .filter((fact) => state.buyers[id]?.unlocked.some((one) => one.factId === fact.id))
      .flatMap(({ text, spoken, recalled }) => [text, ...spoken, ...recalled]),
  );

/** Approved lines and told facts of a plan: about to be said aloud. */
const planned = (plans: readonly ReplyPlan[]) => plans.flatMap((plan) => stringsIn([plan.answer, plan.agenda]));

/** Where in a text it stands, for whoever reads the failure. */
function near(text: string, found: string): string {
  const at = text.toLowerCase().indexOf(found.split(" ")[0] ?? "");
  return text.slice(Math.max(0, at - 60), at + 60);
}

/** Ids of lines and messages, patterns of a tool's input, lengths and turns left are no numbers of anybody's. */
const plain = (text: string) =>
  text
    .replace(/^\^.*$/u, "")
    .replaceAll(/\\?"turnsLeft\\?":\s?\d+/gu, "")
    .replace(/^(?:[a-z][\w-]*\/)?[a-zA-Z]+(?:[:-][\w-]+)*[:.-]\d+(?:\.\d+)*$/u, "")
    .replaceAll(/Length: \d+ to \d+ words|篇幅[^\n]*|长度[^\n]*|字数[^\n]*/gu, "");

/** A log line without its clock and without the places in the code that a stack names. */
const logged = (line: string) =>
  line.replace(/"time":"[^"]*"/u, "").replaceAll(/(?:[\w@.-]*\/)+[^\s:()"]*(?::\d+){0,2}/gu, "");

/** The offline buyer with everything that is handed to it on the list of what left. */
function watched(out: Outgoing[]): LanguageModelV4 {
  const inner = offlineBuyer({ paceMs: 0 });
  return {
    ...inner,
    doStream: (options) => {
      out.push({ where: "offline view", texts: [...stringsIn(options.providerOptions), ...stringsIn(options.prompt)] });
      return inner.doStream(options);
    },
  };
}

export interface Played {
  leaks: Leak[];
  turns: number;
  /** strings that were searched */
  searched: number;
  /** facts that were told in the end */
  told: number;
  /** the doors through which something left */
  kinds: Set<string>;
}

/** One talk through the product's own path from the claimed turn to the browser's stream; network, log and record are replaced. */
class WatchedTalk {
  readonly #secrets: Secrets;
  /** words anybody may say by now */
  readonly #said: Spoken;
  readonly #at: Standing;
  readonly #out: Outgoing[] = [];
  readonly #lines: string[] = [];
  readonly #hints: string[] = [];
  readonly result: Played = { leaks: [], turns: 0, searched: 0, told: 0, kinds: new Set() };

  constructor(
    private readonly bundle: ScenarioBundle,
    { seed, difficulty }: Script,
  ) {
    this.#secrets = secretsOf(bundle);
    this.#said = new Spoken(this.#secrets.open);
    const level = difficulties[difficulty % difficulties.length] ?? "standard";
    const state = initialState(bundle, { seed, attempt: 1, difficulty: level, remembered: lastTalks(bundle, seed) });
    this.#at = { state, transcript: [], plans: [], random: randomFrom(seed), memory: emptyMemory() };
    this.#said.add(...earned(bundle, state));
    Object.assign(globalThis, {
      [Symbol.for("salesboost.log")]: createLog({ write: (line) => void this.#lines.push(line) }),
    });
    this.#look("brief", stringsIn(briefOf(bundle, [])), state, this.#said);
  }

  get isOver(): boolean {
    const { outcome, turn } = this.#at.state;
    return outcome !== null || turn >= this.bundle.scenario.maxTurns;
  }

  /** One turn, tried again once when it broke off. */
  async play(act: Act, mood: Mood): Promise<void> {
    const { bundle } = this;
    const { state, transcript } = this.#at;
    const turn = state.turn + 1;
    const text = say(act, bundle, this.#at).slice(0, 4_000);
    const perception = classify({ text, bundle, state, transcript });
    // Pure: the machine comes to the same state a moment later.
    const next = advance(bundle, state, { turn, messageId: `s${turn}`, text, perception });
    this.#said.add(text);
    const during = new Spoken(this.#said).add(...planned(next.plans), ...earned(bundle, next.state));
    for (let tries = 0; tries < 2 && store.settled.length === 0; tries += 1) {
      const body = await this.#speak({ turn, text, mood, tries, after: next.state });
      for (const { where, texts } of this.#out) {
        const early = where === "perceive";
        this.#look(where, texts, early ? state : next.state, early ? this.#said : during);
      }
      this.#look("screen", screen(body), next.state, during);
      this.#look("log", this.#lines.map(logged), next.state, during);
    }
    this.#settle(text, turn);
  }

  async #speak(of: {
    turn: number;
    text: string;
    mood: Mood;
    tries: number;
    after: ConversationState;
  }): Promise<string> {
    const { bundle } = this;
    const { turn, text, mood, tries, after } = of;
    this.#out.length = this.#lines.length = 0;
    const { random, state, transcript } = this.#at;
    const answers = mouth(mood, tries, { bundle, state: after, random, locale: bundle.scenario.locale });
    const keep = ({ role, url, headers, body }: Sent) =>
      void this.#out.push({ where: role, texts: [url, ...stringsIn(headers), ...stringsIn(body)] });
    vi.stubGlobal("fetch", wire(answers, keep));
    const speak = mood === "dead" && tries === 0 ? "compatible:speak" : "compatible:speak,offline";
    const aiChain = `perceive=compatible:perceive;speak=${speak};review=compatible:review`;
    const compatible = { baseUrl: "http://model.test/v1", apiKey: "sk-secret-key" };
    const models = new Models({ aiChain, compatible }, { speak: watched(this.#out) });
    // As it comes back from the record, not as it was in memory.
    const restored: ConversationState = JSON.parse(JSON.stringify(state));
    return speakTurn(ctx, claim({ bundle, state: restored, transcript, text, turn }), models).text();
  }

  #settle(text: string, turn: number): void {
    const { bundle, result } = this;
    const settled = store.settled.pop();
    store.settled.length = store.unsettled.length = 0;
    if (!settled) return;
    const state: ConversationState = JSON.parse(JSON.stringify(settled.state));
    const plans = settled.replies.map((reply) => reply.plan);
    const own = { messageId: `s${turn}`, speaker: "trainee", text, turn };
    const replies = settled.replies.map(({ messageId, speakerId: speaker, text: words }) => ({
      messageId,
      speaker,
      text: words,
      turn,
    }));
    Object.assign(this.#at, { state, plans, transcript: [...this.#at.transcript, own, ...replies] });
    this.#said.add(...replies.map((line) => line.text), ...planned(plans), ...earned(bundle, state));
    const hint = chooseHint(bundle, state, this.#hints);
    this.#hints.push(hint.id);
    this.#look("hint", [hint.text], state, this.#said);
    result.turns += 1;
    result.told = Object.values(state.buyers).reduce((sum, buyer) => sum + buyer.unlocked.length, 0);
  }

  #look(where: string, texts: readonly string[], at: ConversationState, spoken: Spoken): void {
    const { result } = this;
    const locked = lockedIn(this.bundle, at);
    const lockedIds = new Set([...locked].map((one) => one.split("/")[1] ?? ""));
    const found = texts.flatMap((text) => {
      const id = this.#secrets.ids.has(text) && lockedIds.has(text) ? [`id ${text}`] : [];
      return [...id, ...this.#secrets.find(plain(text), locked, spoken).map((one) => `${one} ← ${near(text, one)}`)];
    });
    result.searched += texts.length;
    result.kinds.add(where);
    if (found.length > 0) result.leaks.push({ where, turn: at.turn, found: [...new Set(found)] });
  }
}

/** Plays a talk and searches everything that left for facts that were locked at that moment. */
export async function playScript(script: Script): Promise<Played> {
  const bundle = bundles[script.scenario % bundles.length];
  if (!bundle) throw new Error("no content");
  const talk = new WatchedTalk(bundle, script);
  for (const [index, act] of script.acts.entries()) {
    if (talk.isOver) break;
    await talk.play(act, script.moods[index % script.moods.length] ?? "bland");
  }
  return talk.result;
}
