/**
 * Whether a credit is ever worth more kept than used. The utility uses it as soon as it can. A program that minimises
 * cost does the same only where what a credit saves does not rise from a month to later ones, or to what is paid for it
 * in the end: the rule would else be an either-or for every month and period.
 */
import type { Bill } from "../bill/bill.ts";
import type { MonthSpan } from "../demand/metered-demand.ts";

/** Prices this close, USD/MWh, are the same. */
const SAME_PRICE = 1e-9;

export class CreditWorth {
  readonly #bill: Bill;
  readonly #part: string;
  /** The least price of the months so far in which the period's credits could be used. */
  readonly #least = new Map<string, { readonly usdPerMwh: number; readonly label: string }>();

  constructor(bill: Bill, part: string) {
    this.#bill = bill;
    this.#part = part;
  }

  /** A month in which credits of the period may be used. */
  used(period: string, { label }: MonthSpan, usdPerMwh: number): void {
    this.#check(period, usdPerMwh, this.#part, `${usdPerMwh} USD/MWh of import in ${label}`, "plan the months apart");
    const least = this.#least.get(period);
    if (!least || usdPerMwh < least.usdPerMwh) this.#least.set(period, { usdPerMwh, label });
  }

  /** What is paid for credits left, or what they are worth. */
  paid(period: string, usdPerMwh: number, field: string): void {
    this.#check(period, usdPerMwh, `${this.#part}.${field}`, `${usdPerMwh}`, "lower it to that price");
  }

  /** Credits of the period end. */
  ended(period: string): void {
    this.#least.delete(period);
  }

  #check(period: string, usdPerMwh: number, path: string, given: string, fix: string): void {
    const least = this.#least.get(period);
    if (!least || usdPerMwh <= least.usdPerMwh + SAME_PRICE) return;
    this.#bill.site.fault(
      this.#bill.asset,
      path,
      given,
      `at most the price of import of "${period}" in ${least.label}, ${least.usdPerMwh} ` +
        "USD/MWh: a plan of least cost would save credits that the utility uses at once",
      fix,
    );
  }
}
