/**
 * Builds the JSON Schema (2020-12) of the input from the planner's own schemas; `npm run docs` writes it. Every number
 * has its unit in `unit`.
 */
import { instant, looseObject, strictObject, z } from "../src/assets/fields/fields.ts";
import { assetKinds } from "../src/assets/index.ts";
import { listPowerModes } from "../src/catalogue/power-modes.ts";
import { listRigs } from "../src/catalogue/rigs.ts";
import { planInputSchema } from "../src/input/plan-input-schema.ts";
import { sizingSchema } from "../src/sizing/choice-schema.ts";

/** What stands under `start` to `value`, of a list of stamped values. */
const stamped = (field: string, description: string) =>
  z
    .array(
      strictObject({
        start: instant().describe("When the value begins to hold"),
        [field]: z.number().describe(description),
        minutes: z.number().gt(0).optional().describe("How long it holds; default until the next start"),
      }),
    )
    .min(1);

const PRICE = "Price per MWh";
const FROM_MARKET = looseObject({
  currency: z.literal("USD").describe("Currency of the prices"),
  prices: stamped("perMwh", PRICE).describe("The prices, in the order of time"),
});
const FROM_COLUMN = looseObject({
  unit: z.enum(["MW", "per MWh", "t/MWh", "per unit"]).describe("Unit of the values"),
  currency: z.literal("USD").optional().describe("Currency of prices"),
  values: stamped("value", "The value").describe("The values, in the order of time"),
});

/** The forms of a varying number, defined once under `$defs`. */
const CURVE = z
  .union([
    z.number(),
    z.array(z.number()).min(1),
    stamped("value", "The value"),
    stamped("perMwh", PRICE),
    FROM_MARKET,
    FROM_COLUMN,
  ])
  .describe(
    "One value, one per interval, or stamped values; also what readMarketPrices or readSeries returns, whose " +
      "unit and currency are checked",
  );

type Node = z.core.JSONSchema.BaseSchema;

/** What stands beside the schemas in the sources: what each kind and each part of a tariff is. */
export interface AboutParts {
  /** One sentence by kind, e.g. of `battery`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** One sentence by field of the connection, e.g. of `demandCharge`. */
  readonly tariffParts: Readonly<Record<string, string>>;
}

/** The JSON Schema of what `planPower` takes. */
export function inputJsonSchema({ kinds, tariffParts }: AboutParts): Node {
  const { $schema: _, ...curve } = z.toJSONSchema(CURVE, { io: "input" });
  const schema = z.toJSONSchema(planInputSchema(assetKinds), { io: "input" });
  const models = { rig: listRigs().map(({ model }) => model), powerModes: listPowerModes().map(({ name }) => name) };
  everyProperty(schema, (name, node) => {
    if (name === "kind" && typeof node.const === "string") node.description = kinds[node.const];
    node.description ??= tariffParts[name];
    if (name === "rig" || name === "powerModes") {
      const text = node.anyOf?.find((form) => (form as Node).type === "string") as Node | undefined;
      if (text) text.examples = models[name];
    }
  });
  return { ...schema, title: "planPower", $defs: { ...schema.$defs, curve } };
}

/** The JSON Schema of the rate and the choices of a sizing. */
export function sizingInputJsonSchema(): Node {
  return { ...z.toJSONSchema(sizingSchema, { io: "input" }), title: "sizeSite" };
}

/** Calls `visit` for each property of each object in a schema. */
export function everyProperty(node: Node, visit: (name: string, node: Node) => void): void {
  for (const [name, field] of Object.entries(node.properties ?? {})) visit(name, field as Node);
  for (const inner of Object.values(node)) {
    const nodes = Array.isArray(inner) ? inner : typeof inner === "object" && inner !== null ? [inner] : [];
    for (const each of nodes) if (typeof each === "object" && each !== null) everyProperty(each as Node, visit);
  }
  for (const field of Object.values(node.properties ?? {})) everyProperty(field as Node, visit);
}
