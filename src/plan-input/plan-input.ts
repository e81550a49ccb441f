// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { AiDeferrableInput } from "./ai-deferrable.ts";
import type { AiFirmInput } from "./ai-firm.ts";
import type { AiSpotInput } from "./ai-spot.ts";
import type { AssetState } from "./asset-state.ts";
import type { BatteryInput } from "./battery.ts";
import type { BitcoinInput } from "./bitcoin.ts";
import type { CounterfactualInput } from "./counterfactual.ts";
import type { CurtailmentCallInput } from "./curtailment-call.ts";
import type { DayAheadPurchaseInput } from "./day-ahead-purchase.ts";
import type { DieselInput } from "./diesel.ts";
import type { EmissionsInput } from "./emissions.ts";
import type { FirmGenerationInput } from "./firm-generation.ts";
import type { FlexibilityProductInput } from "./flexibility-product.ts";
import type { GridInput } from "./grid.ts";
import type { HorizonInput } from "./horizon.ts";
import type { MiningFleetInput } from "./mining-fleet.ts";
import type { NonFirmServiceInput } from "./non-firm-service.ts";
import type { PowerPurchaseInput } from "./power-purchase.ts";
import type { RenewableInput } from "./renewable.ts";

/** What the user writes for one asset; `kind` tells which. */
export type AssetInput =
  | GridInput
  | RenewableInput
  | BatteryInput
  | FirmGenerationInput
  | DieselInput
  | AiFirmInput
  | AiDeferrableInput
  | AiSpotInput
  | MiningFleetInput
  | PowerPurchaseInput
  | DayAheadPurchaseInput
  | NonFirmServiceInput
  | CurtailmentCallInput
  | EmissionsInput
  | FlexibilityProductInput;

/**
 * What `planPower` takes. A value of this type is validated all the same; what comes from elsewhere becomes one by
 * `parsePlanInput`.
 */
export interface PlanInput {
  /** Name of the plan in texts; default plan. */
  readonly name?: string | undefined;
  /** Start, length and intervals of the plan, on a local clock. */
  readonly horizon: HorizonInput;
  /** What the site is made of. */
  readonly assets: readonly AssetInput[];
  /** What mining earns; needed where a fleet is among the assets. */
  readonly bitcoin?: BitcoinInput | undefined;
  /** What the plan starts with, by asset name. */
  readonly initialState?: Readonly<Record<string, AssetState>> | undefined;
  /** The AI-only site that compareBaselines sets beside the plan. */
  readonly counterfactual?: CounterfactualInput | undefined;
  /** Paths of values that look like a wrong unit and are intended. */
  readonly unitsAsStated?: readonly string[] | undefined;
}
