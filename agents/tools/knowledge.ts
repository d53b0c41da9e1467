import { z } from "zod";
import type { Tool, ToolContext } from "@/lib/contracts/tools";
import { searchSheet } from "./sheet";

const inputSchema = z.strictObject({
  words: z.string().trim().min(2).max(400).describe("what to look for, in plain words"),
  most: z.number().int().min(1).max(5).optional().describe("how many passages; 3 where absent"),
});
export type KnowledgeQuery = z.infer<typeof inputSchema>;

const hitSchema = z.object({
  /** document and version it stands in */
  document: z.string(),
  version: z.number().int(),
  page: z.number().int().optional(),
  text: z.string(),
});
export type KnowledgeHit = z.infer<typeof hitSchema>;
const outputSchema = z.object({ hits: z.array(hitSchema) });

/** Where a buyer's public knowledge is looked up. Sees the query and the talk's public side alone. */
export interface KnowledgeFinder {
  find(query: KnowledgeQuery, context: ToolContext, signal: AbortSignal): KnowledgeHit[] | Promise<KnowledgeHit[]>;
}

/** The scenario's own product sheet: all the knowledge there is until a tenant adds documents. */
export const sheetFinder: KnowledgeFinder = {
  find: ({ words, most }, { sheet }) =>
    searchSheet(sheet, { words, most }).map(({ page, text }) => ({
      document: sheet.title,
      version: sheet.version,
      page,
      text,
    })),
};

/** Looks something up in what the buyer may know, each hit with its source. */
export function knowledgeLookup(finder: KnowledgeFinder): Tool<KnowledgeQuery, z.infer<typeof outputSchema>> {
  return {
    name: "knowledge_lookup",
    permission: "session:practise",
    description: {
      en: "Looks something up in the documents you may have read, with where it stands.",
      "zh-CN": "在您可能看过的资料里查，并给出处。",
    },
    input: inputSchema,
    output: outputSchema,
    timeoutMs: 400,
    cost: "in_process",
    sideEffects: false,
    run: async (query, context, signal) => ({ hits: await finder.find(query, context, signal) }),
    tell: ({ hits }) =>
      hits
        .map(
          ({ document, version, page, text }) =>
            `[${document} v${version}${page === undefined ? "" : `, ${page}`}] ${text}`,
        )
        .join("\n"),
  };
}
