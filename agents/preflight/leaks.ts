import { findsNeedle, Needles, Said, type Locked } from "@/agents/guard/needles";
import { tokenize } from "@/agents/guard/words";
import type { Condition, Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { Leak, SellerName } from "@/lib/contracts/preflight";
import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ConversationState } from "@/lib/contracts/state";

interface Placed {
  place: string;
  text: string;
  /** facts that must be told before this can be said */
  after?: readonly string[];
}

/** Facts a condition waits for, wherever they stand in it. */
function toldIn(condition: Condition): string[] {
  if (condition.op === "told") return [condition.factId];
  return condition.op === "all" ? condition.of.flatMap(toldIn) : [];
}

/** Every string inside a value, with the path that leads to it. */
function strings(value: unknown, place: string): Placed[] {
  if (typeof value === "string") return [{ place, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => strings(item, `${place}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => strings(item, `${place}.${key}`));
}

/** What the trainee reads before the talk: figures and names in it are no secret. */
function briefOf({ scenario, personas }: ScenarioBundle): Placed[] {
  const { title, summary, situation, goal, offer, known, sheet } = scenario;
  return [
    ...strings({ title, summary, situation, goal, offer, known, sheet }, "scenario"),
    ...personas.flatMap(({ id, name, calledBy, role, company, industry, publicFacts }) =>
      strings({ name, calledBy, role, company, industry, publicFacts }, id),
    ),
  ];
}

/** Everything else anybody may hear or read while all is sealed. */
function spokenOf({ scenario, personas, rubric, policy }: ScenarioBundle): Placed[] {
  const { rules, fallback } = scenario.hints;
  const open = (persona: Persona) => {
    const { decisionStyle, temperament, motivation, typicalWords, topicAnswers, voice } = persona;
    return {
      decisionStyle,
      temperament,
      motivation,
      typicalWords,
      topicAnswers,
      voice,
      breadcrumbs: persona.sealedFacts.map((fact) => fact.breadcrumbs),
    };
  };
  const earned = ({ id, objections, concessions }: Persona): Placed[] => [
    ...objections.flatMap(({ id: objectionId, surface, raiseWhen }) =>
      strings(surface, `${id}.${objectionId}`).map((one) => ({ ...one, after: toldIn(raiseWhen) })),
    ),
    ...concessions.map((one) => ({ place: `${id}.${one.id}`, text: one.text, after: toldIn(one.needs) })),
  ];
  return [
    ...strings({ rules: rules.map((rule) => rule.text), fallback }, "hints"),
    ...personas.flatMap((persona) => [...strings(open(persona), persona.id), ...earned(persona)]),
    ...strings(
      rubric.checks.map(({ title, test }) => ({ title, test })),
      "rubric",
    ),
    ...strings(
      [...policy.bannedClaims, ...policy.privacy].map(({ label, safer }) => ({ label, safer })),
      "policy",
    ),
  ];
}

interface Secret {
  buyerId: string;
  factId: string;
  texts: string[];
}

/** Looks for what is sealed where it must not be, by figures, names, small figures with their unit, and runs of words. */
export class LeakWatch {
  readonly #secrets: Secret[];
  readonly #needles = new Needles();
  /** lines found clean with everything sealed need no second look */
  readonly #clean = new Set<string>();
  readonly content: Leak[];

  constructor(private readonly bundle: ScenarioBundle) {
    this.#secrets = bundle.personas.flatMap((persona) =>
      persona.sealedFacts.map((fact) => {
        const concerns = persona.objections.flatMap((one) => (one.factId === fact.id ? [one.concern] : []));
        const texts = [fact.text, ...fact.spoken, ...fact.recalled, ...concerns];
        // One or two of a thing are no figure.
        return {
          buyerId: persona.id,
          factId: fact.id,
          texts: texts.map((text) => text.replaceAll(/\b(?:one|two)\b/giu, "a")),
        };
      }),
    );
    // Capitals that make no name.
    const open = new Said().add("I I'm I'd I've I'll I’m I’d I’ve I’ll");
    for (const { text } of briefOf(bundle)) open.add(text);
    for (const [owner, { texts }] of this.#secrets.entries()) this.#needles.add(texts, owner, open);
    this.content = [...this.#whole(briefOf(bundle)), ...this.#search(spokenOf(bundle), () => true, new Said())].map(
      (found) => ({ where: "content", ...found }),
    );
  }

  /** Whole lines of a secret that stand in the brief itself: its figures are then no secret at all. */
  #whole(brief: readonly Placed[]) {
    return this.#secrets.flatMap(({ buyerId, factId, texts }) =>
      brief.filter(({ text }) => texts.some((line) => text.includes(line))).map((one) => ({ buyerId, factId, ...one })),
    );
  }

  #search(placed: readonly Placed[], isLocked: (owner: number) => boolean, said: Pick<Said, "has">) {
    return placed.flatMap(({ place, text, after }) => {
      if (this.#clean.has(text)) return [];
      const tokens = tokenize(text);
      const finds = (locked: Locked["isLocked"], isSaid: Locked["isSaid"]) =>
        findsNeedle(tokens, 0, { needles: this.#needles, isLocked: locked, isSaid });
      if (
        !finds(
          () => true,
          () => false,
        )
      ) {
        this.#clean.add(text);
        return [];
      }
      const isSaid = (one: number) => said.has(one);
      return this.#secrets.flatMap(({ buyerId, factId }, owner) =>
        isLocked(owner) && !after?.includes(factId) && finds((one) => one === owner, isSaid)
          ? [{ buyerId, factId, place, text }]
          : [],
      );
    });
  }

  /** A watch over one talk. */
  talk(seller: SellerName, seed: number): TalkWatch {
    return new TalkWatch(this, seller, seed);
  }

  /** What of the facts still sealed in this state stands in these texts, words already said aside. */
  sealedIn(placed: readonly Placed[], state: ConversationState, said: Pick<Said, "has">) {
    const told = new Set(Object.values(state.buyers).flatMap((buyer) => buyer.unlocked.map((one) => one.factId)));
    return this.#search(placed, (owner) => !told.has(this.#secrets[owner]?.factId ?? ""), said);
  }

  /** Every text of the facts told in this state. */
  toldTexts(state: ConversationState): string[] {
    const told = new Set(Object.values(state.buyers).flatMap((buyer) => buyer.unlocked.map((one) => one.factId)));
    return this.#secrets.flatMap(({ factId, texts }) => (told.has(factId) ? texts : []));
  }
}

/** What of a talk is out in the open at one point of it: words said, and facts told. */
class OpenWords {
  readonly said = new Said();
  #told = 0;
  #lines = 0;

  constructor(private readonly watch: LeakWatch) {}

  /** Facts told by this state. */
  told(state: ConversationState): this {
    const texts = this.watch.toldTexts(state);
    if (texts.length !== this.#told) for (const text of texts) this.said.add(text);
    this.#told = texts.length;
    return this;
  }

  lines(transcript: readonly { text: string }[]): this {
    for (const { text } of transcript.slice(this.#lines)) this.said.add(text);
    this.#lines = transcript.length;
    return this;
  }
}

/** Figures a view holds as numbers (lengths, turns): what is written of them gives nothing away. */
function numbersIn(value: unknown): string[] {
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The leaks of one talk. Views are looked at while it is played, lines afterwards: each with what was open at that point. */
export class TalkWatch {
  readonly leaks: Leak[] = [];
  readonly #beforeViews: OpenWords;
  readonly #beforeLines: OpenWords;

  constructor(
    private readonly watch: LeakWatch,
    private readonly seller: SellerName,
    private readonly seed: number,
  ) {
    this.#beforeViews = new OpenWords(watch);
    this.#beforeLines = new OpenWords(watch);
  }

  #check(where: "view" | "line", placed: readonly Placed[], state: ConversationState, said: Pick<Said, "has">): void {
    const { seller, seed } = this;
    const found = this.watch.sealedIn(placed, state, said);
    this.leaks.push(...found.map((one) => ({ where, ...one, seller, seed, turn: state.turn })));
  }

  /** Words of an earlier talk: no news to anybody in this one. */
  before(texts: readonly string[]): void {
    for (const text of texts) {
      this.#beforeViews.said.add(text);
      this.#beforeLines.said.add(text);
    }
  }

  /** The trainee's own words are said from then on: a guess spoken aloud is no leak of the buyer's. */
  heard(text: string): void {
    this.#beforeLines.said.add(text);
  }

  /** What whoever speaks is handed: the view but for what was said, and the instructions made of it. */
  view(
    { transcript, usedLines: _ids, ...view }: SpeakerView,
    instructions: string | null,
    state: ConversationState,
  ): void {
    const { said } = this.#beforeViews.told(state).lines(transcript);
    this.#check("view", strings(view, "view"), state, said);
    if (instructions === null) return;
    const figures = new Said().add(numbersIn(view).join(" ; "));
    const lines = instructions.split("\n").flatMap((text) => (text === "" ? [] : [{ place: "instructions", text }]));
    this.#check("view", lines, state, { has: (one) => said.has(one) || figures.has(one) });
  }

  /** What a seller has before them, which no view ever sees. */
  desk(desk: object, state: ConversationState): void {
    this.#check("view", strings(desk, "desk"), state, this.#beforeLines.told(state).said);
  }

  line(speakerId: string, text: string, state: ConversationState): void {
    const { said } = this.#beforeLines.told(state);
    this.#check("line", [{ place: speakerId, text }], state, said);
    said.add(text);
  }
}
