/**
 * The size of an AI load: the most facility power it asks for, with the shape of the input's demand. What is built for
 * it is the shell: powered and cooled space, and the GPUs where the choice's capex covers them.
 */
import type { AssetSize } from "../asset-size.ts";
import { largest, scaled } from "../fields/series.ts";
import { facilityPowerMw, type PowerDemand } from "./ai-power.ts";
import type { FacilityCurve } from "./facility-curve.ts";

/** `others`: further fields of the kind that scale, as they are at `factor` times the size. */
export function shellSize<Spec extends PowerDemand, State>(
  scales: readonly string[] = [],
  others: (spec: Spec, factor: number) => Partial<Spec> = () => ({}),
): AssetSize<Spec, State> {
  const of = (spec: Spec) => largest(facilityPowerMw(spec));
  return {
    unit: "MW",
    scales: ["facilityMw", "itMw", "gpus", "requests", ...scales],
    of,
    at: (spec, initial, mw) => ({
      spec: { ...spec, ...demandTimes(spec, mw / of(spec)), ...others(spec, mw / of(spec)) },
      initial,
    }),
  };
}

function demandTimes(demand: PowerDemand, factor: number): PowerDemand {
  const { itMw, facilityMw, gpus, requests, facilityByIt } = demand;
  // Servers and the points of a curve have ratios, which none of 0 have: the load is then 0 MW at the site bus.
  if (factor === 0 && (requests || facilityByIt))
    return {
      facilityMw: scaled(facilityPowerMw(demand), 0),
      itMw: undefined,
      gpus: undefined,
      requests: undefined,
      pue: undefined,
      facilityByIt: undefined,
    };
  return {
    ...(itMw && { itMw: scaled(itMw, factor) }),
    ...(facilityMw && { facilityMw: scaled(facilityMw, factor) }),
    ...(gpus && { gpus: scaled(gpus, factor) }),
    ...(requests && {
      requests: {
        ...requests,
        servers: requests.servers * factor,
        ...(requests.perSecond && { perSecond: scaled(requests.perSecond, factor) }),
      },
    }),
    ...(facilityByIt && { facilityByIt: curveTimes(facilityByIt, factor) }),
  };
}

function curveTimes(curve: FacilityCurve, factor: number): FacilityCurve {
  const points = curve.points.map((point) => ({ itMw: point.itMw * factor, facilityMw: point.facilityMw * factor }));
  return { ...curve, points };
}
