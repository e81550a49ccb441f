import { toLosslessJson } from "../../io/lossless-json.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { planUnderUncertaintyAsync, type UncertaintyOptions } from "../../plan-under-uncertainty.ts";
import { uncertaintyReport } from "../../report/html/uncertainty-report.ts";
import { uncertaintySummary } from "../../report/uncertainty-summary.ts";
import { reduceScenarios } from "../../uncertainty/reduce-scenarios.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { wholeNumberOption } from "../number-option.ts";
import { readOptionsFile } from "../options-file.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { type ReportOptions, writeReport } from "../write-report.ts";

interface Options extends SiteOptions, ReportOptions {
  readonly scenarios: string;
  readonly reduce?: number;
  readonly json?: string;
}

const CONTENT = "{ scenarios, firstStage, cvar } as planUnderUncertainty takes them";

export const addScenarios: AddCommand = (program, { terminal, signal, finish }) => {
  withSiteOptions(program.command("scenarios"))
    .description("decide now over several scenarios: a day-ahead purchase, a reserve, a fuel order, by mean and tail")
    .requiredOption("--scenarios <file>", `JSON file: ${CONTENT}`)
    .option("--reduce <count>", "plan with so many of the scenarios, that stand for all", wholeNumberOption("--reduce"))
    .option("--report <file>", "write one HTML page, with a chart where the packages vega and vega-lite are installed")
    .option("--charts", "do not write the page without the chart")
    .option("--no-charts", "leave the chart out of the page")
    .option("--json <file>", "write the whole result as JSON; - prints it instead of the summary")
    .action(async (site: string, options: Options) => {
      const given = readOptionsFile(options.scenarios, CONTENT, terminal) as unknown as UncertaintyOptions;
      const { reduce } = options;
      const scenarios = reduce === undefined ? given.scenarios : reduceScenarios(given.scenarios, reduce).scenarios;
      const input = parsePlanInput(loadSite(site, options, terminal));
      const result = await planUnderUncertaintyAsync(input, { ...given, scenarios, signal });
      if (options.json !== "-") terminal.print(uncertaintySummary(result));
      if (options.json !== undefined) terminal.write(options.json, `${toLosslessJson(result)}\n`);
      await writeReport(result, options, terminal, signal, uncertaintyReport);
      finish(exitCodeOf(result));
    });
};
