/**
 * What is believed of the uncertain curves at one time: the true values as far as they are known, then the forecast. A
 * forecast is checked as the curve itself would be in an input: length, sign, finite numbers.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { parseSection } from "../input/parse-section.ts";
import type { ParseContext } from "../input/parse-context.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { TimeGrid } from "../time/time-grid.ts";
import { ForecastErrors } from "./forecast-errors.ts";
import { knownUntil } from "./known-until.ts";
import type { UncertainCurve } from "./replay-options.ts";

/** A field of a schema by its name, where the schema is that of an object. */
type FieldSchemas = Readonly<Record<string, Parameters<typeof parseSection>[0]>> | undefined;

interface Curve {
  readonly given: UncertainCurve;
  /** Its place in messages, e.g. `uncertain[0].forecast (grid.importPriceUsdPerMwh)`. */
  readonly path: string;
  readonly actual: Float64Array;
  readonly history: Float64Array;
  readonly errors: ForecastErrors;
}

/** The uncertain curves of a span, and how wrong their forecasts were. */
export class UncertainCurves {
  readonly #curves: readonly Curve[];
  readonly #time: TimeGrid;

  /** @throws PlanInputError for a curve that the request does not have. */
  constructor(request: PlanRequest, uncertain: readonly UncertainCurve[], horizonIntervals: number) {
    this.#time = request.time;
    const faults: PlanInputFault[] = [];
    this.#curves = uncertain.flatMap((given, i) => {
      const path = `uncertain[${i}]`;
      const actual = actualOf(request, given, path, faults);
      if (!actual) return [];
      const history = Float64Array.from(given.history ?? []);
      const name = nameOf(given);
      return { given, path: `${path} (${name})`, actual, history, errors: new ForecastErrors(name, horizonIntervals) };
    });
    if (faults.length > 0) throw new PlanInputError(faults);
  }

  get errors(): readonly ForecastErrors[] {
    return this.#curves.map(({ errors }) => errors);
  }

  /** What is believed at the start of interval `from` of the intervals before `to`. */
  believedAt(from: number, to: number): BelievedCurves {
    const time = this.#time;
    const values = new Map<UncertainCurve["curve"], { readonly path: string; readonly values: Float64Array }>();
    for (const { given, path, actual, history, errors } of this.#curves) {
      const until = Math.min(to, knownUntil(time, from, given.known));
      const curve = actual.slice(from, to);
      if (until < to) {
        const known = new Float64Array(history.length + until);
        known.set(history);
        known.set(actual.subarray(0, until), history.length);
        const count = to - until;
        const forecast = given.forecast({ known, count, stepHours: time.stepHours, from: until });
        for (let k = 0; k < count; k++) curve[until - from + k] = checkedValue(forecast, k, count, path);
        errors.add(from, until, to, curve, actual);
      }
      values.set(given.curve, { path, values: curve });
    }
    return new BelievedCurves(values);
  }
}

/** The believed values of one window. */
export class BelievedCurves {
  readonly #values: ReadonlyMap<UncertainCurve["curve"], { readonly path: string; readonly values: Float64Array }>;

  constructor(values: ReadonlyMap<UncertainCurve["curve"], { readonly path: string; readonly values: Float64Array }>) {
    this.#values = values;
  }

  /** The spec with the believed values in place of the true ones. @throws PlanInputError for a faulty forecast. */
  intoSpec(asset: PlannedAsset, spec: unknown, time: TimeGrid): unknown {
    let believed = spec;
    for (const [curve, { path, values }] of this.#values) {
      if (curve === "hashpriceUsdPerPhDay" || curve.asset !== asset.name) continue;
      // The input has been asked about units already; a small forecast does not ask again.
      const context: ParseContext = { faults: [], notices: [], time, timeZone: time.timeZone, unitsAsStated: [path] };
      const field = (kindOf(asset).schema as { readonly shape?: FieldSchemas }).shape?.[curve.field];
      if (field) parseSection(field, values, path, context);
      if (context.faults.length > 0) throw new PlanInputError(context.faults);
      believed = { ...(believed as object), [curve.field]: values };
    }
    return believed;
  }

  hashprice(actual: Float64Array): Float64Array {
    return this.#values.get("hashpriceUsdPerPhDay")?.values ?? actual;
  }
}

/** The curves, with the first `count` intervals of the span after their histories. @throws PlanInputError */
export function withHistory(
  request: PlanRequest,
  uncertain: readonly UncertainCurve[],
  count: number,
): readonly UncertainCurve[] {
  if (count === 0) return uncertain;
  const faults: PlanInputFault[] = [];
  const longer = uncertain.map((given, i) => {
    const actual = actualOf(request, given, `uncertain[${i}]`, faults);
    return { ...given, history: [...Array.from(given.history ?? []), ...(actual ?? []).slice(0, count)] };
  });
  if (faults.length > 0) throw new PlanInputError(faults);
  return longer;
}

function nameOf({ curve }: UncertainCurve): string {
  return curve === "hashpriceUsdPerPhDay" ? curve : `${curve.asset}.${curve.field}`;
}

function actualOf(
  request: PlanRequest,
  { curve }: UncertainCurve,
  path: string,
  faults: PlanInputFault[],
): Float64Array | undefined {
  const refuse = (given: string, wanted: string): undefined => {
    faults.push({ path: `${path}.curve`, given, wanted, fix: "name a curve of this input, or remove it" });
  };
  if (curve === "hashpriceUsdPerPhDay")
    return request.hashpriceUsdPerPhDay ?? refuse(JSON.stringify(curve), "a curve of an input with `bitcoin`");
  const asset = request.assets.find(({ name }) => name === curve.asset);
  if (!asset) return refuse(JSON.stringify(curve.asset), `one of ${request.assets.map(({ name }) => name).join(", ")}`);
  const spec = asset.spec as Readonly<Record<string, unknown>>;
  const field = Object.hasOwn(spec, curve.field) ? spec[curve.field] : undefined;
  if (field instanceof Float64Array) return field;
  const curves = Object.keys(spec).filter((key) => spec[key] instanceof Float64Array);
  return refuse(JSON.stringify(curve.field), `a curve of ${curve.asset}: ${curves.join(", ") || "it has none"}`);
}

function checkedValue(forecast: ArrayLike<number>, k: number, count: number, path: string): number {
  const value = forecast[k];
  if (forecast.length === count && Number.isFinite(value)) return value;
  throw new PlanInputError([
    {
      path: `${path}.forecast`,
      given: forecast.length === count ? `${value} at [${k}]` : `${forecast.length} values`,
      wanted: forecast.length === count ? "a finite number" : `${count} values`,
      fix: "correct the forecast",
    },
  ]);
}
