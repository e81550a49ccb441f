/** Makes the JSON Schema (2020-12) of the input from the schemas that the planner runs; `npm run docs` writes it. */
import { instant, looseObject, strictObject, z } from "../src/assets/fields/fields.ts";
import { assetKinds } from "../src/assets/index.ts";
import { planInputSchema } from "../src/input/plan-input-schema.ts";

const stamped = (field: string) =>
  z.array(strictObject({ start: instant(), [field]: z.number(), minutes: z.number().gt(0).optional() })).min(1);

const FROM_MARKET = looseObject({ currency: z.literal("USD"), prices: stamped("perMwh") });
const FROM_COLUMN = looseObject({
  unit: z.enum(["MW", "per MWh", "t/MWh", "per unit"]),
  currency: z.literal("USD").optional(),
  values: stamped("value"),
});

/** The forms of a varying number; stands once, under `$defs`. */
const CURVE = z
  .union([z.number(), z.array(z.number()).min(1), stamped("value"), stamped("perMwh"), FROM_MARKET, FROM_COLUMN])
  .describe(
    "One value, one per interval, or stamped values; also what readMarketPrices or readSeries returns, whose " +
      "unit and currency are checked",
  );

/** The JSON Schema of what `planPower` takes. */
export function inputJsonSchema(): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...curve } = z.toJSONSchema(CURVE, { io: "input" });
  const schema = z.toJSONSchema(planInputSchema(assetKinds), { io: "input" });
  return { ...schema, title: "planPower", $defs: { ...schema.$defs, curve } };
}
