/** The types made by `npm run docs` say what the schemas take, in both directions; where one does not, tsc fails. */
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { aiDeferrable } from "../../src/assets/ai-deferrable/index.ts";
import type { aiFirm } from "../../src/assets/ai-firm/index.ts";
import type { aiSpot } from "../../src/assets/ai-spot/index.ts";
import type { battery } from "../../src/assets/battery/index.ts";
import type { curtailmentCall } from "../../src/assets/curtailment-call/index.ts";
import type { diesel } from "../../src/assets/diesel/index.ts";
import type { emissions } from "../../src/assets/emissions/index.ts";
import type { firmGeneration } from "../../src/assets/firm-generation/index.ts";
import type { flexibilityProduct } from "../../src/assets/flexibility-product/index.ts";
import type { grid } from "../../src/assets/grid/index.ts";
import type { AssetInput as AssetBySchema, AssetState as StateBySchema } from "../../src/assets/index.ts";
import type { miningFleet } from "../../src/assets/mining-fleet/index.ts";
import type { dayAheadPurchase } from "../../src/assets/day-ahead-purchase/index.ts";
import type { nonFirmService } from "../../src/assets/non-firm-service/index.ts";
import type { powerPurchase } from "../../src/assets/power-purchase/index.ts";
import type { renewable } from "../../src/assets/renewable/index.ts";
import { assetKinds } from "../../src/assets/index.ts";
import { findPowerModes } from "../../src/catalogue/power-modes.ts";
import { findRig } from "../../src/catalogue/rigs.ts";
import type { blockRewardSchema, hashpriceSchema } from "../../src/input/plan-input-schema.ts";
import type { horizonSchema } from "../../src/input/time-axis.ts";
import type * as types from "../../src/plan-input/index.ts";

/** The schemas' arrays may be written to, the inputs' may not. */
type Readonly_<T> = T extends Float64Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Readonly_<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Readonly_<T[Key]> }
      : T;

/** Every field of every form of a type, so that an optional field that one side lacks shows. */
type KeysOf<T> = T extends string
  ? never
  : T extends readonly (infer Item)[]
    ? KeysOf<Item>
    : T extends object
      ? { [Key in keyof T & string]: Key | `${Key}.${KeysOf<NonNullable<T[Key]>>}` }[keyof T & string]
      : never;

type OfKind<Kind extends types.AssetInput["kind"]> = Extract<types.AssetInput, { readonly kind: Kind }>;
type BySchema<Kind extends AssetBySchema["kind"]> = Extract<AssetBySchema, { kind: Kind }>;

type Same<Made, Schema extends { readonly schema: z.ZodType }> = SameType<Made, z.input<Schema["schema"]>>;
type SameType<Made, Given> = [Made] extends [Readonly_<Given>]
  ? [Readonly_<Given>] extends [Made]
    ? true
    : "the schema takes what the type does not"
  : "the type takes what the schema does not";

