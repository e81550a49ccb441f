/** Whether the values of a curve are numbers, in range, and of a size that the stated unit makes plausible. */
import { describeQuantity, implausible, isPlausibleSize, type Quantity } from "../assets/quantities.ts";
import { addFault, addRepeated, type Edge } from "./edge.ts";
import { numberAdvice } from "./faults.ts";
import { literal } from "./literal.ts";

const CORRECT = "correct the value or its sign";

/**
 * Checks every value for being a number in the quantity's range, and all of them for their magnitude. `placeAt` says where
 * below `path` a value stands, `timeAt` when it holds. What is no number is told as such and not compared.
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
    addRepeated(edge, path, values.length, (i) => isWrong(values[i]), (i) => [placeAt(i), literal(values[i]) + timeAt(i), wanted, fixOf(values[i])]);
  const isLow = (value: number) => !(aboveMin ? value > min : value >= min);
  check((value) => !Number.isFinite(value), numberAdvice);
  check((value) => Number.isFinite(value) && (isLow(value) || value > max), (value) => (isLow(value) ? CORRECT : tooLarge));
  const largest = values.reduce((size, value) => Math.max(size, Number.isFinite(value) ? Math.abs(value) : 0), 0);
  if (!isPlausibleSize(largest, quantity)) {
    const { wanted: plausible, fix } = implausible(quantity);
    addFault(edge, path, values.length === 1 ? String(values[0]) : `values of ${largest} at most in size`, plausible, fix);
  }
}
