/** Whether the values of a curve are numbers, in range, and of a size that the stated unit makes plausible. */
import { describeQuantity, implausible, isPlausibleSize, type Quantity } from "../assets/quantities.ts";
import { addFault, addRepeated, type Edge } from "./edge.ts";
import { literal } from "./literal.ts";

/** Checks every value for being a number in the quantity's range, and all of them for their magnitude. */
export function checkValues(
  values: readonly unknown[] | Float64Array,
  quantity: Quantity,
  path: string,
  edge: Edge,
  pathAt: (i: number) => string,
  timeAt: (i: number) => string,
): void {
  const { min = -Infinity, max = Infinity, aboveMin = false } = quantity;
  const wanted = describeQuantity(quantity);
  const noNumber: number[] = [];
  const tooSmall: number[] = [];
  const tooLarge: number[] = [];
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value !== "number" || !Number.isFinite(value)) noNumber.push(i);
    else {
      if (value < min || (aboveMin && value === min)) tooSmall.push(i);
      if (value > max) tooLarge.push(i);
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const tell = (fix: string) => (i: number) => addFault(edge, pathAt(i), literal(values[i]) + timeAt(i), wanted, fix);
  addRepeated(edge, path, noNumber, tell("give every entry a finite number; a missing value is not read as 0, and an absent limit is an absent field"));
  addRepeated(edge, path, tooSmall, tell("correct the value or its sign"));
  addRepeated(edge, path, tooLarge, tell(quantity.tooLarge ?? "correct the value"));
  if (noNumber.length === 0 && !isPlausibleSize(largest, quantity)) {
    const suspicion = implausible(quantity);
    addFault(edge, path, values.length === 1 ? String(values[0]) : `values of ${largest} at most in size`, suspicion.wanted, suspicion.fix);
  }
}
