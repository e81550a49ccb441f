/** A loan as it is truly paid: the rows of `debt-account.ts`. */
import { REPAID_WITHIN } from "../debt/debt-schedule.ts";
import type { LoanRows } from "./loan-rows.ts";
import type { SeriesRow, Sheet } from "./sheet.ts";

/** As a spreadsheet writes it. */
const REPAID = String(REPAID_WITHIN).toUpperCase();

export interface DueRows {
  readonly name: string;
  readonly opening: SeriesRow;
  readonly interest: SeriesRow;
  /** Interest and scheduled principal. */
  readonly service: SeriesRow;
  /** The same and arrears. */
  readonly due: SeriesRow;
  readonly closing: Declared;
  readonly arrears: Declared;
}

type Declared = ReturnType<Sheet["declareBalance"]>;

export interface AccountRows {
  readonly name: string;
  readonly opening: SeriesRow;
  readonly interest: SeriesRow;
  readonly paid: SeriesRow;
  readonly arrears: SeriesRow;
  /** Owed after the payment of the period, before its sweep and draw. */
  readonly afterPayment: SeriesRow;
  /** What is owed as a share of the schedule. */
  readonly outstanding: SeriesRow;
  readonly closing: SeriesRow;
  /** The balance after the sweep, before the draw of the period. */
  balanceBeforeDraw(t: number, swept: SeriesRow | undefined): string;
  /** Fills the closing balance. */
  close(swept: SeriesRow | undefined): void;
}

export function addAccountDue(sheet: Sheet, loan: LoanRows): DueRows {
  const closing = sheet.declareBalance(`${loan.name}: owed at the end`);
  const arrears = sheet.declareBalance(`${loan.name}: arrears at the end`);
  const opening = sheet.addBalance(`${loan.name}: owed at the start`, (t) => closing.row.at(t - 1));
  const interest = sheet.addUsd(`${loan.name}: interest`, (t) => `${opening.at(t)}*${loan.rate(t)}`);
  const principal = sheet.addUsd(`${loan.name}: scheduled principal`, (t) => {
    const planned = loan.opening.at(t);
    return `IF(${planned}>0,(${opening.at(t)}-${arrears.row.at(t - 1)})/${planned},0)*${loan.principal.at(t)}`;
  });
  const service = sheet.addUsd(`${loan.name}: service due`, (t) => `${interest.at(t)}+${principal.at(t)}`);
  const due = sheet.addUsd(`${loan.name}: service and arrears due`, (t) => `${service.at(t)}+${arrears.row.at(t - 1)}`);
  return { name: loan.name, opening, interest, service, due, closing, arrears };
}

export function addAccountPaid(
  sheet: Sheet,
  due: DueRows,
  loan: LoanRows,
  payment: (t: number) => string,
): AccountRows {
  const paid = sheet.addUsd(`${loan.name}: paid`, payment);
  due.arrears.fill((t) => `${due.due.at(t)}-${paid.at(t)}`);
  const afterPayment = sheet.addBalance(
    `${loan.name}: owed after payment`,
    (t) => `${due.opening.at(t)}+${due.interest.at(t)}-${paid.at(t)}`,
  );
  const outstanding = sheet.addRow(`${loan.name}: share of the schedule owed`, "share", (t) => {
    const planned = `(${loan.closing.at(t)}-${loan.drawn.at(t)})`;
    return {
      formula: `IF(${planned}>0,${afterPayment.at(t)}/${planned},IF(${loan.closing.at(t)}>0,1,0))`,
      format: "0.00%",
    };
  });
  const balanceBeforeDraw = (t: number, swept: SeriesRow | undefined): string =>
    `${afterPayment.at(t)}${swept ? `-${swept.at(t)}` : ""}`;
  return {
    name: loan.name,
    opening: due.opening,
    interest: due.interest,
    paid,
    arrears: due.arrears.row,
    afterPayment,
    outstanding,
    closing: due.closing.row,
    balanceBeforeDraw,
    close: (swept) =>
      due.closing.fill((t) => {
        const owed = balanceBeforeDraw(t, swept);
        const left = `IF(${owed}<=${REPAID}*MAX(${loan.closing.all}),0,${owed})`;
        return t === loan.converts ? loan.drawn.at(t) : `${left}+${loan.drawn.at(t)}`;
      }),
  };
}
