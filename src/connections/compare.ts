/**
 * Compares connections. Each stage of each option is one site over the input's span, lived through with its
 * curtailments as they become known (`unforeseen.ts`); the span stands for a year. Stages that are the same site are
 * planned once.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import { instantMs } from "../assets/fields/fields.ts";
import { kindOf } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { PlanResult } from "../plan/plan-result.ts";
import { checkScenarios } from "../uncertainty/scenario.ts";
import type {
  ConnectionFigures,
  ConnectionOption,
  ConnectionsOptions,
  ConnectionStage,
  CurtailmentGenerator,
  CurtailmentScenario,
} from "./connection-option.ts";
import { curtailmentEvents, HOURS_PER_YEAR } from "./curtailment-events.ts";
import type { ComparedConnection, ConnectionBreakEven, ConnectionComparison } from "./connection-comparison.ts";
import { connectionOf, stageRequest, type StageSite } from "./stage-request.ts";
import {
  breakEvenCurtailedShare,
  breakEvenMonths,
  type PricedOption,
  stageYears,
  totalUsd,
  type YearSpan,
} from "./stage-years.ts";
import { unforeseenSteps } from "./unforeseen.ts";
import { weightedFigures, yearFigures } from "./year-figures.ts";

/** A year in one stage: its figures, or why there is no plan. */
type Year = { readonly figures: ConnectionFigures } | Exclude<PlanResult, { status: "optimal" }>;

interface Comparing {
  readonly site: PlanRequest;
  readonly connection: PlannedAsset;
  readonly planOptions: PlanOptions;
  readonly horizonIntervals: number | undefined;
  readonly known: Map<string, Year>;
}

export function* compareSteps(
  site: PlanRequest,
  { options, from, to, connection: name, beforeImportMw = 0, horizonIntervals, ...planOptions }: ConnectionsOptions,
): Generator<unknown, ConnectionComparison> {
  const connection = connectionOf(site, name);
  const comparing: Comparing = { site, connection, planOptions, horizonIntervals, known: new Map() };
  const span: YearSpan = { fromMs: instantMs(from), toMs: instantMs(to) };
  const mostMw = options
    .flatMap(({ stages }) => stages.flatMap(({ importMw }) => importMw))
    .reduce((most, mw) => Math.max(most, mw), beforeImportMw);
  const before = yield* year(comparing, { importMw: beforeImportMw }, [], "before");
  const ideal = yield* year(comparing, { importMw: mostMw }, [], "ideal");
  const compared: ComparedConnection[] = [];
  const priced = new Map<string, PricedOption>();
  for (const [i, option] of options.entries()) {
    const one = yield* compareOne(comparing, option, `options.options[${i}]`, span, before, ideal);
    compared.push(one.compared);
    if (one.priced) priced.set(option.name, one.priced);
  }
  const carried = compared.filter((one) => one.status === "compared").toSorted((a, b) => a.totalUsd - b.totalUsd);
  const [best] = carried;
  return {
    options: compared,
    ...(best && { best: best.name }),
    breakEvens: best ? carried.slice(1).map((other) => breakEven(best, other, priced, span)) : [],
  };
}

function* compareOne(
  comparing: Comparing,
  { name, stages, upgradeUsd = 0 }: ConnectionOption,
  path: string,
  span: YearSpan,
  before: Year,
  ideal: Year,
): Generator<unknown, { readonly compared: ComparedConnection; readonly priced?: PricedOption }> {
  const starts = stages.map((stage) => instantMs(stage.from));
  const [yearsBefore, ...years] = stageYears(starts, span);
  const failed = (status: string, detail: string) => ({
    compared: { name, status: "not-possible" as const, detail: `${status}: ${detail}` },
  });
  if (yearsBefore > 0 && !("figures" in before)) return failed("Before the connection", before.detail);
  const parts: { readonly weight: number; readonly figures: ConnectionFigures }[] = [];
  if ("figures" in before) parts.push({ weight: yearsBefore, figures: before.figures });
  const pricedStages: PricedOption["stages"][number][] = [];
  const worstUsd: number[] = [];
  for (const [k, stage] of stages.entries()) {
    const at = `${path}.stages[${k}]`;
    const short = ownGenerationShort(comparing.site, stage);
    if (short) return failed(`From ${stage.from}`, short);
    const scenarios = scenariosOf(stage, comparing.site);
    const firm = yield* year(comparing, stage, [], at);
    const feeUsd = stage.feeUsdPerYear ?? 0;
    const own: { readonly weight: number; readonly figures: ConnectionFigures }[] = [];
    for (const { probability, curtailments } of scenarios) {
      const lived = yield* year(comparing, stage, curtailments, `${at}.curtailment`);
      if (!("figures" in lived)) return failed(`From ${stage.from}`, lived.detail);
      own.push({ weight: probability, figures: lived.figures });
    }
    if (!("figures" in firm)) return failed(`From ${stage.from}`, firm.detail);
    const mean = weightedFigures(own);
    const figures = { ...mean, usdPerYear: mean.usdPerYear + feeUsd };
    parts.push({ weight: years[k], figures });
    worstUsd.push(Math.max(...own.map((one) => one.figures.usdPerYear)) + feeUsd);
    pricedStages.push({
      startMs: starts[k],
      usdPerYear: figures.usdPerYear,
      firmUsdPerYear: firm.figures.usdPerYear + feeUsd,
    });
  }
  const numYears = parts.reduce((sum, { weight }) => sum + weight, 0);
  const beforeUsdPerYear = "figures" in before ? before.figures.usdPerYear : Number.NaN;
  // Without years before the connection their cost, which may not exist, counts for nothing.
  const priced: PricedOption = { beforeUsdPerYear, upgradeUsd, stages: pricedStages };
  const mean = weightedFigures(parts.map(({ weight, figures }) => ({ weight: weight / numYears, figures })));
  const figures = { ...mean, usdPerYear: mean.usdPerYear + upgradeUsd / numYears };
  const last = pricedStages[pricedStages.length - 1];
  const lost = (field: "aiServedMwhPerYear" | "miningMwhPerYear") =>
    "figures" in ideal ? ideal.figures[field] - mean[field] : Number.NaN;
  return {
    priced,
    compared: {
      name,
      status: "compared",
      totalUsd: figures.usdPerYear * numYears,
      figures,
      lostAiMwhPerYear: lost("aiServedMwhPerYear"),
      lostMiningMwhPerYear: lost("miningMwhPerYear"),
      yearEarlierUsd: beforeUsdPerYear - last.usdPerYear,
      stages: stages.map((stage, k) => ({
        from: stage.from,
        years: years[k],
        figures: parts["figures" in before ? k + 1 : k].figures,
        worstUsdPerYear: worstUsd[k],
      })),
    },
  };
}

