import { planYearsAsync } from "../../plan-years.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { chartSvg } from "../../report/charts/chart-svg.ts";
import { yearsChart, yearsChartKinds } from "../../report/charts/years-charts.ts";
import { yearsSummary } from "../../report/years-summary.ts";
import type { YearsInput } from "../../years/years-input.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { UsageError } from "../usage-error.ts";

interface Options extends SiteOptions {
  readonly years: string;
  readonly charts?: string;
  readonly json?: string;
  readonly lines?: string;
}

export const addYears: AddCommand = (program, { terminal, signal, finish }) => {
  withSiteOptions(program.command("years"))
    .description("which rigs stay over the years, and when megawatts become AI")
    .requiredOption("--years <file>", "the years as JSON (docs/years.md)")
    .option("--charts <prefix>", "charts as PREFIX-gantt.svg and so on; needs vega and vega-lite")
    .option("--lines <file>", "periods and cash lines as JSON, as the command finance takes them in its model")
    .option("--json <file>", "the whole result; - prints it in place of the summary")
    .action(async (site: string, options: Options) => {
      const input = parsePlanInput(loadSite(site, options, terminal));
      const plan = await planYearsAsync(input, yearsOf(terminal.read(options.years), options.years), { signal });
      if (options.json !== undefined) terminal.write(options.json, `${JSON.stringify(plan, null, 2)}\n`);
      if (plan.status !== "planned") {
        terminal.note(`wattsplit: ${plan.detail}\n`);
        finish(plan.status === "infeasible" ? ExitCode.infeasible : ExitCode.limit);
        return;
      }
      const { periods, lines } = plan;
      if (options.lines !== undefined)
        terminal.write(options.lines, `${JSON.stringify({ periods, lines }, null, 2)}\n`);
      for (const kind of options.charts === undefined ? [] : yearsChartKinds) {
        if (kind === "break-even-map" && plan.map.length === 0) continue;
        terminal.write(`${options.charts}-${kind}.svg`, await chartSvg(yearsChart(plan, kind)));
      }
      if (options.json !== "-") terminal.print(yearsSummary(plan));
      finish(ExitCode.ok);
    });
};

/** The years, which `planYears` checks. */
function yearsOf(text: string, path: string): YearsInput {
  try {
    return JSON.parse(text) as YearsInput;
  } catch (error) {
    throw new UsageError(`${path}: is not JSON (${(error as Error).message}); docs/years.md shows an example`);
  }
}
