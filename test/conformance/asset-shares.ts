/**
 * How an asset of each kind is split, and what of it cannot be. Where an asset is convex (its power x from a convex set
 * S, at a convex cost f), the part s of it is x from s S at cost s f(x / s), and for every way to share x among the
 * parts s_i, sum s_i = 1, Jensen's inequality gives sum s_i f(x_i / s_i) >= f(x), with equality at x_i = s_i x. So
 * splitting leaves the optimum, and it does so for what is no sum over its units too: a fleet's ramp, a peak, a rising
 * tier, a minimum bill. All that has to be done is to multiply what is an amount and leave what is a rate, a price or a
 * time.
 */
import type { AssetInput } from "./asset-samples.ts";

export interface AssetPart {
  readonly asset: AssetInput;
  readonly state?: AssetInput | undefined;
}

export interface Splitting {
  /** Amounts of the asset and of its state, whatever object of it they stand in: all numbers below the field. */
  readonly amounts: readonly string[];
  readonly stateAmounts?: readonly string[];
  /** Kinds that cannot stand beside it once it is split. */
  readonly without?: readonly string[];
  /** What is not multiplied, by hand: the rest of the two parts. */
  readonly parts?: (asset: AssetInput, share: number) => readonly [AssetInput, AssetInput];
}

const aiPower = ["facilityMw", "itMw", "gpus", "servers", "perSecond"];
const interrupted = ["interruptedMwh"];

export const splittings: Readonly<Record<string, Splitting>> = {
  // A contract is kept at the meter of one connection: of two, half of the import is out of its sight.
  grid: {
    amounts: ["importLimitMw", "exportLimitMw", "upToMwh", "mw", "leastBilledMw", "usdPerMonth", "usdPerDay"],
    stateAmounts: [
      "peakMw",
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
    without: ["power-purchase", "curtailment-call"],
  },
  renewable: { amounts: ["capacityMw"] },
  battery: {
    amounts: ["chargeLimitMw", "dischargeLimitMw", "minStoredMwh", "maxStoredMwh", "storedMwh"],
    stateAmounts: ["storedMwh", "storedCo2T"],
  },
  // Smaller sets, as many: hours of a set and of a permit stay.
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
  // Both parts are sold from the same assets: `headroomMw` is of those.
  "flexibility-product": { amounts: ["limitMw", "committedMw"], stateAmounts: ["soldMw"] },
  // A price is the sum of two; a cap is on the site's CO2, whoever keeps it: two halves of it would each be one on all.
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
  // A cap is on the meter's whole import, so a call cannot be halved; a list of calls can be cut in two.
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

/** The share of an asset that goes first, and the rest; named after it. */
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

/** Every number below, times a factor. */
export function times(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (Array.isArray(value)) return value.map((item) => times(item, factor));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, times(inner, factor)]));
}