/** A year of the site under a stage and its curtailments. */
function* year(
  { site, connection, planOptions, horizonIntervals, known }: Comparing,
  { importMw, firmMw, noticeMinutes, mayReservesBeSold }: StageSite,
  curtailments: CurtailmentScenario["curtailments"],
  path: string,
): Generator<unknown, Year> {
  const isCurtailed = curtailments.length > 0;
  const key = JSON.stringify([
    importMw,
    mayReservesBeSold ?? true,
    isCurtailed && [firmMw, noticeMinutes, curtailments],
  ]);
  const before = known.get(key);
  if (before) return before;
  const stage: StageSite = {
    importMw,
    ...(firmMw !== undefined && { firmMw }),
    ...(noticeMinutes !== undefined && { noticeMinutes }),
    ...(mayReservesBeSold !== undefined && { mayReservesBeSold }),
  };
  const request = stageRequest(site, connection, stage, curtailments, path);
  const result = yield* unforeseenSteps(request, planOptions, horizonIntervals);
  const found: Year = result.status === "optimal" ? { figures: yearFigures(result) } : result;
  known.set(key, found);
  yield;
  return found;
}

function scenariosOf({ curtailment }: ConnectionStage, { time }: PlanRequest): Required<CurtailmentScenario>[] {
  if (curtailment === undefined) return [{ name: "none", probability: 1, curtailments: [] }];
  const list = isList(curtailment) ? curtailment : curtailmentEvents(curtailment, time);
  const probabilities = checkScenarios(list);
  return list.map((scenario, s) => ({ ...scenario, probability: probabilities[s] }));
}

function isList(given: readonly CurtailmentScenario[] | CurtailmentGenerator): given is readonly CurtailmentScenario[] {
  return Array.isArray(given);
}

/** What own generation and storage lack of the share that they must back, in words. */
function ownGenerationShort({ assets }: PlanRequest, { ownGenerationShare = 0, importMw }: ConnectionStage) {
  const wantedMw = ownGenerationShare * Math.max(...[importMw].flat());
  const ownMw = assets.reduce((sum, asset) => {
    const { role, mostSupplyMw } = kindOf(asset);
    return sum + (role === "on-site" ? (mostSupplyMw?.(asset.spec as never) ?? 0) : 0);
  }, 0);
  if (ownMw >= wantedMw) return undefined;
  return `own generation and storage of ${wantedMw} MW must back the connection; the site has ${ownMw} MW.`;
}

function breakEven(
  best: Extract<ComparedConnection, { status: "compared" }>,
  other: Extract<ComparedConnection, { status: "compared" }>,
  priced: ReadonlyMap<string, PricedOption>,
  span: YearSpan,
): ConnectionBreakEven {
  const own = priced.get(best.name) as PricedOption;
  const share = breakEvenCurtailedShare(own, other.totalUsd, span);
  const curtailedHours = Math.max(0, ...best.stages.map(({ figures }) => figures.curtailedHoursPerYear));
  return {
    best: best.name,
    other: other.name,
    differenceUsd: totalUsd(priced.get(other.name) as PricedOption, span) - totalUsd(own, span),
    monthsOfDelay: breakEvenMonths(own, other.totalUsd, span),
    curtailedHoursPerYear: curtailedHours > 0 ? withinYear(share * curtailedHours) : Number.NaN,
  };
}

function withinYear(hours: number): number {
  return hours <= HOURS_PER_YEAR ? hours : Infinity;
}
