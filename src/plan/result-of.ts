/**
 * Results as the planner gives them out: with the version of their shape, and with a `toJSON` that makes
 * `JSON.stringify` lossless. `toJSON` is not enumerable, so a result is cloned to a worker, spread and compared as
 * plain data.
 */
import type { PlanResult, ResultData } from "./plan-result.ts";

const VERSION = 1;

export function resultOf(data: ResultData): PlanResult {
  const result = { version: VERSION, ...data } as PlanResult;
  withToJson(result);
  if (result.status === "branching-limit" && result.incumbent) withToJson(result.incumbent);
  return result;
}

/** The same object, which `JSON.stringify` writes without loss. */
export function withToJson<Result extends object>(result: Result): Result {
  return Object.defineProperty(result, "toJSON", { value: () => jsonOf({ ...result }) });
}

/** Plain arrays in place of `Float64Array`s, and texts for the numbers that JSON lacks. */
function jsonOf(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Float64Array || Array.isArray(value)) return Array.from(value as readonly unknown[], jsonOf);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonOf(item)]));
}
