import { assetName, curve, number, strictObject, z, type Resolved } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { usedByPeriod } from "../limits/period-cap.ts";

export const schema = strictObject({
  kind: z.literal("emissions"),
  name: assetName(),
  priceUsdPerT: curve(quantity.usdPerT, "Price of CO2 emitted; default none").optional(),
  cap: strictObject({
    co2T: number(quantity.tonnes, "Cap on the whole calendar period, with what was already emitted in it"),
    period: z.enum(["year", "month"]).describe("Calendar period of the cap"),
  })
    .optional()
    .describe("Most CO2 that may be emitted in a period; default no cap"),
});

export const stateSchema = strictObject({
  co2TByPeriod: usedByPeriod(
    quantity.tonnes,
    "Emitted so far under the cap, e.g. { '2026': 812 }, or by month { '2026-07': 70 }",
  ),
});

export type Spec = Resolved<z.output<typeof schema>>;

export type State = z.output<typeof stateSchema>;
