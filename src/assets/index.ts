/**
 * The kinds of assets. A new kind is one folder and one entry in the list; the types of inputs, states and readings
 * follow from it. The names exported below are public for those who want to write a type down.
 */
import type * as z from "zod";
import { emissions } from "./emissions/index.ts";
import { aiSpot } from "./ai-spot/index.ts";
import { diesel } from "./diesel/index.ts";
import { firmGeneration } from "./firm-generation/index.ts";
import { renewable } from "./renewable/index.ts";
import { battery } from "./battery/index.ts";
import { miningFleet } from "./mining-fleet/index.ts";
import { aiDeferrable } from "./ai-deferrable/index.ts";
import { aiFirm } from "./ai-firm/index.ts";
import { grid } from "./grid/index.ts";
import { dayAheadPurchase } from "./day-ahead-purchase/index.ts";
import { nonFirmService } from "./non-firm-service/index.ts";
import { curtailmentCall } from "./curtailment-call/index.ts";
import { powerPurchase } from "./power-purchase/index.ts";
import { flexibilityProduct } from "./flexibility-product/index.ts";
import type { AnyAssetKind } from "./asset.ts";
import type { AiDeferrableReading } from "./ai-deferrable/read.ts";
import type { AiFirmReading } from "./ai-firm/read.ts";
import type { AiSpotReading } from "./ai-spot/read.ts";
import type { BatteryReading } from "./battery/read.ts";
import type { CurtailmentCallReading } from "./curtailment-call/read.ts";
import type { CallDrop, CallTiming } from "./curtailment-call/timing.ts";
import type { DayAheadPurchaseReading } from "./day-ahead-purchase/read.ts";
import type { DieselReading } from "./diesel/read.ts";
import type { EmissionsReading } from "./emissions/read.ts";
import type { FirmGenerationReading } from "./firm-generation/read.ts";
import type { FlexibilityProductReading } from "./flexibility-product/read.ts";
import type { GridReading } from "./grid/read.ts";
import type { MiningFleetReading } from "./mining-fleet/read.ts";
import type { NonFirmServiceReading } from "./non-firm-service/read.ts";
import type { PowerPurchaseReading } from "./power-purchase/read.ts";
import type { TakeOrPayFigures } from "./power-purchase/minimum.ts";
import type { RenewableReading } from "./renewable/read.ts";

/** The list. The order is that of pages and messages; it does not matter to a plan. */
export const assetKinds = [
  grid,
  renewable,
  battery,
  firmGeneration,
  diesel,
  aiFirm,
  aiDeferrable,
  aiSpot,
  miningFleet,
  powerPurchase,
  dayAheadPurchase,
  nonFirmService,
  curtailmentCall,
  emissions,
  flexibilityProduct,
] as const satisfies readonly AnyAssetKind[];

type Kind = (typeof assetKinds)[number];

/** What the user writes for one asset; `kind` tells which. */
export type AssetInput = z.input<Kind["schema"]>;

/** The state of a kind; of kinds without memory, whose schema is an empty object, nothing. */
type StateOf<Schema extends z.ZodType> = Schema extends z.ZodType
  ? string extends keyof z.input<Schema>
    ? never
    : z.input<Schema>
  : never;

type State = StateOf<Kind["stateSchema"]>;
type FieldOf<States> = States extends unknown ? keyof States : never;
type ValueOf<States, Field> = States extends unknown ? (Field extends keyof States ? States[Field] : never) : never;

/**
 * What an asset starts with and ends with: the fields of its kind; kinds without memory have none. Fields of one name
 * may differ from kind to kind.
 */
export type AssetState = { readonly [Field in FieldOf<State>]?: ValueOf<State, Field> };

/** What an asset of any listed kind reports; `kind` tells which. */
export type Reading = ReturnType<Kind["read"]>;

/** What an asset of one kind reports, e.g. `ReadingOf<"battery">`. */
export type ReadingOf<Name extends Reading["kind"]> = Extract<Reading, { readonly kind: Name }>;

export type {
  AiDeferrableReading,
  AiFirmReading,
  AiSpotReading,
  BatteryReading,
  CallDrop,
  CallTiming,
  CurtailmentCallReading,
  DayAheadPurchaseReading,
  DieselReading,
  EmissionsReading,
  FirmGenerationReading,
  FlexibilityProductReading,
  GridReading,
  MiningFleetReading,
  NonFirmServiceReading,
  PowerPurchaseReading,
  RenewableReading,
  TakeOrPayFigures,
};
