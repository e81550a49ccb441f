import type { FinanceModel } from "../finance-input.ts";
import type { FinanceResult } from "../finance-result.ts";
import type { Assumptions } from "./assumptions-sheet.ts";
import type { CashRows } from "./cash-sheet.ts";
import { MONEY, PERCENT, plus, RATIO, type SeriesRow, Sheet } from "./sheet.ts";
import type { WaterfallRows } from "./waterfall-sheet.ts";

/** Ratios by the functions of the spreadsheet itself, so they check ours. */
export function ratiosSheet(
  model: FinanceModel,
  result: FinanceResult,
  given: Assumptions,
  cash: CashRows,
  paid: WaterfallRows,
): Sheet {
  const { frame, tax } = model;
  const { operationFrom: from, perYear, periods } = frame;
  const sheet = new Sheet("Ratios", frame.labels);
  sheet.heading("Coverage");
  const dscr = sheet.addRow("DSCR", "ratio", (t) => ({
    formula: `IF(${paid.service.at(t)}>0,${paid.cfads.at(t)}/${paid.service.at(t)},"")`,
    format: RATIO,
  }));
  const ratio = (label: string, formula: string): void =>
    void sheet.addParameter(label, "ratio", { formula: `IF(COUNT(${dscr.all})=0,"",${formula})`, format: RATIO });
  ratio("least DSCR", `MIN(${dscr.all})`);
  ratio("average DSCR", `AVERAGE(${dscr.all})`);
  const rate = sheet.addRow("rate of all debt together", "share", (t, row) => {
    const owed = plus(paid.accounts.map((one) => one.opening.at(t)));
    const interest = plus(paid.accounts.map((one) => one.interest.at(t)));
    return { formula: `IF(${owed}>0,(${interest})/(${owed}),${row.at(t - 1)})`, format: "0.0000%" };
  });
  const factor = sheet.addRow("discount factor from the start of operation", "ratio", (t, row) => ({
    formula: t < from ? "1" : `${row.at(t - 1)}/(1+${rate.at(t)})`,
    format: "0.000000",
  }));
  const isOwed = sheet.addRow("debt service is due in this period or later", "1 = yes", (t) => ({
    formula: `IF(SUM(${paid.service.range(t, periods.count - 1)})>0,1,0)`,
    format: "0",
  }));
  const debt = `(${plus(paid.accounts.map((one) => one.closing.at(from - 1)))})`;
  const rows = (row: SeriesRow): string => row.range(from, periods.count - 1);
  ratio("LLCR", `IF(${debt}>0,SUMPRODUCT(${rows(paid.cfads)},${rows(factor)},${rows(isOwed)})/${debt},"")`);
  ratio("PLCR", `IF(${debt}>0,SUMPRODUCT(${rows(paid.cfads)},${rows(factor)})/${debt},"")`);
  sheet.heading("Equity");
  const equity = sheet.addUsd(
    "distributions less payments of owners",
    (t) => `${paid.distributions.at(t)}-${paid.equity.at(t)}`,
  );
  const perPeriod = sheet.addParameter("discount rate per period", "share", {
    formula: `(1+${given.discountRate})^(1/${perYear})-1`,
    format: "0.0000%",
  });
  const value = `${equity.at(0)}+NPV(${perPeriod},${equity.range(1, periods.count - 1)})`;
  sheet.addParameter("net present value of equity", "USD", { formula: value, format: MONEY });
  const returnOf = (label: string, row: SeriesRow, found: FinanceResult["ratios"]["equityReturn"]): void => {
    // IRR of a spreadsheet finds one rate near its guess; where there is none or several, that would mislead.
    const guess = found.rates.length === 1 ? Math.expm1(Math.log1p(found.rates[0]) / perYear).toPrecision(3) : "";
    const formula = `(1+IRR(${row.all},${guess}))^${perYear}-1`;
    sheet.addParameter(
      label,
      "per year",
      found.status === "one" ? { formula, format: PERCENT } : { text: found.detail },
    );
  };
  returnOf("return on equity", equity, result.ratios.equityReturn);
  returnOf("return of the site without debt", cash.site, result.ratios.siteReturn);
  if (result.ratios.modifiedEquityReturn !== undefined) {
    const formula = `(1+MIRR(${equity.all},${perPeriod},${perPeriod}))^${perYear}-1`;
    sheet.addParameter("modified return on equity", "per year", { formula, format: PERCENT });
  }
  const paidIn = `SUM(${paid.equity.range(0, from - 1)})`;
  const debtShare = sheet.addParameter("debt share at the start of operation", "share", {
    formula: `IF(${debt}>0,${debt}/(${debt}+${paidIn}),0)`,
    format: PERCENT,
  });
  const taxed = tax.rate > 0 ? `*(1-${given.taxRate})` : "";
  sheet.addParameter("weighted average cost of capital", "per year", {
    formula: `${debtShare}*${rate.at(from)}*${perYear}${taxed}+(1-${debtShare})*${given.discountRate}`,
    format: PERCENT,
  });
  return sheet;
}
