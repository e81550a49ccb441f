import { compareBaselinesAsync } from "../../compare-baselines.ts";
import { comparisonToJson } from "../../io/plan-json.ts";
import { htmlReport } from "../../report/html/html-report.ts";
import { summary } from "../../report/summary.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { type ReportOptions, writeReport } from "../write-report.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";

interface Options extends SiteOptions, ReportOptions {
  readonly json?: string;
}

export const addCompare: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("compare"))
    .description("plan the site and its AI-only twins: what diesel the flexibility really replaces")
    .option("--report <file>", "write one HTML page, with charts where the packages vega and vega-lite are installed")
    .option("--charts", "do not write the page without charts")
    .option("--no-charts", "leave the charts out of the page")
    .option("--json <file>", "write the whole comparison as JSON; - prints it instead of the summary")
    .action(async (site: string, options: Options) => {
      const line = progressLine(terminal, nowMs);
      const comparison = await compareBaselinesAsync(parsePlanInput(loadSite(site, options, terminal)), {
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      if (options.json !== "-") terminal.print(summary(comparison));
      if (options.json !== undefined) terminal.write(options.json, `${comparisonToJson(comparison)}\n`);
      await writeReport(comparison, options, terminal, signal, htmlReport);
      finish(exitCodeOf(comparison.hybrid));
    });
};
