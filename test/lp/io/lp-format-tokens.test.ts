import { describe, expect, it } from "vitest";
import { isReserved, lpTokens } from "../../../src/lp/io/lp-format-tokens.ts";

const tokensOf = (text: string): string[] =>
  [...lpTokens(text)].map(({ kind, text: word, section }) => `${section ?? kind} ${word}`);

describe("lpTokens", () => {
  it("separates numbers, names and relations without blanks", () => {
    expect(tokensOf("Min\n obj:-3x1+.5y>=2.e-3")).toEqual([
      "objective Min",
      "name obj",
      "colon :",
      "sign -",
      "number 3",
      "name x1",
      "sign +",
      "number .5",
      "name y",
      "relation >=",
      "number 2.e-3",
      "stop ",
    ]);
    expect(tokensOf("max 2e3x 3e =< a")).toEqual([
      "objective max",
      "number 2e3",
      "name x",
      "number 3",
      "name e",
      "relation =<",
      "name a",
      "stop ",
    ]);
  });

  it("finds keywords in any case, first on their line, unless they are labels", () => {
    const text =
      "MINIMIZE\nsubject  TO\nst: x\n x st\nS.T.\nsuch that\nBound\nGenerals\nBin\nsemi-continuous\nGeneral " +
      "Constraints\nend x\n\\ comment\nendless";
    expect([...lpTokens(text)].filter(({ kind }) => kind === "section").map(({ section }) => section)).toEqual([
      "objective",
      "rows",
      "rows",
      "rows",
      "bounds",
      "general",
      "binary",
      "semicontinuous",
      "other",
      "end",
    ]);
  });

  it("keeps the line of each token, comments aside", () => {
    expect([...lpTokens("\\ a\nmin \\ b\n\n x")].map(({ line }) => line.number)).toEqual([2, 4, 4]);
  });

  it.each([
    ["[", "a quadratic term"],
    ["x ^ 2", "a quadratic term"],
    ["->", "an indicator"],
    [".", "wanted a name"],
    ["x".repeat(9000), "a word of 9000"],
  ])("refuses %j", (text, message) => {
    expect(() => tokensOf(`min ${text}`)).toThrow(message);
  });
});

describe("isReserved", () => {
  it("knows keywords and words for numbers", () => {
    expect(
      ["st", "Bounds", "FREE", "inf", "max", "end", "semi-continuous", "subject"].filter((name) => !isReserved(name)),
    ).toEqual([]);
    expect(["x", "stop", "bound1", "freedom", "information", "ending", "minimal"].filter(isReserved)).toEqual([]);
  });
});
