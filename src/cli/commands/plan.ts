import { resultToJson } from "../../io/plan-json.ts";
import { writeSchedule } from "../../io/write-schedule.ts";
import type { PlanOptions } from "../../plan/plan-options.ts";
import type { PowerPlan } from "../../plan/plan-result.ts";
import { planPower } from "../../plan-power.ts";
import { htmlReport } from "../../report/html/html-report.ts";
import { summary } from "../../report/summary.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { ledgerCsv } from "../ledger-csv.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { numberOption } from "../number-option.ts";

interface Options extends SiteOptions {
  readonly csv?: string;
  readonly ledger?: string;
  readonly report?: string;
  readonly charts: boolean;
  readonly json?: string;
  readonly timeLimit?: number;
}

export const addPlan: AddCommand = (program, { terminal, nowMs, finish }) => {
  withSiteOptions(program.command("plan"))
    .description("plan a site and print what happens, what it costs and the proof")
    .option("--csv <file>", "write the schedule as CSV, a row per interval")
    .option("--ledger <file>", "write every amount of money as CSV")
    .option("--report <file>", "write one HTML page with charts (needs the packages vega and vega-lite)")
    .option("--no-charts", "leave the charts out of the page")
    .option("--json <file>", "write the whole result as JSON; - prints it instead of the summary")
    .option("--time-limit <seconds>", "stop each solve after so many seconds", numberOption("--time-limit"))
    .action(async (site: string, options: Options) => {
      const line = progressLine(terminal, nowMs);
      const limits: PlanOptions = options.timeLimit === undefined ? {} : { timeLimitMs: 1000 * options.timeLimit };
      const result = planPower(parsePlanInput(loadSite(site, options, terminal)), {
        ...limits,
        onProgress: line.onProgress,
      });
      line.clear();
      if (options.json !== "-") terminal.print(summary(result));
      if (options.json !== undefined) terminal.write(options.json, `${resultToJson(result)}\n`);
      const plan: PowerPlan | undefined =
        result.status === "optimal" ? result : result.status === "branching-limit" ? result.incumbent : undefined;
      if (plan && options.csv !== undefined) terminal.write(options.csv, writeSchedule(plan));
      if (plan && options.ledger !== undefined) terminal.write(options.ledger, ledgerCsv(plan));
      if (options.report !== undefined)
        terminal.write(options.report, await htmlReport(result, { charts: options.charts }));
      if (!plan && (options.csv ?? options.ledger) !== undefined) terminal.note("No plan, so no table was written.\n");
      finish(exitCodeOf(result));
    });
};
