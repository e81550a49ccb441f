import { FinanceInputError } from "../errors.ts";
import type { FinanceResult } from "./finance-result.ts";

/** @throws FinanceInputError for an object without the parts of a finance result; `of` names the function. */
export function checkFinanceResult(of: string, given: unknown): void {
  let isResult = false;
  try {
    const { waterfall, cashFlow, periods } = given as Partial<FinanceResult>;
    isResult = Array.isArray(waterfall?.debts) && Array.isArray(cashFlow?.lines) && Array.isArray(periods);
  } catch {
    // Not an object of this package.
  }
  if (isResult) return;
  throw new FinanceInputError([
    { path: of, given: typeof given, wanted: "a result of financeSite", fix: "pass what financeSite returned" },
  ]);
}
