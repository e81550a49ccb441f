import { ProgramError } from "../errors.ts";
import { asProgramError, describeValue } from "./check-options.ts";
import { INFINITE_BOUND } from "./infinite-bounds.ts";
import type { LinearProgram } from "./linear-program.ts";

/**
 * Rejects a malformed linear program before any solver sees it. O(numRows + numCols + nonzeros).
 *
 * Throws {@link ProgramError} at the first error:
 * - counts that are not whole numbers, or an array of the wrong length (the message gives both lengths),
 * - a `colStart` that decreases or does not start at 0,
 * - a row index outside 0..numRows-1, or two coefficients in one row and column,
 * - NaN anywhere, or an infinite coefficient, cost or offset,
 * - crossed bounds (lower > upper),
 * - a lower bound of 1e20 or more, or an upper bound of -1e20 or less (such sizes mean "no bound"),
 * - a `sense` other than `min` and `max`,
 * - names of the wrong number or type.
 *
 * Names need not be unique, because they are labels and not identifiers. Stored zeros are allowed.
 */
export function checkProgram(lp: LinearProgram): void {
  asProgramError("lp", () => checkAll(lp));
}

function checkAll(lp: LinearProgram): void {
  if (typeof lp !== "object" || lp === null) throw new ProgramError("lp", `got ${show(lp)}, wanted a linear program.`);
  checkCount("numRows", lp.numRows);
  checkCount("numCols", lp.numCols);
  if (lp.sense !== "min" && lp.sense !== "max") {
    throw new ProgramError("sense", `got ${show(lp.sense)}, wanted "min" or "max".`);
  }
  checkMatrix(lp);
  checkCostsAndBounds(lp);
  if (lp.rowNames !== undefined) checkNames("rowNames", lp.rowNames, lp.numRows, "one per row");
  if (lp.colNames !== undefined) checkNames("colNames", lp.colNames, lp.numCols, "one per column");
}

/**
 * The part of `checkProgram` about costs, bounds and offset: the data that may change while the matrix stays the same.
 */
export function checkCostsAndBounds(lp: LinearProgram): void {
  asProgramError("lp", () => checkData(lp));
}

function checkData(lp: LinearProgram): void {
  if (!Number.isFinite(lp.objectiveOffset)) {
    throw new ProgramError("objectiveOffset", `got ${show(lp.objectiveOffset)}, wanted a finite number (default 0).`);
  }
  checkCost(lp, "cost", lp.cost);
  checkBounds("colLower", lp.colLower, "colUpper", lp.colUpper, lp.numCols, "one per column");
  checkBounds("rowLower", lp.rowLower, "rowUpper", lp.rowUpper, lp.numRows, "one per row");
}

/** Rejects a cost vector that does not fit the columns of the program. */
export function checkCost({ numCols }: LinearProgram, field: string, cost: Float64Array): void {
  asProgramError(field, () => checkLength(field, cost, Float64Array, numCols, "one per column"));
  checkFinite(field, cost, "to forbid a column, set its bounds to zero instead");
}

function checkCount(field: string, count: number): void {
  if (!Number.isInteger(count) || count < 0) {
    throw new ProgramError(field, `got ${show(count)}, wanted a whole number of at least 0.`);
  }
}

function checkMatrix(lp: LinearProgram): void {
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  checkLength("colStart", colStart, Int32Array, numCols + 1, "numCols + 1");
  if (colStart[0] !== 0) throw new ProgramError("colStart[0]", `got ${colStart[0]}, wanted 0.`);
  for (let j = 0; j < numCols; j++) {
    if (colStart[j + 1] < colStart[j]) {
      throw new ProgramError(
        `colStart[${j + 1}]`,
        `got ${colStart[j + 1]} after ${colStart[j]}, wanted starts that never decrease.`,
      );
    }
  }
  const numNonzeros = colStart[numCols];
  checkLength("rowIndex", rowIndex, Int32Array, numNonzeros, "the last entry of colStart");
  checkLength("value", value, Float64Array, numNonzeros, "the last entry of colStart");
  checkFinite("value", value, "a coefficient must be a number");
  // seenAt[i] = 1 + the last position at which row i occurred.
  const seenAt = new Int32Array(numRows);
  for (let j = 0; j < numCols; j++) {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      if (i < 0 || i >= numRows) {
        throw new ProgramError(`rowIndex[${k}]`, `got ${i} in column ${j}, wanted a row below ${numRows}.`);
      }
      if (seenAt[i] > colStart[j]) {
        throw new ProgramError(
          `rowIndex[${k}]`,
          `column ${j} has row ${i} twice (first at position ${seenAt[i] - 1}), wanted once; add the two ` +
            "coefficients.",
        );
      }
      seenAt[i] = k + 1;
    }
  }
}

function checkLength(
  field: string,
  array: Float64Array | Int32Array,
  kind: Float64ArrayConstructor | Int32ArrayConstructor,
  wanted: number,
  why: string,
): void {
  if (!(array instanceof kind)) {
    throw new ProgramError(field, `got ${show(array)}, wanted a ${kind.name} of length ${wanted}.`);
  }
  if (array.length !== wanted) {
    throw new ProgramError(field, `has ${array.length} entries, wanted ${wanted} (${why}).`);
  }
}

function checkFinite(field: string, array: Float64Array, fix: string): void {
  for (let k = 0; k < array.length; k++) {
    if (!Number.isFinite(array[k])) {
      throw new ProgramError(`${field}[${k}]`, `got ${array[k]}, wanted a finite number; ${fix}.`);
    }
  }
}

function checkBounds(
  lowerField: string,
  lower: Float64Array,
  upperField: string,
  upper: Float64Array,
  wanted: number,
  why: string,
): void {
  checkLength(lowerField, lower, Float64Array, wanted, why);
  checkLength(upperField, upper, Float64Array, wanted, why);
  for (let k = 0; k < wanted; k++) {
    if (!(lower[k] < INFINITE_BOUND)) {
      throw new ProgramError(
        `${lowerField}[${k}]`,
        `got ${lower[k]}, wanted a number or -Infinity for no bound (1e20 and more means infinite).`,
      );
    }
    if (!(upper[k] > -INFINITE_BOUND)) {
      throw new ProgramError(
        `${upperField}[${k}]`,
        `got ${upper[k]}, wanted a number or Infinity for no bound (-1e20 and less means infinite).`,
      );
    }
    if (lower[k] > upper[k]) {
      throw new ProgramError(
        `${lowerField}[${k}]`,
        `got ${lower[k]} above ${upperField}[${k}] = ${upper[k]}, wanted lower <= upper; ` +
          `if the conflict is intended, state one of the two as a row and let the solver prove infeasibility.`,
      );
    }
  }
}

function checkNames(field: string, names: readonly string[], wanted: number, why: string): void {
  if (!Array.isArray(names)) throw new ProgramError(field, `got ${show(names)}, wanted an array of strings.`);
  if (names.length !== wanted) {
    throw new ProgramError(
      field,
      `has ${names.length} entries, wanted ${wanted} (${why}); leave it out if there are no names.`,
    );
  }
  for (let k = 0; k < wanted; k++) {
    if (typeof names[k] !== "string") {
      throw new ProgramError(`${field}[${k}]`, `got ${show(names[k])}, wanted a string.`);
    }
  }
}

function show(thing: unknown): string {
  if (Array.isArray(thing)) return "Array";
  return ArrayBuffer.isView(thing) ? Object.prototype.toString.call(thing).slice(8, -1) : describeValue(thing);
}
