import { describe, expect, it } from "vitest";
import { withoutTrainee } from "@/lib/domain/trainee-words";

const trainee = {
  name: "Tess Okafor",
  lines: [
    "My daughter Wilhelmina starts school in Utrecht next week, so let us be quick.",
    "您好，我女儿下周要去乌得勒支上学。",
  ],
};

describe("a buyer's words shown to people who may not know whose talk it was", () => {
  it("leave out what they repeat of the trainee, and the trainee's name", () => {
    const shown = withoutTrainee(
      "Well Tess, your daughter Wilhelmina starts school in Utrecht, fine. 612 licences.",
      trainee,
    );
    expect(shown).not.toMatch(/Tess|Wilhelmina|Utrecht/u);
    expect(shown).toContain("612 licences.");
  });

  it("do so in Chinese too", () => {
    const shown = withoutTrainee("您女儿下周要去乌得勒支上学啊。468个账号。", trainee);
    expect(shown).not.toContain("乌得勒支");
    expect(shown).toContain("468个账号。");
  });

  it("are otherwise left as they are", () => {
    const text = "We have nine hotels. School is out in July.";
    expect(withoutTrainee(text, trainee)).toBe(text);
  });
});
