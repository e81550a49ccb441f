import { resultToJson } from "../../io/plan-json.ts";
import { writeSchedule } from "../../io/write-schedule.ts";
import type { PlanOptions } from "../../plan/plan-options.ts";
import type { PowerPlan } from "../../plan/plan-result.ts";
import { planPowerAsync } from "../../plan-power.ts";
import { htmlReport } from "../../report/html/html-report.ts";
import { summary } from "../../report/summary.ts";
import { monthlyStatement } from "../../report/statement/monthly-statement.ts";
import { statementCsv } from "../../report/statement/statement-csv.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { ledgerCsv } from "../../report/ledger-csv.ts";
import { type ReportOptions, writeReport } from "../write-report.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { numberOption, wholeNumberOption } from "../number-option.ts";
import type { Terminal } from "../terminal.ts";

interface Options extends SiteOptions, ReportOptions {
  readonly csv?: string;
  readonly ledger?: string;
  readonly statement?: string;
  readonly digits?: number;
  readonly spreadsheet?: boolean;
  readonly json?: string;
  readonly timeLimit?: number;
}

export const addPlan: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("plan"))
    .description("plan a site and print what happens, what it costs and the proof")
    .option("--csv <file>", "write the schedule as CSV, a row per interval")
    .option("--ledger <file>", "write every amount of money as CSV")
    .option("--statement <file>", "write revenue, power cost and margin of each load and month as CSV")
    .option("--digits <count>", "decimals of numbers in these tables (default: all)", wholeNumberOption("--digits"))
    .option("--spreadsheet", "tables for a spreadsheet: local time, USD beside powers, 3 decimals unless --digits")
    .option("--report <file>", "write one HTML page, with charts where the packages vega and vega-lite are installed")
    .option("--charts", "do not write the page without charts")
    .option("--no-charts", "leave the charts out of the page")
    .option("--json <file>", "write the whole result as JSON; - prints it instead of the summary")
    .option("--time-limit <seconds>", "stop each solve after so many seconds", numberOption("--time-limit"))
    .action(async (site: string, options: Options) => {
      const line = progressLine(terminal, nowMs);
      const limits: PlanOptions = options.timeLimit === undefined ? {} : { timeLimitMs: 1000 * options.timeLimit };
      const result = await planPowerAsync(parsePlanInput(loadSite(site, options, terminal)), {
        ...limits,
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      if (options.json !== "-") terminal.print(summary(result));
      if (options.json !== undefined) terminal.write(options.json, `${resultToJson(result)}\n`);
      const plan: PowerPlan | undefined =
        result.status === "optimal" ? result : result.status === "branching-limit" ? result.incumbent : undefined;
      if (plan) writeTables(plan, options, terminal);
      await writeReport(result, options, terminal, signal, htmlReport);
      if (!plan && (options.csv ?? options.ledger ?? options.statement) !== undefined)
        terminal.note("No plan, so no table was written.\n");
      finish(exitCodeOf(result));
    });
};

/** Decimals for people: a watt, a thousandth of a dollar. */
const SPREADSHEET_DIGITS = 3;

function writeTables(plan: PowerPlan, options: Options, terminal: Terminal): void {
  const {
    csv,
    ledger,
    statement,
    spreadsheet = false,
    digits = spreadsheet ? SPREADSHEET_DIGITS : undefined,
  } = options;
  const form = { time: spreadsheet ? "local" : "iso", ...(digits !== undefined && { digits }) } as const;
  if (csv !== undefined) terminal.write(csv, writeSchedule(plan, { ...form, money: spreadsheet }));
  if (ledger !== undefined) terminal.write(ledger, ledgerCsv(plan, form));
  if (statement !== undefined) terminal.write(statement, statementCsv(monthlyStatement(plan), form));
}
