import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorAt, quote, rejectDuplicate, textLines } from "../../../src/lp/io/text-lines.ts";
import { runs } from "../../support/runs.ts";

const linesOf = (text: string): (readonly [number, string])[] =>
  [...textLines(text, (line) => line)].map(({ number, text: of }) => [number, of]);

describe("textLines", () => {
  it("gives the same lines as a plain split, whatever ends them (property)", () => {
    const piece = fc.constantFrom("\n", "\r", "\r\n", "a", " b ", "\t", "\uFEFF", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        const wanted = text
          .replace(/^\uFEFF/u, "")
          .split(/\r\n|\n|\r/u)
          .map((line, k) => [k + 1, line.trimEnd()] as const);
        expect(linesOf(text)).toEqual(wanted.filter(([, line]) => line !== ""));
      }),
      { seed: 20261130, numRuns: runs(1000, 66) },
    );
  });

  it("takes comments off and skips what is blank then", () => {
    expect([...textLines("a # b\n# c\n  \nd", (line) => line.split("#")[0])]).toEqual([
      { number: 1, text: "a" },
      { number: 4, text: "d" },
    ]);
  });

  it.each(["\r", "\n", "\r\n", " \n", "x\r"])(
    "walks through millions of %j in linear time",
    (mark) => {
      const length = runs(10_000_000);
      let count = 0;
      for (const _ of textLines(mark.repeat(length / mark.length), (line) => line)) count++;
      expect(count).toBe(mark.startsWith("x") ? length / 2 : 0);
    },
    20_000,
  );
});

describe("errors", () => {
  it("name the line and repeat no more than 60 characters", () => {
    expect(errorAt({ number: 3 }, "got it.").message).toBe("line 3: got it.");
    expect(quote("a")).toBe('"a"');
    expect(quote("a".repeat(1e6))).toBe(`"${"a".repeat(60)}..."`);
    expect(() => rejectDuplicate(true, "it", { number: 4, text: "x" })).toThrow(
      "line 4: got it a second time, wanted it once.",
    );
    expect(() => rejectDuplicate(false, "it", { number: 4, text: "x" })).not.toThrow();
  });
});
