import { PlanInputError } from "../errors.ts";

/** Refuses what has none of the fields that a result has; `of` names the function. @throws PlanInputError */
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
    // Not an object of ours.
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
