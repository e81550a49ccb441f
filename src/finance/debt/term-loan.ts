/**
 * A term loan: drawn once or by a list of draws (delayed draw), interest only until its first repayment, then repaid by
 * level payments, level principal, a list of shares, or at once. On a list of draws a commitment fee is due on what is
 * not yet drawn:
 *
 *     fee_t = commitmentFee / periodsPerYear * (commitment - drawn before t),    until the last draw
 */
import type { Fields } from "../input/fields.ts";
import { MOST_USD, positiveUsd } from "../input/fields.ts";
import { levelPayment, rollDebt, type DebtSchedule } from "./debt-schedule.ts";
import { type LoanFrame, type LoanTerms, onceAt, ratesOf, readLoanTerms, readPeriod, readTenor } from "./loan-life.ts";

export type Repayment = "level-payment" | "level-principal" | "bullet";

export interface TermLoan extends LoanTerms {
  readonly kind: "term-loan";
  /** Amount, USD: drawn at the end of `drawnIn`. Give either it or `drawsUsd`. */
  readonly amountUsd?: number;
  /** Period of the draw by its label, e.g. `2027-Q1`. Default: the first period. */
  readonly drawnIn?: string;
  /** Delayed draw: USD drawn at the end of each period. */
  readonly drawsUsd?: readonly number[];
  /** Per year on what is committed and not drawn, as a share. Default 0. */
  readonly commitmentFeePerYear?: number;
  /** Period of the first repayment by its label. Default: the first period of operation. */
  readonly firstRepayment?: string;
  /** Number of periods of repayment. */
  readonly repaymentPeriods: number;
  /** Default `level-payment`. */
  readonly repayment?: Repayment;
  /** Shares of the amount repaid in each period of repayment, in place of `repayment`; their sum is 1. */
  readonly principalShares?: readonly number[];
}

const SHARES_SUM_WITHIN = 1e-9;

export function termLoanSchedule(fields: Fields, frame: LoanFrame): DebtSchedule {
  const terms = readLoanTerms(fields);
  const draws = readDraws(fields, frame);
  const first = readPeriod(fields, "firstRepayment", frame, frame.operationFrom);
  const tenor = readTenor(fields, "repaymentPeriods", first, frame);
  const commitmentFee = fields.number("commitmentFeePerYear", { least: 0, most: 0.2, unit: "per year" }, 0);
  const shares = fields.has("principalShares")
    ? fields.series("principalShares", tenor, { least: 0, most: 1 }, "one per period of repayment")
    : undefined;
  const repayment = fields.choice(
    "repayment",
    ["level-payment", "level-principal", "bullet"] as const,
    "level-payment",
  );
  fields.close();
  const sum = shares?.reduce((total, one) => total + one, 0) ?? 1;
  if (Math.abs(sum - 1) > SHARES_SUM_WITHIN)
    fields.fault("principalShares", "shares with the sum 1", `their sum is ${sum}`);
  const amountUsd = draws.reduce((total, one) => total + one, 0);
  const lastDraw = draws.findLastIndex((one) => one > 0);
  if (first <= lastDraw) {
    fields.fault(
      "firstRepayment",
      `a period after the last draw, ${frame.labels[lastDraw]}`,
      "repay after it is drawn",
    );
  }
  const rates = ratesOf(frame, terms.ratePerYear);
  let drawn = 0;
  const feesUsd = draws.map((draw, t) => {
    const commitment = t <= lastDraw && lastDraw > 0 ? (commitmentFee / frame.perYear) * (amountUsd - drawn) : 0;
    const upfront = t === draws.findIndex((one) => one > 0) ? terms.upfrontFee * amountUsd : 0;
    drawn += draw;
    return commitment + upfront;
  });
  const last = first + tenor - 1;
  const payment = amountUsd * levelPayment(rates[first], tenor);
  const principal = (t: number, balance: number, interest: number): number => {
    if (t < first || t > last) return 0;
    if (t === last) return balance;
    if (shares) return Math.min(balance, shares[t - first] * amountUsd);
    if (repayment === "bullet") return 0;
    return Math.min(balance, repayment === "level-principal" ? amountUsd / tenor : payment - interest);
  };
  const schedule = rollDebt({ name: terms.name, ratePerPeriod: rates, drawnUsd: draws, feesUsd, principal });
  return shares || repayment !== "level-payment" ? schedule : { ...schedule, levelPayments: { first, last } };
}

function readDraws(fields: Fields, frame: LoanFrame): number[] {
  const { count } = frame.periods;
  if (fields.has("drawsUsd")) {
    if (fields.has("amountUsd")) fields.fault("amountUsd", "either amountUsd or drawsUsd", "remove one of them");
    return fields.series("drawsUsd", count, positiveUsd);
  }
  const usd = fields.number("amountUsd", { above: 0, most: MOST_USD, unit: "USD" });
  return onceAt(readPeriod(fields, "drawnIn", frame, 0), usd, count);
}
