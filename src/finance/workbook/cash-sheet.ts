import { type CashKind, cashKinds } from "../cash-line.ts";
import type { FinanceModel } from "../finance-input.ts";
import { monthAt, monthNumber } from "../periods.ts";
import type { Assumptions } from "./assumptions-sheet.ts";
import { addTax } from "./tax-rows.ts";
import { plus, type SeriesRow, Sheet } from "./sheet.ts";

export interface CashRows {
  readonly byKind: Readonly<Record<CashKind, SeriesRow>>;
  readonly ebitda: SeriesRow;
  /** Depreciation of all assets. */
  readonly depreciation: SeriesRow;
  readonly unleveredTax: SeriesRow;
  /** C_t and M_t. */
  readonly contracted: SeriesRow;
  readonly merchant: SeriesRow;
  /** Cash of the site without debt. */
  readonly site: SeriesRow;
}

export function cashSheet(model: FinanceModel, given: Assumptions): { readonly sheet: Sheet; readonly rows: CashRows } {
  const { frame, lines, money, tax } = model;
  const { labels, operationFrom: from } = frame;
  const sheet = new Sheet("Cash flow", labels);
  sheet.heading(money.basis === "real" ? `Lines in real money of ${money.priceLevel}` : "Lines");
  const inputs = lines.map((line) => sheet.addInputs(line.name, "USD", line.usd));
  const nominal =
    money.basis === "nominal" ? inputs : inflated(sheet, inputs, model, given.inflation, monthNumber(money.priceLevel));
  sheet.heading("Cash flow, nominal");
  const byKind = Object.fromEntries(
    cashKinds.map((kind) => {
      const rows = nominal.filter((_, i) => lines[i].kind === kind);
      return [kind, sheet.addUsd(kind, (t) => plus(rows.map((row) => row.at(t))))];
    }),
  ) as Record<CashKind, SeriesRow>;
  const ebitda = sheet.addUsd("EBITDA", (t) =>
    plus([byKind.contracted, byKind.merchant, byKind.hedge, byKind.power, byKind.operations].map((row) => row.at(t))),
  );
  sheet.heading("Tax without debt");
  const assets = tax.assets.map(({ name, basisUsd, shareByPeriod }) => {
    const basis = sheet.addParameter(`${name}: basis`, "USD", { input: basisUsd, format: "#,##0.00" });
    const shares = sheet.addInputs(`${name}: share of the basis`, "share", shareByPeriod, "0.00%");
    return { basis, shares };
  });
  const depreciation = sheet.addUsd("depreciation", (t) =>
    plus(assets.map(({ basis, shares }) => `${basis}*${shares.at(t)}`)),
  );
  const unleveredTax = addTax(sheet, model, given, (t) => `${ebitda.at(t)}-${depreciation.at(t)}`);
  const site = sheet.addUsd(
    "cash of the site without debt",
    (t) => `${ebitda.at(t)}-${unleveredTax.at(t)}+${byKind.capex.at(t)}+${byKind.reserve.at(t)}`,
  );
  const streams = addStreams(sheet, model, nominal, unleveredTax, from);
  return { sheet, rows: { byKind, ebitda, depreciation, unleveredTax, site, ...streams } };
}

function inflated(
  sheet: Sheet,
  inputs: readonly SeriesRow[],
  { frame, lines }: FinanceModel,
  inflation: string,
  level: number,
): SeriesRow[] {
  sheet.heading("Lines in nominal money");
  const years = sheet.addInputs(
    "years from the price level to the end of the period",
    "years",
    frame.labels.map((_, t) => (monthAt(frame.periods, t + 1) - level) / 12),
    "0.00",
  );
  return inputs.map((row, i) =>
    sheet.addUsd(`${lines[i].name}, nominal`, (t) => `${row.at(t)}*(1+${inflation})^${years.at(t)}`),
  );
}

/** C_t and M_t, as `stream-cash.ts` has them. */
function addStreams(
  sheet: Sheet,
  { lines }: FinanceModel,
  nominal: readonly SeriesRow[],
  tax: SeriesRow,
  from: number,
): Pick<CashRows, "contracted" | "merchant"> {
  const rowsOf = (wanted: (i: number) => boolean): SeriesRow[] => nominal.filter((_, i) => wanted(i));
  const streamOf = (i: number): string => {
    const { kind, serves = "both" } = lines[i];
    return kind === "contracted" ? "contracted" : kind === "merchant" || kind === "hedge" ? "merchant" : serves;
  };
  const income = (kind: string) => (t: number) =>
    plus(rowsOf((i) => lines[i].kind === kind).map((row) => `MAX(0,${row.at(t)})`));
  const own = (stream: string) => (t: number) => plus(rowsOf((i) => streamOf(i) === stream).map((row) => row.at(t)));
  sheet.heading("Cash by source, for the debt service that a lender accepts");
  const ofLeases = sheet.addUsd("contracted income", income("contracted"));
  const ofMarkets = sheet.addUsd("merchant income", income("merchant"));
  const shared = sheet.addUsd("costs of both", own("both"));
  const part = sheet.addRow("contracted share of the income", "share", (t) => {
    const sum = `(${ofLeases.at(t)}+${ofMarkets.at(t)})`;
    return { formula: `IF(${sum}>0,${ofLeases.at(t)}/${sum},0)`, format: "0.00%" };
  });
  const grossC = sheet.addUsd("contracted, before tax", (t) => `${own("contracted")(t)}+${shared.at(t)}*${part.at(t)}`);
  const grossM = sheet.addUsd("merchant, before tax", (t) => `${own("merchant")(t)}+${shared.at(t)}*(1-${part.at(t)})`);
  // A loss of one stream is paid by the other.
  const netC = sheet.addUsd("contracted, after losses of the other", (t) => {
    const [c, m] = [grossC.at(t), grossM.at(t)];
    return `IF(${c}<0,0,IF(${m}<0,MAX(0,${c}+${m}),${c}))`;
  });
  const netM = sheet.addUsd("merchant, after losses of the other", (t) => {
    const [c, m] = [grossC.at(t), grossM.at(t)];
    return `IF(${c}<0,MAX(0,${c}+${m}),MAX(0,${m}))`;
  });
  const afterTax = (row: SeriesRow) => (t: number) => {
    const sum = `(${netC.at(t)}+${netM.at(t)})`;
    return t < from ? "0" : `IF(${sum}<=${tax.at(t)},0,${row.at(t)}*(1-${tax.at(t)}/${sum}))`;
  };
  return {
    contracted: sheet.addUsd("C: contracted cash", afterTax(netC)),
    merchant: sheet.addUsd("M: merchant cash", afterTax(netM)),
  };
}