describe("the types of the input", () => {
  it("are those of the schemas, field by field", () => {
    expectTypeOf<Same<types.AiDeferrableInput, typeof aiDeferrable>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.AiFirmInput, typeof aiFirm>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.AiSpotInput, typeof aiSpot>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.BatteryInput, typeof battery>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.CurtailmentCallInput, typeof curtailmentCall>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.DayAheadPurchaseInput, typeof dayAheadPurchase>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.DieselInput, typeof diesel>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.EmissionsInput, typeof emissions>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.FirmGenerationInput, typeof firmGeneration>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.FlexibilityProductInput, typeof flexibilityProduct>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.GridInput, typeof grid>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.MiningFleetInput, typeof miningFleet>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.NonFirmServiceInput, typeof nonFirmService>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.PowerPurchaseInput, typeof powerPurchase>>().toEqualTypeOf<true>();
    expectTypeOf<Same<types.RenewableInput, typeof renewable>>().toEqualTypeOf<true>();
    expectTypeOf<types.AssetInput["kind"]>().toEqualTypeOf<AssetBySchema["kind"]>();
    expectTypeOf<SameType<types.HorizonInput, z.input<typeof horizonSchema>>>().toEqualTypeOf<true>();
    type Bitcoin = z.input<typeof hashpriceSchema> | z.input<typeof blockRewardSchema>;
    expectTypeOf<SameType<types.BitcoinInput, Bitcoin>>().toEqualTypeOf<true>();
    expectTypeOf<SameType<types.AssetState, StateBySchema>>().toEqualTypeOf<true>();
    expectTypeOf<keyof types.AssetState>().toEqualTypeOf<keyof StateBySchema>();
    // Field by field, at every depth, so that an optional field that one side lacks shows.
    expectTypeOf<KeysOf<OfKind<"ai-deferrable">>>().toEqualTypeOf<KeysOf<BySchema<"ai-deferrable">>>();
    expectTypeOf<KeysOf<OfKind<"ai-firm">>>().toEqualTypeOf<KeysOf<BySchema<"ai-firm">>>();
    expectTypeOf<KeysOf<OfKind<"ai-spot">>>().toEqualTypeOf<KeysOf<BySchema<"ai-spot">>>();
    expectTypeOf<KeysOf<OfKind<"battery">>>().toEqualTypeOf<KeysOf<BySchema<"battery">>>();
    expectTypeOf<KeysOf<OfKind<"curtailment-call">>>().toEqualTypeOf<KeysOf<BySchema<"curtailment-call">>>();
    expectTypeOf<KeysOf<OfKind<"day-ahead-purchase">>>().toEqualTypeOf<KeysOf<BySchema<"day-ahead-purchase">>>();
    expectTypeOf<KeysOf<OfKind<"diesel">>>().toEqualTypeOf<KeysOf<BySchema<"diesel">>>();
    expectTypeOf<KeysOf<OfKind<"emissions">>>().toEqualTypeOf<KeysOf<BySchema<"emissions">>>();
    expectTypeOf<KeysOf<OfKind<"firm-generation">>>().toEqualTypeOf<KeysOf<BySchema<"firm-generation">>>();
    expectTypeOf<KeysOf<OfKind<"flexibility-product">>>().toEqualTypeOf<KeysOf<BySchema<"flexibility-product">>>();
    expectTypeOf<KeysOf<OfKind<"grid">>>().toEqualTypeOf<KeysOf<BySchema<"grid">>>();
    expectTypeOf<KeysOf<OfKind<"mining-fleet">>>().toEqualTypeOf<KeysOf<BySchema<"mining-fleet">>>();
    expectTypeOf<KeysOf<OfKind<"non-firm-service">>>().toEqualTypeOf<KeysOf<BySchema<"non-firm-service">>>();
    expectTypeOf<KeysOf<OfKind<"power-purchase">>>().toEqualTypeOf<KeysOf<BySchema<"power-purchase">>>();
    expectTypeOf<KeysOf<OfKind<"renewable">>>().toEqualTypeOf<KeysOf<BySchema<"renewable">>>();
    expectTypeOf<types.AssetInput["kind"]>().toEqualTypeOf<AssetBySchema["kind"]>();
    // What is above is judged by tsc; this, that a new kind has a line there.
    expect(assetKinds).toHaveLength(15);
  });

  it("this test tells a difference", () => {
    interface Short {
      readonly kind: "renewable";
      readonly name: string;
    }
    expectTypeOf<Same<Short, typeof renewable>>().not.toEqualTypeOf<true>();
    expectTypeOf<
      SameType<types.HorizonInput & { readonly extra: 1 }, z.input<typeof horizonSchema>>
    >().not.toEqualTypeOf<true>();
    expect(assetKinds[0].kind).toBe("grid");
  });

  it("complete the catalogue's names and take any text", () => {
    const rig: types.MiningFleetInput["rig"] = "Antminer S21 XP" satisfies types.RigModel;
    const own: types.MiningFleetInput["rig"] = `S21 ${"XP"}`;
    expect([findRig(rig as string), findRig(own)].every((found) => "model" in found)).toBe(true);
    const modes = "S19j Pro" as types.PowerModeName;
    expect(typeof findPowerModes).toBe("function");
    expect(modes).toBe("S19j Pro");
    // @ts-expect-error a number is not a model
    const wrong: types.MiningFleetInput["rig"] = 5;
    expect(wrong).toBe(5);
  });
});
