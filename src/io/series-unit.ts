/**
 * Units of a column and what they become: powers are read in MW, prices per MWh, everything else as it stands. A heading
 * that names another unit than the caller's is believed more than the caller: it is a fault.
 */
export type SeriesUnit = "W" | "kW" | "MW" | "GW" | "per kWh" | "per MWh" | "t/MWh" | "kg/MWh" | "g/kWh" | "requests" | "per unit";

interface UnitFacts {
  /** Unit of what is read. */
  readonly becomes: string;
  /** Power of ten from one to the other. */
  readonly shift: number;
  /** How headings write it. */
  readonly heading: RegExp;
}

const edge = (words: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${words})(?:$|[^a-z/])`, "i");

export const seriesUnits: Readonly<Record<SeriesUnit, UnitFacts>> = {
  W: { becomes: "MW", shift: -6, heading: edge("w|watts?") },
  kW: { becomes: "MW", shift: -3, heading: edge("kw|kilowatts?") },
  MW: { becomes: "MW", shift: 0, heading: edge("mw|megawatts?") },
  GW: { becomes: "MW", shift: 3, heading: edge("gw|gigawatts?") },
  "per kWh": { becomes: "per MWh", shift: 3, heading: /(?:\/|per[ _]?)kwh/i },
  "per MWh": { becomes: "per MWh", shift: 0, heading: /(?:\/|per[ _]?)mwh/i },
  "t/MWh": { becomes: "t/MWh", shift: 0, heading: /(?:^|[^a-z])t(?:co2)?(?:\/|[ _]per[ _])mwh/i },
  "kg/MWh": { becomes: "t/MWh", shift: -3, heading: /kg(?:co2)?(?:\/|[ _]per[ _])mwh/i },
  "g/kWh": { becomes: "t/MWh", shift: -3, heading: /(?:^|[^k])g(?:co2)?(?:\/|[ _]per[ _])kwh/i },
  requests: { becomes: "requests", shift: 0, heading: /requests?/i },
  "per unit": { becomes: "per unit", shift: 0, heading: /per[ _]unit|p\.u\./i },
};

/** The units that a heading names. */
export function unitsOfHeading(heading: string): SeriesUnit[] {
  return (Object.keys(seriesUnits) as SeriesUnit[]).filter((unit) => seriesUnits[unit].heading.test(heading));
}
