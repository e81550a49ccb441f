/**
 * The schema of the whole input. `parse-request.ts` runs the sections one after the other, so that faults in one do not
 * hide faults in the next; `scripts/input-json-schema.ts` publishes them as one schema.
 */
import type { AnyAssetKind } from "../assets/asset.ts";
import { curve, number, strictObject, z } from "../assets/fields/fields.ts";
import { quantity } from "../assets/fields/quantities.ts";
import { horizonSchema } from "./time-axis.ts";

/** Assets of a plan; also names or paths in a list. */
export const MAX_ASSETS = 10_000;

export const hashpriceSchema = strictObject({
  hashpriceUsdPerPhDay: curve(
    quantity.hashpriceUsdPerPhDay,
    "Expected mining revenue before pool fee, block fees included",
  ),
});

export const blockRewardSchema = strictObject({
  btcUsd: curve(quantity.btcUsd, "Price of a bitcoin"),
  difficulty: curve(quantity.difficulty, "Difficulty of the network at the plan's start, or by interval"),
  difficultyGrowthPerYear: number(
    quantity.growthPerYear,
    "Compound, from the plan's start; an interval has its mean",
  ).default(0),
  subsidyBtc: curve(quantity.btc, "Default by the table of halvings").optional(),
  feesBtcPerBlock: curve(quantity.btc, "Transaction fees of a block"),
});

export const counterfactualSchema = strictObject({
  aiOnlyImportLimitMw: curve(quantity.powerMw, "Import limit if the site did not mine"),
  basis: z.string().min(1).describe("Why that limit"),
  extraImportUsdPerMwMonth: number(quantity.chargeUsdPerMwMonth, "Cost of import capacity above that limit").optional(),
  assetsAiOnlyKeeps: z.array(z.string()).max(MAX_ASSETS).describe("Names of on-site assets"),
  aiFlexibleShare: number(quantity.fraction, "Share of firm AI demand that may move within its local day").optional(),
  initialState: z.record(z.string(), z.unknown()).optional().describe("Where the AI-only site starts otherwise"),
  aiOnlyBattery: strictObject({
    battery: z.unknown().optional(),
    storedMwh: number(quantity.energyMwh, "Energy in it at the plan's start"),
    carryingUsdPerMonth: number(quantity.usdPerMonth, "What owning it costs"),
  }).optional(),
});

/** The top level, whose sections are not parsed here (the parsers of `horizon` and `battery` report their absence). */
export const topLevelSchema = strictObject({
  name: z.string().max(200).optional().describe("Name of the plan in texts; default plan"),
  horizon: z.unknown().optional(),
  assets: z.array(z.unknown()).min(1).max(MAX_ASSETS),
  bitcoin: z.unknown().optional(),
  initialState: z.record(z.string(), z.unknown()).optional(),
  counterfactual: z.unknown().optional(),
  unitsAsStated: z
    .array(z.string())
    .max(MAX_ASSETS)
    .optional()
    .describe("Paths of values that look like a wrong unit and are intended"),
});

/** Whether assets of a kind store energy, with `storedMwh` in their state. */
export function storesEnergy({ role, stateSchema }: AnyAssetKind): boolean {
  return role === "on-site" && "storedMwh" in ((stateSchema as Partial<z.ZodObject>).shape ?? {});
}

/** The input as one schema. */
export function planInputSchema(kinds: readonly AnyAssetKind[]) {
  const oneOf = (some: readonly AnyAssetKind[]) =>
    z.discriminatedUnion("kind", some.map(({ schema }) => schema) as unknown as [z.ZodObject, ...z.ZodObject[]]);
  const states = kinds.map(({ kind, stateSchema }) => stateSchema.describe(`State of ${kind}`));
  const initialState = z.record(z.string(), z.union(states));
  const { aiOnlyBattery } = counterfactualSchema.shape;
  return topLevelSchema.extend({
    horizon: horizonSchema.describe("Start, length and intervals of the plan, on a local clock"),
    assets: z.array(oneOf(kinds)).min(1).max(MAX_ASSETS).describe("What the site is made of"),
    bitcoin: z
      .union([hashpriceSchema, blockRewardSchema])
      .optional()
      .describe("What mining earns; needed where a fleet is among the assets"),
    initialState: initialState.optional().describe("What the plan starts with, by asset name"),
    counterfactual: counterfactualSchema
      .extend({
        initialState: initialState.optional().describe("Where the AI-only site starts otherwise, by asset name"),
        aiOnlyBattery: aiOnlyBattery
          .unwrap()
          .extend({ battery: oneOf(kinds.filter(storesEnergy)).describe("The battery, as an asset is written") })
          .optional()
          .describe("A battery that the AI-only site buys in place of mining"),
      })
      .optional()
      .describe("The AI-only site that compareBaselines sets beside the plan"),
  });
}
