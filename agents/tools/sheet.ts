import { z } from "zod";
import type { ProductSheet } from "@/lib/contracts/content";
import type { Tool } from "@/lib/contracts/tools";

type Passage = ProductSheet["passages"][number];

const inputSchema = z.strictObject({
  topics: z.array(z.string().max(64)).max(12).optional().describe("subjects, by the names of the scenario"),
  words: z.string().max(400).optional().describe("what to look for, in plain words"),
  most: z.number().int().min(1).max(5).optional().describe("how many passages; 3 where absent"),
});
export type SheetQuery = z.infer<typeof inputSchema>;

const outputSchema = z.object({
  passages: z.array(
    z.object({ id: z.string(), page: z.number().int(), topic: z.string().optional(), text: z.string() }),
  ),
});

const common = new Set(
  "about after also been before from have into more most much only over some such than that their them then there these they this were what when where which while will with would your".split(
    " ",
  ),
);
/** Two shared words are no accident, one may be. */
const leastShared = 2;

/** Words of four letters or more without their plural, numbers, and pairs of Han characters. */
function termsOf(text: string): Set<string> {
  const folded = text.normalize("NFKC").toLowerCase();
  const words = [...folded.matchAll(/\d[\d,.]*\d|\d+|[a-z][a-z-]{3,}/gu)].map(([word]) =>
    word.replaceAll(",", "").replace(/(?<!s)s$/u, ""),
  );
  const han = [...folded.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
  );
  return new Set([...words, ...han].filter((word) => !common.has(word)));
}

/** Passages on the topics in the order of the sheet, then those that share words with the query, the closest first. */
export function searchSheet(sheet: ProductSheet, { topics = [], words = "", most = 3 }: SheetQuery): Passage[] {
  const about = new Set(topics);
  const onTopic = sheet.passages.filter((passage) => passage.topic !== undefined && about.has(passage.topic));
  const wanted = termsOf(words);
  const others = sheet.passages
    .filter((passage) => !onTopic.includes(passage))
    .map((passage) => ({ passage, shared: [...termsOf(passage.text)].filter((term) => wanted.has(term)).length }))
    .filter(({ shared }) => shared >= leastShared)
    .toSorted((a, b) => b.shared - a.shared)
    .map(({ passage }) => passage);
  return [...onTopic, ...others].slice(0, most);
}

/** What the seller's company has published, by subject or words. */
export const productSheet: Tool<SheetQuery, z.infer<typeof outputSchema>> = {
  name: "product_sheet",
  permission: "session:practise",
  description: {
    en: "Looks up what the seller's company has published about its product, by subject or by words.",
    "zh-CN": "按主题或关键词，查对方公司公开的产品资料。",
  },
  input: inputSchema,
  output: outputSchema,
  timeoutMs: 50,
  cost: "in_process",
  sideEffects: false,
  run: (query, { sheet }) => ({
    passages: searchSheet(sheet, query).map(({ id, page, topic, text }) => ({ id, page, topic, text })),
  }),
  tell: ({ passages }) => passages.map(({ page, text }) => `[${page}] ${text}`).join("\n"),
};
