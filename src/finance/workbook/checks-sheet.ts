import type { FinanceModel } from "../finance-input.ts";
import type { CashRows } from "./cash-sheet.ts";
import type { DebtRows } from "./debt-sheet.ts";
import { MONEY, plus, type SeriesRow, Sheet } from "./sheet.ts";
import type { WaterfallRows } from "./waterfall-sheet.ts";

/** Half a cent: what a check may miss by rounding. */
const WITHIN = "0.005";

/** Sources and uses, and the identities that every edit must leave true. */
export function checksSheet({ frame }: FinanceModel, cash: CashRows, debt: DebtRows, paid: WaterfallRows): Sheet {
  const { operationFrom: from } = frame;
  const sheet = new Sheet("Checks", frame.labels);
  const before = (row: SeriesRow): string => `SUM(${row.range(0, from - 1)})`;
  const amount = (label: string, formula: string): string =>
    sheet.addParameter(label, "USD", { formula, format: MONEY });
  sheet.heading("Sources before operation");
  const operating = before(paid.cfads);
  const sources = [
    ...debt.loans.map((loan) => amount(loan.name, before(loan.drawn))),
    amount("operating cash", `MAX(0,${operating})`),
    amount("equity", before(paid.equity)),
  ];
  const allSources = amount("sources", plus(sources));
  sheet.heading("Uses before operation");
  const uses = [
    amount("construction cost", before(debt.construction)),
    amount("operating loss", `MAX(0,-(${operating}))`),
    amount("paid to lenders", plus(paid.accounts.map((one) => before(one.paid)))),
    amount("fees", before(paid.fees)),
    amount("debt service reserve account", paid.reserve.at(from - 1)),
    amount("cash drawn ahead of need", paid.cash.at(from - 1)),
  ];
  const allUses = amount("uses", plus(uses));
  sheet.heading("Checks: 1 is right");
  const missing = sheet.addUsd("cash received less paid less change of the accounts", (t) => {
    const accounts = [paid.cash, paid.locked, paid.reserve];
    const received = `${paid.cfads.at(t)}+${plus(debt.loans.map((loan) => loan.drawn.at(t)))}+${paid.equity.at(t)}`;
    const capex = t < from ? `+${cash.byKind.capex.at(t)}` : "";
    const paidOut = plus(paid.accounts.map((one) => one.paid.at(t)));
    const out = `${paid.fees.at(t)}-(${paidOut})-${paid.swept.at(t)}-${paid.distributions.at(t)}`;
    const change = `(${plus(accounts.map((row) => row.at(t)))}-(${plus(accounts.map((row) => row.at(t - 1)))}))`;
    return `${received}${capex}-${out}-${change}`;
  });
  const check = (label: string, formula: string): string =>
    sheet.addParameter(label, "", { formula: `IF(${formula},1,0)`, format: "0" });
  const all = [
    check("sources are uses", `ABS(${allSources}-${allUses})<${WITHIN}`),
    check("no cash is lost or made", `SUMPRODUCT(ABS(${missing.all}))<${WITHIN}`),
    ...debt.loans.map((loan) =>
      check(`${loan.name}: planned balance is never negative`, `MIN(${loan.closing.all})>-${WITHIN}`),
    ),
    ...debt.loans.map((loan) =>
      check(`${loan.name}: repaid at the end`, `ABS(${loan.closing.at(frame.periods.count - 1)})<${WITHIN}`),
    ),
    ...(debt.cost === undefined
      ? []
      : [
          check(
            "debt before operation is at most the cost",
            `${plus(debt.loans.map((loan) => before(loan.drawn)))}<=${debt.cost}+${WITHIN}`,
          ),
        ]),
  ];
  sheet.addParameter("all checks", "", {
    formula: `IF(${plus(all)}=${all.length},"right","WRONG")`,
    format: "General",
  });
  return sheet;
}
