/**
 * Income tax, paid at the end of the last period of each tax year (calendar year) of the model:
 *
 *     income = EBITDA - depreciation - interest
 *     used   = min(losses carried forward, lossUseLimit * income)    if income > 0
 *     tax    = rate * (income - used)                                 if income > 0, otherwise 0
 *
 * The account runs forward beside the cash flow: interest is due on opening balances, so tax of a period is known
 * before its cash is distributed, and nothing is circular.
 *
 * The debt is sized on the tax that the site would pay without debt. That tax is at least the tax with interest
 * deducted, in every year: interest lowers income and raises the losses carried forward; tax rises with income and
 * falls with losses, and the losses that remain fall with income and rise with losses. So by induction over the years,
 * the DSCR after true tax is at least its target.
 */
import { type LoanFrame } from "./debt/loan-life.ts";
import { type DepreciatedAsset, type DepreciationSchedule, readDepreciation } from "./depreciation.ts";
import type { Fields } from "./input/fields.ts";
import { positiveUsd, share } from "./input/fields.ts";
import { calendarYearOf } from "./periods.ts";

export interface TaxInput {
  /** Income tax as a share, federal and state together. */
  readonly rate: number;
  readonly assets?: readonly DepreciatedAsset[];
  /** Whether losses are carried forward. Default true. */
  readonly lossCarryForward?: boolean;
  /** Greatest share of a year's income that losses may offset. Default 0.8: US federal law for losses since 2018. */
  readonly lossUseLimit?: number;
  /** Losses from years before the model, USD. Default 0. */
  readonly openingLossesUsd?: number;
}

export interface TaxRules {
  readonly rate: number;
  readonly assets: readonly DepreciationSchedule[];
  /** Of all assets in each period. */
  readonly depreciationUsd: readonly number[];
  readonly lossCarryForward: boolean;
  readonly lossUseLimit: number;
  readonly openingLossesUsd: number;
  /** Whether tax is due at the end of the period. */
  readonly isYearEnd: readonly boolean[];
}

export function readTax(fields: Fields | undefined, frame: LoanFrame): TaxRules {
  const { periods } = frame;
  const isYearEnd = Array.from(
    { length: periods.count },
    (_, t) => t === periods.count - 1 || calendarYearOf(periods, t) !== calendarYearOf(periods, t + 1),
  );
  const depreciationUsd = new Array<number>(periods.count).fill(0);
  if (!fields) {
    return {
      rate: 0,
      assets: [],
      depreciationUsd,
      lossCarryForward: true,
      lossUseLimit: 1,
      openingLossesUsd: 0,
      isYearEnd,
    };
  }
  const assets = fields.objects("assets").map((asset) => readDepreciation(asset, frame));
  for (const { basisUsd, shareByPeriod } of assets) {
    for (const [t, part] of shareByPeriod.entries()) depreciationUsd[t] += basisUsd * part;
  }
  const rules = {
    rate: fields.number("rate", { least: 0, below: 1, unit: "share of income" }),
    assets,
    depreciationUsd,
    lossCarryForward: fields.flag("lossCarryForward", true),
    lossUseLimit: fields.number("lossUseLimit", share, 0.8),
    openingLossesUsd: fields.number("openingLossesUsd", positiveUsd, 0),
    isYearEnd,
  };
  fields.close();
  return rules;
}

/** Runs over the periods in their order. */
export class TaxAccount {
  readonly #rules: TaxRules;
  #incomeUsd = 0;
  #lossesUsd: number;

  constructor(rules: TaxRules) {
    this.#rules = rules;
    this.#lossesUsd = rules.lossCarryForward ? rules.openingLossesUsd : 0;
  }

  /** Losses carried forward after the last period, USD. */
  get lossesUsd(): number {
    return this.#lossesUsd;
  }

  /** Tax paid at the end of period `t`, USD. */
  pay(t: number, ebitdaUsd: number, interestUsd: number): number {
    const { rate, depreciationUsd, isYearEnd, lossUseLimit, lossCarryForward } = this.#rules;
    this.#incomeUsd += ebitdaUsd - depreciationUsd[t] - interestUsd;
    if (!isYearEnd[t]) return 0;
    const income = this.#incomeUsd;
    this.#incomeUsd = 0;
    if (income <= 0) {
      if (lossCarryForward) this.#lossesUsd -= income;
      return 0;
    }
    const used = Math.min(this.#lossesUsd, lossUseLimit * income);
    this.#lossesUsd -= used;
    return rate * (income - used);
  }
}

/** Tax of every period without debt, USD. */
export function unleveredTax(rules: TaxRules, ebitdaUsd: readonly number[]): number[] {
  const account = new TaxAccount(rules);
  return ebitdaUsd.map((ebitda, t) => account.pay(t, ebitda, 0));
}
