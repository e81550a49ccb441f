/**
 * The shape of the whole input, piece by piece. `parse-plan.ts` runs the pieces one after the other, so that a fault in
 * one hides none in the next; `json-schema.ts` publishes them put together.
 */
import * as z from "zod";
import type { AnyAssetKind } from "../assets/asset.ts";
import type { AssetInput } from "../assets/index.ts";
import { curve, number } from "../assets/fields.ts";
import { quantity } from "../assets/quantities.ts";
import { horizonSchema } from "./time-axis.ts";

/** What `planPower` takes, as a type. The input is validated all the same: it may come from anywhere. */
export interface PlanInput {
  readonly name?: string;
  readonly horizon: Readonly<z.input<typeof horizonSchema>>;
  readonly assets: readonly Readonly<AssetInput>[];
  readonly bitcoin?: Readonly<z.input<typeof hashpriceSchema> | z.input<typeof blockRewardSchema>>;
  /** By asset name; takes the `endState` of an earlier plan as it is. */
  readonly initialState?: Readonly<Record<string, unknown>>;
  readonly counterfactual?: Readonly<Omit<z.input<typeof counterfactualSchema>, "aiOnlyBattery">> & {
    readonly aiOnlyBattery?: { readonly battery: Readonly<Extract<AssetInput, { readonly chargeLimitMw: unknown }>>; readonly storedMwh: number; readonly carryingUsdPerMonth: number };
  };
}

export const hashpriceSchema = z.strictObject({
  hashpriceUsdPerPhDay: curve(quantity.hashpriceUsdPerPhDay).meta({ description: "Expected mining revenue before pool fee, fees of blocks included, USD per PH/s and day" }),
});

export const blockRewardSchema = z.strictObject({
  btcUsd: curve(quantity.btcUsd).meta({ description: "Price of one bitcoin" }),
  difficulty: curve(quantity.difficulty).meta({ description: "Network difficulty as in the block header, about 1.3e14 in 2026" }),
  difficultyGrowthPerYear: number(quantity.growthPerYear).default(0).meta({
    description: "Growth of a constant difficulty from the plan's start, compound, may be negative; default 0",
  }),
  subsidyBtc: curve(quantity.btc).optional().meta({ description: "Block subsidy; default by the dated table of halvings" }),
  feesBtcPerBlock: curve(quantity.btc).meta({ description: "Transaction fees per block" }),
});

export const counterfactualSchema = z.strictObject({
  aiOnlyImportLimitMw: curve(quantity.powerMw).meta({ description: "What the site could import if it did not mine" }),
  basis: z.string().min(1).meta({ description: "Why that limit is the right one; printed with the headline" }),
  extraImportUsdPerMwMonth: number(quantity.chargeUsdPerMwMonth).optional().meta({
    description: "Carrying cost of import capacity above the AI-only limit",
  }),
  assetsAiOnlyKeeps: z.array(z.string()).meta({ description: "Names of the on-site assets that the AI-only site would have too" }),
  aiFlexibleShare: number(quantity.fraction).optional().meta({ description: "Share of firm AI demand that could move within its local day" }),
  initialState: z.record(z.string(), z.unknown()).optional().meta({
    description: "What the AI-only site would start with where that differs, e.g. a lower peak already set",
  }),
  aiOnlyBattery: z
    .strictObject({
      battery: z.unknown().optional(),
      storedMwh: number(quantity.energyMwh).meta({ description: "Energy in it at the plan's start" }),
      carryingUsdPerMonth: number(quantity.usdPerMonth).meta({ description: "What having it costs" }),
    })
    .optional(),
});

/** The top level, its pieces left unread (the readers of `horizon` and `battery` refuse their absence). */
export const envelopeSchema = z.strictObject({
  name: z.string().max(200).optional().meta({ description: "Title of the plan" }),
  horizon: z.unknown().optional(),
  assets: z.array(z.unknown()).min(1),
  bitcoin: z.unknown().optional(),
  initialState: z.record(z.string(), z.unknown()).optional().meta({ description: "What the plan starts with, by asset name" }),
  counterfactual: z.unknown().optional(),
});

/** Whether assets of a kind hold energy that `storedMwh` of their state says. */
export function storesEnergy({ role, stateSchema }: AnyAssetKind): boolean {
  return role === "on-site" && "storedMwh" in ((stateSchema as Partial<z.ZodObject>).shape ?? {});
}

/** The input as one schema. */
export function planInputSchema(kinds: readonly AnyAssetKind[]) {
  const oneOf = (some: readonly AnyAssetKind[]) => z.discriminatedUnion("kind", some.map(({ schema }) => schema) as unknown as [z.ZodObject, ...z.ZodObject[]]);
  const states = kinds.map(({ kind, stateSchema }) => stateSchema.meta({ description: `State of an asset of kind ${kind}` }));
  const { aiOnlyBattery, ...counterfactual } = counterfactualSchema.shape;
  return envelopeSchema.extend({
    horizon: horizonSchema,
    assets: z.array(oneOf(kinds)).min(1),
    bitcoin: z.union([hashpriceSchema, blockRewardSchema]).optional(),
    initialState: z.record(z.string(), z.union(states)).optional().meta({ description: "What the plan starts with, by asset name" }),
    counterfactual: z
      .strictObject({ ...counterfactual, aiOnlyBattery: aiOnlyBattery.unwrap().extend({ battery: oneOf(kinds.filter(storesEnergy)) }).optional() })
      .optional(),
  });
}
