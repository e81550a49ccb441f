/**
 * Fields of other planners that have another name or form here, and how to write them. Keys are the unknown fields in
 * lower case without underscores.
 */
const RELATIVES: Readonly<Record<string, (known: readonly string[]) => string | undefined>> = {
  roundtripefficiency: (known) =>
    pair(
      known,
      "write chargeEfficiency and dischargeEfficiency, each the square root of it (0.922 and 0.922 for 0.85)",
    ),
  efficiency: (known) =>
    pair(known, "write chargeEfficiency and dischargeEfficiency, each the square root of a round trip"),
  musttake: (known) =>
    known.includes("leastShare") ? "write leastShare: 1 for power that must all be bought" : undefined,
  mustrun: (known) =>
    known.includes("leastShare")
      ? "write leastShare: 1"
      : known.includes("onlineShare")
        ? "write onlineShare: 1 with minLoadFraction"
        : undefined,
  curtailable: (known) =>
    known.includes("leastShare") ? "leave it out; write leastShare: 1 for power that may not be curtailed" : undefined,
  capacitymwh: (known) => one(known, "maxStoredMwh"),
  energymwh: (known) => one(known, "maxStoredMwh"),
  storedmwh: (known) =>
    known.includes("maxStoredMwh")
      ? "write it under the name of the asset in initialState, e.g. initialState: { battery: { storedMwh: 5 } }"
      : undefined,
  initialsoc: (known) =>
    known.includes("maxStoredMwh")
      ? "write initialState: { battery: { storedMwh: ... } } in MWh beside assets"
      : undefined,
  soc: (known) =>
    known.includes("maxStoredMwh")
      ? "write initialState: { battery: { storedMwh: ... } } in MWh beside assets"
      : undefined,
  powermw: (known) =>
    known.includes("chargeLimitMw")
      ? "write chargeLimitMw and dischargeLimitMw"
      : (one(known, "facilityMw") ?? one(known, "capacityMw")),
  maxpowermw: (known) =>
    known.includes("chargeLimitMw") ? "write chargeLimitMw and dischargeLimitMw" : one(known, "importLimitMw"),
  price: (known) => one(known, "importPriceUsdPerMwh"),
  priceusdpermwh: (known) => one(known, "importPriceUsdPerMwh"),
  feedintariff: (known) => one(known, "exportPriceUsdPerMwh"),
  voll: (known) => one(known, "vollUsdPerMwh"),
  valueoflostload: (known) => one(known, "vollUsdPerMwh"),
  loadmw: (known) => one(known, "facilityMw"),
  demandmw: (known) => one(known, "facilityMw"),
  tz: (known) => one(known, "timeZone"),
  timezone: (known) => one(known, "timeZone"),
  steps: (known) => one(known, "count"),
  periods: (known) => one(known, "count"),
  resolutionminutes: (known) => one(known, "intervalMinutes"),
  stepminutes: (known) => one(known, "intervalMinutes"),
};

function one(known: readonly string[], field: string): string | undefined {
  return known.includes(field) ? `write ${field}` : undefined;
}

function pair(known: readonly string[], text: string): string | undefined {
  return known.includes("chargeEfficiency") ? text : undefined;
}

/** What to write for an unknown field, using only known fields; undefined if it has no counterpart. */
export function counterpartOf(key: string, known: readonly string[]): string | undefined {
  const name = key.toLowerCase().replaceAll(/[_\s-]/g, "");
  return Object.hasOwn(RELATIVES, name) ? RELATIVES[name](known) : undefined;
}
