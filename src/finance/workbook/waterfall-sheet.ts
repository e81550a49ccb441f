import type { FinanceModel } from "../finance-input.ts";
import type { Assumptions } from "./assumptions-sheet.ts";
import type { CashRows } from "./cash-sheet.ts";
import { addAccountDue, addAccountPaid, type AccountRows, type DueRows } from "./account-rows.ts";
import type { DebtRows } from "./debt-sheet.ts";
import { upcoming } from "./loan-rows.ts";
import { addTax } from "./tax-rows.ts";
import { plus, RATIO, type SeriesRow, Sheet } from "./sheet.ts";

export interface WaterfallRows {
  readonly accounts: readonly AccountRows[];
  readonly tax: SeriesRow;
  readonly cfads: SeriesRow;
  readonly fees: SeriesRow;
  readonly service: SeriesRow;
  readonly swept: SeriesRow;
  readonly reserve: SeriesRow;
  readonly locked: SeriesRow;
  readonly cash: SeriesRow;
  readonly equity: SeriesRow;
  readonly distributions: SeriesRow;
  readonly unpaid: SeriesRow;
  readonly dscr: SeriesRow;
}

/** Balances this small, relative to the greatest one, are rounding: as in `waterfall.ts`. */
const PAID_WITHIN = "0.000000000001";

