/** The list of asset kinds: adding an asset is one file, one line here, one test. */
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
import type { DieselReading } from "./diesel/read.ts";
import type { EmissionsReading } from "./emissions/read.ts";
import type { FirmGenerationReading } from "./firm-generation/read.ts";
import type { FlexibilityProductReading } from "./flexibility-product/read.ts";
import type { GridReading } from "./grid/read.ts";
import type { MiningFleetReading } from "./mining-fleet/read.ts";
import type { PowerPurchaseReading } from "./power-purchase/read.ts";
import type { TakeOrPayFigures } from "./power-purchase/minimum.ts";
import type { RenewableReading } from "./renewable/read.ts";

export const assetKinds: readonly AnyAssetKind[] = [
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
  curtailmentCall,
  emissions,
  flexibilityProduct,
];

/** What the user writes for one asset; `kind` tells which. */
export type AssetInput =
  | z.input<typeof grid.schema>
  | z.input<typeof renewable.schema>
  | z.input<typeof battery.schema>
  | z.input<typeof firmGeneration.schema>
  | z.input<typeof diesel.schema>
  | z.input<typeof emissions.schema>
  | z.input<typeof aiFirm.schema>
  | z.input<typeof aiDeferrable.schema>
  | z.input<typeof aiSpot.schema>
  | z.input<typeof miningFleet.schema>
  | z.input<typeof powerPurchase.schema>
  | z.input<typeof curtailmentCall.schema>
  | z.input<typeof flexibilityProduct.schema>;

type State =
  | z.input<typeof grid.stateSchema>
  | z.input<typeof battery.stateSchema>
  | z.input<typeof firmGeneration.stateSchema>
  | z.input<typeof diesel.stateSchema>
  | z.input<typeof emissions.stateSchema>
  | z.input<typeof aiFirm.stateSchema>
  | z.input<typeof aiDeferrable.stateSchema>
  | z.input<typeof aiSpot.stateSchema>
  | z.input<typeof miningFleet.stateSchema>
  | z.input<typeof powerPurchase.stateSchema>
  | z.input<typeof flexibilityProduct.stateSchema>;

type FieldOf<States> = States extends unknown ? keyof States : never;
type ValueOf<States, Field> = States extends unknown ? (Field extends keyof States ? States[Field] : never) : never;

/**
 * What an asset starts with and ends with: the fields of its kind; kinds without memory have none. Fields of one name
 * may differ from kind to kind.
 */
export type AssetState = { readonly [Field in FieldOf<State>]?: ValueOf<State, Field> };

/** What an asset of any listed kind reports; `kind` tells which. */
export type Reading =
  | GridReading
  | RenewableReading
  | BatteryReading
  | FirmGenerationReading
  | DieselReading
  | EmissionsReading
  | AiFirmReading
  | AiDeferrableReading
  | AiSpotReading
  | MiningFleetReading
  | PowerPurchaseReading
  | CurtailmentCallReading
  | FlexibilityProductReading;

export type {
  AiDeferrableReading,
  AiFirmReading,
  AiSpotReading,
  BatteryReading,
  CallDrop,
  CallTiming,
  CurtailmentCallReading,
  DieselReading,
  EmissionsReading,
  FirmGenerationReading,
  FlexibilityProductReading,
  GridReading,
  MiningFleetReading,
  PowerPurchaseReading,
  RenewableReading,
  TakeOrPayFigures,
};
