import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { html, table } from "@/lib/domain/markup";
import { jsonOf } from "@/lib/domain/privacy-json";
import type { ExportPart } from "@/lib/domain/privacy-export";

describe("HTML put together from what people wrote", () => {
  test("lets none of it begin a tag, an entity or leave an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "=", "/") }), (text) => {
        const { text: made } = html`<p title="${text}">${text}</p>`;
        const inside = made.slice('<p title="'.length, -"</p>".length);
        const [attribute = "", ...rest] = inside.split('">');
        expect(rest).toHaveLength(1);
        expect(attribute + (rest[0] ?? "")).not.toMatch(/[<>"']/u);
        expect(made.replaceAll(/&(?:amp|lt|gt|quot|#39);/gu, "")).not.toContain("&");
      }),
    );
  });

  test("keeps pieces that are HTML already, and shows nothing for nothing", () => {
    const inner = html`<b>${"<"}</b>`;
    expect(html`<i>${[inner, inner]}${null}${false}</i>`.text).toBe("<i><b>&lt;</b>\n<b>&lt;</b></i>");
    expect(table("none", ["a"], []).text).toBe("<p>none</p>");
  });
});

async function* parts(...items: ExportPart[]): AsyncGenerator<ExportPart> {
  yield* items;
}

describe("an export as JSON", () => {
  test("is one document whatever lists are empty", async () => {
    // Sound: what is inside the pieces does not matter here.
    const piece = (kind: string, value: unknown) => ({ kind, head: value, item: value }) as ExportPart;
    const head = piece("head", { version: 1 });
    const cases: [ExportPart[], object][] = [
      [[head], { talks: [], memories: [], log: [] }],
      [[head, piece("log", 1), piece("log", 2)], { talks: [], memories: [], log: [1, 2] }],
      [[head, piece("talks", 1), piece("log", 2)], { talks: [1], memories: [], log: [2] }],
      [[head, piece("talks", 1), piece("talks", 2), piece("memories", 3)], { talks: [1, 2], memories: [3], log: [] }],
    ];
    for (const [given, lists] of cases) {
      let text = "";
      for await (const chunk of jsonOf(parts(...given))) text += chunk;
      expect(JSON.parse(text)).toEqual({ version: 1, ...lists });
    }
  });
});
