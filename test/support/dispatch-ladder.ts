import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { seededUniform } from "./random-programs.ts";

/**
 * A hybrid site as a linear program of chosen length, for timing and for replaying rolling horizons: 15 columns and 6
 * rows per hour, weekly energy rows of a deferrable load, one peak column per 730 h, one fuel row over everything.
 * Numbers are invented but of real size (MW, MWh, USD).
 *
 * Columns of hour t: import export solar charge discharge stored diesel fleetA fleetB fleetC deferrable spot unserved
 * rampUp reserve. Rows of hour t: balance, storage, peak, charge-or-discharge, import-or-export, ramp.
 */
export interface LadderOptions {
  readonly seed?: number;
  /** Share of noise on prices; another seed for it re-draws prices only. */
  readonly priceSeed?: number;
  readonly storedAtStartMwh?: number;
}

export const LADDER_COLS_PER_HOUR = 15;
export const LADDER_ROWS_PER_HOUR = 6;
const HOURS_PER_WEEK = 168;
const HOURS_PER_MONTH = 730;

export function dispatchLadder(numHours: number, options: LadderOptions = {}): LinearProgram {
  const { seed = 1, priceSeed = seed, storedAtStartMwh = 40 } = options;
  const siteNoise = seededUniform(seed);
  const priceNoise = seededUniform(1000 + priceSeed);
  const numWeeks = Math.ceil(numHours / HOURS_PER_WEEK);
  const numMonths = Math.ceil(numHours / HOURS_PER_MONTH);
  const numRows = LADDER_ROWS_PER_HOUR * numHours + numWeeks + 1;
  const weekRow = LADDER_ROWS_PER_HOUR * numHours;
  const fuelRow = weekRow + numWeeks;
  const rowLower = new Float64Array(numRows);
  const rowUpper = new Float64Array(numRows);
  const colStart = [0];
  const rowIndex: number[] = [];
  const value: number[] = [];
  const cost: number[] = [];
  const colLower: number[] = [];
  const colUpper: number[] = [];
  const add = (price: number, upper: number, entries: readonly (readonly [number, number])[]): void => {
    for (const [i, a] of entries) {
      rowIndex.push(i);
      value.push(a);
    }
    colStart.push(value.length);
    cost.push(price);
    colLower.push(0);
    colUpper.push(upper);
  };

  for (let t = 0; t < numHours; t++) {
    const first = LADDER_ROWS_PER_HOUR * t;
    const [balance, storage, peak, power, exchange, ramp] = [0, 1, 2, 3, 4, 5].map((k) => first + k);
    const last = t === numHours - 1;
    const hour = t % 24;
    const sun = Math.max(0, Math.sin(((hour - 6) * Math.PI) / 12));
    const solarMw = hour > 5 && hour < 19 ? 60 * sun * (0.5 + 0.5 * siteNoise()) : 0;
    const spike = priceNoise() < 0.02 ? 900 * priceNoise() : 0;
    const price = 32 + 25 * Math.exp(-(((hour - 19) / 2.5) ** 2)) - 30 * sun + 12 * (priceNoise() - 0.5) + spike;
    const firmMw = 50 + 8 * Math.sin(((hour - 9) * Math.PI) / 12) + 4 * siteNoise();
    const importMw = t % 97 > 84 ? 45 : 140;

    add(price + 6, importMw, [
      [balance, 1],
      [peak, 1],
      [exchange, 1 / 140],
    ]);
    add(-(price - 3), 80, [
      [balance, -1],
      [exchange, 1 / 80],
    ]);
    add(0, solarMw, [[balance, 1]]);
    add(1, 25, [
      [balance, -1],
      [storage, -0.95],
      [power, 1 / 25],
    ]);
    add(1, 25, [
      [balance, 1],
      [storage, 1 / 0.95],
      [power, 1 / 25],
    ]);
    add(
      0,
      100,
      last
        ? [[storage, 1]]
        : [
            [storage, 1],
            [storage + LADDER_ROWS_PER_HOUR, -0.9995],
          ],
    );
    add(310, 40, [
      [balance, 1],
      [fuelRow, 0.2487],
    ]);
    for (const [k, strike] of [61, 48, 39].entries()) {
      const entries: [number, number][] = [[balance, -1]];
      if (k === 0) {
        entries.push([ramp, 1]);
        if (!last) entries.push([ramp + LADDER_ROWS_PER_HOUR, -1]);
      }
      add(-strike * (1 + 0.02 * Math.sin(t / 50)), 30, entries);
    }
    add(0.01 * (t % HOURS_PER_WEEK), 20, [
      [balance, -1],
      [weekRow + Math.floor(t / HOURS_PER_WEEK), 1],
    ]);
    add(-(55 + 15 * Math.sin(((hour - 12) * Math.PI) / 12)), 10, [[balance, -1]]);
    add(9000, firmMw, [[balance, 1]]);
    add(3, 30, [[ramp, -1]]);
    add(-2, 10, [
      [balance, -0.1],
      [power, 1 / 50],
    ]);

    rowLower[balance] = rowUpper[balance] = firmMw;
    rowLower[storage] = rowUpper[storage] = t === 0 ? 0.9995 * storedAtStartMwh : 0;
    rowLower[peak] = -Infinity;
    rowLower[power] = rowLower[exchange] = -Infinity;
    rowUpper[power] = rowUpper[exchange] = 1;
    rowLower[ramp] = -Infinity;
    rowUpper[ramp] = t === 0 ? 20 : 0;
  }
  for (let month = 0; month < numMonths; month++) {
    const entries: [number, number][] = [];
    const from = month * HOURS_PER_MONTH;
    const to = Math.min(numHours, from + HOURS_PER_MONTH);
    for (let t = from; t < to; t++) entries.push([LADDER_ROWS_PER_HOUR * t + 2, -1]);
    add((9500 * (to - from)) / HOURS_PER_MONTH, Infinity, entries);
  }
  for (let week = 0; week < numWeeks; week++) {
    const hours = Math.min(HOURS_PER_WEEK, numHours - week * HOURS_PER_WEEK);
    add(400, Infinity, [[weekRow + week, 1]]);
    rowLower[weekRow + week] = 6 * hours;
    rowUpper[weekRow + week] = Infinity;
  }
  rowLower[fuelRow] = -Infinity;
  rowUpper[fuelRow] = 0.2487 * 0.5 * numHours;

  return {
    numRows,
    numCols: cost.length,
    colStart: Int32Array.from(colStart),
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
    cost: Float64Array.from(cost),
    colLower: Float64Array.from(colLower),
    colUpper: Float64Array.from(colUpper),
    rowLower,
    rowUpper,
    sense: "min",
    objectiveOffset: 0,
  };
}
