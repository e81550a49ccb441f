import type { AssetKind, AssetReading } from "../../src/assets/asset.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../../src/assets/fields/fields.ts";
import { quantity } from "../../src/assets/fields/quantities.ts";
import { scaled, sum } from "../../src/assets/fields/series.ts";
import type { ColumnBlock } from "../../src/model/block.ts";

/** A kind that the library does not have: an electric boiler, whose heat is sold where it pays for the power. */
const schema = strictObject({
  kind: z.literal("boiler"),
  name: assetName(),
  powerMw: number(quantity.powerMw),
  heatUsdPerMwh: curve(quantity.priceUsdPerMwh, "Per MWh of power"),
});
const stateSchema = strictObject({});

export interface BoilerReading extends AssetReading {
  readonly kind: "boiler";
  readonly series: { readonly powerMw: Float64Array };
  readonly totals: { readonly energyMwh: number };
}

export const boiler: AssetKind<"boiler", typeof schema, typeof stateSchema, ColumnBlock, BoilerReading> = {
  kind: "boiler",
  role: "on-site",
  schema,
  stateSchema,
  declare(spec: Resolved<z.output<typeof schema>>, _initial, site) {
    const powerMw = site.addSeries(spec.name, "powerMw", { unit: "MW", upper: spec.powerMw, limit: "powerMw" });
    site.draw(powerMw);
    site.addCost(powerMw, "heat", "cash", scaled(spec.heatUsdPerMwh, -site.time.stepHours));
    const slice = { name: "", parts: [[powerMw, 1] as const], lossUsdPerMwh: () => spec.heatUsdPerMwh };
    return { handles: powerMw, ports: { headroom: { asset: spec.name, slices: [slice] } } };
  },
  read(_spec, _initial, columns, solved) {
    const powerMw = solved.values(columns);
    return {
      kind: "boiler",
      role: "on-site",
      netBusMw: scaled(powerMw, -1),
      series: { powerMw },
      totals: { energyMwh: sum(powerMw) * solved.time.stepHours },
    };
  },
  rule: (_spec, _initial, columns) => ({ flows: [], idle: [columns] }),
};
