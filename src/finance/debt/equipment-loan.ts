/**
 * A loan on rigs or GPUs: an advance on their cost, repaid by level payments within a few years, secured by what they
 * would sell for. That value falls by a stated share a year, so the loan-to-value covenant is tested in every period:
 *
 *     value_t = cost * (1 - declinePerYear)^(years since delivery)
 *     loan to value_t = balance_t / value_t
 */
import type { Fields } from "../input/fields.ts";
import { MOST_USD } from "../input/fields.ts";
import { levelPayment, rollDebt, type DebtSchedule } from "./debt-schedule.ts";
import { type LoanFrame, type LoanTerms, onceAt, ratesOf, readLoanTerms, readPeriod, readTenor } from "./loan-life.ts";

export interface EquipmentLoan extends LoanTerms {
  readonly kind: "equipment-loan";
  /** Cost of the rigs or GPUs, USD. */
  readonly equipmentUsd: number;
  /** Loan as a share of the cost, at most 1. */
  readonly advanceRate: number;
  /** Period at whose end they are delivered and paid, by its label. Default: the first period. */
  readonly deliveredIn?: string;
  /** Number of level payments, from the period after delivery. */
  readonly repaymentPeriods: number;
  /** Share of its value that the equipment loses in a year. */
  readonly declinePerYear: number;
  /** Greatest loan to value. Default: not tested. */
  readonly loanToValueMost?: number;
}

export interface EquipmentSchedule extends DebtSchedule {
  /** Loan to value at the end of each period; undefined before delivery. */
  readonly loanToValue: readonly (number | undefined)[];
  /** The covenant; absent if it is not tested. */
  readonly loanToValueMost?: number;
  /** Indices of the periods at whose end it exceeds the covenant. */
  readonly loanToValueBreaches: readonly number[];
}

/** Ratios this little above the covenant are rounding. */
const RATIO_WITHIN = 1e-9;

export function equipmentSchedule(fields: Fields, frame: LoanFrame): EquipmentSchedule {
  const { count } = frame.periods;
  const terms = readLoanTerms(fields);
  const cost = fields.number("equipmentUsd", { above: 0, most: MOST_USD, unit: "USD" });
  const advance = fields.number("advanceRate", { above: 0, most: 1, unit: "share of the cost" });
  const delivered = readPeriod(fields, "deliveredIn", frame, 0);
  const tenor = readTenor(fields, "repaymentPeriods", delivered + 1, frame);
  const decline = fields.number("declinePerYear", { least: 0, below: 1, unit: "share per year" });
  const most = fields.optionalNumber("loanToValueMost", { above: 0, most: 10 });
  fields.close();
  const amountUsd = advance * cost;
  const rates = ratesOf(frame, terms.ratePerYear);
  const payment = amountUsd * levelPayment(rates[0], Math.max(1, tenor));
  const last = delivered + tenor;
  const schedule = rollDebt({
    name: terms.name,
    ratePerPeriod: rates,
    drawnUsd: onceAt(delivered, amountUsd, count),
    feesUsd: onceAt(delivered, terms.upfrontFee * amountUsd, count),
    principal: (t, balance, interest) =>
      t <= delivered || t > last ? 0 : t === last ? balance : Math.min(balance, payment - interest),
  });
  const loanToValue = schedule.closingUsd.map((balance, t) =>
    t < delivered ? undefined : balance / (cost * (1 - decline) ** ((t - delivered) / frame.perYear)),
  );
  return {
    ...schedule,
    levelPayments: { first: delivered + 1, last },
    loanToValue,
    ...(most !== undefined && { loanToValueMost: most }),
    loanToValueBreaches: loanToValue.flatMap((ratio, t) =>
      ratio !== undefined && ratio > (most ?? Infinity) * (1 + RATIO_WITHIN) ? [t] : [],
    ),
  };
}
