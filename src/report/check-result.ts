import { PlanInputError } from "../errors.ts";

/** Throws PlanInputError for an object without the fields of a result; `of` names the function. */
export function checkResult(of: string, given: unknown, fields: readonly string[], wanted: string): void {
  let isResult = false;
  try {
    isResult =
      typeof given === "object" &&
      given !== null &&
      fields.some(
        (field) =>
          typeof (given as Record<string, unknown>)[field] === "object" ||
          typeof (given as Record<string, unknown>)[field] === "string",
      );
  } catch {
    // Not an object of this package.
  }
  if (isResult) return;
  const what =
    typeof given === "object" && given !== null
      ? "another object"
      : typeof given === "symbol"
        ? "a symbol"
        : String(given).slice(0, 60);
  throw new PlanInputError([{ path: of, given: what, wanted, fix: "pass what the planner returned" }]);
}
