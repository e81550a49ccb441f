import type { Conflict, CurveInput, BindingLimit, PlanInput } from "wattsplit";
import type { PlanTime } from "./plan-time.ts";
import { setAt } from "./site-fields.ts";

/** A limit, the value that makes a plan possible, and the site with it. */
export interface Mend {
  readonly limit: BindingLimit & { readonly raiseTo: number };
  apply(site: PlanInput): PlanInput;
}

/** Mends of the conflicts that the planner has verified, each once. */
export function mendsOf(conflicts: readonly Conflict[], time: PlanTime): Mend[] {
  const found = new Map<string, Mend>();
  for (const { bindingLimits } of conflicts) {
    for (const limit of bindingLimits) {
      const { asset, limit: field, raiseTo } = limit;
      const key = JSON.stringify([asset, field]);
      if (raiseTo === undefined || found.has(key)) continue;
      const intervals = intervalsNaming(conflicts, asset, field, time);
      found.set(key, { limit: { ...limit, raiseTo }, apply: (site) => raised(site, asset, field, raiseTo, intervals) });
    }
  }
  return [...found.values()];
}

/** A field with one number per interval is raised in the intervals of all conflicts that name it. */
function intervalsNaming(conflicts: readonly Conflict[], asset: string, field: string, time: PlanTime): Set<number> {
  const intervals = new Set<number>();
  for (const { bindingLimits, interval, count = 1 } of conflicts) {
    if (!bindingLimits.some((limit) => limit.asset === asset && limit.limit === field)) continue;
    const [from, to] = interval === undefined ? [0, time.count] : [interval, interval + count];
    for (let t = from; t < to; t++) intervals.add(t);
  }
  return intervals;
}

function raised(
  site: PlanInput,
  asset: string,
  field: string,
  raiseTo: number,
  intervals: ReadonlySet<number>,
): PlanInput {
  const place = site.assets.findIndex(({ name }) => name === asset);
  if (place < 0) return site;
  const keys = [
    "assets",
    place,
    ...field.split(".").flatMap((part) => part.split(/[[\]]/u).filter(Boolean).map(keyOf)),
  ];
  const value = valueAt(site, keys);
  const next = Array.isArray(value)
    ? (value as readonly number[]).map((own, t) => (intervals.has(t) ? Math.max(own, raiseTo) : own))
    : raiseTo;
  return setAt(site, keys, next satisfies CurveInput);
}

const keyOf = (part: string): string | number => (/^\d+$/u.test(part) ? Number(part) : part);

function valueAt(site: PlanInput, keys: readonly (string | number)[]): unknown {
  let value: unknown = site;
  for (const key of keys) value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[key];
  return value;
}
