import { ledgerEntries } from "../plan/ledger.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { csvCell } from "../report/charts/chart-csv.ts";

/** Every amount of the ledger as CSV (RFC 4180); `start` is empty for amounts of a period. USD, costs positive. */
export function ledgerCsv(plan: PowerPlan): string {
  const rows = [...ledgerEntries(plan)].map(({ asset, interval, item, kind, usd }) => [
    interval === undefined ? "" : plan.intervalStarts[interval],
    asset,
    item,
    kind,
    usd,
  ]);
  return [["start", "asset", "item", "kind", "usd"], ...rows]
    .map((row) => `${row.map(csvCell).join(",")}\r\n`)
    .join("");
}
