import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ProgramError } from "../../../src/errors.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { readMps } from "../../../src/lp/io/read-mps.ts";
import { writeMps } from "../../../src/lp/io/write-mps.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";
import { netlibAbsence, netlibPresent, netlibSample } from "../../support/netlib.ts";
import { randomProgram, smallProgram } from "../../support/random-programs.ts";
import { runs } from "../../support/runs.ts";
import { expectSameProgram } from "../../support/same-program.ts";

// max 3 x + 0.1 y + 7; 30 <= x + y <= 40, x >= 2, y = 4, a free row, x - y <= 1; z touches nothing.
const program: LinearProgram = {
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
};

const withNames = (lp: LinearProgram): LinearProgram => ({
  ...lp,
  rowNames: lp.rowNames ?? Array.from({ length: lp.numRows }, (_, i) => `R${i + 1}`),
  colNames: lp.colNames ?? Array.from({ length: lp.numCols }, (_, j) => `C${j + 1}`),
});

describe("writeMps", () => {
  it("writes what a person expects to read", () => {
    expect(writeMps(program).split("\n")).toEqual([
      "NAME",
      "OBJSENSE",
      "    MAX",
      "ROWS",
      " N COST",
      " G hours",
      " G need",
      " E exact",
      " N memo",
      " L slope",
      "COLUMNS",
      " x COST 3",
      " x hours 1",
      " x need 1",
      " x memo 5",
      " x slope 1",
      " y COST 0.1",
      " y hours 1",
      " y exact 1",
      " y slope -1",
      " z COST 0",
      "RHS",
      " RHS COST -7",
      " RHS hours 30",
      " RHS need 2",
      " RHS exact 4",
      " RHS slope 1",
      "RANGES",
      " RNG hours 10",
      "BOUNDS",
      " LO BND x 1",
      " UP BND x 12",
      " FR BND y",
      "ENDATA",
      "",
    ]);
  });

  it("reads back the same program", () => {
    expect(readMps(writeMps(program))).toEqual(program);
  });

  it("reads back 300 random programs, of both senses and all shapes", () => {
    for (let seed = 0; seed < runs(300, 50); seed++) {
      const lp = randomProgram(seed);
      expectSameProgram(readMps(writeMps(lp)), withNames(lp), `seed ${seed}`);
    }
  });

  it("reads back any doubles (property)", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e19, max: 1e19 }).map((v) => v + 0);
    const bounds = fc.oneof(
      number.map((v): [number, number] => [v, Infinity]),
      number.map((v): [number, number] => [-Infinity, v]),
      number.map((v): [number, number] => [v, v]),
      fc.constant<[number, number]>([-Infinity, Infinity]),
      fc.tuple(number, number).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
    );
    const entry = fc.record({ row: bounds, col: bounds, cost: number, coefficient: number });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), number, fc.boolean(), (entries, offset, max) => {
        const lp = smallProgram(
          max ? "max" : "min",
          entries.map(({ col, cost }) => [col[0], cost, col[1]]),
          entries.map(({ row, coefficient }, i) => [
            row[0],
            entries.map((_, j) => (j === i ? coefficient : j < i ? 1 : 0)),
            row[1],
          ]),
          offset,
        );
        expectSameProgram(readMps(writeMps(lp)), withNames(lp));
      }),
      { seed: 20261122, numRuns: runs(500, 50) },
    );
  });

  it("writes two bounds of a row so that both come back, as the plain decimal between them", () => {
    // In doubles, 0.3 - -0.1 is 0.4, but -0.1 + 0.4 is 0.30000000000000004 and 0.3 - 0.4 is -0.10000000000000003.
    expect(-0.1 + (0.3 - -0.1)).not.toBe(0.3);
    expect(0.3 - (0.3 - -0.1)).not.toBe(-0.1);
    const lp = smallProgram("min", [[0, 1, 1]], [[-0.1, [1], 0.3]]);
    expect(writeMps(lp)).toContain("RANGES\n RNG R1 0.4\n");
    expect(readMps(writeMps(lp))).toEqual(withNames(lp));
  });

  it("generates names where none are given, or where one cannot be written, and says which is which", () => {
    const bare = smallProgram("min", [[0, 1, 1]], [[0, [1], 1]]);
    expect(readMps(writeMps(bare))).toEqual(withNames(bare));
    for (const bad of ["with blank", "", "tab\there", "'MARKER'", "line\nbreak"]) {
      const text = writeMps({ ...program, rowNames: ["hours", bad, "exact", "memo", "slope"] });
      expect(readMps(text)).toEqual({ ...program, rowNames: ["R1", "R2", "R3", "R4", "R5"] });
      expect(text).toContain(`* row R2 is ${JSON.stringify(bad)}\n`);
    }
    const twice = writeMps({ ...program, colNames: ["x", "x", "z"] });
    expect(readMps(twice).colNames).toEqual(["C1", "C2", "C3"]);
    expect(twice).toContain('* column C2 is "x"');
  });

  it("does not confuse a row called COST, numbers as names, or a leading star", () => {
    const odd = { ...program, rowNames: ["COST", "12", "RHS", "COST_", "*"], colNames: ["1", "*x", "UP"] };
    expect(readMps(writeMps(odd))).toEqual(odd);
  });

  it("writes a negative upper bound without a lower one so that every reader opens it", () => {
    const lp = smallProgram("min", [[-Infinity, 1, -2]], []);
    expect(writeMps(lp)).toContain(" MI BND C1\n UP BND C1 -2\n");
    expect(readMps(writeMps(lp))).toEqual(withNames(lp));
  });

  it("keeps stored zeros and programs without rows or columns", () => {
    const zero: LinearProgram = withNames({ ...program, value: program.value.map((a, k) => (k === 2 ? 0 : a)) });
    expect(readMps(writeMps(zero))).toEqual(zero);
    const noCols = withNames(smallProgram("min", [], [[0, [], 1]]));
    expect(readMps(writeMps(noCols))).toEqual(noCols);
    const nothing = withNames(smallProgram("max", [], []));
    expect(readMps(writeMps(nothing))).toEqual(nothing);
  });

  it("refuses what MPS would read as infinite, and malformed programs", () => {
    const refused = (lp: LinearProgram): string => {
      try {
        writeMps(lp);
      } catch (error) {
        if (error instanceof ProgramError) return error.message;
      }
      return "not refused";
    };
    expect(refused(smallProgram("min", [[0, 1, 1e20]], []))).toMatch(
      /^colUpper\[0\]: got 100000000000000000000, wanted below 1e20/u,
    );
    expect(refused(smallProgram("min", [[-1e21, 1, 0]], []))).toMatch(/^colLower\[0\]: got -1e\+21/u);
    expect(refused(smallProgram("min", [[0, 1, 1]], [[-1e20, [1], 0]]))).toMatch(/^rowLower\[0\]/u);
    expect(refused(smallProgram("min", [[0, 1, 1]], [[0, [1], 1e20]]))).toMatch(/^rowUpper\[0\]/u);
    expect(refused(smallProgram("min", [[0, 1, 1]], [[-9e19, [1], 9e19]]))).toMatch(
      /^rowUpper\[0\]: got 180000000000000000000 above/u,
    );
    expect(refused({ ...program, numCols: 4 })).toMatch(/^colStart: has 4 entries, wanted 5/u);
  });

  it("is read by HiGHS as the same optimum", async () => {
    const { default: loadHighs } = await import("highs");
    const highs = await loadHighs();
    let tried = 0;
    for (let seed = 0; seed < runs(60, 15); seed++) {
      const lp = randomProgram(seed);
      const direct = solveWithHighs(lp);
      if (direct.status !== "optimal") continue;
      tried++;
      const throughText = highs.withModel({ format: "mps", data: writeMps(lp) }, (model) => {
        model.options.set({ output_flag: false });
        model.run();
        return model.getObjectiveValue();
      });
      expect(throughText, `seed ${seed}`).toBeCloseTo(direct.objective, 7);
    }
    expect(tried).toBeGreaterThan(runs(20, 3));
  });

  it.skipIf(!netlibPresent)(`reads back the Netlib programs${netlibAbsence}`, () => {
    for (const { name, text } of netlibSample) {
      const lp = readMps(text());
      expectSameProgram(readMps(writeMps(lp)), lp, name);
    }
    expect(netlibSample.length).toBe(runs(48, 14));
  });
});