export function waterfallSheet(
  model: FinanceModel,
  given: Assumptions,
  cash: CashRows,
  { loans }: DebtRows,
): { readonly sheet: Sheet; readonly rows: WaterfallRows } {
  const { frame, conditions } = model;
  const { operationFrom: from } = frame;
  const sheet = new Sheet("Waterfall", frame.labels);
  const sum = (rows: readonly SeriesRow[]) => (t: number) => plus(rows.map((row) => row.at(t)));
  sheet.heading("Accounts at the end of the period");
  const cashAccount = sheet.declareBalance("cash drawn ahead of need");
  const lockedAccount = sheet.declareBalance("locked-up cash");
  const reserveAccount = sheet.declareBalance("reserve account");
  const [cashBefore, lockedBefore, reserveBefore] = [cashAccount, lockedAccount, reserveAccount].map(
    ({ row }) =>
      (t: number) =>
        row.at(t - 1),
  );
  sheet.heading("What is due");
  const dues: readonly DueRows[] = loans.map((loan) => addAccountDue(sheet, loan));
  const service = sheet.addUsd("interest and scheduled principal", sum(dues.map((due) => due.service)));
  const interest = sheet.addUsd("interest", sum(dues.map((due) => due.interest)));
  const drawn = sheet.addUsd("drawn", sum(loans.map((loan) => loan.drawn)));
  const fees = sheet.addUsd("fees", sum(loans.map((loan) => loan.fees)));
  sheet.heading("Tax with interest");
  const tax = addTax(sheet, model, given, (t) => `${cash.ebitda.at(t)}-${cash.depreciation.at(t)}-${interest.at(t)}`);
  sheet.heading("Cash");
  const cfads = sheet.addUsd("CFADS", (t) => {
    const capex = t >= from ? `+${cash.byKind.capex.at(t)}` : "";
    return `${cash.ebitda.at(t)}-${tax.at(t)}+${cash.byKind.reserve.at(t)}${capex}`;
  });
  const pool = sheet.addBalance("cash before service", (t) => {
    const capex = t < from ? `+${cash.byKind.capex.at(t)}` : "";
    return `${cashBefore(t)}+${cfads.at(t)}+${drawn.at(t)}-${fees.at(t)}${capex}`;
  });
  const covered = sheet.addUsd("operating loss paid from accounts", (t) =>
    t < from ? "0" : `MIN(MAX(0,-${pool.at(t)}),${lockedBefore(t)}+${reserveBefore(t)})`,
  );
  const available = sheet.addBalance(
    "available for service",
    (t) => `MAX(0,${pool.at(t)})+${lockedBefore(t)}+${reserveBefore(t)}-${covered.at(t)}`,
  );
  const paid: AccountRows[] = [];
  for (const [i, due] of dues.entries()) {
    const earlier = sum(paid.map((one) => one.paid));
    paid.push(
      addAccountPaid(sheet, due, loans[i], (t) =>
        t < from ? due.due.at(t) : `MIN(${due.due.at(t)},${available.at(t)}-(${earlier(t)}))`,
      ),
    );
  }
  const paidOut = sheet.addUsd("paid to lenders", sum(paid.map((one) => one.paid)));
  const unpaid = sheet.addBalance("unpaid", sum(paid.map((one) => one.arrears)));
  const taken = sheet.addUsd("taken from accounts", (t) =>
    t < from ? "0" : `${covered.at(t)}+MAX(0,${paidOut.at(t)}-MAX(0,${pool.at(t)}))`,
  );
  const left = sheet.addBalance("cash after service", (t) =>
    t < from ? `${pool.at(t)}-${paidOut.at(t)}` : `MAX(0,MAX(0,${pool.at(t)})-${paidOut.at(t)})`,
  );
  const target = sheet.addBalance("reserve account: target", (t) =>
    t < from - 1
      ? "0"
      : plus(
          loans.map(
            (loan, i) => `${paid[i].outstanding.at(t)}*(${upcoming(loan.service, t, conditions.reserveMonths, frame)})`,
          ),
        ),
  );
  const reserveLeft = sheet.addBalance("reserve account after service", (t) =>
    t < from ? "0" : `${reserveBefore(t)}-MAX(0,${taken.at(t)}-${lockedBefore(t)})`,
  );
  const filled = sheet.addUsd("paid into the reserve account", (t) =>
    t < from ? target.at(t) : `MAX(-${reserveLeft.at(t)},MIN(${left.at(t)},${target.at(t)}-${reserveLeft.at(t)}))`,
  );
  const rest = sheet.addBalance("cash after the reserve account", (t) => `${left.at(t)}-${filled.at(t)}`);
  const swept = sheet.addUsd("cash sweep", (t) =>
    t < from || loans.length === 0
      ? "0"
      : `MAX(0,MIN(${given.sweepShare}*${rest.at(t)},${paid[conditions.sweepDebt].afterPayment.at(t)}))`,
  );
  for (const [i, one] of paid.entries()) one.close(i === conditions.sweepDebt ? swept : undefined);
  const dscr = sheet.addRow("DSCR of the covenants", "ratio", (t) => {
    const start = Math.max(from, t - conditions.lookBackPeriods + 1);
    if (t < from) return { text: "" };
    const due = `SUM(${service.range(start, t)})`;
    return { formula: `IF(${due}>0,SUM(${cfads.range(start, t)})/${due},"")`, format: RATIO };
  });
  const small = sheet.addParameter("rounding", "USD", {
    formula: `${PAID_WITHIN}*MAX(1,${loans.map((loan) => `MAX(${loan.closing.all})`).join(",") || "1"})`,
    format: "0.00E+00",
  });
  const lockedUp = sheet.addRow("locked up", "1 = yes", (t) => {
    if (t < from) return { formula: "0", format: "0" };
    const owed = plus(paid.map((one, i) => one.balanceBeforeDraw(t, i === conditions.sweepDebt ? swept : undefined)));
    const isLow = `IF(${dscr.at(t)}="",FALSE,${dscr.at(t)}<${given.lockUpDscr})`;
    const isShort = `${unpaid.at(t)}>${small},${filled.at(t)}+${reserveLeft.at(t)}<${target.at(t)}-${small}`;
    return { formula: `IF(AND(OR(${isLow},${isShort}),${owed}>${small}),1,0)`, format: "0" };
  });
  const afterSweep = (t: number): string => `${rest.at(t)}-${swept.at(t)}`;
  const lockedLeft = (t: number): string => `MAX(0,${lockedBefore(t)}-${taken.at(t)})`;
  const distributions = sheet.addUsd("distributions", (t) =>
    t < from ? "0" : `IF(${lockedUp.at(t)}=1,0,${afterSweep(t)}+${lockedLeft(t)})`,
  );
  const equity = sheet.addUsd("paid in by owners", (t) =>
    t < from ? `MAX(0,-(${rest.at(t)}))` : `MAX(0,-${pool.at(t)})-${covered.at(t)}`,
  );
  cashAccount.fill((t) => (t < from ? `MAX(0,${rest.at(t)})` : "0"));
  lockedAccount.fill((t) => (t < from ? "0" : `IF(${lockedUp.at(t)}=1,${afterSweep(t)}+${lockedLeft(t)},0)`));
  reserveAccount.fill((t) => `${reserveLeft.at(t)}+${filled.at(t)}`);
  return {
    sheet,
    rows: {
      accounts: paid,
      tax,
      cfads,
      fees,
      service,
      swept,
      reserve: reserveAccount.row,
      locked: lockedAccount.row,
      cash: cashAccount.row,
      equity,
      distributions,
      unpaid,
      dscr,
    },
  };
}
