/**
 * How an asset of each kind is split, and which fields cannot be split. Let an asset be convex: power x in a convex set
 * S, at a convex cost f. Its share s has x in s S at cost s f(x / s). For every way to divide x among shares s_i with
 * sum s_i = 1, Jensen's inequality gives sum s_i f(x_i / s_i) >= f(x), with equality at x_i = s_i x. Splitting
 * therefore does not change the optimum. This also holds for terms that are not sums over units: the ramp of a fleet, a
 * peak, a rising tier, a minimum bill. A split multiplies amounts, and leaves rates, prices and times unchanged.
 */
import type { AssetInput } from "./asset-samples.ts";

export interface AssetPart {
  readonly asset: AssetInput;
  readonly state?: AssetInput | undefined;
}

export interface Splitting {
  /** Amounts of the asset and of its state, in any of its objects: all numbers below the field. */
  readonly amounts: readonly string[];
  readonly stateAmounts?: readonly string[];
  /** Kinds that cannot be combined with it after a split. */
  readonly without?: readonly string[];
  /** Fields that are not multiplied, set by hand: the rest of the two parts. */
  readonly parts?: (asset: AssetInput, share: number) => readonly [AssetInput, AssetInput];
}

const aiPower = ["facilityMw", "itMw", "gpus", "servers", "perSecond"];
const interrupted = ["interruptedMwh"];

export const splittings: Readonly<Record<string, Splitting>> = {
  // A contract applies to the meter of one connection. With two connections it does not see half of the import.
  grid: {
    amounts: [
      "importLimitMw",
      "exportLimitMw",
      "rampLimitMwPerMin",
      "upToMwh",
      "mw",
      "leastBilledMw",
      "usdPerMonth",
      "usdPerDay",
    ],
    stateAmounts: [
      "peakMw",
      "netImportMw",
      "touPeakMw",
      "coincidentPeakMw",
      "finishedMw",
      "chargedMw",
      "coincidentOpenMwh",
      "monthMwh",
      "periodMwh",
      "leftUsd",
      "roomUsd",
      "usd",
      "shortfallUsd",
    ],
    without: ["power-purchase", "day-ahead-purchase", "non-firm-service", "curtailment-call"],
  },
  renewable: { amounts: ["capacityMw"] },
  battery: {
    amounts: ["chargeLimitMw", "dischargeLimitMw", "minStoredMwh", "maxStoredMwh", "storedMwh"],
    stateAmounts: ["storedMwh", "storedCo2T"],
  },
  // Smaller sets in the same number; hours of a set and of a permit remain.
  diesel: { amounts: ["unitMw", "tankL", "orderedL", "upToL"], stateAmounts: ["fuelL"] },
  "firm-generation": {
    amounts: ["unitMw", "rampUpMwPerH", "rampDownMwPerH", "energyMwhPerYear", "fuelMmbtuPerYear"],
    stateAmounts: ["powerMw", "energyMwhByYear", "fuelMmbtuByYear"],
  },
  "ai-firm": {
    amounts: [...aiPower, "slaMonthMwh", "mwhPerYear", "revenueUsdPerMonth"],
    stateAmounts: ["unservedMwh", ...interrupted],
  },
  "ai-spot": { amounts: [...aiPower, "mwhPerYear"], stateAmounts: interrupted },
  "ai-deferrable": {
    amounts: ["capMw", "energyItMwh", "energyFacilityMwh", "energyGpuHours", "maxMw", "itMw", "facilityMw"],
    stateAmounts: ["openMwh", "mw", "pausedMw", "endedMw"],
  },
  "mining-fleet": { amounts: ["rigs", "rampUpMwPerH", "rampDownMwPerH", "rigsPerMinute"], stateAmounts: ["powerMw"] },
  "power-purchase": { amounts: ["volumeMw", "minimumMwh"], stateAmounts: ["takenMwh", "shortfallMwh", "makeUpMwh"] },
  "day-ahead-purchase": { amounts: ["limitMw", "boughtMw"] },
  // Both parts are sold from the same assets, and `headroomMw` belongs to those.
  "flexibility-product": { amounts: ["limitMw", "committedMw"], stateAmounts: ["soldMw"] },
  // A price is the sum of two prices. A cap applies to the CO2 of the whole site, so each half would be a cap on all of
  // it.
  emissions: {
    amounts: [],
    parts: ({ priceUsdPerT, cap, ...asset }, share) => {
      const price = (part: number) => priceUsdPerT !== undefined && { priceUsdPerT: times(priceUsdPerT, part) };
      return [
        { ...asset, ...price(share), ...(cap !== undefined && { cap }) },
        { ...asset, ...price(1 - share), ...(priceUsdPerT === undefined && { cap }) },
      ];
    },
  },
  // One firm part applies to the whole import, so the service cannot be halved; its other half curtails nothing.
  "non-firm-service": {
    amounts: [],
    parts: (asset) => [asset, { ...asset, firmUsdPerMwMonth: 0, curtailments: [] }],
  },
  // A cap applies to the whole import of the meter, so a call cannot be halved. A list of calls can be divided.
  "curtailment-call": {
    amounts: [],
    parts: ({ calls, ...asset }) => {
      const all = calls as readonly AssetInput[];
      const cut = Math.ceil(all.length / 2);
      return [
        { ...asset, calls: all.slice(0, cut) },
        { ...asset, calls: all.slice(cut) },
      ];
    },
  },
};

/** The share of an asset that comes first, and the rest, both named after it. */
export function splitAsset({ asset, state }: AssetPart, share: number): readonly [AssetPart, AssetPart] {
  const { amounts, stateAmounts = [], parts } = splittings[asset.kind as string];
  const part = (index: 0 | 1): AssetPart => {
    const of = index === 0 ? share : 1 - share;
    const own = parts ? parts(asset, share)[index] : scaleFields(asset, amounts, of);
    return {
      asset: { ...own, name: partName(asset.name as string, index) },
      ...(state && (parts === undefined || index === 0) && { state: scaleFields(state, stateAmounts, of) }),
    };
  };
  return [part(0), part(1)];
}

export const partName = (name: string, index: 0 | 1): string => `${name} ${index === 0 ? "a" : "b"}`;

/** The numbers of some fields, at any depth, times a factor. */
function scaleFields<T>(value: T, fields: readonly string[], factor: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => scaleFields(item, fields, factor)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      fields.includes(key) ? times(inner, factor) : scaleFields(inner, fields, factor),
    ]),
  ) as T;
}

/** All numbers below, times a factor. */
export function times(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (Array.isArray(value)) return value.map((item) => times(item, factor));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, times(inner, factor)]));
}
