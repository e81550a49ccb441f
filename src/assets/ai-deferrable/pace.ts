/**
 * The pace of a job whose deadline lies past the plan: a straight line over its window, along which its open energy
 * falls to 0. With P_0 = what the line of earlier plans leaves open (`paceOpenMwh` of the state; without it what is
 * open), h = hours of the window in the plan and after it:
 *
 *     P_1 = P_0 (h after) / h,     pace = open - P_1, from due to open
 *
 * Energy behind the pace at the plan's end costs `behindUsdPerMwh`, by default twice what power costs on average: the
 * pace is kept through ordinary hours and gives way in scarce ones. It is owed, not lost: the next plan gives the value
 * back (`behindUsd` of the state), so that plans add up to one plan of their time.
 */
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { intervalStartMs } from "../../time/time-grid.ts";
import { meanImportPrice } from "../connection/import-price.ts";
import { number, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import type { JobColumns } from "./job.ts";

export const paceState = {
  paceOpenMwh: z
    .record(z.string(), number(quantity.energyMwh))
    .optional()
    .describe("What the pace so far leaves open, by job; default openMwh"),
  behindUsd: z
    .record(z.string(), number(quantity.usdNotNegative))
    .optional()
    .describe("Value that the plan before gave to energy behind the pace, by job"),
};

interface PaceState {
  readonly paceOpenMwh?: Readonly<Record<string, number>> | undefined;
  readonly behindUsd?: Readonly<Record<string, number>> | undefined;
}

/** Twice the mean price of power, and this many USD/MWh where that is free. */
const FACTOR = 2;
const LEAST_USD_PER_MWH = 20;
/** The default is at most this share of the unmet price, so that nothing is given up that can still be done. */
const UNDER_UNMET = 0.9;
const FIELD = "behindUsdPerMwh";
const ITEM = "deferrable AI behind its pace";

/** A pace with its price. */
export interface PricedPace {
  readonly job: JobColumns;
  readonly usdPerMwh: number;
}

/**
 * Prices what is behind the pace and gives back what the plan before counted. `givenUsdPerMwh`: the user's price;
 * `busMwhPerMwh`: energy at the bus for one of the jobs'.
 */
export function pricePace(
  asset: string,
  jobs: readonly JobColumns[],
  givenUsdPerMwh: number | undefined,
  busMwhPerMwh: number,
  { behindUsd = {} }: PaceState,
  ports: SitePorts,
  site: SiteModel,
): PricedPace[] {
  const usual = busMwhPerMwh * Math.max(LEAST_USD_PER_MWH, FACTOR * (meanImportPrice(ports) ?? 0));
  return jobs.flatMap((job) => {
    const { name, unmetUsdPerMwh = Infinity } = job.job;
    if (job.powerMw && Object.hasOwn(behindUsd, name) && behindUsd[name] !== 0)
      site.addConstantCost(asset, ITEM, "valuation", -behindUsd[name]);
    if (!job.behindMwh) return [];
    const usdPerMwh = givenUsdPerMwh ?? Math.min(usual, UNDER_UNMET * unmetUsdPerMwh);
    site.addCost(job.behindMwh, ITEM, "valuation", usdPerMwh);
    if (givenUsdPerMwh === undefined && !site.defaults.some((known) => known.asset === asset && known.field === FIELD))
      site.defaults.push({ asset, field: FIELD, value: `${usdPerMwh.toFixed(2)} USD/MWh`, item: ITEM });
    site.notices.push(
      `${asset}: job "${name}" is due after the plan ends; of ${job.openMwh.toFixed(3)} MWh ` +
        `${job.dueMwh.toFixed(3)} cannot wait until then. The pace is ${job.paceMwh.toFixed(3)} MWh; what is ` +
        `behind it stays open, valued at ${usdPerMwh.toFixed(2)} USD/MWh.`,
    );
    return [{ job, usdPerMwh }];
  });
}

/** Its part of `endState`: of jobs that go on after the plan, and of those that begin after it what was given. */
export function paceAtEnd(
  jobs: readonly JobColumns[],
  paces: readonly PricedPace[],
  { paceOpenMwh = {}, behindUsd = {} }: PaceState,
  solved: SolvedSite,
): PaceState {
  const endMs = intervalStartMs(solved.time, solved.time.count);
  const later = (given: Readonly<Record<string, number>>) =>
    jobs.flatMap(({ job: { name, release } }): [string, number][] =>
      release >= endMs && Object.hasOwn(given, name) ? [[name, given[name]]] : [],
    );
  const open = [...later(paceOpenMwh), ...paces.map(({ job }): [string, number] => [job.job.name, job.lineOpenMwh])];
  const usd = [
    ...later(behindUsd),
    ...paces.map(({ job, usdPerMwh }): [string, number] => [
      job.job.name,
      usdPerMwh * Math.max(0, job.behindMwh ? solved.value(job.behindMwh) : 0),
    ]),
  ];
  return {
    ...(open.length > 0 && { paceOpenMwh: Object.fromEntries(open) }),
    ...(usd.length > 0 && { behindUsd: Object.fromEntries(usd) }),
  };
}
