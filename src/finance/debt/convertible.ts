/**
 * Convertible notes. In a cash flow they are debt: a coupon, and the principal at maturity. Beside it stands what their
 * holders own: per 1,000 USD of notes q shares, worth q S at a share price S, so that they convert above 1000 / q. A
 * capped call bought with the issue returns to the company, per 1,000 USD,
 *
 *     q (min(S, cap) - strike)^+
 *
 * so that shares are diluted only above the cap.
 */
import { Fields, positiveUsd } from "../input/fields.ts";
import { rollDebt, type DebtSchedule } from "./debt-schedule.ts";
import { type LoanFrame, type LoanTerms, onceAt, ratesOf, readLoanTerms, readPeriod } from "./loan-life.ts";

export interface ConvertibleNotes extends LoanTerms {
  readonly kind: "convertible";
  /** Principal, USD. */
  readonly amountUsd: number;
  readonly issuedIn?: string;
  readonly maturesIn: string;
  /** Premium paid for the capped call at the issue, USD. Default 0. */
  readonly cappedCallPremiumUsd?: number;
  /**
   * What happens at maturity: `cash` repays the principal, `shares` converts it, without cash. Default `cash`: a lender
   * does not count on conversion.
   */
  readonly atMaturity?: "cash" | "shares";
}

export function convertibleSchedule(fields: Fields, frame: LoanFrame): DebtSchedule {
  const { count } = frame.periods;
  const terms = readLoanTerms(fields);
  const amountUsd = fields.number("amountUsd", positiveUsd);
  const issued = readPeriod(fields, "issuedIn", frame, 0);
  const matures = readPeriod(fields, "maturesIn", frame);
  if (matures <= issued) fields.fault("maturesIn", "a period after the issue", "write a later period");
  const premium = fields.number("cappedCallPremiumUsd", positiveUsd, 0);
  const atMaturity = fields.choice("atMaturity", ["cash", "shares"] as const, "cash");
  fields.close();
  return rollDebt({
    name: terms.name,
    ratePerPeriod: ratesOf(frame, terms.ratePerYear),
    drawnUsd: onceAt(issued, amountUsd, count),
    feesUsd: onceAt(issued, terms.upfrontFee * amountUsd + premium, count),
    principal: (t, balance) => (t === matures && atMaturity === "cash" ? balance : 0),
    ...(atMaturity === "shares" && { convertsIn: matures }),
  });
}

export interface ConversionInput {
  /** Principal of the notes, USD. */
  readonly amountUsd: number;
  /** Shares per 1,000 USD of notes. */
  readonly sharesPer1000: number;
  /** Share price, USD. */
  readonly sharePriceUsd: number;
  /** Cap price of the capped call, USD per share; its strike is the conversion price. Absent: no capped call. */
  readonly capPriceUsd?: number;
  /** Shares outstanding, for the dilution. */
  readonly sharesOutstanding?: number;
}

export interface Conversion {
  /** 1000 / sharesPer1000, USD per share. */
  readonly conversionPriceUsd: number;
  /** Value of the shares the notes convert to, USD. */
  readonly conversionValueUsd: number;
  /** Value to a holder at maturity: the greater of principal and conversion value, USD. */
  readonly holderValueUsd: number;
  readonly converts: boolean;
  /** What the capped call pays the company, USD. */
  readonly cappedCallUsd: number;
  /** The most it can pay: at or above the cap, USD. */
  readonly cappedCallMostUsd: number;
  /** What the notes cost the company beyond their principal, net of the capped call, USD. */
  readonly netCostUsd: number;
  /** New shares that remain after the capped call, as a share of those outstanding; absent without their number. */
  readonly netDilution?: number;
}

/**
 * What a convertible note is worth at a share price at maturity.
 *
 * @example
 * const note = { amountUsd: 1000, sharesPer1000: 73.3229, sharePriceUsd: 20.98, capPriceUsd: 20.98 };
 * conversion(note).cappedCallUsd; // 538.31
 *
 * @throws FinanceInputError if an argument is not valid, or if the cap lies below the conversion price.
 */
export function conversion(input: ConversionInput): Conversion {
  const fields = Fields.ofArgument("conversion", input);
  const principal = fields.number("amountUsd", positiveUsd);
  const ratio = fields.number("sharesPer1000", { above: 0, most: 1e6, unit: "shares per 1,000 USD" });
  const price = fields.number("sharePriceUsd", { least: 0, most: 1e6, unit: "USD" });
  const cap = fields.optionalNumber("capPriceUsd", { above: 0, most: 1e6, unit: "USD" });
  const outstanding = fields.optionalNumber("sharesOutstanding", { above: 0, most: 1e12 });
  fields.close();
  const strike = 1000 / ratio;
  if (cap !== undefined && cap < strike) {
    fields.fault("capPriceUsd", `a cap of at least the conversion price, ${strike}`, "check the ratio and the cap");
  }
  fields.faults.throwIfAny();
  const shares = (principal / 1000) * ratio;
  const conversionValueUsd = shares * price;
  const called = (at: number): number => (cap === undefined ? 0 : shares * Math.max(0, Math.min(at, cap) - strike));
  const netCostUsd = Math.max(0, conversionValueUsd - principal) - called(price);
  return {
    conversionPriceUsd: strike,
    conversionValueUsd,
    holderValueUsd: Math.max(principal, conversionValueUsd),
    converts: conversionValueUsd > principal,
    cappedCallUsd: called(price),
    cappedCallMostUsd: cap === undefined ? 0 : called(cap),
    netCostUsd,
    ...(outstanding !== undefined && { netDilution: price === 0 ? 0 : netCostUsd / price / outstanding }),
  };
}
