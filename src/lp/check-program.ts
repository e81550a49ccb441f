import { ProgramError } from "../errors.ts";
import { refusing, shown } from "./check-options.ts";
import { HUGE_LIMIT } from "./huge-limits.ts";
import type { LinearProgram } from "./linear-program.ts";

/**
 * Refuses a linear program that is not one, before any solver sees it.
 *
 * Throws {@link ProgramError} at the first fault: counts that are not whole numbers, an array of the wrong length
 * (both sizes are given), a `colStart` that falls or does not start at 0, a row index outside 0..numRows-1, two
 * coefficients in one place, NaN anywhere, an infinite coefficient, cost or offset, crossed limits (lower > upper), a
 * lower limit of 1e20 or more or an upper one of -1e20 or less (sizes that mean "no limit"), a `sense` other than `min`
 * and `max`, names of the wrong number or kind. Names need not be unique: they label, they do not identify. Stored
 * zeros are allowed. O(numRows + numCols + nonzeros).
 */
export function checkProgram(lp: LinearProgram): void {
  refusing("lp", () => checkAll(lp));
}

function checkAll(lp: LinearProgram): void {
  if (typeof lp !== "object" || lp === null) throw new ProgramError("lp", `got ${show(lp)}, wanted a linear program.`);
  checkCount("numRows", lp.numRows);
  checkCount("numCols", lp.numCols);
  if (lp.sense !== "min" && lp.sense !== "max") {
    throw new ProgramError("sense", `got ${show(lp.sense)}, wanted "min" or "max".`);
  }
  checkMatrix(lp);
  checkProgramData(lp);
  if (lp.rowNames !== undefined) checkNames("rowNames", lp.rowNames, lp.numRows, "one per row");
  if (lp.colNames !== undefined) checkNames("colNames", lp.colNames, lp.numCols, "one per column");
}

/** The part of `checkProgram` about costs, limits and offset: all that changes while a matrix stays. */
export function checkProgramData(lp: LinearProgram): void {
  refusing("lp", () => checkData(lp));
}

function checkData(lp: LinearProgram): void {
  if (!Number.isFinite(lp.objectiveOffset)) {
    throw new ProgramError("objectiveOffset", `got ${show(lp.objectiveOffset)}, wanted a finite number (0 for none).`);
  }
  checkCost(lp, "cost", lp.cost);
  checkLimits("colLower", lp.colLower, "colUpper", lp.colUpper, lp.numCols, "one per column");
  checkLimits("rowLower", lp.rowLower, "rowUpper", lp.rowUpper, lp.numRows, "one per row");
}

/** Refuses costs that do not fit the program's columns. */
export function checkCost({ numCols }: LinearProgram, field: string, cost: Float64Array): void {
  refusing(field, () => checkLength(field, cost, Float64Array, numCols, "one per column"));
  checkFinite(field, cost, "an unlimited cost is no cost: forbid the column by its limits instead");
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
        `got ${colStart[j + 1]} after ${colStart[j]}, wanted starts that never fall.`,
      );
    }
  }
  const numNonzeros = colStart[numCols];
  checkLength("rowIndex", rowIndex, Int32Array, numNonzeros, "the last entry of colStart");
  checkLength("value", value, Float64Array, numNonzeros, "the last entry of colStart");
  checkFinite("value", value, "a coefficient has to be a number");
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
          `column ${j} holds row ${i} twice (first at position ${seenAt[i] - 1}), wanted once; add the two ` +
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

function checkLimits(
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
    if (!(lower[k] < HUGE_LIMIT)) {
      throw new ProgramError(
        `${lowerField}[${k}]`,
        `got ${lower[k]}, wanted a number or -Infinity for no limit (1e20 and more means none).`,
      );
    }
    if (!(upper[k] > -HUGE_LIMIT)) {
      throw new ProgramError(
        `${upperField}[${k}]`,
        `got ${upper[k]}, wanted a number or Infinity for no limit (-1e20 and less means none).`,
      );
    }
    if (lower[k] > upper[k]) {
      throw new ProgramError(
        `${lowerField}[${k}]`,
        `got ${lower[k]} above ${upperField}[${k}] = ${upper[k]}, wanted lower <= upper; ` +
          `if the conflict is meant, state one of the two as a row and let the solver prove it.`,
      );
    }
  }
}

function checkNames(field: string, names: readonly string[], wanted: number, why: string): void {
  if (!Array.isArray(names)) throw new ProgramError(field, `got ${show(names)}, wanted an array of strings.`);
  if (names.length !== wanted) {
    throw new ProgramError(field, `has ${names.length} entries, wanted ${wanted} (${why}); leave it out for no names.`);
  }
  for (let k = 0; k < wanted; k++) {
    if (typeof names[k] !== "string") {
      throw new ProgramError(`${field}[${k}]`, `got ${show(names[k])}, wanted a string.`);
    }
  }
}

function show(thing: unknown): string {
  if (Array.isArray(thing)) return "Array";
  return ArrayBuffer.isView(thing) ? Object.prototype.toString.call(thing).slice(8, -1) : shown(thing);
}
