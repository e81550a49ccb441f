import type { LinearProgram } from "wattsplit/lp";
import { objectiveAt } from "./objective-at.ts";

/**
 * A program in the form of javascript-lp-solver and YALPS: named objects, every variable >= 0. A column becomes x =
 * origin + sum of sign * variable: from its lower bound up, from its upper bound down, or as a difference if it is
 * free. A fixed column is moved to the right-hand sides. Any other finite bound of a column is a constraint.
 */
export interface ObjectModel {
  readonly constraints: Record<string, { min?: number; max?: number; equal?: number }>;
  readonly variables: Record<string, Record<string, number>>;
  /** x and its objective from the values of the variables by name (absent = 0). */
  point(valueOf: (name: string) => number): { readonly x: Float64Array; readonly objective: number };
}

/** Name of the objective among the coefficients. */
export const COST = "cost";

interface Part {
  readonly name: string;
  readonly col: number;
  readonly sign: 1 | -1;
}

export function toObjectModel(lp: LinearProgram): ObjectModel {
  const { numRows, numCols, colStart, rowIndex, value, colLower, colUpper } = lp;
  const origin = new Float64Array(numCols);
  const parts: Part[] = [];
  for (let j = 0; j < numCols; j++) {
    const hasLower = Number.isFinite(colLower[j]);
    const hasUpper = Number.isFinite(colUpper[j]);
    origin[j] = hasLower ? colLower[j] : hasUpper ? colUpper[j] : 0;
    if (colLower[j] === colUpper[j]) continue;
    if (hasLower || !hasUpper) parts.push({ name: `c${j}`, col: j, sign: 1 });
    if (!hasLower) parts.push({ name: `d${j}`, col: j, sign: -1 });
  }
  const moved = new Float64Array(numRows);
  for (let j = 0; j < numCols; j++) {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) moved[rowIndex[k]] += value[k] * origin[j];
  }

  const constraints: ObjectModel["constraints"] = {};
  for (let i = 0; i < numRows; i++) {
    const limits = limitsOf(lp.rowLower[i] - moved[i], lp.rowUpper[i] - moved[i]);
    if (limits !== undefined) constraints[`r${i}`] = limits;
  }
  const variables: ObjectModel["variables"] = {};
  for (const { name, col: j, sign } of parts) {
    const entries: Record<string, number> = { [COST]: sign * lp.cost[j] };
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      if (`r${rowIndex[k]}` in constraints) entries[`r${rowIndex[k]}`] = sign * value[k];
    }
    const width = colUpper[j] - colLower[j];
    if (Number.isFinite(width)) {
      constraints[`u${j}`] = { max: width };
      entries[`u${j}`] = 1;
    }
    variables[name] = entries;
  }
  return {
    constraints,
    variables,
    point(valueOf) {
      const x = origin.slice();
      for (const { name, col, sign } of parts) x[col] += sign * valueOf(name);
      return { x, objective: objectiveAt(lp, x) };
    },
  };
}

function limitsOf(lower: number, upper: number): ObjectModel["constraints"][string] | undefined {
  if (lower === upper) return { equal: lower };
  if (lower === -Infinity && upper === Infinity) return undefined;
  return { ...(lower === -Infinity ? {} : { min: lower }), ...(upper === Infinity ? {} : { max: upper }) };
}

/** Cells of a dense tableau: (finite bounds of rows + boxed columns + 1) x (columns + 1), without the fixed columns. */
export function tableauCells({ rowLower, rowUpper, colLower, colUpper }: LinearProgram): number {
  const finite = (limits: Float64Array): number =>
    limits.reduce((count, limit) => count + Number(Number.isFinite(limit)), 0);
  let boxed = 0;
  let moving = 0;
  for (let j = 0; j < colLower.length; j++) {
    if (colLower[j] === colUpper[j]) continue;
    moving++;
    if (Number.isFinite(colUpper[j] - colLower[j])) boxed++;
  }
  return (finite(rowLower) + finite(rowUpper) + boxed + 1) * (moving + 1);
}

/**
 * Time is proportional to pivots times cells: 6e6 cells (a week by the hour) take seconds, 24e6 minutes, a month half
 * an hour.
 */
const MAX_TABLEAU_CELLS = 15_000_000;

export function tableauLimit(lp: LinearProgram): string | undefined {
  const cells = tableauCells(lp);
  return cells <= MAX_TABLEAU_CELLS
    ? undefined
    : `dense tableau of ${(cells / 1e6).toFixed(0)} million cells, tried up to ${MAX_TABLEAU_CELLS / 1e6}`;
}
