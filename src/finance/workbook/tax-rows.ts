import type { FinanceModel } from "../finance-input.ts";
import type { Assumptions } from "./assumptions-sheet.ts";
import type { SeriesRow, Sheet } from "./sheet.ts";

/** Rows of a tax account, as `tax-account.ts` has it; `income` is the formula of the income of a period. */
export function addTax(
  sheet: Sheet,
  { tax }: FinanceModel,
  given: Assumptions,
  income: (t: number) => string,
): SeriesRow {
  const ofPeriod = sheet.addUsd("income of the period", income);
  const ofYear = sheet.addBalance("income of the tax year so far", (t, row) =>
    t === 0 || tax.isYearEnd[t - 1] ? ofPeriod.at(t) : `${row.at(t - 1)}+${ofPeriod.at(t)}`,
  );
  const { row: losses, fill } = sheet.declareBalance("losses carried forward");
  const before = (t: number): string => (t === 0 ? given.openingLosses : losses.at(t - 1));
  const used = sheet.addUsd("losses used", (t) =>
    tax.isYearEnd[t] ? `IF(${ofYear.at(t)}>0,MIN(${before(t)},${given.lossUseLimit}*${ofYear.at(t)}),0)` : "0",
  );
  fill((t) => {
    if (!tax.isYearEnd[t]) return before(t);
    const added = tax.lossCarryForward ? `+MAX(0,-${ofYear.at(t)})` : "";
    return `${before(t)}-${used.at(t)}${added}`;
  });
  return sheet.addUsd("tax", (t) => (tax.isYearEnd[t] ? `${given.taxRate}*MAX(0,${ofYear.at(t)}-${used.at(t)})` : "0"));
}
