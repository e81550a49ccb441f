import { describe, expect, it } from "vitest";
import type { ReadNotice } from "../../../src/lp/io/text-program.ts";
import { type MpsRows, mpsRows } from "../../../src/lp/io/mps-rows.ts";

const line = { number: 5, isHeader: false, text: "" };
const rowsOf = (...types: string[]): MpsRows => {
  const rows = mpsRows([]);
  rows.add(["N", "cost"], line);
  types.forEach((type, i) => rows.add([type, `r${i}`], line));
  rows.chooseObjective(undefined, line);
  return rows;
};
const boundsOf = (rows: MpsRows): [number, number][] => {
  const { rowLower, rowUpper } = rows.bounds();
  return [...rowLower].map((lower, i) => [lower, rowUpper[i]]);
};

describe("mpsRows", () => {
  it("gives each type its bounds around its right-hand side, 0 by default", () => {
    const rows = rowsOf("E", "L", "G", "N", "l");
    rows.setRhs(["", "r0", "4", "r1", "5"], line);
    rows.setRhs(["", "r2", "6"], line);
    expect(boundsOf(rows)).toEqual([
      [4, 4],
      [-Infinity, 5],
      [6, Infinity],
      [-Infinity, Infinity],
      [-Infinity, 0],
    ]);
    expect(rows.names).toEqual(["r0", "r1", "r2", "r3", "r4"]);
    expect(rows.indexOf("cost", line)).toBe(-1);
    expect(rows.indexOf("r3", line)).toBe(3);
  });

  it("widens by ranges: |R| below L and above G, by the sign of R around E", () => {
    const rows = rowsOf("L", "G", "E", "E", "L", "G");
    for (let i = 0; i < 6; i++) rows.setRhs(["", `r${i}`, "10"], line);
    ["3", "3", "3", "-3", "-3", "-3"].forEach((range, i) => rows.setRange(["", `r${i}`, range], line));
    expect(boundsOf(rows)).toEqual([
      [7, 10],
      [10, 13],
      [10, 13],
      [7, 10],
      [7, 10],
      [10, 13],
    ]);
  });

  it("takes infinite ranges and harmless infinite right-hand sides", () => {
    const rows = rowsOf("L", "L", "G", "N");
    rows.setRange(["", "r0", "1e30"], line);
    rows.setRhs(["", "r1", "inf", "r2", "-inf"], line);
    rows.setRhs(["", "r3", "inf"], line);
    expect(boundsOf(rows)).toEqual([
      [-Infinity, 0],
      [-Infinity, Infinity],
      [-Infinity, Infinity],
      [-Infinity, Infinity],
    ]);
  });

  it("uses minus the objective's right-hand side as the constant", () => {
    const rows = rowsOf();
    expect(Object.is(rows.objectiveOffset(), 0)).toBe(true);
    rows.setRhs(["", "cost", "-7.113"], line);
    expect(rows.objectiveOffset()).toBe(7.113);
  });

  it.each([
    ["E", "inf", "Infinity"],
    ["E", "-inf", "-Infinity"],
    ["G", "inf", "Infinity"],
    ["L", "-inf", "-Infinity"],
  ])("rejects an infinite right-hand side that no point satisfies, %s %s", (type, rhs, given) => {
    expect(() => rowsOf(type).setRhs(["", "r0", rhs], line)).toThrow(
      `line 5: got ${given} for the right-hand side of "r0"`,
    );
  });

  it("uses the named N row as objective, and keeps the others as free rows in order", () => {
    const notices: ReadNotice[] = [];
    const rows = mpsRows(notices);
    for (const [type, name] of [
      ["N", "first"],
      ["L", "a"],
      ["N", "second"],
      ["G", "b"],
    ])
      rows.add([type, name], line);
    rows.chooseObjective("second", line);
    expect(rows.names).toEqual(["first", "a", "b"]);
    expect(rows.indexOf("second", line)).toBe(-1);
    rows.setRhs(["", "second", "-4", "first", "9"], line);
    expect(rows.objectiveOffset()).toBe(4);
    expect(boundsOf(rows)[0]).toEqual([-Infinity, Infinity]);
    expect(notices).toEqual([
      { line: 5, message: 'the right-hand side of "first" was ignored, because the row is free (type N).' },
    ]);
  });

  it("rejects a missing objective, an objective that is not an N row, and late rows", () => {
    expect(() => mpsRows([]).chooseObjective(undefined, line)).toThrow(/^line 5: ROWS has no N row/u);
    const rows = mpsRows([]);
    rows.add(["N", "c"], line);
    rows.add(["L", "r"], line);
    expect(() => rows.chooseObjective("r", line)).toThrow(
      'line 5: got "r" as the objective, wanted the name of an N row',
    );
    expect(() => rows.add(["L", "s"], line)).toThrow(/wanted ROWS before COLUMNS/u);
  });
});
