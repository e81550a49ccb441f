import { assetName, curve, keyName, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { minimumStateSchema } from "./minimum.ts";
import { premiumMonthsSchema } from "./premium.ts";
import { termsSchema } from "./terms.ts";

export const schema = strictObject({
  kind: z.literal("power-purchase"),
  name: assetName(),
  connection: keyName().optional().describe("The grid connection; default the only one"),
  volumeMw: curve(quantity.powerMw, "At the POI: the block, what the plant produces, or the most that can be taken"),
  terms: termsSchema.describe("Shape, price and conditions"),
  aiOnlyKeeps: z.boolean().default(false).describe("The counterfactual's AI-only site has it too"),
});

/** What a take-or-pay contract carries, or an option. */
export const stateSchema = strictObject({
  ...minimumStateSchema.shape,
  premiumMonths: premiumMonthsSchema.optional().describe("Option: months of which earlier plans owed the premium"),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
