/** The input's JSON Schema (2020-12), for editors, forms and other languages. Units stand in `unit` of every number. */
import { instant, z } from "../assets/fields.ts";
import { assetKinds } from "../assets/index.ts";
import { planInputSchema } from "./plan-input-schema.ts";

/** The three forms of a varying number; stands once, under `$defs`. */
const CURVE = z
  .union([
    z.number(),
    z.array(z.number()).min(1),
    z.array(z.strictObject({ start: instant(), value: z.number(), minutes: z.number().gt(0).optional() })).min(1),
  ])
  .describe("One value, one per interval, or stamped values");

/** The JSON Schema of what `planPower` takes. */
export function planInputJsonSchema(): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...curve } = z.toJSONSchema(CURVE, { io: "input" });
  const schema = z.toJSONSchema(planInputSchema(assetKinds), { io: "input" });
  return { ...schema, title: "planPower", $defs: { ...schema.$defs, curve } };
}
