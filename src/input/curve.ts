/**
 * A varying number on the plan's time axis: one number, one per interval, or stamped values become one value per interval.
 * Every fault is collected; nothing is padded, clamped, sorted or filled.
 */
import { describeQuantity, type Quantity } from "../assets/quantities.ts";
import { localStamp, type TimeGrid } from "../time/time-grid.ts";
import { addFault, type Edge } from "./edge.ts";
import { isRecord, literal } from "./literal.ts";
import { resolveStamped } from "./stamped-curve.ts";
import { checkValues } from "./value-check.ts";

/** The values per interval, or undefined after adding the curve's faults to the edge (or while the time axis is missing). */
export function resolveCurve(given: unknown, quantity: Quantity, path: string, edge: Edge): Float64Array | undefined {
  const before = edge.faults.length;
  let resolved: Float64Array | undefined;
  if (typeof given === "number") {
    checkValues([given], quantity, path, edge, () => path, () => "");
    if (edge.time !== undefined) resolved = new Float64Array(edge.time.count).fill(given);
  } else if (Array.isArray(given) && given.some(isRecord)) {
    resolved = resolveStamped(given, quantity, path, edge);
  } else if (Array.isArray(given) || given instanceof Float64Array) {
    resolved = resolveArray(given, quantity, path, edge);
  } else {
    const fix = given === null ? "give a value, or leave the field out where it is optional; null is not read as 0" : "see the three forms of a varying number";
    addFault(edge, path, literal(given), `${describeQuantity(quantity)}, an array of one per interval, or stamped values { start, value }`, fix);
  }
  return edge.faults.length === before ? resolved : undefined;
}

function resolveArray(given: readonly unknown[] | Float64Array, quantity: Quantity, path: string, edge: Edge): Float64Array | undefined {
  const before = edge.faults.length;
  const { time } = edge;
  if (time !== undefined && given.length !== time.count) {
    addFault(
      edge,
      path,
      `${given.length} value${given.length === 1 ? "" : "s"}`,
      `${time.count} values, one per interval of ${time.stepHours * 60} minutes`,
      lengthAdvice(given.length, time),
    );
  }
  const at = (i: number) => (time !== undefined && i < time.count ? ` (${localStamp(time, i)})` : "");
  checkValues(given, quantity, path, edge, (i) => `${path}[${i}]`, at);
  return time === undefined || edge.faults.length > before ? undefined : Float64Array.from(given as readonly number[]);
}

function lengthAdvice(length: number, time: TimeGrid): string {
  const shiftHours = (time.offsetMinutes[time.count] - time.offsetMinutes[0]) / 60;
  if (shiftHours !== 0 && (length - time.count) * time.stepHours === shiftHours) {
    return `the clock changes by ${Math.abs(shiftHours)} h in this plan, so its days are not all of 24 hours; give the hours that exist, once each`;
  }
  return "give one value per interval, give stamped values, or change horizon.count";
}
