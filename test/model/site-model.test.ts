import { describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import type { SiteModel } from "../../src/model/site-model.ts";
import { toLinearProgram } from "../../src/model/to-linear-program.ts";
import { emptySite } from "../support/plans.ts";

/** Row `i` of the program as [column, coefficient] pairs. */
function rowOf(site: SiteModel, i: number): [number, number][] {
  const { colStart, rowIndex, value, numCols } = toLinearProgram(site);
  const found: [number, number][] = [];
  for (let j = 0; j < numCols; j++)
    for (let k = colStart[j]; k < colStart[j + 1]; k++) if (rowIndex[k] === i) found.push([j, value[k]]);
  return found;
}

describe("blocks", () => {
  it("are consecutive, with limits from the interval they begin in", () => {
    const site = emptySite(4);
    const all = site.addSeries("a", "all", { unit: "MW", upper: 9 });
    const part = site.addSeries("a", "part", {
      unit: "MW",
      lower: -1,
      upper: Float64Array.of(10, 11, 12, 13),
      from: 1,
      count: 2,
    });
    const tail = site.addSeries("a", "tail", { unit: "MW", from: 3 });
    const single = site.addColumn("a", "single", { unit: "MW", lower: 5 });
    expect(
      [all, part, tail, single].map(({ start, count, from, perInterval }) => [start, count, from, perInterval]),
    ).toEqual([
      [0, 4, 0, true],
      [4, 2, 1, true],
      [6, 1, 3, true],
      [7, 1, 0, false],
    ]);
    expect([...site.colLower.toArray()]).toEqual([0, 0, 0, 0, -1, -1, 0, 5]);
    expect([...site.colUpper.toArray()]).toEqual([9, 9, 9, 9, 11, 12, Infinity, Infinity]);
    expect(site.columnBlocks).toEqual([all, part, tail, single]);
    site.addSeries("a", "own", { unit: "MW", upper: Float64Array.of(6, 7), from: 2 });
    expect([...site.colUpper.toArray()].slice(8)).toEqual([6, 7]);
  });

  it("of rows have no limits by default; the balance comes first", () => {
    const site = emptySite(2);
    const rows = site.addRows("a", "rows", { unit: "MW" });
    const row = site.addRow("a", "row", { unit: "MWh", upper: 3 });
    expect(site.balance).toMatchObject({ start: 0, count: 2, name: "balance" });
    expect([rows.start, row.start]).toEqual([2, 4]);
    expect([...site.rowLower.toArray()]).toEqual([0, 0, -Infinity, -Infinity, -Infinity]);
    expect([...site.rowUpper.toArray()]).toEqual([0, 0, Infinity, Infinity, 3]);
  });

  it("with a limit the user named are listed for pricing", () => {
    const site = emptySite(1);
    const block = site.addSeries("a", "powerMw", { unit: "MW", upper: 1, limit: "limitMw" });
    const row = site.addRow("a", "hours", { unit: "h", upper: 1, limit: "cap" });
    site.addSeries("a", "other", { unit: "MW" });
    expect(site.limits).toEqual([
      { limit: "limitMw", block },
      { limit: "cap", block: row },
    ]);
  });
});

describe("terms", () => {
  it("stand in the same interval, or shifted: rows[t] gets columns[t + shift]", () => {
    const site = emptySite(3);
    site.addColumn("a", "before", { unit: "MW" });
    const x = site.addSeries("a", "x", { unit: "MW" });
    const rows = site.addRows("a", "rows", { unit: "MW" });
    site.addTerms(rows, x, Float64Array.of(1, 2, 3));
    site.addTerms(rows, x, -0.5, -1);
    // x is columns 1..3, rows 3..5: x0, 2 x1 - 0.5 x0, 3 x2 - 0.5 x1.
    expect([3, 4, 5].map((i) => rowOf(site, i))).toEqual([
      [[1, 1]],
      [
        [1, -0.5],
        [2, 2],
      ],
      [
        [2, -0.5],
        [3, 3],
      ],
    ]);
  });

  it("meet only where both blocks are", () => {
    const site = emptySite(5);
    const x = site.addSeries("a", "x", { unit: "MW", from: 1, count: 3 });
    const rows = site.addRows("a", "rows", { unit: "MW", from: 2, count: 3 });
    site.addTerms(rows, x, 1);
    // Columns 0..2 are intervals 1..3, rows 5..7 intervals 2..4.
    expect([5, 6, 7].map((i) => rowOf(site, i))).toEqual([[[1, 1]], [[2, 1]], []]);
  });

  it("of zero are left out", () => {
    const site = emptySite(2);
    const x = site.addSeries("a", "x", { unit: "MW" });
    const rows = site.addRows("a", "rows", { unit: "MW" });
    site.addTerms(rows, x, Float64Array.of(0, 4));
    expect([...toLinearProgram(site).value]).toEqual([4]);
  });

  it("are summed over a span in one row, and shared by all rows of a block", () => {
    const site = emptySite(4);
    const x = site.addSeries("a", "x", { unit: "MW", from: 1 });
    const peak = site.addColumn("a", "peak", { unit: "MW" });
    const row = site.addRow("a", "sum", { unit: "MWh" });
    const rows = site.addRows("a", "rows", { unit: "MW", from: 2 });
    const tail = site.addRow("a", "tail", { unit: "MWh" });
    site.addSum(row, x, Float64Array.of(9, 1, 2, 3), 0, 3);
    site.addSum(tail, x, 5, 2);
    site.addShared(rows, peak, -1);
    expect(rowOf(site, 4)).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(rowOf(site, 7)).toEqual([
      [1, 5],
      [2, 5],
    ]);
    expect([5, 6].map((i) => rowOf(site, i))).toEqual([[[3, -1]], [[3, -1]]]);
  });
});

describe("balance", () => {
  it("is supply - draw = demand, each at the bus", () => {
    const site = emptySite(2);
    const supply = site.addSeries("a", "s", { unit: "MW" });
    const draw = site.addSeries("a", "d", { unit: "MW" });
    site.supply(supply, 0.9);
    site.draw(draw, 2);
    site.demand(Float64Array.of(3, 4));
    site.demand(1);
    expect([0, 1].map((i) => rowOf(site, i))).toEqual([
      [
        [0, 0.9],
        [2, -2],
      ],
      [
        [1, 0.9],
        [3, -2],
      ],
    ]);
    expect([...site.rowLower.toArray()]).toEqual([4, 5]);
    expect([...site.rowUpper.toArray()]).toEqual([4, 5]);
  });
});

describe("either-or", () => {
  const flow = (site: SiteModel, name: string, upperMw: Float64Array) =>
    site.addSeries(name, "mw", { unit: "MW", upper: upperMw });

  it("adds the valid row sum a / Ua + sum b / Ub <= 1", () => {
    const site = emptySite(2);
    const a = flow(site, "a", Float64Array.of(4, 0));
    const b1 = flow(site, "b1", Float64Array.of(2, 8));
    const b2 = flow(site, "b2", Float64Array.of(6, 2));
    site.addEitherOr("a or b", [a], [b1, b2], "price b");
    // b's two powers have 8 and 10 together; where a has no room it has no term.
    expect([2, 3].map((i) => rowOf(site, i))).toEqual([
      [
        [0, 1 / 4],
        [2, 1 / 8],
        [4, 1 / 8],
      ],
      [
        [3, 1 / 10],
        [5, 1 / 10],
      ],
    ]);
    expect([...site.rowUpper.toArray().slice(2)]).toEqual([1, 1]);
    expect(site.eitherOrs).toEqual([
      { rule: "a or b", a: [a], b: [b1, b2], remedy: "price b", rows: site.rowBlocks[1] },
    ]);
  });

  it("with an empty side is not a rule; as a test alone it adds no row", () => {
    const site = emptySite(1);
    const a = flow(site, "a", Float64Array.of(4));
    site.addEitherOr("a or nothing", [a], []);
    site.testEitherOr("nothing or a", [], [a]);
    expect(site.eitherOrs).toEqual([]);
    site.testEitherOr("a or a", [a], [a]);
    expect(site.eitherOrs).toHaveLength(1);
    expect(site.eitherOrs[0].rows).toBeUndefined();
    expect(site.rowBlocks).toHaveLength(1);
  });
});

describe("what assets tell each other", () => {
  it("upper limits that only show then are lowered, and never raised", () => {
    const site = emptySite(4);
    const flow = site.addSeries("a", "mw", { unit: "MW", upper: Float64Array.of(9, 5, 3, 7), from: 1 });
    site.lowerUpper(flow, Float64Array.of(0, 4, 6, 0));
    // Of intervals 1 to 3 the limits were 5, 3, 7.
    expect([0, 1, 2].map((i) => site.colUpper.at(flow.start + i))).toEqual([4, 3, 0]);
  });

  it("what they emit, in order", () => {
    const site = emptySite(2);
    const [a, b] = ["a", "b"].map((asset) => site.addSeries(asset, "mw", { unit: "MW" }));
    site.addEmission(a, 0.4);
    site.addEmission(b, Float64Array.of(1, 2));
    expect(site.emissionTerms).toEqual([
      { columns: a, tPerUnit: 0.4 },
      { columns: b, tPerUnit: Float64Array.of(1, 2) },
    ]);
  });

  it("faults are thrown together, each at the path of its asset", () => {
    const site = emptySite(1);
    const pathOf = (asset: string) => `assets[${asset}]`;
    expect(() => site.throwFaults(pathOf)).not.toThrow();
    for (const asset of ["4", "7"]) site.fault(asset, "xMw", "1", "2", "mend it");
    expect(() => site.throwFaults(pathOf)).toThrow(PlanInputError);
    expect(() => site.throwFaults(pathOf)).toThrow(
      /2 faults:\n {2}assets\[4\]\.xMw: got 1, wanted 2; mend it\n {2}assets\[7\]\.xMw/u,
    );
  });
});
