/**
 * Solar, wind or any other supply that the weather gives. All of it may be curtailed, unless a least share is to be
 * taken.
 *
 *     leastShare_t available_t <= used_t <= available_t,    available_t = capacityMw availability_t
 *     cost = dt (costUsdPerMwh used + curtailmentUsdPerMwh (available - used))
 */
import type { Columns } from "../../model/columns.ts";
import { wish } from "../../model/preference.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { busPower } from "../rule-dispatch.ts";
import { product, scaled, sum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("renewable"),
  name: assetName(),
  technology: z.enum(["solar", "wind", "other"]),
  capacityMw: number(quantity.powerMw),
  availability: curve(quantity.fraction, "Share of capacity that sun or wind gives, 0 to 1"),
  leastShare: curve(
    quantity.fraction,
    "Share of what is available that must be taken, 1 where nothing may be curtailed; default 0",
  ).optional(),
  costUsdPerMwh: number(
    { ...quantity.costUsdPerMwh, min: -1_000 },
    "Of each MWh used (variable O&M, pay-as-produced price)",
  ).default(0),
  curtailmentUsdPerMwh: number(quantity.costUsdPerMwh, "Of each MWh available and not used").default(0),
});

const stateSchema = strictObject({});

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
    const usedMw = site.addSeries(spec.name, "usedMw", {
      unit: "MW",
      upper: availableMw,
      limit: "availability",
      limitField: { unit: "1", most: 1 },
      ...(spec.leastShare && { lower: product(availableMw, spec.leastShare), lowerLimit: () => "leastShare" }),
    });
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

  rule(spec, _initial, { usedMw, availableMw }) {
    const usdPerMwh = () => spec.costUsdPerMwh - spec.curtailmentUsdPerMwh;
    const leastMw = spec.leastShare && product(availableMw, spec.leastShare);
    if (!leastMw)
      return { flows: [{ role: "free-supply", reachMw: (t) => availableMw[t], usdPerMwh, fixes: [busPower(usedMw)] }] };
    let heldMw = 0;
    return {
      flows: [
        {
          role: "free-supply",
          reachMw: (t) => leastMw[t],
          usdPerMwh: () => MUST_TAKE_USD_PER_MWH,
          tookMw: (_t, mw) => {
            heldMw = mw;
          },
          fixes: [],
        },
        {
          role: "free-supply",
          reachMw: (t) => availableMw[t] - leastMw[t],
          usdPerMwh,
          fixes: [{ columns: usedMw, value: (_t, mw) => heldMw + mw }],
        },
      ],
    };
  },
};

/** Below every price of power: what must be taken goes first, to whatever load there is. */
const MUST_TAKE_USD_PER_MWH = -1e6;

function available(spec: Spec): Float64Array {
  return scaled(spec.availability, spec.capacityMw);
}
