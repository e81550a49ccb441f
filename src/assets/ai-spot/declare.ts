import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import type { HeadroomSlice } from "../ports/headroom.ts";
import { demandForm, facilityPowerMw, itPowerMw } from "../ai-load/ai-power.ts";
import { declareHall, type Hall } from "../ai-load/facility-curve.ts";
import { declareThrottle, leastPowerPerWork, type Throttle, throttleCurve } from "../ai-load/throttled-draw.ts";
import { scaled } from "../fields/series.ts";
import { declareInterruptionCap, type DeclaredCap } from "../limits/interruption-cap.ts";
import type { Spec, State } from "./schema.ts";

export interface Handles {
  /** Facility power, or IT power in a hall; with power modes that of the work done, uncapped. */
  readonly servedMw: ColumnBlock;
  readonly throttle: Throttle | undefined;
  /** Most that may be served, in the unit of `servedMw`. */
  readonly mostMw: Float64Array;
  readonly demandMw: Float64Array;
  /** Per MWh of `servedMw`. */
  readonly usdPerMwh: Float64Array;
  readonly hall: Hall | undefined;
  readonly caps: readonly DeclaredCap[];
}

export function declareAiSpot(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Handles> {
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
  if (!hall) site.draw(servedMw);
  const modes = throttleCurve(name, spec, site);
  const throttle = modes && declareThrottle(site, "", modes, servedMw, mostMw);
  site.addCost(servedMw, "spot AI revenue", "cash", scaled(usdPerMwh, -site.time.stepHours));
  const caps = declareInterruptionCap(site, name, interruptionCap, initial, mostMw, servedMw, true);
  // Throttled, a MWh drawn does more work: at most that of the mode that needs least.
  const slice: HeadroomSlice =
    throttle && modes
      ? {
          name: "",
          parts: [
            [servedMw, 1],
            [throttle.throttledMw, -1],
          ],
          lossUsdPerMwh: () => scaled(usdPerMwh, 1 / leastPowerPerWork(modes)),
        }
      : { name: "", parts: [[servedMw, 1]], lossUsdPerMwh: () => usdPerMwh };
  return {
    handles: { servedMw, throttle, mostMw, demandMw, usdPerMwh, hall, caps },
    // Load of a hall is IT power, so a MW of it is not a MW at the bus: it sells no flexibility.
    ports: hall ? {} : { headroom: { asset: name, slices: [slice] } },
  };
}

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
