import { describe, expect, it } from "vitest";
import { Needles, Said, findsParaphrase } from "@/agents/guard/needles";
import { breaks, rowsOf } from "@/agents/guard/rows";
import { stem, tokenize } from "@/agents/guard/words";
import { wrongLanguage } from "@/agents/guard/language";
import type { Locale } from "@/lib/contracts/vocabulary";

const numbers = (text: string) => tokenize(text).flatMap((token) => (token.kind === "number" ? [token.text] : []));

describe("numbers", () => {
  it.each([
    ["six hundred and twelve of them", ["612"]],
    ["seventy-five thousand", ["75000"]],
    ["two hundred and six, and nine more", ["206", "9"]],
    ["four thousand six hundred", ["4600"]],
    ["四百六十八个", ["468"]],
    ["三十万以内", ["300000"]],
    ["一万两千", ["12000"]],
    ["万一不行，千万别签", []],
  ])("are the same however they are written: %s", (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });
});

describe("stems", () => {
  it("bring the forms of a word together and leave short words alone", () => {
    expect(stem("suppliers")).toBe(stem("supplier"));
    expect(stem("promised")).toBe(stem("promise"));
    expect(stem("does")).toBe("does");
  });
});

describe("a secret told in other words", () => {
  const secret = "The furnace broke in January and the repair is still unpaid.";
  const finds = (text: string, said = "") => {
    const aloud = new Said().add(said);
    const locked = {
      needles: new Needles().add([secret], 0, new Said()),
      isLocked: () => true,
      isSaid: (one: number) => aloud.has(one),
    };
    return findsParaphrase(tokenize(text), 0, locked);
  };

  it("is found by three of its words close together", () => {
    expect(finds("Our furnaces broke, and we haven't paid for repairs.")).toBe(true);
  });

  it("is not found by two of them, nor by words said aloud before", () => {
    expect(finds("Something broke and needs a repair.")).toBe(false);
    expect(finds("The furnace broke, the repair was dear.", "Was it the furnace?")).toBe(false);
  });

  it("is not found by words far apart", () => {
    const far = "which is what I told the man at the shop on the corner of our street last week";
    expect(finds(`It broke, ${far}, a furnace ${far}, a repair.`)).toBe(false);
  });
});

describe("a row", () => {
  const rows = rowsOf({ fruit: "apple|pear" }, [["both", "\\b(?:{fruit})\\b", "\\bgood\\b"]]);

  it("needs all its patterns in one sentence", () => {
    expect(breaks("A good pear.", rows)).toBe("both");
    expect(breaks("Good. A pear.", rows)).toBeNull();
    expect(breaks("A pear for 1.50, good.", rows)).toBe("both");
  });
});

describe("a change of language", () => {
  const strays = (text: string, locale: Locale) => wrongLanguage(text, tokenize(text), locale, true);

  it.each([
    ["en", "Non, c'est trop cher pour nous."],
    ["en", "Das ist mir zu teuer."],
    ["en", "太贵了，我再想想。"],
    ["zh-CN", "Put it in writing."],
    ["zh-CN", "這個價錢實在太貴了"],
  ] as const)("is seen in %s: %s", (locale, text) => {
    expect(strays(text, locale)).toBe(true);
  });

  it.each([
    ["en", "Put the café and the décor on the invoice, Señor Díaz pays."],
    ["en", "Die-cast parts per van, no more."],
    ["zh-CN", "OK，PDF发我邮箱"],
    ["zh-CN", "ERP接口找信息部"],
    ["zh-CN", "OK"],
  ] as const)("is not seen in %s: %s", (locale, text) => {
    expect(strays(text, locale)).toBe(false);
  });
});

describe("a Latin word inside Chinese", () => {
  it("is a word of its own, and what follows it is read character by character", () => {
    expect(tokenize("跟ERP的数据断了").map((token) => token.text)).toEqual(["跟", "erp", "的", "数", "据", "断", "了"]);
  });
});
