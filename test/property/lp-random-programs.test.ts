import { describe, expect, it } from "vitest";
import { checkProgram } from "../../src/lp/check-program.ts";
import { type SoakCase, soakCase, soakClasses } from "../support/soak/cases.ts";
import { judgeCase, soakEngines, type Verdict } from "../support/soak/judge.ts";
import { runs } from "../support/runs.ts";

/**
 * The first 500 programs of the soak (`npx tsx test/property/soak.ts 20000` runs the rest), each with every engine: no
 * wrong status, no solution without its proof, no relative error of the objective above 1e-7.
 */
const PROGRAMS = runs(500, 60);

function missesOf(cases: readonly SoakCase[], engine: string, allowed: readonly Verdict[]): string[] {
  return cases.flatMap((soak) => {
    const { verdict, said } = judgeCase(soak, [engine])[engine];
    return allowed.includes(verdict)
      ? []
      : [`seed ${soak.seed} (${soak.kind}): ${verdict}, ${said}; truth ${soak.truth.status} ${soak.truth.objective}`];
  });
}

describe(`${PROGRAMS} random programs of ${Object.keys(soakClasses).length} classes`, () => {
  const cases = Array.from({ length: PROGRAMS }, (_, seed) => soakCase(seed));

  it("are valid programs with the property of their class and a known solution", () => {
    const truths = { optimal: 0, infeasible: 0, unbounded: 0, unknown: 0 };
    const has = {
      free: 0,
      belowOnly: 0,
      negativeBox: 0,
      range: 0,
      equality: 0,
      emptyRow: 0,
      emptyCol: 0,
      twelveOrders: 0,
      max: 0,
    };
    for (const { lp, truth } of cases) {
      checkProgram(lp);
      truths[truth.status]++;
      const rowCount = new Int32Array(lp.numRows);
      for (let k = 0; k < lp.value.length; k++) if (lp.value[k] !== 0) rowCount[lp.rowIndex[k]]++;
      const finite = (row: number): boolean => Number.isFinite(lp.rowLower[row]) && Number.isFinite(lp.rowUpper[row]);
      const cols = Array.from(lp.colLower, (lower, j) => [lower, lp.colUpper[j]]);
      const sizes = lp.value.map(Math.abs).filter((size) => size > 0);
      if (cols.some(([lower, upper]) => lower === -Infinity && upper === Infinity)) has.free++;
      if (cols.some(([lower, upper]) => lower === -Infinity && upper < Infinity)) has.belowOnly++;
      if (cols.some(([lower, upper]) => lower > -Infinity && upper < 0)) has.negativeBox++;
      if (rowCount.some((_, i) => finite(i) && lp.rowLower[i] < lp.rowUpper[i])) has.range++;
      if (rowCount.some((_, i) => finite(i) && lp.rowLower[i] === lp.rowUpper[i])) has.equality++;
      if (rowCount.includes(0)) has.emptyRow++;
      if (cols.some((_, j) => lp.colStart[j] === lp.colStart[j + 1])) has.emptyCol++;
      if (sizes.length > 0 && Math.max(...sizes) / Math.min(...sizes) > 1e10) has.twelveOrders++;
      if (lp.sense === "max") has.max++;
    }
    expect(truths.unknown).toBeLessThan(10);
    for (const [what, count] of Object.entries({ ...has, ...truths, unknown: PROGRAMS }))
      expect([what, count >= runs(20, 1)]).toEqual([what, true]);
  });

  it.each(Object.keys(soakEngines).filter((name) => !name.endsWith("alone")))("%s is right on every one", (engine) => {
    expect(missesOf(cases, engine, ["right", "unjudged"])).toEqual([]);
  });

  it("interior-point alone is right in every claim, and nearly always makes one", () => {
    const engine = "interior-point alone";
    expect(missesOf(cases, engine, ["right", "unjudged", "declined"])).toEqual([]);
    // Except classes whose iterates have no accurate digits by construction; only a vertex is reliable there.
    const ordinary = cases.filter(({ truth }) => truth.exact === undefined);
    expect(missesOf(ordinary, engine, ["right", "unjudged"]).length).toBeLessThan(PROGRAMS / 40);
  });
});
