/**
 * A varying number on the plan's time axis. One number, one per interval, stamped values, or the whole result of a file
 * reader (`file-curve.ts`) become one value per interval. Every fault is collected; values are never padded, clamped,
 * sorted or filled.
 */
import { describeQuantity, type Quantity } from "../assets/fields/quantities.ts";
import { localStamp, type TimeGrid } from "../time/time-grid.ts";
import { addFault, faultWatch, type ParseContext } from "./parse-context.ts";
import { isFileCurve, resolveFileCurve } from "./file-curve.ts";
import { numberFix } from "./faults.ts";
import { isRecord, literal } from "./literal.ts";
import { resolveStamped } from "./stamped-curve.ts";
import { checkValues } from "./value-check.ts";

/**
 * The values per interval, or undefined after adding the curve's faults to the context. Without a time axis the values
 * are returned as given: checks across fields can then run, although no plan can be made.
 */
export function resolveCurve(
  given: unknown,
  quantity: Quantity,
  path: string,
  context: ParseContext,
): Float64Array | undefined {
  const isSound = faultWatch(context);
  const { time } = context;
  let resolved: Float64Array | undefined;
  if (typeof given === "number") {
    checkValues(
      [given],
      quantity,
      path,
      context,
      () => "",
      () => "",
    );
    resolved = new Float64Array(time?.count ?? 1).fill(given);
  } else if (Array.isArray(given) && given.some(isRecord)) {
    resolved = resolveStamped(given, quantity, path, context);
  } else if (isFileCurve(given)) {
    resolved = resolveFileCurve(given, quantity, path, context);
  } else if (Array.isArray(given) || given instanceof Float64Array) {
    if (time && given.length !== time.count) {
      const num = `${given.length} value${given.length === 1 ? "" : "s"}`;
      addFault(
        context,
        path,
        num,
        `${time.count} values, one per interval of ${time.stepHours * 60} minutes`,
        lengthAdvice(given.length, time),
      );
    }
    checkValues(
      given,
      quantity,
      path,
      context,
      (i) => `[${i}]`,
      (i) => (time && i < time.count ? ` (${localStamp(time, i)})` : ""),
    );
    if (isSound()) resolved = Float64Array.from(given as readonly number[]);
  } else {
    const wanted = `${describeQuantity(quantity)}, an array of one per interval, or stamped values { start, value }`;
    addFault(context, path, literal(given), wanted, numberFix(given));
  }
  return isSound() ? resolved : undefined;
}

function lengthAdvice(length: number, time: TimeGrid): string {
  const shiftHours = (time.offsetMinutes[time.count] - time.offsetMinutes[0]) / 60;
  if (shiftHours !== 0 && (length - time.count) * time.stepHours === shiftHours) {
    return (
      `the clock changes by ${Math.abs(shiftHours)} h in this plan, so not every day has 24 hours; give each ` +
      "hour that exists once"
    );
  }
  return "give one value per interval, stamped values, or change horizon.count";
}
