import { instantMs } from "./assets/fields/fields.ts";
import { checkedRequestSteps } from "./checked-request.ts";
import { PlanInputError, type PlanInputFault } from "./errors.ts";
import { isRecord, literal } from "./input/literal.ts";
import type { PlanInput } from "./plan-input/index.ts";
import type { PlanChanges } from "./plan-changes.ts";
import { drain } from "./solvers/budget/drain.ts";
import { MS_PER_HOUR } from "./time/time-grid.ts";
import { analogueDays } from "./uncertainty/analogue-days.ts";
import type { Scenario } from "./uncertainty/scenario.ts";

/** The past of one curve of the input. */
export interface CurveHistory {
  /** A field of an asset with one value per interval, or the hashprice of `bitcoin`. */
  readonly curve: "hashpriceUsdPerPhDay" | { readonly asset: string; readonly field: string };
  /** Start of the first value, ISO-8601 with offset. */
  readonly start: string;
  /** One value for each interval of the plan's length, in the unit of the field. */
  readonly values: ArrayLike<number>;
}

/** Which days of the past count as analogues. */
export interface AnalogueOptions {
  /** The curves that the past is taken of; the days used are those that all of them have. */
  readonly history: readonly CurveHistory[];
  /** Only days of the plan's day of the week. Default false. */
  readonly sameWeekday?: boolean;
  /** Only days within so many days of the plan's time of the year. Default: all. */
  readonly withinDays?: number;
}

/**
 * Scenarios from the past of the site's own curves: every day at whose local time the plan could have begun, with the
 * values of all curves from then on, all equally probable. `reduceScenarios` makes fewer of them.
 *
 * @throws PlanInputError for a faulty input or history, or if no day of the past fits.
 */
export function analogueScenarios(input: PlanInput, options: AnalogueOptions): Scenario[] {
  const { time } = drain(checkedRequestSteps(input));
  const stepMs = time.stepHours * MS_PER_HOUR;
  const { history, sameWeekday = false, withinDays = Infinity } = checkOptions(options);
  const starts = history.map(({ start }) => instantMs(start));
  const startMs = Math.max(...starts);
  const count = Math.min(...history.map(({ values }, i) => Math.floor((starts[i] - startMs) / stepMs) + values.length));
  for (const [i, ms] of starts.entries())
    if ((startMs - ms) % stepMs !== 0)
      refuse(`options.history[${i}].start`, history[i].start, "a whole number of intervals from the other histories");
  const days = count < time.count ? [] : analogueDays(time, startMs, count, { sameWeekday, withinDays });
  if (days.length === 0)
    refuse(
      "options.history",
      `${Math.max(0, count)} common intervals`,
      `a day of the past with ${time.count} intervals that fits the plan's time of day, weekday and season`,
    );
  return days.map(({ from, name }): Scenario => {
    const assets: Record<string, Record<string, unknown>> = {};
    const changes: Record<string, unknown> = {};
    for (const [i, { curve, values }] of history.entries()) {
      const first = from + (startMs - starts[i]) / stepMs;
      const cut = Array.from({ length: time.count }, (_, t) => values[first + t]);
      if (curve === "hashpriceUsdPerPhDay") changes.bitcoin = { hashpriceUsdPerPhDay: cut };
      else assets[curve.asset] = { ...assets[curve.asset], [curve.field]: cut };
    }
    return { name, probability: 1 / days.length, changes: { ...changes, assets } as PlanChanges };
  });
}

function checkOptions(given: AnalogueOptions): AnalogueOptions {
  if (!isRecord(given)) refuse("options", literal(given), "{ history }");
  const { history, withinDays } = given;
  if (!Array.isArray(history) || history.length === 0)
    refuse("options.history", literal(history), "a list with the past of at least one curve");
  if (withinDays !== undefined && !(typeof withinDays === "number" && withinDays >= 0))
    refuse("options.withinDays", literal(withinDays), "a number of days from 0 up");
  const faults: PlanInputFault[] = [];
  for (const [i, one] of (history as readonly (Partial<CurveHistory> | undefined)[]).entries()) {
    const path = `options.history[${i}]`;
    const add = (field: string, was: unknown, wanted: string) =>
      faults.push({ path: `${path}.${field}`, given: literal(was), wanted, fix: "correct it" });
    const { curve, start, values } = one ?? {};
    const isNamed = isRecord(curve) && typeof curve.asset === "string" && typeof curve.field === "string";
    if (!isNamed && curve !== "hashpriceUsdPerPhDay")
      add("curve", curve, '{ asset, field }, or "hashpriceUsdPerPhDay"');
    if (typeof start !== "string" || Number.isNaN(instantMs(start))) add("start", start, "an instant with offset");
    const wrong = values ? Array.from(values).findIndex((value) => !Number.isFinite(value)) : -1;
    if (typeof values !== "object" || values === null) add("values", values, "a list of numbers");
    else if (wrong >= 0) add(`values[${wrong}]`, values[wrong], "a finite number");
  }
  if (faults.length > 0) throw new PlanInputError(faults);
  return given;
}

function refuse(path: string, given: string, wanted: string): never {
  throw new PlanInputError([{ path, given, wanted, fix: "correct it" }]);
}
