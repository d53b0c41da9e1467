import { expect, test } from "vitest";
import { problemCodes } from "@/lib/contracts/problem";
import en from "@/messages/en.json";
import zh from "@/messages/zh-CN.json";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );

/** Names of the values in a message; the words of a plural's branches are none. */
function slots(text: string): Set<string> {
  const found = text.matchAll(/(?<!(?:one|other|=\d+) )\{(?<name>\w+)[,}]/g);
  return new Set([...found].map((hit) => hit.groups?.name ?? ""));
}

test("both languages say the same things, with the same values in them", () => {
  const [english, chinese] = [new Map(leaves(en)), new Map(leaves(zh))];
  expect(new Set(chinese.keys())).toEqual(new Set(english.keys()));
  for (const [key, text] of english) expect(slots(chinese.get(key) ?? ""), key).toEqual(slots(text));
});

test("every problem a caller can meet has its sentence", () => {
  for (const code of Object.keys(problemCodes)) expect(Object.keys(en.problem)).toContain(code);
});

test("Chinese text uses no plural form that the language does not have", () => {
  for (const [key, text] of leaves(zh)) expect(text, key).not.toMatch(/\bone \{/);
});
