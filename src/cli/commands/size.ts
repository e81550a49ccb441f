import type { SizingOptions } from "../../size-site.ts";
import { sizeSiteAsync } from "../../size-site.ts";
import { chartSvg } from "../../report/charts/chart-svg.ts";
import { sizingChart } from "../../report/charts/sizing-charts.ts";
import { sizingSummary } from "../../report/sizing-summary.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import type { AddCommand } from "../command.ts";
import { exitCodeOf } from "../exit-code.ts";
import { numberOption, wholeNumberOption } from "../number-option.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { UsageError } from "../usage-error.ts";

interface Options extends SiteOptions {
  readonly choices: string;
  readonly curvePoints?: number;
  readonly compare?: boolean;
  readonly chart?: string;
  readonly json?: string;
  readonly timeLimit?: number;
}

export const addSize: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("size"))
    .description("choose what to build with its dispatch, and say what a further unit may cost")
    .requiredOption("--choices <file>", "JSON file of the rate and the choices (docs/sizing.md shows one)")
    .option("--curve-points <count>", "points of each size's curve of value", wholeNumberOption("--curve-points"))
    .option("--compare", "plan what exists, too, for the saving and the simple payback")
    .option("--chart <file>", "write break-even capex by size as SVG; needs the packages vega and vega-lite")
    .option("--json <file>", "write the whole result as JSON; - prints it instead of the summary")
    .option("--time-limit <seconds>", "stop each solve after so many seconds", numberOption("--time-limit"))
    .action(async (site: string, options: Options) => {
      const input = parsePlanInput(loadSite(site, options, terminal));
      const { rate, choices } = choicesOf(terminal.read(options.choices), options.choices);
      const line = progressLine(terminal, nowMs);
      const result = await sizeSiteAsync(input, {
        rate,
        choices,
        ...(options.curvePoints !== undefined && { curvePoints: options.curvePoints }),
        ...(options.compare && { compareWithExisting: true }),
        ...(options.timeLimit !== undefined && { timeLimitMs: 1000 * options.timeLimit }),
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      if (options.json !== "-") terminal.print(sizingSummary(result));
      if (options.json !== undefined) terminal.write(options.json, `${JSON.stringify(result)}\n`);
      if (options.chart !== undefined) {
        if (result.sizes) terminal.write(options.chart, await chartSvg(sizingChart(result, "break-even")));
        else terminal.note("No size was chosen, so no chart was written.\n");
      }
      finish(exitCodeOf(result));
    });
};

/** The rate and the choices, which `sizeSite` checks. */
function choicesOf(text: string, path: string): Pick<SizingOptions, "rate" | "choices"> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: is not JSON (${(error as Error).message}); docs/sizing.md shows choices`);
  }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw new UsageError(`${path}: holds no object; give { "rate": ..., "choices": [...] } (docs/sizing.md)`);
  const unknown = Object.keys(given).find((key) => key !== "rate" && key !== "choices");
  if (unknown !== undefined) throw new UsageError(`${path}: holds ${unknown}; only rate and choices are known`);
  return given as Pick<SizingOptions, "rate" | "choices">;
}
