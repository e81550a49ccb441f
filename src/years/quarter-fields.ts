import type { Fields } from "../finance/input/fields.ts";
import { monthNumber, readMonth } from "../finance/periods.ts";

/** Reads months as quarters of a plan. */
export class QuarterFields {
  readonly firstMonth: number;
  readonly count: number;

  /** `firstMonth`: months since January of year 0. */
  constructor(firstMonth: number, count: number) {
    this.firstMonth = firstMonth;
    this.count = count;
  }

  /** Months from the start of the plan; `fallback` where the field is absent. */
  months(fields: Fields, key: string, fallback: number): number {
    return fields.has(key) ? monthNumber(readMonth(fields, key)) - this.firstMonth : fallback;
  }

  /** The quarter that contains the month, below 0 or at least `count` where that is outside the plan. */
  quarter(fields: Fields, key: string, fallback: number): number {
    return fields.has(key) ? Math.floor(this.months(fields, key, 0) / 3) : fallback;
  }
}
