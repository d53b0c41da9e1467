import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostInvited } from "@/lib/contracts/people";
import { readAddresses } from "@/lib/domain/pasted-addresses";

const people = (pasted: string) =>
  readAddresses(pasted).found.map(({ email, name }) => (name ? `${name} <${email}>` : email));
const refusals = (pasted: string) => readAddresses(pasted).refused.map(({ line, why }) => `${line} ${why}`);

describe("pasted addresses", () => {
  it("are read one a line, with or without a name, whatever ends the lines", () => {
    const pasted = "sam@acme.example\r\nSam Okafor <so@acme.example>\r\n\n  nora@acme.example  ";
    expect(people(pasted)).toEqual(["sam@acme.example", "Sam Okafor <so@acme.example>", "nora@acme.example"]);
  });

  it("are read with a comma inside a quoted name", () => {
    expect(people('"Okafor, Sam" <sam@acme.example>')).toEqual(["Okafor, Sam <sam@acme.example>"]);
  });

  it("are read several on a line, as mail programs copy them", () => {
    const pasted = "Sam Okafor <sam@acme.example>; Nora Lindqvist <nora@acme.example>, x@acme.example";
    expect(people(pasted)).toEqual([
      "Sam Okafor <sam@acme.example>",
      "Nora Lindqvist <nora@acme.example>",
      "x@acme.example",
    ]);
  });

  it("are read from CSV in any column, past a heading, the one other cell being the name", () => {
    expect(people("name,email\nSam Okafor,sam@acme.example\n林晓雨;lin@acme.example")).toEqual([
      "Sam Okafor <sam@acme.example>",
      "林晓雨 <lin@acme.example>",
    ]);
    expect(refusals("name,email\nSam Okafor,sam@acme.example")).toEqual([]);
    expect(people("Sam,Sales,Berlin,sam@acme.example")).toEqual(["sam@acme.example"]);
  });

  it("that are none, or came before in whatever case, are told by their line", () => {
    expect(refusals("sam@acme.example\n\nSam Okafor\nSAM@acme.example\nx@\n@y.example")).toEqual([
      "3 no_address",
      "4 twice",
      "5 no_address",
      "6 no_address",
    ]);
  });

  it("never smuggle a line break or a second address through a name", () => {
    for (const hostile of [
      "a@b.example\u0000<c@d.example>",
      "<a@b.example>, <<c@d.example>",
      "a@b.example c@d.example",
    ]) {
      for (const { email } of readAddresses(hostile).found) expect(email).toMatch(/^[\w.]+@[\w.]+$/u);
    }
  });

  it("of more people than one paste may hold are refused as a whole", () => {
    const many = Array.from({ length: mostInvited + 1 }, (_, n) => `p${n}@acme.example`).join("\n");
    expect(() => readAddresses(many)).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });

  it("in whatever text never fail otherwise, and every line is either read, refused, blank or a heading", () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom(..."a@.<>,;\"'\\() \t\u4e2d") }), { maxLength: 5 });
    fc.assert(
      fc.property(text, (lines) => {
        const { found, refused } = readAddresses(lines.join("\n"));
        const told = new Set([...found, ...refused].map(({ line }) => line));
        const first = lines.findIndex((line) => line.trim() !== "");
        for (const [at, line] of lines.entries()) if (line.trim() && at !== first) expect(told).toContain(at + 1);
      }),
      { numRuns: 2_000 },
    );
  });
});
