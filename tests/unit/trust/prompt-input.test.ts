import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { buildPrompt } from "@/agents/buyer/prompt";
import type { Tool } from "@/lib/contracts/tools";
import type { reviewPrompt } from "@/agents/review/prompt";
import type { SealedFact } from "@/lib/contracts/content";
import type { SpeakerView } from "@/lib/contracts/speaker";

/** Every key that can be reached in a type. */
type KeysIn<T> = T extends (...args: never[]) => unknown
  ? never
  : T extends readonly (infer Item)[]
    ? KeysIn<Item>
    : T extends object
      ? { [K in keyof T]-?: (K & string) | KeysIn<NonNullable<T[K]>> }[keyof T]
      : never;

/** What only a sealed fact, an objection's concern, or a limit of the buyer has. */
type Sealed =
  | Exclude<keyof SealedFact, keyof SpeakerView["facts"][number]>
  | "sealedFacts"
  | "objections"
  | "concern"
  | "concessions"
  | "walkAway"
  | "unlock"
  | "raiseWhen";

type Speaks = Parameters<typeof buildPrompt>[0];
type Reviews = Parameters<typeof reviewPrompt>[1];
type ToolContext = Parameters<Tool["run"]>[1];

// These lines are the test: they do not compile once one of the types gains a place for a secret.
const none: {
  speaks: [Extract<KeysIn<Speaks>, Sealed>];
  reviews: [Extract<KeysIn<Reviews>, Sealed>];
  tools: [Extract<KeysIn<ToolContext>, Sealed>];
} extends { speaks: [never]; reviews: [never]; tools: [never] }
  ? true
  : false = true;
// And this one shows that they could fail: a view with more of a fact in it has such places.
type Careless = SpeakerView & { persona: { sealedFacts: Pick<SealedFact, "text" | "breadcrumbs">[] } };
const some: [Extract<KeysIn<Careless>, Sealed>] extends [never] ? true : false = false;

const imports = (path: string) =>
  [...readFileSync(path, "utf8").matchAll(/(?:from|import\()\s*"(?<from>[^"]+)"/gu)].map(
    (match) => match.groups?.["from"] ?? "",
  );

describe("what a prompt is made of", () => {
  it("is a type with no place for a sealed fact, a concern or a limit", () => {
    expect([none, some]).toEqual([true, false]);
  });

  it("is reached by prompt files through the speaker's contract alone", () => {
    const files = globSync("agents/buyer/prompt*.ts");
    expect(files.length).toBeGreaterThan(2);
    const allowed = /^(?:\.\/prompt[\w-]*|@\/lib\/contracts\/(?:speaker|state|tools|vocabulary))$/u;
    const strange = files.flatMap((path) =>
      imports(path)
        .filter((from) => !allowed.test(from))
        .map((from) => `${path} ← ${from}`),
    );
    expect(strange).toEqual([]);
  });

  it("is handed to a reviewer's prompt the same way", () => {
    expect(imports("agents/review/prompt.ts")).toEqual(["@/lib/contracts/speaker"]);
  });
});
