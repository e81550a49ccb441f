import { monthsOf } from "../periods.ts";
import type { LoanFrame } from "./loan-life.ts";

/**
 * Debt service of the months that follow period `t`, USD: the target of a debt service reserve account (DSRA). A part
 * of a period counts in proportion.
 */
export function upcomingService(serviceUsd: readonly number[], t: number, months: number, frame: LoanFrame): number {
  let left = months / monthsOf(frame.periods.every);
  let sum = 0;
  for (let s = t + 1; s < serviceUsd.length && left > 0; s++) {
    sum += Math.min(1, left) * serviceUsd[s];
    left -= 1;
  }
  return sum;
}
