import { describe, expect, it } from "vitest";
import { lpColumns } from "../../../src/lp/io/lp-format-columns.ts";
import { lpCursor } from "../../../src/lp/io/lp-format-cursor.ts";
import { lpRows, parseExpression } from "../../../src/lp/io/lp-format-rows.ts";

describe("readExpression", () => {
  const read = (text: string, endsWithLine = false): [string[], string] => {
    const cursor = lpCursor(`min ${text}`);
    cursor.takeSection();
    const terms: string[] = [];
    const { constant, numTerms } = parseExpression(
      cursor,
      (name, coefficient) => terms.push(`${coefficient} ${name}`),
      endsWithLine,
    );
    expect(numTerms).toBe(terms.length);
    return [terms, constant];
  };

  it.each<[string, string[], string]>([
    ["x - 2 y + 3", ["1 x", "-2 y"], "3"],
    ["- x + - 2 y - - .5 z", ["-1 x", "-2 y", "0.5 z"], "0"],
    ["0.1 + 0.2 + x - 0.3", ["1 x"], "0"],
    ["3 c: x", [], "3"],
    ["", [], "0"],
    ["3\n x", ["3 x"], "0"],
  ])("reads %j", (text, terms, constant) => {
    expect(read(text)).toEqual([terms, constant]);
  });

  it("ends a number with its line on request", () => {
    expect(read("3\n x", true)).toEqual([[], "3"]);
    expect(read("3 x\n + 2 y", true)).toEqual([["3 x", "2 y"], "0"]);
  });
});

describe("lpRows", () => {
  it("reads rows one after the other, labels or none", () => {
    const cursor = lpCursor("min\nst\n x >= 1\n 0 >= 2\n y <= 3 d: 4 <= x\n -inf <= x + 1 <= 5\nend");
    cursor.takeSection();
    cursor.takeSection();
    const columns = lpColumns();
    const rows = lpRows(columns);
    while (!cursor.isSection()) rows.read(cursor);
    expect(rows.names()).toEqual(["R1", "R2", "R3", "d", "R5"]);
    expect(rows.bounds()).toEqual({
      rowLower: Float64Array.of(1, 2, -Infinity, 4, -Infinity),
      rowUpper: Float64Array.of(Infinity, Infinity, 3, Infinity, 4),
    });
  });
});
