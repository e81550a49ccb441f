import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { seededUniform } from "./random-programs.ts";

/**
 * A year (or a part of one) at a hybrid site as a linear program: 15 columns and 6 rows an interval, two batteries of
 * different kind, three mining fleets, solar, diesel; weekly deferrable energy, monthly peak columns, and over all
 * intervals one fuel row and one CO2 row. Invented numbers of real size (MW, MWh, USD, t).
 *
 * Columns of an interval: import export solar charge1 discharge1 stored1 charge2 discharge2 stored2 diesel fleetA
 * fleetB fleetC deferrable unserved. Rows: balance, storage 1, storage 2, peak, exchange (import or export), ramp of
 * fleet A.
 */
export interface YearOptions {
  readonly seed?: number;
  /** Length of an interval. Default 1. */
  readonly stepHours?: number;
  /**
   * CO2 row as a share of what a steady 60 MW import emits. Default 0.8; only below 0 is nothing feasible (load may go
   * unserved).
   */
  readonly co2Share?: number;
}

const HOURS_PER_WEEK = 168;
const HOURS_PER_MONTH = 730;
const COLS = 15;
const ROWS = 6;
const STRIKES = [61, 48, 39];

export function dispatchYear(numSteps: number, options: YearOptions = {}): LinearProgram {
  const { seed = 1, stepHours = 1, co2Share = 0.8 } = options;
  const uniform = seededUniform(seed);
  const stepsPerWeek = Math.round(HOURS_PER_WEEK / stepHours);
  const stepsPerMonth = Math.round(HOURS_PER_MONTH / stepHours);
  const numWeeks = Math.ceil(numSteps / stepsPerWeek);
  const numMonths = Math.ceil(numSteps / stepsPerMonth);
  const weekRow = ROWS * numSteps;
  const fuelRow = weekRow + numWeeks;
  const co2Row = fuelRow + 1;
  const numRows = co2Row + 1;
  const numCols = COLS * numSteps + numMonths + numWeeks;
  const rowLower = new Float64Array(numRows).fill(-Infinity);
  const rowUpper = new Float64Array(numRows);
  const colStart = new Int32Array(numCols + 1);
  const rowIndex: number[] = [];
  const value: number[] = [];
  const cost = new Float64Array(numCols);
  const colUpper = new Float64Array(numCols);
  let j = 0;
  const add = (price: number, upper: number, ...entries: number[]): void => {
    for (let k = 0; k < entries.length; k += 2) {
      rowIndex.push(entries[k]);
      value.push(entries[k + 1]);
    }
    cost[j] = price;
    colUpper[j] = upper;
    colStart[++j] = value.length;
  };

  let cloud = 0.5;
  let co2 = 0;
  for (let t = 0; t < numSteps; t++) {
    const [balance, storage1, storage2, peak, exchange, ramp] = [0, 1, 2, 3, 4, 5].map((k) => ROWS * t + k);
    const hours = t * stepHours;
    const hour = hours % 24;
    const season = Math.cos((2 * Math.PI * (hours - 4400)) / 8760);
    if (t % Math.round(1 / stepHours) === 0) cloud = Math.min(1, Math.max(0, cloud + 0.3 * (uniform() - 0.5)));
    const sun = Math.max(0, Math.sin(((hour - 6) * Math.PI) / 12)) * (0.8 + 0.2 * season);
    const evening = Math.exp(-(((hour - 19) / 2.5) ** 2));
    const spike = uniform() < 0.01 ? 1500 * uniform() : 0;
    const price = 28 + (22 + 15 * season) * evening - 34 * sun * cloud + 14 * (uniform() - 0.5) + spike;
    const intensity = 0.42 - 0.25 * sun + 0.08 * evening;
    const firmMw = 46 + 6 * Math.sin(((hour - 9) * Math.PI) / 12) + 5 * uniform();
    co2 += 60 * stepHours * intensity;
    const dt = stepHours;
    const last = t === numSteps - 1;

    add((price + 5) * dt, t % 211 > 204 ? 30 : 150, balance, 1, peak, 1, exchange, 1 / 150, co2Row, intensity * dt);
    add(-(price - 4) * dt, 80, balance, -1, exchange, 1 / 80);
    add(0, 70 * sun * (0.3 + 0.7 * cloud), balance, 1);
    for (const [storage, powerMw, energyMwh, efficiency, retention, wear] of [
      [storage1, 25, 100, 0.95, 0.99995, 2],
      [storage2, 8, 64, 0.87, 0.9999, 0.5],
    ]) {
      add(wear * dt, powerMw, balance, -1, storage, -efficiency * dt);
      add(wear * dt, powerMw, balance, 1, storage, dt / efficiency);
      if (last) add(0, energyMwh, storage, 1);
      else add(0, energyMwh, storage, 1, storage + ROWS, -retention);
      rowLower[storage] = rowUpper[storage] = t === 0 ? 0.4 * energyMwh : 0;
    }
    add(290 * dt, 40, balance, 1, fuelRow, 0.25 * dt, co2Row, 0.7 * dt);
    for (const [k, strike] of STRIKES.entries()) {
      const own = -strike * (1 + 0.03 * Math.sin(hours / 300)) * dt;
      if (k > 0) add(own, 25, balance, -1);
      else if (last) add(own, 30, balance, -1, ramp, 1);
      else add(own, 30, balance, -1, ramp, 1, ramp + ROWS, -1);
    }
    add(0, 15, balance, -1, weekRow + Math.floor(t / stepsPerWeek), dt);
    add(9000 * dt, firmMw, balance, 1);

    rowLower[balance] = rowUpper[balance] = firmMw;
    rowUpper[exchange] = 1;
    rowUpper[ramp] = t === 0 ? 20 : 12;
  }
  for (let month = 0; month < numMonths; month++) {
    const entries: number[] = [];
    const end = Math.min(numSteps, (month + 1) * stepsPerMonth);
    for (let t = month * stepsPerMonth; t < end; t++) entries.push(ROWS * t + 3, -1);
    add((6000 * (end - month * stepsPerMonth)) / stepsPerMonth, Infinity, ...entries);
  }
  for (let week = 0; week < numWeeks; week++) {
    add(300, Infinity, weekRow + week, 1);
    const steps = Math.min(stepsPerWeek, numSteps - week * stepsPerWeek);
    rowLower[weekRow + week] = 5 * steps * stepHours;
    rowUpper[weekRow + week] = Infinity;
  }
  rowUpper[fuelRow] = 0.25 * 0.4 * numSteps * stepHours;
  rowUpper[co2Row] = co2Share * co2;
  return {
    numRows,
    numCols,
    colStart,
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
    cost,
    colLower: new Float64Array(numCols),
    colUpper,
    rowLower,
    rowUpper,
    sense: "min",
    objectiveOffset: 0,
  };
}
