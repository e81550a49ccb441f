/**
 * The shape of the whole input, piece by piece. `parse-plan.ts` runs the pieces one after the other, so that a fault in
 * one hides none in the next; `json-schema.ts` publishes them put together.
 */
import type { AnyAssetKind } from "../assets/asset.ts";
import type { AssetInput, AssetState } from "../assets/index.ts";
import { curve, number, strictObject, z } from "../assets/fields/fields.ts";
import { quantity } from "../assets/fields/quantities.ts";
import { horizonSchema } from "./time-axis.ts";

/** What `planPower` takes, as a type. The input is validated all the same: it may come from anywhere. */
export interface PlanInput {
  readonly name?: string;
  readonly horizon: Readonly<z.input<typeof horizonSchema>>;
  readonly assets: readonly Readonly<AssetInput>[];
  readonly bitcoin?: Readonly<z.input<typeof hashpriceSchema> | z.input<typeof blockRewardSchema>>;
  /** Paths of values that look like a mistaken unit and are meant so, e.g. `assets[0].importPriceUsdPerMwh`. */
  readonly unitsAsStated?: readonly string[];
  /** By asset name; takes the `endState` of an earlier plan as it is. */
  readonly initialState?: Readonly<Record<string, AssetState>>;
  readonly counterfactual?: Readonly<Omit<z.input<typeof counterfactualSchema>, "aiOnlyBattery" | "initialState">> & {
    readonly initialState?: Readonly<Record<string, AssetState>>;
    readonly aiOnlyBattery?: {
      readonly battery: Readonly<Extract<AssetInput, { readonly chargeLimitMw: unknown }>>;
      readonly storedMwh: number;
      readonly carryingUsdPerMonth: number;
    };
  };
}

/** Assets of a plan, and names or paths in a list. */
export const MAX_ASSETS = 10_000;

export const hashpriceSchema = strictObject({
  hashpriceUsdPerPhDay: curve(
    quantity.hashpriceUsdPerPhDay,
    "Expected mining revenue before pool fee, block fees included",
  ),
});

export const blockRewardSchema = strictObject({
  btcUsd: curve(quantity.btcUsd),
  difficulty: curve(quantity.difficulty),
  difficultyGrowthPerYear: number(
    quantity.growthPerYear,
    "Compound, from the plan's start; an interval has its mean",
  ).default(0),
  subsidyBtc: curve(quantity.btc, "Default by the table of halvings").optional(),
  feesBtcPerBlock: curve(quantity.btc),
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
    storedMwh: number(quantity.energyMwh),
    carryingUsdPerMonth: number(quantity.usdPerMonth),
  }).optional(),
});

/** The top level, its pieces left unread (the readers of `horizon` and `battery` refuse their absence). */
export const envelopeSchema = strictObject({
  name: z.string().max(200).optional(),
  horizon: z.unknown().optional(),
  assets: z.array(z.unknown()).min(1).max(MAX_ASSETS),
  bitcoin: z.unknown().optional(),
  initialState: z.record(z.string(), z.unknown()).optional(),
  counterfactual: z.unknown().optional(),
  unitsAsStated: z
    .array(z.string())
    .max(MAX_ASSETS)
    .optional()
    .describe("Paths of what looks like a mistaken unit and is meant so"),
});

/** Whether assets of a kind hold energy that `storedMwh` of their state says. */
export function storesEnergy({ role, stateSchema }: AnyAssetKind): boolean {
  return role === "on-site" && "storedMwh" in ((stateSchema as Partial<z.ZodObject>).shape ?? {});
}

/** The input as one schema. */
export function planInputSchema(kinds: readonly AnyAssetKind[]) {
  const oneOf = (some: readonly AnyAssetKind[]) =>
    z.discriminatedUnion("kind", some.map(({ schema }) => schema) as unknown as [z.ZodObject, ...z.ZodObject[]]);
  const states = kinds.map(({ kind, stateSchema }) => stateSchema.describe(`State of ${kind}`));
  const { aiOnlyBattery } = counterfactualSchema.shape;
  return envelopeSchema.extend({
    horizon: horizonSchema,
    assets: z.array(oneOf(kinds)).min(1).max(MAX_ASSETS),
    bitcoin: z.union([hashpriceSchema, blockRewardSchema]).optional(),
    initialState: z.record(z.string(), z.union(states)).optional().describe("What the plan starts with, by asset name"),
    counterfactual: counterfactualSchema
      .extend({
        aiOnlyBattery: aiOnlyBattery
          .unwrap()
          .extend({ battery: oneOf(kinds.filter(storesEnergy)) })
          .optional(),
      })
      .optional(),
  });
}
