import { scaled } from "../fields/series.ts";
import type { PowerDemand } from "./ai-power.ts";

/** The power demand at a share of its size; PUE and power per GPU are unchanged. */
export function resizedDemand(demand: PowerDemand, share: number): PowerDemand {
  const { itMw, facilityMw, gpus, requests, facilityByIt } = demand;
  return {
    ...(itMw && { itMw: scaled(itMw, share) }),
    ...(facilityMw && { facilityMw: scaled(facilityMw, share) }),
    ...(gpus && { gpus: scaled(gpus, share) }),
    ...(requests && {
      requests: {
        ...requests,
        servers: requests.servers * share,
        ...(requests.perSecond && { perSecond: scaled(requests.perSecond, share) }),
      },
    }),
    ...(facilityByIt && {
      facilityByIt: {
        ...facilityByIt,
        points: facilityByIt.points.map(({ itMw: it, facilityMw: facility }) => ({
          itMw: it * share,
          facilityMw: facility * share,
        })),
      },
    }),
  };
}
