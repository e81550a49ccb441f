/** The input's JSON Schema (2020-12), for editors, forms and other languages. Units stand in `unit` of every number. */
import * as z from "zod";
import type { AnyAssetKind } from "../assets/asset.ts";
import { assetKinds } from "../assets/index.ts";
import { planInputSchema } from "./plan-input-schema.ts";

/** The three forms of a varying number; stands once, under `$defs`. */
const CURVE = {
  description: "A varying number: one value, an array of one value per interval, or stamped values that hold until the next start (or for minutes)",
  anyOf: [
    { type: "number" },
    { type: "array", minItems: 1, items: { type: "number" } },
    {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        properties: { start: { type: "string", format: "date-time" }, value: { type: "number" }, minutes: { type: "number", exclusiveMinimum: 0 } },
        required: ["start", "value"],
        additionalProperties: false,
      },
    },
  ],
} satisfies z.core.JSONSchema.BaseSchema;

/** The JSON Schema of what `planPower` takes. */
export function planInputJsonSchema(kinds: readonly AnyAssetKind[] = assetKinds): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(planInputSchema(kinds), {
    io: "input",
    override: ({ jsonSchema }) => {
      if (jsonSchema.curve !== true) return;
      delete jsonSchema.curve;
      jsonSchema.$ref = "#/$defs/curve";
    },
  });
  return { ...schema, title: "Input of planPower", $defs: { ...schema.$defs, curve: CURVE } };
}
