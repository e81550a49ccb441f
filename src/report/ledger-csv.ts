import { csvRow } from "../csv/csv-cell.ts";
import { tableForm, type TableOptions } from "../csv/table-form.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { checkResult } from "./check-result.ts";

/**
 * Every amount of the ledger as CSV (RFC 4180): when, asset, item, kind, USD; costs are positive. Amounts of a period,
 * such as the peak of a month, have no time.
 *
 * @throws PlanInputError for what is not a plan, and for faulty options.
 */
export function ledgerCsv(plan: PowerPlan, options: TableOptions = {}): string {
  checkResult("ledgerCsv", plan, ["ledger"], "a plan, as planPower returns it if status is optimal");
  const form = tableForm("ledgerCsv", options, plan.timeZone);
  const row = (start: string, asset: string, item: string, kind: string, usd: number): string =>
    csvRow([...form.timeCells(start), asset, item, kind, form.numberCell(usd)]);
  const rows = plan.ledger.lines.flatMap(({ asset, item, kind, usd, usdByInterval }) =>
    usdByInterval
      ? plan.intervalStarts.flatMap((start, t) =>
          usdByInterval[t] === 0 ? [] : [row(start, asset, item, kind, usdByInterval[t])],
        )
      : [row("", asset, item, kind, usd)],
  );
  return csvRow([...form.timeHeadings, "asset", "item", "kind", "usd"]) + rows.join("");
}
