import { describe, expect, it } from "vitest";
import { unusedName, rejectHugeBounds, formatNumber, writableNames } from "../../../src/lp/io/written-text.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("what is written", () => {
  it("is the shortest decimal of a double, minus zero with its sign", () => {
    expect([0.1, -0, 1e21, 1e-7, 123456789].map(formatNumber)).toEqual(["0.1", "-0", "1e+21", "1e-7", "123456789"]);
  });

  it("has no finite bound of 1e20", () => {
    expect(() => rejectHugeBounds(smallProgram("min", [[-Infinity, 1, 9e19]], [[0, [1], Infinity]]))).not.toThrow();
    expect(() => rejectHugeBounds(smallProgram("min", [[0, 1, 1]], [[-1e20, [1], 0]]))).toThrow(
      "rowLower[0]: got -100000000000000000000",
    );
  });

  it("has the program's names, or generated ones with notes which is which", () => {
    const canWrite = (name: string): boolean => name !== "";
    const notes: string[] = [];
    expect(writableNames(["a", "b"], 2, "row", canWrite, notes)).toEqual(["a", "b"]);
    expect(writableNames(undefined, 2, "column", canWrite, notes)).toEqual(["C1", "C2"]);
    expect(notes).toEqual([]);
    expect(writableNames(["a", ""], 2, "row", canWrite, notes)).toEqual(["R1", "R2"]);
    expect(writableNames(["a", "a"], 2, "column", canWrite, notes)).toEqual(["C1", "C2"]);
    expect(notes).toEqual(['row R1 is "a"', 'row R2 is ""', 'column C1 is "a"', 'column C2 is "a"']);
  });

  it("takes a name that is free", () => {
    expect([unusedName("a", new Set(["b"])), unusedName("a", new Set(["a", "a_"]))]).toEqual(["a", "a__"]);
  });
});
