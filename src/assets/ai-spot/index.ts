/**
 * Spot AI/HPC load: served when its price pays for the power. Here excess electricity chooses between HPC and mining.
 *
 *     0 <= served_t <= demand_t (facility MW),    cost = - dt revenue_t served_t
 *
 * Revenue is given per facility MWh, per IT MWh (divided by PUE), or per GPU-hour: USD/GPU-h x 1000 / kW per GPU gives
 * USD per IT MWh. With `facilityByIt` served_t is IT power and earns by the IT MWh, and the site bus sees what
 * `ai-load/facility-curve.ts` makes of it. How much may be interrupted in a year may be capped, see `limits/interruption-cap.ts`.
 */
import type { Columns } from "../../model/columns.ts";
import { spotFlows } from "./rule.ts";
import { checkPowerDemand, demandForm, facilityPowerMw, itPowerMw, powerDemandFields } from "../ai-load/ai-power.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { declareHall, hallMw, type Hall } from "../ai-load/facility-curve.ts";
import { assetName, curve, type Resolved, strictObject, z } from "../fields/fields.ts";
import {
  checkInterruptionCap,
  type DeclaredCap,
  declareInterruptionCap,
  interruptedFields,
  interruptionCapSchema,
  type InterruptionReading,
  readInterruptions,
} from "../limits/interruption-cap.ts";
import { quantity } from "../fields/quantities.ts";
import { scaled, sum, weightedSum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("ai-spot"),
  name: assetName(),
  ...powerDemandFields,
  revenueUsdPerFacilityMwh: curve(quantity.priceUsdPerMwh, "Per MWh drawn from the site bus").optional(),
  revenueUsdPerItMwh: curve(quantity.priceUsdPerMwh, "Needs IT power").optional(),
  revenueUsdPerGpuHour: curve(quantity.usdPerGpuHour, "Needs kwPerGpu and IT power").optional(),
  interruptionCap: interruptionCapSchema
    .optional()
    .describe("How much may be interrupted in a calendar year; the rest must be served"),
});

const stateSchema = strictObject(interruptedFields);

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

interface Handles {
  /** Facility power, or IT power in a hall. */
  readonly servedMw: Columns;
  /** Most that may be served, in the unit of `servedMw`. */
  readonly mostMw: Float64Array;
  readonly demandMw: Float64Array;
  /** Per MWh of `servedMw`. */
  readonly usdPerMwh: Float64Array;
  readonly hall: Hall | undefined;
  readonly caps: readonly DeclaredCap[];
}

export interface AiSpotReading extends AssetReading {
  readonly kind: "ai-spot";
  /** Facility power; revenue per facility MWh (with `facilityByIt` at the full demand). */
  readonly series: {
    readonly demandMw: Float64Array;
    readonly servedMw: Float64Array;
    readonly revenueUsdPerMwh: Float64Array;
    readonly servedItMw?: Float64Array;
  };
  readonly totals: { readonly demandMwh: number; readonly servedMwh: number; readonly revenueUsd: number };
  /** With `interruptionCap`: by calendar year; of IT energy with `facilityByIt`. */
  readonly interruptions?: readonly InterruptionReading[];
  readonly endState?: State & Readonly<Record<string, unknown>>;
}

