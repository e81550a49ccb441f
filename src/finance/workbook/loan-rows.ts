import type { LoanFrame } from "../debt/loan-life.ts";
import { monthsOf } from "../periods.ts";
import { plus, type SeriesRow, type Sheet } from "./sheet.ts";

/** A loan as planned. */
export interface LoanRows {
  readonly name: string;
  readonly rate: (t: number) => string;
  readonly opening: SeriesRow;
  readonly drawn: SeriesRow;
  readonly interest: SeriesRow;
  readonly principal: SeriesRow;
  readonly closing: SeriesRow;
  readonly service: SeriesRow;
  readonly fees: SeriesRow;
  /** Period in which the balance turns into shares; -1 for never. */
  readonly converts: number;
}

export interface LoanFormulas {
  readonly rate: (t: number) => string;
  readonly drawn: (t: number) => string;
  readonly fees: (t: number) => string;
  /** Principal of period `t`, from the addresses of the opening balance and the interest. */
  readonly principal: (t: number, opening: string, interest: string) => string;
  readonly converts: number;
}

/** Opening balance, interest, principal and closing balance of a loan, as `debt-schedule.ts` rolls them. */
export function addLoanRows(sheet: Sheet, name: string, formulas: LoanFormulas): LoanRows {
  const { row: closing, fill } = sheet.declareBalance(`${name}: closing balance`);
  const opening = sheet.addBalance(`${name}: opening balance`, (t) => closing.at(t - 1));
  const drawn = sheet.addUsd(`${name}: drawn at the end`, formulas.drawn);
  const interest = sheet.addUsd(`${name}: interest`, (t) => `${opening.at(t)}*${formulas.rate(t)}`);
  const principal = sheet.addUsd(`${name}: principal`, (t) => formulas.principal(t, opening.at(t), interest.at(t)));
  fill((t) => (t === formulas.converts ? "0" : `${opening.at(t)}+${drawn.at(t)}-${principal.at(t)}`));
  const service = sheet.addUsd(`${name}: service`, (t) => `${interest.at(t)}+${principal.at(t)}`);
  const fees = sheet.addUsd(`${name}: fees`, formulas.fees);
  return {
    name,
    rate: formulas.rate,
    opening,
    drawn,
    interest,
    principal,
    closing,
    service,
    fees,
    converts: formulas.converts,
  };
}

/** The formula of the service in the months after period `t`, as `reserve-target.ts` has it. */
export function upcoming(service: SeriesRow, t: number, months: number, { periods }: LoanFrame): string {
  const terms: string[] = [];
  for (let left = months / monthsOf(periods.every), s = t + 1; left > 0 && s < periods.count; left--, s++) {
    terms.push(left >= 1 ? service.at(s) : `${left}*${service.at(s)}`);
  }
  return plus(terms);
}
