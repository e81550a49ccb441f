/**
 * Spot AI/HPC load: served when its price pays for the power. Here excess electricity chooses between HPC and mining.
 *
 *     0 <= served_t <= demand_t (facility MW),    cost = - dt revenue_t served_t
 *
 * Revenue is given per facility MWh, per IT MWh (divided by PUE), or per GPU-hour: USD/GPU-h x 1000 / kW per GPU gives
 * USD per IT MWh.
 */
import type { Columns } from "../model/columns.ts";
import { checkPowerDemand, facilityPowerMw, powerDemandFields } from "./ai-power.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, curve, number, type Resolved, z } from "./fields.ts";
import { quantity } from "./quantities.ts";
import { busPower } from "./rule-dispatch.ts";
import { scaled, sum, weightedSum } from "./series.ts";

const schema = z.strictObject({
  kind: z.literal("ai-spot"),
  name: assetName(),
  ...powerDemandFields,
  revenueUsdPerFacilityMwh: curve(quantity.priceUsdPerMwh, "Per MWh drawn from the site bus").optional(),
  revenueUsdPerItMwh: curve(quantity.priceUsdPerMwh, "Needs itMw and pue").optional(),
  revenueUsdPerGpuHour: curve(quantity.usdPerGpuHour, "Needs kwPerGpu, itMw and pue").optional(),
  kwPerGpu: number(quantity.kw, "IT power per GPU, share of the server included, e.g. 1.275 (H100)").optional(),
});

const stateSchema = z.strictObject({});

type Spec = Resolved<z.output<typeof schema>>;

interface Handles {
  readonly servedMw: Columns;
  readonly demandMw: Float64Array;
  /** Per facility MWh. */
  readonly revenueUsdPerMwh: Float64Array;
}

export interface AiSpotReading extends AssetReading {
  readonly kind: "ai-spot";
  readonly series: { readonly demandMw: Float64Array; readonly servedMw: Float64Array; readonly revenueUsdPerMwh: Float64Array };
  readonly totals: { readonly demandMwh: number; readonly servedMwh: number; readonly revenueUsd: number };
}

export const aiSpot: AssetKind<"ai-spot", typeof schema, typeof stateSchema, Handles, AiSpotReading> = {
  kind: "ai-spot",
  role: "ai-load",
  schema,
  stateSchema,

  check(spec, _initial, report) {
    checkPowerDemand(spec, report);
    const ways = [spec.revenueUsdPerFacilityMwh, spec.revenueUsdPerItMwh, spec.revenueUsdPerGpuHour].filter((way) => way !== undefined);
    if (ways.length !== 1) {
      report("revenueUsdPerFacilityMwh", `${ways.length} revenue fields`, "exactly one of revenueUsdPerFacilityMwh, revenueUsdPerItMwh and revenueUsdPerGpuHour", "state the revenue in one way");
    }
    if (!spec.revenueUsdPerFacilityMwh && !spec.itMw) {
      report("itMw", "facilityMw with a revenue on IT energy", "itMw and pue", "give itMw, or the revenue per facility MWh");
    }
    if (spec.revenueUsdPerGpuHour && spec.kwPerGpu === undefined) {
      report("kwPerGpu", "nothing", "the IT power of one GPU in kW", "give kwPerGpu, e.g. 1.275");
    }
  },

  declare(spec, _initial, site) {
    const demandMw = facilityPowerMw(spec);
    const revenueUsdPerMwh = facilityRevenue(spec);
    const servedMw = site.addSeries(spec.name, "servedMw", { unit: "MW", upper: demandMw, limit: spec.itMw ? "itMw" : "facilityMw" });
    site.draw(servedMw);
    site.addCost(servedMw, "spot AI revenue", "cash", scaled(revenueUsdPerMwh, -site.time.stepHours));
    site.publishHeadroom({ asset: spec.name, slices: [{ name: "", parts: [[servedMw, 1]], lossUsdPerMwh: () => revenueUsdPerMwh }] });
    return { servedMw, demandMw, revenueUsdPerMwh };
  },

  read(_spec, _initial, handles, solved) {
    const dt = solved.time.stepHours;
    const { demandMw, revenueUsdPerMwh } = handles;
    const servedMw = solved.values(handles.servedMw);
    return {
      kind: "ai-spot",
      role: "ai-load",
      netBusMw: scaled(servedMw, -1),
      series: { demandMw, servedMw, revenueUsdPerMwh },
      totals: { demandMwh: sum(demandMw) * dt, servedMwh: sum(servedMw) * dt, revenueUsd: weightedSum(servedMw, revenueUsdPerMwh) * dt },
    };
  },

  rule(_spec, _initial, handles) {
    return {
      flows: [
        {
          role: "ai-when-it-pays",
          reachMw: (t) => handles.demandMw[t],
          usdPerMwh: (t) => handles.revenueUsdPerMwh[t],
          fixes: [busPower(handles.servedMw)],
        },
      ],
    };
  },
};

/** USD per MWh at the site bus. */
function facilityRevenue(spec: Spec): Float64Array {
  if (spec.revenueUsdPerFacilityMwh) return spec.revenueUsdPerFacilityMwh;
  const pue = spec.pue as Float64Array;
  const perItMwh = spec.revenueUsdPerItMwh ?? scaled(spec.revenueUsdPerGpuHour as Float64Array, 1000 / (spec.kwPerGpu as number));
  return perItMwh.map((usd, t) => usd / pue[t]);
}
