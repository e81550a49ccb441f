import { expect, it } from "vitest";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { fleetAsset, gridAsset, optimalPlan, readingOf } from "../support/plans.ts";
import { seededUniform } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

const HOURS = 8;
const RIGS = 1000;
const HASHPRICE = 45;

/**
 * The same fleet without hull and segments, every mode a share of the rigs:
 *     min sum_t sum_m share_mt (W_m price_t - income_m),  sum_m share_mt <= 1,  sum_m W_m share_mt <= cap_t,
 *     sum_m W_m (share_mt - share_m,t-1) <= ramp
 */
function programOfShares(
  modes: readonly { powerW: number; hashrateThPerS: number }[],
  price: readonly number[],
  capMw: readonly number[],
  rampMw: number,
): LinearProgram {
  const rows = 3;
  const mw = modes.map(({ powerW }) => (RIGS * powerW) / 1e6);
  const cost: number[] = [];
  const [colStart, rowIndex, value] = [[0], [] as number[], [] as number[]];
  for (let t = 0; t < HOURS; t++) {
    modes.forEach(({ hashrateThPerS }, m) => {
      cost.push(mw[m] * price[t] - ((RIGS * hashrateThPerS) / 1000 / 24) * HASHPRICE);
      const entries: [number, number][] = [
        [rows * t, 1],
        [rows * t + 1, mw[m]],
        [rows * t + 2, mw[m]],
      ];
      if (t + 1 < HOURS) entries.push([rows * (t + 1) + 2, -mw[m]]);
      for (const [row, coefficient] of entries) {
        rowIndex.push(row);
        value.push(coefficient);
      }
      colStart.push(rowIndex.length);
    });
  }
  const numCols = HOURS * modes.length;
  const rowUpper = price.flatMap((_, t) => [1, capMw[t], t === 0 ? 1e9 : rampMw]);
  return {
    numCols,
    numRows: rows * HOURS,
    sense: "min",
    objectiveOffset: 0,
    cost: Float64Array.from(cost),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(rows * HOURS).fill(-Infinity),
    rowUpper: Float64Array.from(rowUpper),
    colStart: Int32Array.from(colStart),
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
  };
}

it("on 60 random fleets the hull's segments cost what every mode by itself would, and are filled in order", () => {
  for (let seed = 0; seed < runs(60, 8); seed++) {
    const uniform = seededUniform(seed * 7919 + 11);
    const count = 2 + Math.floor(uniform() * 6);
    const modes = Array.from({ length: count }, (_, m) => ({
      powerW: 900 + 400 * m + Math.floor(300 * uniform()),
      hashrateThPerS: Math.floor(40 + 22 * m + 30 * uniform()),
    }));
    const price = Array.from({ length: HOURS }, () => Math.round(5 + 110 * uniform()));
    const capMw = Array.from({ length: HOURS }, () => Math.round(1000 * 5 * uniform()) / 1000);
    const ramp = uniform() < 0.5 ? 1.25 : 100;
    const [rated, ...powerModes] = modes;
    const plan = optimalPlan({
      count: HOURS,
      hashpriceUsdPerPhDay: HASHPRICE,
      assets: [
        gridAsset({ importLimitMw: capMw, importPriceUsdPerMwh: price }),
        fleetAsset({ rigs: RIGS, rig: rated, powerModes, rampUpMwPerH: ramp }),
      ],
    });
    const oracle = solveWithHighs(programOfShares(modes, price, capMw, ramp));
    expect(oracle.status, `seed ${seed}`).toBe("optimal");
    expect(Math.abs(plan.objectiveUsd - oracle.objective), `seed ${seed}`).toBeLessThan(
      1e-6 * Math.max(1, Math.abs(oracle.objective)),
    );
    const { series, modes: read } = readingOf(plan, "rigs", "mining-fleet");
    const wholeRigsMw = series.powerMw.map((_, t) =>
      read.reduce((mw, { powerW, rigs }) => mw + (powerW * rigs[t]) / 1e6, 0),
    );
    for (let t = 0; t < HOURS; t++) {
      // A step of one rig in each of two modes.
      expect(Math.abs(wholeRigsMw[t] - series.wholeRigsMw[t]), `seed ${seed}, ${t}`).toBeLessThan(1e-9);
      expect(series.powerMw[t] - wholeRigsMw[t], `seed ${seed}, ${t}`).toBeLessThan(0.005);
      expect(read.filter(({ rigs }) => rigs[t] > 1).length, `seed ${seed}, ${t}`).toBeLessThanOrEqual(2);
    }
  }
});
