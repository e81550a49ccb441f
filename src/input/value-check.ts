/** Whether the values of a curve are numbers, in range, and of a size that the stated unit makes plausible. */
import { describeQuantity, inUnit, type Quantity } from "../assets/fields/quantities.ts";
import { addRepeated, addSuspicion, type Edge } from "./edge.ts";
import { numberAdvice } from "./faults.ts";
import { literal } from "./literal.ts";

const CORRECT = "correct the value or its sign";

/**
 * Checks every value for being a number in the quantity's range, and all of them for their magnitude. `placeAt` says
 * where below `path` a value stands, `timeAt` when it holds. What is no number is told as such and not compared.
 */
export function checkValues(
  given: readonly unknown[] | Float64Array,
  quantity: Quantity,
  path: string,
  edge: Edge,
  placeAt: (i: number) => string,
  timeAt: (i: number) => string,
): void {
  const values = given as readonly number[];
  const { min = 0, max = Infinity, aboveMin, tooLarge = CORRECT } = quantity;
  const wanted = describeQuantity(quantity);
  const check = (isWrong: (value: number) => boolean, fixOf: (value: number) => string) =>
    addRepeated(
      edge,
      path,
      values.length,
      (i) => isWrong(values[i]),
      (i) => [placeAt(i), literal(values[i]) + timeAt(i), wanted, fixOf(values[i])],
    );
  const isLow = (value: number) => !(aboveMin ? value > min : value >= min);
  check((value) => !Number.isFinite(value), numberAdvice);
  check(
    (value) => Number.isFinite(value) && (isLow(value) || value > max),
    (value) => (isLow(value) ? CORRECT : tooLarge),
  );
  checkSizes(values, quantity, path, edge);
}

/**
 * A part of a series is suspected where it is at least eight values, a tenth of those not zero, and everything else is
 * 15 times as large or more. Of 8,488 days, weeks and months of ERCOT, CAISO and French prices that refuses one.
 */
const MIN_SLIPPED = 8;
const MIN_SHARE = 0.1;
const MIN_GAP = 15;

/** Suspects values that stand for one thing of a mistaken unit: one fault, that names how many they are. */
export function checkSizes(
  values: readonly number[],
  { unit, suspectIfAllBelow = 0, suspect = "" }: Quantity,
  path: string,
  edge: Edge,
): void {
  if (suspect === "") return;
  let numSmall = 0;
  let numLarge = 0;
  let most = 0;
  let least = Infinity;
  for (const value of values) {
    if (!Number.isFinite(value) || value === 0) continue;
    const size = Math.abs(value);
    if (size > suspectIfAllBelow) {
      numLarge++;
      least = Math.min(least, size);
    } else {
      numSmall++;
      most = Math.max(most, size);
    }
  }
  if (numSmall === 0) return;
  const suspicion = (given: string) =>
    addSuspicion(edge, path, given, `a plausible size${inUnit("in", unit)}`, suspect);
  const small = numSmall === 1 ? `one value of ${most} in size` : `${numSmall} values of ${most} at most in size`;
  if (numLarge === 0) suspicion(values.length === 1 ? `${values[0]}` : small);
  else if (numSmall >= MIN_SLIPPED && numSmall >= MIN_SHARE * (numSmall + numLarge) && MIN_GAP * most <= least) {
    suspicion(`${small}, beside ${numLarge} of ${least} or more`);
  }
}
