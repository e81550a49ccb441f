import type { CurveInput } from "wattsplit";
import { instantOf, type PlanTime } from "./plan-time.ts";

interface Stamp {
  readonly startMs: number;
  readonly value: number;
  readonly endMs: number;
}

const MS_PER_MINUTE = 60_000;

/**
 * A curve of the input with one value per interval, as the planner takes it: stamped values hold until the next one, and
 * an interval has the mean of those in it. NaN where none holds. Undefined for any other value.
 */
export function curveValues(curve: CurveInput | undefined, time: PlanTime): Float64Array | undefined {
  if (typeof curve === "number") return new Float64Array(time.count).fill(curve);
  if (typeof curve !== "object" || curve === null) return undefined;
  const known = resolved.get(curve);
  if (known?.startMs === time.startMs && known.stepMs === time.stepMs && known.values?.length === time.count)
    return known.values;
  const values = resolve(curve, time);
  resolved.set(curve, { startMs: time.startMs, stepMs: time.stepMs, values });
  return values;
}

interface Resolved {
  readonly startMs: number;
  readonly stepMs: number;
  readonly values: Float64Array | undefined;
}

/** Curves are replaced and never changed, so each is resolved once; nobody writes into the values. */
const resolved = new WeakMap<object, Resolved>();

function resolve(curve: Exclude<CurveInput, number>, time: PlanTime): Float64Array | undefined {
  if (curve instanceof Float64Array || isNumbers(curve))
    return Float64Array.from({ length: time.count }, (_, t) => curve[t] ?? Number.NaN);
  const stamps = stampsOf(curve);
  return stamps && meanByInterval(stamps, time);
}

function isNumbers(curve: object): curve is readonly number[] {
  return Array.isArray(curve) && typeof curve[0] === "number";
}

function stampsOf(curve: object): Stamp[] | undefined {
  const { prices, values } = curve as { readonly prices?: unknown; readonly values?: unknown };
  const list = Array.isArray(curve) ? curve : (prices ?? values);
  if (!Array.isArray(list)) return undefined;
  const found = list as {
    readonly start: string;
    readonly minutes?: number;
    readonly value?: number;
    readonly perMwh?: number;
  }[];
  return found.map(({ start, minutes, value, perMwh }, k) => {
    const startMs = Date.parse(start);
    const nextMs = k + 1 < found.length ? Date.parse(found[k + 1].start) : Infinity;
    return {
      startMs,
      value: perMwh ?? value ?? Number.NaN,
      endMs: minutes === undefined ? nextMs : Math.min(nextMs, startMs + minutes * MS_PER_MINUTE),
    };
  });
}

function meanByInterval(stamps: readonly Stamp[], time: PlanTime): Float64Array {
  const means = new Float64Array(time.count).fill(Number.NaN);
  let k = 0;
  for (let t = 0; t < time.count; t++) {
    const [fromMs, toMs] = [instantOf(time, t), instantOf(time, t + 1)];
    while (k < stamps.length && stamps[k].endMs <= fromMs) k++;
    let [weighted, coveredMs] = [0, 0];
    for (let s = k; s < stamps.length && stamps[s].startMs < toMs; s++) {
      const ms = Math.min(toMs, stamps[s].endMs) - Math.max(fromMs, stamps[s].startMs);
      weighted += stamps[s].value * ms;
      coveredMs += ms;
    }
    if (coveredMs >= toMs - fromMs) means[t] = weighted / coveredMs;
  }
  return means;
}