export const aiSpot: AssetKind<"ai-spot", typeof schema, typeof stateSchema, Handles, AiSpotReading> = {
  kind: "ai-spot",
  role: "ai-load",
  schema,
  stateSchema,

  check(spec, initial, report) {
    checkPowerDemand(spec, true, report);
    const ways = [spec.revenueUsdPerFacilityMwh, spec.revenueUsdPerItMwh, spec.revenueUsdPerGpuHour].filter(
      (way) => way !== undefined,
    );
    if (ways.length !== 1) {
      report(
        "revenueUsdPerFacilityMwh",
        `${ways.length} revenue fields`,
        "exactly one of revenueUsdPerFacilityMwh, revenueUsdPerItMwh and revenueUsdPerGpuHour",
        "state the revenue in one way",
      );
    }
    if (!spec.revenueUsdPerFacilityMwh && spec.facilityMw) {
      report(
        "itMw",
        "facilityMw with a revenue on IT energy",
        "itMw and pue",
        "give itMw, or the revenue per facility MWh",
      );
    }
    if (spec.revenueUsdPerFacilityMwh && spec.facilityByIt) {
      report(
        "revenueUsdPerFacilityMwh",
        "a revenue on facility energy with facilityByIt",
        "a revenue on what is sold, revenueUsdPerItMwh or revenueUsdPerGpuHour",
        "overhead earns nothing; state the revenue per IT MWh",
      );
    }
    if (spec.revenueUsdPerGpuHour && spec.kwPerGpu === undefined && !spec.gpus) {
      report("kwPerGpu", "nothing", "the IT power of one GPU in kW", "give kwPerGpu, e.g. 1.275");
    }
    checkInterruptionCap(spec.interruptionCap, initial, report);
  },

  declare(spec, initial, site) {
    const { name, facilityByIt, interruptionCap } = spec;
    const demandMw = facilityPowerMw(spec);
    const mostMw = facilityByIt ? itPowerMw(spec) : demandMw;
    const usdPerMwh = revenuePerMwh(spec);
    const servedMw = site.addSeries(name, facilityByIt ? "servedItMw" : "servedMw", {
      unit: "MW",
      upper: mostMw,
      limit: demandForm(spec),
    });
    const hall = facilityByIt && declareHall(site, facilityByIt, servedMw, mostMw);
    if (!hall) {
      site.draw(servedMw);
      site.publishHeadroom({
        asset: name,
        slices: [{ name: "", parts: [[servedMw, 1]], lossUsdPerMwh: () => usdPerMwh }],
      });
    }
    site.addCost(servedMw, "spot AI revenue", "cash", scaled(usdPerMwh, -site.time.stepHours));
    const caps = declareInterruptionCap(site, name, interruptionCap, initial, mostMw, servedMw, true);
    return { servedMw, mostMw, demandMw, usdPerMwh, hall, caps };
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const { demandMw, mostMw, usdPerMwh, hall } = handles;
    const soldMw = solved.values(handles.servedMw);
    const servedMw = hall ? hallMw(hall, solved) : soldMw;
    const capped = spec.interruptionCap && readInterruptions(handles.caps, initial, solved);
    return {
      kind: "ai-spot",
      role: "ai-load",
      netBusMw: scaled(servedMw, -1),
      series: {
        demandMw,
        servedMw,
        revenueUsdPerMwh: hall
          ? usdPerMwh.map((usd, t) => (demandMw[t] > 0 ? (usd * mostMw[t]) / demandMw[t] : 0))
          : usdPerMwh,
        ...(hall && { servedItMw: soldMw }),
      },
      totals: {
        demandMwh: sum(demandMw) * dt,
        servedMwh: sum(servedMw) * dt,
        revenueUsd: weightedSum(soldMw, usdPerMwh) * dt,
      },
      ...(capped && { interruptions: capped.interruptions }),
      ...((initial || capped) && { endState: { ...initial, ...capped?.interrupted } }),
    };
  },

  rule: (_spec, _initial, handles) => ({ flows: spotFlows(handles) }),
};

/** USD per MWh at the site bus, or (facilityByIt) per IT MWh. */
function revenuePerMwh({
  revenueUsdPerFacilityMwh,
  revenueUsdPerItMwh,
  revenueUsdPerGpuHour,
  kwPerGpu = 1,
  pue,
}: Spec): Float64Array {
  if (revenueUsdPerFacilityMwh) return revenueUsdPerFacilityMwh;
  const perItMwh = revenueUsdPerItMwh ?? scaled(revenueUsdPerGpuHour as Float64Array, 1000 / kwPerGpu);
  return pue ? perItMwh.map((usd, t) => usd / pue[t]) : perItMwh;
}
