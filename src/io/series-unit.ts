/**
 * Units of a column, the unit they are converted to, and their plausible values. Power is converted to MW, prices to
 * per MWh; other quantities are unchanged. If a heading names another unit than the caller, this is an error.
 */
import { MIN_PER_MWH, MAX_PER_MWH } from "./price-bounds.ts";
import { CENTS_PER_KWH } from "./price-heading.ts";

export type SeriesUnit =
  | "W"
  | "kW"
  | "MW"
  | "GW"
  | "cents per kWh"
  | "per kWh"
  | "per MWh"
  | "t/MWh"
  | "kg/MWh"
  | "g/kWh"
  | "requests"
  | "per unit";

interface UnitFacts {
  /** Unit of the converted values. */
  readonly becomes: string;
  /** Power of ten of the conversion. */
  readonly shift: number;
  /** Matches the unit in a heading. */
  readonly heading: RegExp;
  /** Least and greatest plausible converted value; outside, the unit or the column is probably wrong. */
  readonly bounds?: readonly [least: number, most: number];
}

/** MW; above the power of any site or market. */
const MAX_MW = 1e7;
const POWER = [-MAX_MW, MAX_MW] as const;
const PRICE = [MIN_PER_MWH, MAX_PER_MWH] as const;

const edge = (words: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${words})(?:$|[^a-z/])`, "i");

export const seriesUnits: Readonly<Record<SeriesUnit, UnitFacts>> = {
  W: { becomes: "MW", shift: -6, heading: edge("w|watts?"), bounds: POWER },
  kW: { becomes: "MW", shift: -3, heading: edge("kw|kilowatts?"), bounds: POWER },
  MW: { becomes: "MW", shift: 0, heading: edge("mw|megawatts?"), bounds: POWER },
  GW: { becomes: "MW", shift: 3, heading: edge("gw|gigawatts?"), bounds: POWER },
  // 1 cent per kWh is 0.01 per kWh, 10 per MWh.
  "cents per kWh": { becomes: "per MWh", shift: 1, heading: CENTS_PER_KWH, bounds: PRICE },
  "per kWh": { becomes: "per MWh", shift: 3, heading: /(?:\/|per[ _]?)kwh/i, bounds: PRICE },
  "per MWh": { becomes: "per MWh", shift: 0, heading: /(?:\/|per[ _]?)mwh/i, bounds: PRICE },
  "t/MWh": { becomes: "t/MWh", shift: 0, heading: /(?:^|[^a-z])t(?:co2)?(?:\/|[ _]per[ _])mwh/i },
  "kg/MWh": { becomes: "t/MWh", shift: -3, heading: /kg(?:co2)?(?:\/|[ _]per[ _])mwh/i },
  "g/kWh": { becomes: "t/MWh", shift: -3, heading: /(?:^|[^k])g(?:co2)?(?:\/|[ _]per[ _])kwh/i },
  requests: { becomes: "requests", shift: 0, heading: /requests?/i },
  "per unit": { becomes: "per unit", shift: 0, heading: /per[ _]unit|p\.u\./i },
};

/** The units that a heading names. A heading in cents per kWh does not also mean a price per kWh. */
export function unitsOfHeading(heading: string): SeriesUnit[] {
  const named = (Object.keys(seriesUnits) as SeriesUnit[]).filter((unit) => seriesUnits[unit].heading.test(heading));
  return named.includes("cents per kWh") ? named.filter((unit) => unit !== "per kWh") : named;
}

/** Whether values in this unit are prices, which have a currency. */
export function isPriceUnit(unit: SeriesUnit): boolean {
  return seriesUnits[unit].becomes === "per MWh";
}
