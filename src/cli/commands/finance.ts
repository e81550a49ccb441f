import { financeCsv } from "../../finance/finance-records.ts";
import type { FinanceInput } from "../../finance/finance-input.ts";
import { financeSite } from "../../finance/finance-site.ts";
import { financeWorkbook } from "../../finance/workbook/finance-workbook.ts";
import { chartSvg } from "../../report/charts/chart-svg.ts";
import { financeChart, financeChartKinds } from "../../report/charts/finance-charts.ts";
import { financeSummary } from "../../report/finance-summary.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { UsageError } from "../usage-error.ts";

interface Options {
  readonly csv?: string;
  readonly json?: string;
  readonly xlsx?: string;
  readonly charts?: string;
}

export const addFinance: AddCommand = (program, { terminal, finish }) => {
  program
    .command("finance")
    .argument("<model>", "finance model as JSON (docs/finance.md), or - for standard input")
    .description("what debt a site carries, and what its lender sees")
    .option("--csv <file>", "cash, waterfall and debts, one row per period")
    .option("--xlsx <file>", "the model as a spreadsheet with live formulas; needs the package write-excel-file")
    .option("--charts <prefix>", "charts as PREFIX-cash.svg and PREFIX-debt-service.svg; needs vega and vega-lite")
    .option("--json <file>", "the whole result; - prints it in place of the summary")
    .action(async (path: string, options: Options) => {
      const input = parsed(terminal.read(path), path);
      const result = financeSite(input);
      if (options.csv !== undefined) terminal.write(options.csv, financeCsv(result));
      if (options.xlsx !== undefined) terminal.write(options.xlsx, await financeWorkbook(input));
      for (const kind of options.charts === undefined ? [] : financeChartKinds) {
        terminal.write(`${options.charts}-${kind}.svg`, await chartSvg(financeChart(result, kind)));
      }
      if (options.json !== undefined) terminal.write(options.json, `${JSON.stringify(result, null, 2)}\n`);
      if (options.json !== "-") terminal.print(financeSummary(result));
      finish(ExitCode.ok);
    });
};

/** The model, which `financeSite` checks. */
function parsed(text: string, path: string): FinanceInput {
  try {
    return JSON.parse(text) as FinanceInput;
  } catch (error) {
    throw new UsageError(`${path}: is not JSON (${(error as Error).message}); docs/finance.md shows a model`);
  }
}
