import { toLosslessJson } from "../../io/lossless-json.ts";
import type { PlanInput } from "../../plan-input/index.ts";
import { csvRow } from "../../csv/csv-cell.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { KNOWLEDGE_TITLES } from "../../report/charts/foresight-chart.ts";
import { foresightReport } from "../../report/html/foresight-report.ts";
import { amount, table } from "../../report/text-table.ts";
import { compareForesightAsync } from "../../replay-site.ts";
import type { ForesightComparison } from "../../replay/five-numbers.ts";
import { type Forecaster, persistence, quantileByHour, sameHourLastWeek } from "../../replay/forecast.ts";
import type { UncertainCurve } from "../../replay/replay-options.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode } from "../exit-code.ts";
import { wholeNumberOption } from "../number-option.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { UsageError } from "../usage-error.ts";
import { type ReportOptions, writeReport } from "../write-report.ts";

interface Options extends SiteOptions, ReportOptions {
  readonly uncertain: readonly string[];
  readonly forecast: string;
  readonly history: number;
  readonly lookAhead: number;
  readonly csv?: string;
  readonly json?: string;
}

const LARGEST_PARTS = 3;

export const addReplay: AddCommand = (program, { terminal, signal, finish }) => {
  const collect = (text: string, before: readonly string[]): string[] => [...before, text];
  withSiteOptions(program.command("replay"))
    .description("live through the span with what was known at each time: what foresight is worth, in five numbers")
    .option(
      "--uncertain <curve>",
      "a curve not known ahead, e.g. grid.importPriceUsdPerMwh; with @13 it is published at 13:00 for the next day; " +
        "repeat for more",
      collect,
      [],
    )
    .option("--forecast <name>", "last-week, persistence, or median:DAYS of the same hour", "last-week")
    .option(
      "--history <intervals>",
      "intervals at the start of the span that are known and not carried out",
      wholeNumberOption("--history"),
      168,
    )
    .option("--look-ahead <intervals>", "how far each decision plans", wholeNumberOption("--look-ahead"), 48)
    .option("--csv <file>", "write the gap to perfect foresight by ledger item as CSV")
    .option("--report <file>", "write one HTML page, with a chart where the packages vega and vega-lite are installed")
    .option("--charts", "do not write the page without the chart")
    .option("--no-charts", "leave the chart out of the page")
    .option("--json <file>", "write the five plans as JSON; - prints it instead of the numbers")
    .action(async (site: string, options: Options) => {
      const input = parsePlanInput(loadSite(site, options, terminal));
      const comparison = await compareForesightAsync(input, {
        uncertain: curvesOf(options, input),
        historyIntervals: options.history,
        horizonIntervals: options.lookAhead,
        signal,
        onInterval: (done, count) => {
          if (terminal.isWatched) terminal.note(`\r\u001B[Kreplanned ${done} of ${count} times`);
        },
      });
      if (terminal.isWatched) terminal.note("\r\u001B[K");
      if (options.json !== "-") terminal.print(numbersText(comparison));
      if (options.json !== undefined) terminal.write(options.json, `${toLosslessJson(comparison)}\n`);
      if (options.csv !== undefined) terminal.write(options.csv, gapCsv(comparison));
      await writeReport(comparison, options, terminal, signal, foresightReport);
      finish(comparison.numbers.some(({ status }) => status === "completed") ? ExitCode.ok : ExitCode.infeasible);
    });
};

function curvesOf({ uncertain, forecast }: Options, { assets }: PlanInput): readonly UncertainCurve[] {
  if (uncertain.length === 0)
    throw new UsageError("replay: say which curve is not known ahead, e.g. --uncertain grid.importPriceUsdPerMwh@13");
  const forecaster = forecasterOf(forecast);
  return uncertain.map((text) => {
    const [, path, hour] = /^(.*?)(?:@(\d{1,2}))?$/u.exec(text) ?? ["", text];
    const known = hour === undefined ? {} : { known: { publishedAtHour: Number(hour) } };
    if (path === "hashpriceUsdPerPhDay" || path === "bitcoin.hashpriceUsdPerPhDay")
      return { curve: "hashpriceUsdPerPhDay", forecast: forecaster, ...known };
    const asset = assets
      .map(({ name }) => name)
      .filter((name) => path.startsWith(`${name}.`))
      .toSorted((a, b) => b.length - a.length)
      .at(0);
    if (asset === undefined)
      throw new UsageError(
        `--uncertain ${text}: wanted asset.curve, of ${assets.map(({ name }) => name).join(", ")}, ` +
          "or hashpriceUsdPerPhDay",
      );
    return { curve: { asset, field: path.slice(asset.length + 1) }, forecast: forecaster, ...known };
  });
}

function forecasterOf(text: string): Forecaster {
  if (text === "last-week") return sameHourLastWeek;
  if (text === "persistence") return persistence;
  const days = /^median:(\d{1,4})$/u.exec(text)?.[1];
  if (days !== undefined) return quantileByHour({ quantile: 0.5, days: Number(days) });
  throw new UsageError(`--forecast ${text}: wanted last-week, persistence or median:DAYS`);
}

function numbersText({ numbers }: ForesightComparison): string {
  const rows = numbers.map((number) => {
    if (number.status !== "completed")
      return [KNOWLEDGE_TITLES[number.knowledge], "", "", "", "", `${number.status}: ${number.detail}`];
    const { knowledge, usd, gapUsd, aiUnservedMwh, dieselMwh, gapUsdByItem } = number;
    const parts = gapUsdByItem.toSorted((a, b) => Math.abs(b.usd) - Math.abs(a.usd)).slice(0, LARGEST_PARTS);
    const words = parts.map(({ asset, item, usd: part }) => `${asset} ${item} ${amount(part)}`).join(", ");
    return [KNOWLEDGE_TITLES[knowledge], amount(usd), amount(gapUsd), amount(aiUnservedMwh), amount(dieselMwh), words];
  });
  const head = [
    "what is known",
    "cost USD",
    "gap USD",
    "AI unserved MWh",
    "diesel MWh",
    "largest parts of the gap, USD",
  ];
  return table(head, rows).join("\n");
}

function gapCsv({ numbers }: ForesightComparison): string {
  const rows = numbers.flatMap((number) =>
    number.status === "completed"
      ? number.gapUsdByItem.map(({ asset, item, kind, usd }) => csvRow([number.knowledge, asset, item, kind, usd]))
      : [],
  );
  return csvRow(["what is known", "asset", "item", "kind", "usd"]) + rows.join("");
}
