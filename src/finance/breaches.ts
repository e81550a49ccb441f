import { usdText } from "./usd-text.ts";
import type { LoanConditions } from "./loan-conditions.ts";
import type { LoanFrame } from "./debt/loan-life.ts";
import type { Waterfall } from "./waterfall.ts";

/**
 * - `lock-up`, `default`: DSCR below the covenant.
 * - `unpaid`: service is due and not paid.
 * - `reserve`: the debt service reserve account is below its target.
 * - `operating shortfall`: an operating loss that no account covers.
 * - `loan to value`: equipment is worth too little for its loan.
 */
export type BreachKind = "lock-up" | "default" | "unpaid" | "reserve" | "operating shortfall" | "loan to value";

export interface Breach {
  readonly period: string;
  readonly kind: BreachKind;
  /** What was measured, and what was asked for. */
  readonly value: number;
  readonly wanted: number;
  /** The breach in a sentence. */
  readonly detail: string;
}

/** Ratios and amounts this close to what is asked for are rounding: sculpted debt has exactly its target. */
const WITHIN = 1e-9;

/** Every breach, in the order of the periods. */
export function breachesOf(
  cash: Waterfall,
  conditions: LoanConditions,
  { labels, operationFrom }: LoanFrame,
): Breach[] {
  const breaches: Breach[] = [];
  for (const [t, period] of labels.entries()) {
    if (t < operationFrom) continue;
    const add = (kind: BreachKind, value: number, wanted: number, detail: string): void =>
      void breaches.push({ period, kind, value, wanted, detail: `${period}: ${detail}` });
    const dscr = cash.testedDscr[t];
    if (dscr !== undefined && dscr < conditions.defaultDscr * (1 - WITHIN)) {
      add("default", dscr, conditions.defaultDscr, `DSCR ${dscr.toFixed(2)} is below the default covenant`);
    } else if (dscr !== undefined && dscr < conditions.lockUpDscr * (1 - WITHIN)) {
      add("lock-up", dscr, conditions.lockUpDscr, `DSCR ${dscr.toFixed(2)} is below the lock-up covenant`);
    }
    const size = Math.max(1, cash.serviceDueUsd[t]);
    if (cash.unpaidUsd[t] > WITHIN * size)
      add("unpaid", cash.unpaidUsd[t], 0, `${usdText(cash.unpaidUsd[t])} of service unpaid`);
    const missing = cash.reserveTargetUsd[t] - cash.reserveAccountUsd[t];
    if (missing > WITHIN * Math.max(1, cash.reserveTargetUsd[t])) {
      const detail = `the reserve account lacks ${usdText(missing)}`;
      add("reserve", cash.reserveAccountUsd[t], cash.reserveTargetUsd[t], detail);
    }
    const loss = cash.operatingShortfallUsd[t];
    if (loss > 0) add("operating shortfall", loss, 0, `owners pay ${usdText(loss)} of an operating loss`);
  }
  return breaches;
}
