/** Checks that the values of a curve are numbers, in range, and of a plausible size for the stated unit. */
import { describeQuantity, inUnit, type Quantity } from "../assets/fields/quantities.ts";
import { addFaultsOfOneKind, addSuspicion, type ParseContext } from "./parse-context.ts";
import { numberFix } from "./faults.ts";
import { literal } from "./literal.ts";

const CORRECT = "correct the value or its sign";

/**
 * Checks that every value is a number in the quantity's range, then the magnitude of all. `placeAt` gives the place of
 * a value below `path`, `timeAt` its time. A value that is not a number is reported as such and not compared.
 */
export function checkValues(
  given: readonly unknown[] | Float64Array,
  quantity: Quantity,
  path: string,
  context: ParseContext,
  placeAt: (i: number) => string,
  timeAt: (i: number) => string,
): void {
  const values = given as readonly number[];
  const { min = 0, max = Infinity, aboveMin, tooLarge = CORRECT } = quantity;
  const wanted = describeQuantity(quantity);
  const check = (isWrong: (value: number) => boolean, fixOf: (value: number) => string) =>
    addFaultsOfOneKind(
      context,
      path,
      values.length,
      (i) => isWrong(values[i]),
      (i) => [placeAt(i), literal(values[i]) + timeAt(i), wanted, fixOf(values[i])],
    );
  const isLow = (value: number) => !(aboveMin ? value > min : value >= min);
  check((value) => !Number.isFinite(value), numberFix);
  check(
    (value) => Number.isFinite(value) && (isLow(value) || value > max),
    (value) => (isLow(value) ? CORRECT : tooLarge),
  );
  checkSizes(values, quantity, path, context);
}

/**
 * A part of a series is suspect if it has at least eight values, at least a tenth of the nonzero ones, and all other
 * values are at least 15 times as large. Among 8,488 days, weeks and months of ERCOT, CAISO and French prices this
 * refuses one.
 */
const MIN_SLIPPED = 8;
const MIN_SHARE = 0.1;
const MIN_GAP = 15;

/** Suspects values that stand for one thing of a mistaken unit: one fault, that names how many they are. */
export function checkSizes(
  values: readonly number[],
  { unit, suspectIfAllBelow = 0, suspect = "" }: Quantity,
  path: string,
  context: ParseContext,
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
    addSuspicion(context, path, given, `a plausible size${inUnit("in", unit)}`, suspect);
  const small = numSmall === 1 ? `one value of ${most} in size` : `${numSmall} values of ${most} at most in size`;
  if (numLarge === 0) suspicion(values.length === 1 ? `${values[0]}` : small);
  else if (numSmall >= MIN_SLIPPED && numSmall >= MIN_SHARE * (numSmall + numLarge) && MIN_GAP * most <= least) {
    suspicion(`${small}, beside ${numLarge} of ${least} or more`);
  }
}
