/** The input's JSON Schema (2020-12), for editors, forms and other languages. Units stand in `unit` of every number. */
import { instant, z } from "../assets/fields.ts";
import { assetKinds } from "../assets/index.ts";
import { planInputSchema } from "./plan-input-schema.ts";

const stamped = (field: string) => z.array(z.strictObject({ start: instant(), [field]: z.number(), minutes: z.number().gt(0).optional() })).min(1);

/** The forms of a varying number; stands once, under `$defs`. */
const CURVE = z
  .union([z.number(), z.array(z.number()).min(1), stamped("value"), stamped("perMwh"), z.looseObject({ currency: z.literal("USD"), prices: stamped("perMwh") })])
  .describe("One value, one per interval, or stamped values; of prices per MWh also what readMarketPrices returns, or its prices");

/** The JSON Schema of what `planPower` takes. */
export function planInputJsonSchema(): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...curve } = z.toJSONSchema(CURVE, { io: "input" });
  const schema = z.toJSONSchema(planInputSchema(assetKinds), { io: "input" });
  return { ...schema, title: "planPower", $defs: { ...schema.$defs, curve } };
}
