/**
 * Senior notes: a fixed coupon, amortisation by a list or a bullet, and what an early redemption costs.
 *
 * Make-whole price at a redemption before the first call date (the usual text of US indentures): the greater of par and
 *
 *     sum over the remaining coupons to the first call date of coupon_k / (1 + y/2)^(2 h_k)
 *       + first call price / (1 + y/2)^(2 h_call),      y = treasury rate + spread
 *
 * with h in years from the redemption, of the principal redeemed. From the first call date the call price applies.
 */
import { Fields, positiveUsd, share } from "../input/fields.ts";
import { rollDebt, type DebtSchedule } from "./debt-schedule.ts";
import { type LoanFrame, type LoanTerms, onceAt, ratesOf, readLoanTerms, readPeriod } from "./loan-life.ts";

export interface SeniorNotes extends LoanTerms {
  readonly kind: "notes";
  /** Principal, USD. */
  readonly amountUsd: number;
  /** Period at whose end they are issued, by its label. Default: the first period. */
  readonly issuedIn?: string;
  /** Period at whose end the rest is repaid, by its label. */
  readonly maturesIn: string;
  /** Principal paid before maturity as shares of the amount, one per period after the issue. Default: none. */
  readonly amortisation?: readonly number[];
}

export function notesSchedule(fields: Fields, frame: LoanFrame): DebtSchedule {
  const { count } = frame.periods;
  const terms = readLoanTerms(fields);
  const amountUsd = fields.number("amountUsd", positiveUsd);
  const issued = readPeriod(fields, "issuedIn", frame, 0);
  const matures = readPeriod(fields, "maturesIn", frame);
  if (matures <= issued) fields.fault("maturesIn", "a period after the issue", "write a later period");
  const parts = fields.has("amortisation")
    ? fields.series("amortisation", Math.max(1, matures - issued), share, "one per period from the issue to maturity")
    : [];
  if (parts.reduce((sum, part) => sum + part, 0) > 1)
    fields.fault("amortisation", "shares of at most 1 in sum", "lower them");
  fields.close();
  return rollDebt({
    name: terms.name,
    ratePerPeriod: ratesOf(frame, terms.ratePerYear),
    drawnUsd: onceAt(issued, amountUsd, count),
    feesUsd: onceAt(issued, terms.upfrontFee * amountUsd, count),
    principal: (t, balance) => {
      if (t === matures) return balance;
      return t > issued && t < matures ? Math.min(balance, (parts[t - issued - 1] ?? 0) * amountUsd) : 0;
    },
  });
}

export interface MakeWholeInput {
  /** Principal redeemed, USD. */
  readonly principalUsd: number;
  /** Coupon per year as a share. */
  readonly couponPerYear: number;
  /** Coupons per year. Default 2. */
  readonly couponsPerYear?: number;
  /** Years from the redemption to the first call date; 0 on or after it. */
  readonly yearsToFirstCall: number;
  /** Price at the first call date as a share of the principal, e.g. 1.03875. */
  readonly firstCallPrice: number;
  /** Yield of the treasury of like maturity, per year as a share. */
  readonly treasuryPerYear: number;
  /** Spread over it. Default 0.005. */
  readonly spreadPerYear?: number;
}

export interface MakeWhole {
  /** Price paid, USD, without accrued interest. */
  readonly priceUsd: number;
  /** What it costs above the principal, USD. */
  readonly premiumUsd: number;
  /** Coupon accrued since the last coupon date, USD, which is paid besides. */
  readonly accruedUsd: number;
}

/**
 * What it costs to redeem notes before their first call date. Coupon dates are counted back from the first call date.
 *
 * @throws FinanceInputError if an argument is not valid.
 */
export function makeWhole(input: MakeWholeInput): MakeWhole {
  const fields = Fields.ofArgument("makeWhole", input);
  const principal = fields.number("principalUsd", positiveUsd);
  const couponPerYear = fields.number("couponPerYear", share);
  const perYear = fields.number("couponsPerYear", { least: 1, most: 12, isWhole: true }, 2);
  const years = fields.number("yearsToFirstCall", { least: 0, most: 50 });
  const callPrice = fields.number("firstCallPrice", {
    least: 1,
    most: 2,
    unit: "share of the principal, at least par",
  });
  const yieldPerYear =
    fields.number("treasuryPerYear", { least: 0, most: 1 }) + fields.number("spreadPerYear", share, DEFAULT_SPREAD);
  fields.close();
  fields.faults.throwIfAny();
  if (years === 0) return { priceUsd: principal * callPrice, premiumUsd: principal * (callPrice - 1), accruedUsd: 0 };
  const factor = (h: number): number => (1 + yieldPerYear / 2) ** (-2 * h);
  const coupon = (principal * couponPerYear) / perYear;
  const numCoupons = Math.ceil(years * perYear);
  // The part of the current coupon that has accrued belongs to the accrued interest, not to the price.
  const accruedShare = numCoupons - years * perYear;
  let value = principal * callPrice * factor(years);
  for (let k = 0; k < numCoupons; k++) value += coupon * factor(years - k / perYear);
  value -= coupon * accruedShare;
  const priceUsd = Math.max(principal, value);
  return { priceUsd, premiumUsd: priceUsd - principal, accruedUsd: coupon * accruedShare };
}

/** Treasury plus 50 basis points: the usual text of high-yield indentures. */
const DEFAULT_SPREAD = 0.005;
