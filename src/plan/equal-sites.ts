import type { PlanOptions } from "./plan-options.ts";
import type { PlanRequest } from "./plan-request.ts";
import type { PlanResult } from "./plan-result.ts";
import { planSteps } from "./run-plan.ts";

/** Plans sites, and each of several equal sites once: B0 and B1 are equal if their import limits are. */
export type SitePlanner = (site: PlanRequest) => Generator<unknown, PlanResult>;

export function sitePlanner(options: PlanOptions): SitePlanner {
  const planned: { readonly site: PlanRequest; readonly result: PlanResult }[] = [];
  return function* (site) {
    const known = planned.find((other) => isEqual(other.site, site));
    if (known) return known.result;
    const result = yield* planSteps(site, options);
    planned.push({ site, result });
    return result;
  };
}

/** Whether two values have the same fields and entries. Functions are equal only if they are the same. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Float64Array && b instanceof Float64Array)
    return a.length === b.length && a.every((entry, k) => Object.is(entry, b[k]));
  if (a instanceof Map || a instanceof Set || a instanceof Date) return false;
  const fields = Object.entries(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every(([field, value]) => Object.hasOwn(b, field) && isEqual(value, (b as Record<string, unknown>)[field]))
  );
}
