import { bidCurve } from "../../handoff/bid-curve.ts";
import { foremanCommitments } from "../../handoff/foreman.ts";
import { handOffToJson } from "../../handoff/hand-off-json.ts";
import { nvgridLoadTargets, type NvgridFeed } from "../../handoff/nvgrid.ts";
import { powerTargets } from "../../handoff/power-targets.ts";
import { fleetCurtailments } from "../../handoff/proto-fleet.ts";
import type { ReadyHandOff } from "../../handoff/power-target.ts";
import { parsePlanInput } from "../../parse-plan-input.ts";
import { planPowerAsync } from "../../plan-power.ts";
import type { AddCommand } from "../command.ts";
import { ExitCode, exitCodeOf } from "../exit-code.ts";
import { numberOption } from "../number-option.ts";
import { progressLine } from "../progress-line.ts";
import { loadSite } from "../site-file.ts";
import { type SiteOptions, withSiteOptions } from "../site-options.ts";
import { UsageError } from "../usage-error.ts";

interface Options extends SiteOptions {
  readonly at: string;
  readonly format: string;
  readonly out: string;
  readonly staleAfter?: number;
  readonly fleet?: string;
  readonly feeds?: string;
  readonly firmPrice?: number;
  readonly batchRigs?: number;
  readonly batchSeconds?: number;
}

/** Texts of a hand-off, by the name of the format. */
const FORMATS: Readonly<Record<string, (handOff: ReadyHandOff, options: Options) => string>> = {
  json: (handOff) => handOffToJson(handOff),
  nvgrid: (handOff, { feeds }) => json(nvgridLoadTargets(handOff, feedsOf(feeds))),
  "proto-fleet": (handOff, { fleet }) => json(fleetCurtailments(handOff, fleet === undefined ? {} : { fleet })),
  foreman: (handOff) => json(foremanCommitments(handOff)),
};
const NAMES = [...Object.keys(FORMATS), "bids"];

export const addHandoff: AddCommand = (program, { terminal, nowMs, signal, finish }) => {
  withSiteOptions(program.command("handoff"))
    .description("plan a site and write power targets for the machines that carry it out, or its bid curve")
    .requiredOption("--at <instant>", "the instant the targets are made for, e.g. 2026-07-14T05:55:00Z")
    .option("--format <name>", NAMES.join(", "), "json")
    .option("--out <file>", "where to write; - prints", "-")
    .option(
      "--stale-after <hours>",
      "a plan older than this gives no targets (default 24)",
      numberOption("--stale-after"),
    )
    .option("--fleet <asset>", "the fleet, for proto-fleet")
    .option("--feeds <json>", 'feeds by AI load, for nvgrid: {"inference":{"feedTags":["hall-a"],"leastKw":300}}')
    .option("--firm-price <usd>", "price of load that must run, for bids, USD/MWh", numberOption("--firm-price"))
    .option("--batch-rigs <count>", "rigs that rise together", numberOption("--batch-rigs"))
    .option("--batch-seconds <s>", "pause between two batches", numberOption("--batch-seconds"))
    .action(async (site: string, options: Options) => {
      if (!NAMES.includes(options.format))
        throw new UsageError(`--format ${options.format}: wanted one of ${NAMES.join(", ")}`);
      const line = progressLine(terminal, nowMs);
      const result = await planPowerAsync(parsePlanInput(loadSite(site, options, terminal)), {
        onProgress: line.onProgress,
        signal,
      });
      line.clear();
      const handOff = powerTargets(result, {
        at: options.at,
        ...(options.staleAfter !== undefined && { staleAfterHours: options.staleAfter }),
        ...(restoreOf(options) && { restore: restoreOf(options) as NonNullable<ReturnType<typeof restoreOf>> }),
      });
      if (handOff.status === "none" || result.status !== "optimal") {
        terminal.note(`wattsplit: ${handOff.status === "none" ? handOff.detail : result.status}\n`);
        return finish(result.status === "optimal" ? ExitCode.limit : exitCodeOf(result));
      }
      const text =
        options.format === "bids"
          ? json(bidCurve(result, { firmPriceUsdPerMwh: firmPrice(options) }))
          : FORMATS[options.format](handOff, options);
      terminal.write(options.out, text);
      return finish(ExitCode.ok);
    });
};

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function firmPrice({ firmPrice: usd }: Options): number {
  if (usd === undefined) throw new UsageError("--format bids needs --firm-price, e.g. the cap of the market");
  return usd;
}

function restoreOf({ batchRigs, batchSeconds }: Options) {
  if (batchRigs === undefined && batchSeconds === undefined) return undefined;
  if (batchRigs === undefined || batchSeconds === undefined)
    throw new UsageError("--batch-rigs and --batch-seconds go together");
  return { rigsPerBatch: batchRigs, secondsBetweenBatches: batchSeconds };
}

function feedsOf(text: string | undefined): Readonly<Record<string, NvgridFeed>> {
  if (text === undefined) return {};
  try {
    return JSON.parse(text) as Readonly<Record<string, NvgridFeed>>;
  } catch (error) {
    throw new UsageError(`--feeds: is not JSON (${(error as Error).message})`);
  }
}
