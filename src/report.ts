/**
 * `wattsplit/report`: results as text, flat records, charts (Vega-Lite specifications), their data as CSV, and a page
 * that needs nothing else.
 */
export { financeSummary } from "./report/finance-summary.ts";
export { financeChart, financeChartKinds } from "./report/charts/finance-charts.ts";
export type { FinanceChartKind } from "./report/charts/finance-charts.ts";
export { yearsSentences, yearsSummary } from "./report/years-summary.ts";
export { yearsChart, yearsChartKinds } from "./report/charts/years-charts.ts";
export type { YearsChartKind } from "./report/charts/years-charts.ts";
export { sizingSummary } from "./report/sizing-summary.ts";
export { sizingChart, sizingChartKinds } from "./report/charts/sizing-charts.ts";
export type { SizingChartKind } from "./report/charts/sizing-charts.ts";
export { summary } from "./report/summary.ts";
export { worthText } from "./report/worth-text.ts";
export { ledgerItems, type LedgerItem } from "./report/ledger-items.ts";
export { scheduleRecords, type ScheduleRecord } from "./report/records.ts";
export { ledgerEntries, type LedgerEntry } from "./plan/ledger.ts";
export { chartCsv } from "./report/charts/chart-csv.ts";
export type { ChartRow, ChartSpec } from "./report/charts/chart-spec.ts";
export { chartSvg } from "./report/charts/chart-svg.ts";
export { MissingPackageError } from "./errors.ts";
export { dieselChart } from "./report/charts/diesel-chart.ts";
export { planChart, planChartKinds } from "./report/charts/plan-charts.ts";
export type { PlanChartKind } from "./report/charts/plan-charts.ts";
export { tornadoChart, twoWayMap } from "./report/charts/sensitivity-charts.ts";
export type { MapPoint, TornadoRow } from "./report/charts/sensitivity-charts.ts";
export { waterfallChart } from "./report/charts/waterfall-chart.ts";
export type { MoneyDifference } from "./report/charts/waterfall-chart.ts";
export { ledgerCsv } from "./report/ledger-csv.ts";
export { monthlyStatement } from "./report/statement/monthly-statement.ts";
export type { MonthlyStatement, StatementRow } from "./report/statement/monthly-statement.ts";
export { statementCsv } from "./report/statement/statement-csv.ts";
export type { TableOptions } from "./csv/table-form.ts";
export { htmlReport } from "./report/html/html-report.ts";
export type { DrawnChart, HtmlReportOptions } from "./report/html/page.ts";
export { sweepReport, type SweepReportOptions } from "./report/html/sweep-report.ts";
export { foresightReport } from "./report/html/foresight-report.ts";
export { sweepMap, type SweepMapOptions } from "./report/charts/sweep-map.ts";
export { foresightChart } from "./report/charts/foresight-chart.ts";
export { costDistributionChart } from "./report/charts/cost-distribution-chart.ts";
export { uncertaintyReport } from "./report/html/uncertainty-report.ts";
export { uncertaintySummary } from "./report/uncertainty-summary.ts";
export { connectionsReport } from "./report/html/connections-report.ts";
export { connectionsSummary } from "./report/connections-summary.ts";
