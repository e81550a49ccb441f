/**
 * Solar, wind or any other supply that the weather gives. Curtailment is always possible.
 *
 *     0 <= used_t <= available_t,    available_t = capacityMw * availability_t
 *     cost = dt (costUsdPerMwh used + curtailmentUsdPerMwh (available - used))
 */
import type { Columns } from "../model/columns.ts";
import { wish } from "../model/preference.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, curve, number, type Resolved, z } from "./fields.ts";
import { quantity } from "./quantities.ts";
import { busPower } from "./rule-dispatch.ts";
import { scaled, sum } from "./series.ts";

const schema = z.strictObject({
  kind: z.literal("renewable"),
  name: assetName(),
  technology: z.enum(["solar", "wind", "other"]),
  capacityMw: number(quantity.powerMw),
  availability: curve(quantity.fraction, "Share of capacity that sun or wind gives, 0 to 1"),
  costUsdPerMwh: number({ ...quantity.costUsdPerMwh, min: -1_000 }, "Of each MWh used (variable O&M, pay-as-produced price)").default(0),
  curtailmentUsdPerMwh: number(quantity.costUsdPerMwh, "Of each MWh available and not used").default(0),
});

const stateSchema = z.strictObject({});

type Spec = Resolved<z.output<typeof schema>>;

interface Handles {
  readonly usedMw: Columns;
  readonly availableMw: Float64Array;
}

export interface RenewableReading extends AssetReading {
  readonly kind: "renewable";
  readonly series: { readonly usedMw: Float64Array; readonly curtailedMw: Float64Array };
  readonly totals: { readonly usedMwh: number; readonly curtailedMwh: number };
}

export const renewable: AssetKind<"renewable", typeof schema, typeof stateSchema, Handles, RenewableReading> = {
  kind: "renewable",
  role: "on-site",
  schema,
  stateSchema,

  declare(spec, _initial, site) {
    const dt = site.time.stepHours;
    const availableMw = available(spec);
    const usedMw = site.addSeries(spec.name, "usedMw", { unit: "MW", upper: availableMw, limit: "availability" });
    site.supply(usedMw);
    site.preferLess(usedMw, -wish.lessSpilled);
    if (spec.costUsdPerMwh !== 0) site.addCost(usedMw, "generation", "cash", spec.costUsdPerMwh * dt);
    if (spec.curtailmentUsdPerMwh !== 0) {
      site.addCost(usedMw, "curtailment", "cash", -spec.curtailmentUsdPerMwh * dt);
      site.addConstantCost(spec.name, "curtailment", "cash", scaled(availableMw, spec.curtailmentUsdPerMwh * dt));
    }
    return { usedMw, availableMw };
  },

  read(_spec, _initial, handles, solved) {
    const dt = solved.time.stepHours;
    const usedMw = solved.values(handles.usedMw);
    const curtailedMw = usedMw.map((mw, t) => handles.availableMw[t] - mw);
    return {
      kind: "renewable",
      role: "on-site",
      netBusMw: usedMw,
      series: { usedMw, curtailedMw },
      totals: { usedMwh: sum(usedMw) * dt, curtailedMwh: sum(curtailedMw) * dt },
    };
  },

  rule(spec, _initial, handles) {
    return {
      flows: [
        {
          role: "free-supply",
          reachMw: (t) => handles.availableMw[t],
          usdPerMwh: () => spec.costUsdPerMwh - spec.curtailmentUsdPerMwh,
          fixes: [busPower(handles.usedMw)],
        },
      ],
    };
  },
};

function available(spec: Spec): Float64Array {
  return scaled(spec.availability, spec.capacityMw);
}
