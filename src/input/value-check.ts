/** Whether the values of a curve are numbers, in range, and of a size that the stated unit makes plausible. */
import { describeQuantity, implausible, isPlausibleSize, type Quantity } from "../assets/quantities.ts";
import { addFault, addRepeated, type Edge } from "./edge.ts";
import { literal } from "./literal.ts";

/**
 * Checks every value for being a number in the quantity's range, and all of them for their magnitude. `placeAt` says where
 * below `path` a value stands, `timeAt` when it holds.
 */
export function checkValues(
  given: readonly unknown[] | Float64Array,
  quantity: Quantity,
  path: string,
  edge: Edge,
  placeAt: (i: number) => string,
  timeAt: (i: number) => string,
): void {
  const values: readonly unknown[] = [...given];
  const { min = 0, max = Infinity, aboveMin, tooLarge = "correct the value" } = quantity;
  const wanted = describeQuantity(quantity);
  const check = (isWrong: (value: unknown) => boolean, fixOf: (value: unknown) => string) =>
    addRepeated(edge, path, values.length, (i) => isWrong(values[i]), (i) => [placeAt(i), literal(values[i]) + timeAt(i), wanted, fixOf(values[i])]);
  const isNumber = (value: unknown): value is number => Number.isFinite(value);
  const isLow = (value: number) => !(aboveMin ? value > min : value >= min);
  check((value) => !isNumber(value), () => "give every entry a finite number; null is not read as 0, and where there is no limit, leave the field out");
  check((value) => isNumber(value) && (isLow(value) || value > max), (value) => (isLow(value as number) ? "correct the value or its sign" : tooLarge));
  const largest = values.every(isNumber) ? values.reduce((size, value) => Math.max(size, Math.abs(value)), 0) : 0;
  if (!isPlausibleSize(largest, quantity)) {
    const suspicion = implausible(quantity);
    addFault(edge, path, values.length === 1 ? String(values[0]) : `values of ${largest} at most in size`, suspicion.wanted, suspicion.fix);
  }
}
