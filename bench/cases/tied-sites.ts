import type { BenchCase, CaseSize } from "../bench-case.ts";
import { hybridSite, type HybridSiteOptions } from "../generators/hybrid-site.ts";

/** The year is 52,615 rows x 131,465 columns; with reserve rows 87,655 x 157,745. */
const sizes: readonly CaseSize[] = [
  { label: "day", numIntervals: 24, from: "smoke" },
  { label: "month", numIntervals: 744, from: "default" },
  { label: "year", numIntervals: 8760, from: "full" },
];

/**
 * Sites by degree of ties. The name says how many ties the year has, in percent of its rows: variables inside their
 * bounds at the centre of the optimal face that have no place in a basis. All have the year's fuel and CO2 rows, and
 * batteries whose charging and discharging wear them equally.
 */
export const tiedSites: readonly BenchCase[] = [
  tied("2", "prices in steps of 10 USD/MWh, waiting work at no cost", {
    seed: 15,
    delayUsdPerMwhHour: 0,
    priceStepUsdPerMwh: 10,
    peakUsdPerMwMonth: 500,
  }),
  tied("7", "two equal batteries", { seed: 10, equalBatteries: true }),
  tied("8", "free import and export in 80 % of the hours with sun, equal fleets", {
    seed: 9,
    freeShare: 0.8,
    strikesUsdPerMwh: [50, 50, 50],
    delayUsdPerMwhHour: 0,
  }),
  tied("10", "fleets that earn exactly what power costs in many hours", {
    seed: 16,
    priceStepUsdPerMwh: 10,
    strikesUsdPerMwh: [56, 46, 36],
    peakUsdPerMwMonth: 500,
    delayUsdPerMwhHour: 0,
  }),
  tied("16", "equal batteries and fleets, free hours, prices in steps of 5 USD/MWh", {
    seed: 11,
    equalBatteries: true,
    freeShare: 0.5,
    strikesUsdPerMwh: [50, 50, 50],
    delayUsdPerMwhHour: 0,
    priceStepUsdPerMwh: 5,
  }),
  tied("23", "prices in steps of 20 USD/MWh, no peak charge, all machines equal", {
    seed: 19,
    priceStepUsdPerMwh: 20,
    strikesUsdPerMwh: [46, 46, 46],
    peakUsdPerMwMonth: 0,
    equalBatteries: true,
    freeShare: 0.5,
    delayUsdPerMwhHour: 0,
  }),
  tied("34", "reserve rows, equal batteries and fleets, free hours", {
    seed: 13,
    reserveMw: 10,
    equalBatteries: true,
    freeShare: 0.3,
    strikesUsdPerMwh: [50, 50, 50],
    delayUsdPerMwhHour: 0,
    priceStepUsdPerMwh: 5,
  }),
];

function tied(percent: string, what: string, options: Omit<HybridSiteOptions, "numIntervals">): BenchCase {
  return {
    name: `site-ties-${percent}`,
    what: `the site with ties in ${percent} % of the rows of its year: ${what}`,
    sizes,
    build: ({ numIntervals }) => hybridSite({ ...options, numIntervals }),
  };
}
