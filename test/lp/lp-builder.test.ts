import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProgramError } from "../../src/errors.ts";
import { LpBuilder, type LpRowSettings } from "../../src/lp/lp-builder.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";

describe("LpBuilder", () => {
  it("builds the same program as packing by hand", () => {
    const builder = new LpBuilder({ sense: "max", objectiveOffset: 7 });
    const x = builder.addColumn("x", { lower: 1, cost: 3, upper: 12 });
    const y = builder.addColumn("y", { lower: -Infinity, cost: 0.1 });
    expect([x, y, builder.addColumn("z")]).toEqual([0, 1, 2]);
    expect(builder.addRow("hours", { lower: 30, upper: 40 }, { y: 1, x: 1 })).toBe(0);
    builder.addRow("need", { lower: 2 }, [[x, 1]]);
    builder.addRow("exact", { equal: 4 }, new Map([["y", 1]]));
    builder.addRow("memo", { lower: -Infinity }, [["x", 5]]);
    builder.addRow("slope", { upper: 1 });
    builder.addTerm("slope", "x", 1);
    builder.addTerm(4, y, -1);
    expect(builder.build()).toEqual({
      ...smallProgram(
        "max",
        [
          [1, 3, 12],
          [-Infinity, 0.1, Infinity],
          [0, 0, Infinity],
        ],
        [
          [30, [1, 1, 0], 40],
          [2, [1, 0, 0], Infinity],
          [4, [0, 1, 0], 4],
          [-Infinity, [5, 0, 0], Infinity],
          [-Infinity, [1, -1, 0], 1],
        ],
        7,
      ),
      rowNames: ["hours", "need", "exact", "memo", "slope"],
      colNames: ["x", "y", "z"],
    });
  });

  it("adds up terms of one row and column, leaves sums of zero out, and can go on after build", () => {
    const builder = new LpBuilder();
    const x = builder.addColumn("x");
    builder.addColumn("y");
    const row = builder.addRow("r", { lower: 0 }, [
      ["y", 2],
      [x, 1],
      ["y", -2],
      ["x", 0.5],
    ]);
    const first = builder.build();
    expect([[...first.colStart], [...first.rowIndex], [...first.value]]).toEqual([[0, 1, 1], [0], [1.5]]);
    builder.addTerm(row, "y", 4);
    expect([...builder.build().value]).toEqual([1.5, 4]);
    expect([...first.value]).toEqual([1.5]);
  });

  it("rebuilds any program from its terms in any order (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 97 }), (seed, stride) => {
        const lp = randomProgram(seed);
        const builder = new LpBuilder({ sense: lp.sense, objectiveOffset: lp.objectiveOffset });
        for (let j = 0; j < lp.numCols; j++)
          builder.addColumn(`C${j}`, { lower: lp.colLower[j], upper: lp.colUpper[j], cost: lp.cost[j] });
        for (let i = 0; i < lp.numRows; i++) builder.addRow(`R${i}`, { lower: lp.rowLower[i], upper: lp.rowUpper[i] });
        const terms: [number, number, number][] = [];
        for (let j = 0; j < lp.numCols; j++)
          for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) terms.push([lp.rowIndex[k], j, lp.value[k]]);
        // Each term in two halves, which doubles add exactly, in an order that the stride scrambles.
        const scrambled = [...terms, ...terms]
          .map((term, k) => ({ term, key: (k * stride) % 101 }))
          .sort((a, b) => a.key - b.key);
        for (const {
          term: [row, column, coefficient],
        } of scrambled)
          builder.addTerm(row, column, coefficient / 2);
        const { rowNames: _, colNames: __, ...built } = builder.build();
        expect(built).toEqual(lp);
      }),
      { seed: 20261130, numRuns: 200 },
    );
  });

  it("is solved by name: 45 MW of grid and 5 of diesel", () => {
    const builder = new LpBuilder();
    const grid = builder.addColumn("grid", { upper: 45, cost: 40 });
    const diesel = builder.addColumn("diesel", { cost: 300 });
    builder.addRow("need", { lower: 50 }, { grid: 1, diesel: 1 });
    const solution = solveLp(builder.build());
    expect(solution.objective).toBe(3300);
    expect([solution.x?.[grid], solution.x?.[diesel]]).toEqual([45, 5]);
  });

  const refused: readonly [string, (builder: LpBuilder) => unknown, string][] = [
    ["a column twice", (b) => b.addColumn("x"), 'column "x": was added before, wanted another name.'],
    ["a row twice", (b) => b.addRow("r", { lower: 0 }), 'row "r": was added before'],
    ["a row without a bound", (b) => b.addRow("s", {}), 'row "s": got no bound, wanted lower, upper or equal'],
    [
      "equal and another bound",
      (b) => b.addRow("s", { equal: 1, upper: 2 } as unknown as LpRowSettings),
      'row "s": got equal together with lower or upper',
    ],
    [
      "crossed bounds",
      (b) => b.addRow("s", { lower: 2, upper: 1 }),
      'row "s": got bounds 2 and 1, wanted numbers with lower <= upper',
    ],
    ["an upper bound below the default", (b) => b.addColumn("y", { upper: -1 }), 'column "y": got bounds 0 and -1'],
    [
      "a bound that is not a number",
      (b) => b.addColumn("y", { lower: "2" as never }),
      'column "y": got bounds 2 and Infinity',
    ],
    ["NaN as a bound", (b) => b.addColumn("y", { lower: NaN }), 'column "y": got bounds NaN and Infinity'],
    [
      "an infinite cost",
      (b) => b.addColumn("y", { cost: Infinity }),
      'column "y": got cost Infinity, wanted a finite number.',
    ],
    [
      "an unknown column",
      (b) => b.addRow("s", { lower: 0 }, { z: 1 }),
      'column "z": does not exist, wanted one of the 1 added before.',
    ],
    ["a column beyond", (b) => b.addTerm("r", 1, 1), "column 1: does not exist"],
    ["an unknown row", (b) => b.addTerm("s", "x", 1), 'row "s": does not exist'],
    [
      "a coefficient that is not a number",
      (b) => b.addTerm("r", "x", NaN),
      'row "r": got coefficient of column "x" NaN, wanted a finite number.',
    ],
    ["no settings of a column", (b) => b.addColumn("y", null as never), 'column "y": got null, wanted an object.'],
    ["no bounds of a row", (b) => b.addRow("s", 5 as never), 'row "s": got 5, wanted an object.'],
    [
      "terms that are not an object",
      (b) => b.addRow("s", { lower: 0 }, "x" as never),
      'row "s", terms: got "x", wanted an object.',
    ],
    [
      "a term that is not a pair",
      (b) => b.addRow("s", { lower: 0 }, [["x", 1], 5] as never),
      'row "s": got term 5, wanted a pair [column, coefficient].',
    ],
    ["no settings", () => new LpBuilder(null as never), "settings: got null, wanted an object."],
    ["a name that is not a string", (b) => b.addColumn(5 as never), "name: got 5, wanted a string."],
    [
      "an unknown sense",
      () => new LpBuilder({ sense: "maximize" as never }),
      'sense: got maximize, wanted "min" or "max".',
    ],
    [
      "an infinite constant",
      () => new LpBuilder({ objectiveOffset: Infinity }),
      "objectiveOffset: got Infinity, wanted a finite number.",
    ],
  ];

  it.each(refused)("rejects %s and remains unchanged", (_, act, message) => {
    const builder = new LpBuilder();
    builder.addColumn("x");
    builder.addRow("r", { lower: 1 }, { x: 1 });
    expect(() => act(builder)).toThrow(ProgramError);
    expect(() => act(builder)).toThrow(message);
    expect(builder.build()).toMatchObject({
      numCols: 1,
      colNames: ["x"],
      colLower: Float64Array.of(0),
      cost: Float64Array.of(0),
    });
  });
});
