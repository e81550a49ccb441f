import { compareBaselinesAsync } from "../../compare-baselines.ts";
import { comparisonToJson } from "../../io/plan-json.ts";
import { htmlReport } from "../../report/html/html-report.ts";
import { summary } from "../../report/summary.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";

interface Options extends SiteOptions {
  readonly report?: string;
  readonly charts: boolean;
  readonly json?: string;
}

export const addCompare: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("compare"))
    .description("plan the site and its AI-only twins: what diesel the flexibility really replaces")
    .option("--report <file>", "write one HTML page with charts (needs the packages vega and vega-lite)")
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
      if (options.report !== undefined) {
        const page = await htmlReport(comparison, { charts: options.charts });
        signal.throwIfAborted();
        terminal.write(options.report, page);
      }
      finish(exitCodeOf(comparison.hybrid));
    });
};
