import type { SiteModel } from "../../model/site-model.ts";
import { capsLeft } from "../limits/period-cap.ts";
import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import { fuelOf } from "./fuel.ts";
import type { Spec, State } from "./schema.ts";

/** Price of must-run power, below every other price: any load takes it first. */
const MUST_RUN_USD_PER_MWH = -1e6;

export function firmGenerationRule(
  spec: Spec,
  initial: State | undefined,
  { powerMw, onlineMw, capacityMw, yearCaps }: Handles,
  site: SiteModel,
): RuleDispatch {
  const dt = site.time.stepHours;
  const upMw = (spec.rampUpMwPerH ?? Infinity) * dt;
  const downMw = (spec.rampDownMwPerH ?? Infinity) * dt;
  let lastMw = initial?.powerMw;
  let mustRunMw = 0;
  const { usdPerMwh, usdPerOnlineMwh } = fuelOf(spec);
  const fuelUsdPerMwh = (t: number) => usdPerMwh[t] + (onlineMw === powerMw ? usdPerOnlineMwh[t] : 0);
  const left = yearCaps.map(({ caps, perMwh: [ofPower, ofOnline] }) => ({
    ...capsLeft(caps),
    perMwh: ofPower + ofOnline,
  }));
  const mostMw = (t: number) => capacityMw[t] * (spec.onlineShare?.[t] ?? 1);
  const leastMw = (t: number) => (spec.onlineShare ? spec.minLoadFraction * mostMw(t) : 0);
  // What minimum load and the ramp down hold it at, whatever power costs.
  const floorMw = (t: number) => Math.max(leastMw(t), Math.min(mostMw(t), (lastMw ?? -Infinity) - downMw));
  const reachMw = (t: number) =>
    left.reduce(
      (mw, { at, perMwh }) => Math.min(mw, at(t) / (perMwh * dt)),
      Math.min(mostMw(t), Math.max(leastMw(t), (lastMw ?? Infinity) + upMw)),
    );
  return {
    flows: [
      {
        role: "free-supply",
        reachMw: floorMw,
        usdPerMwh: () => MUST_RUN_USD_PER_MWH,
        tookMw: (_t, mw) => {
          mustRunMw = mw;
        },
        fixes: [],
      },
      {
        role: "free-supply",
        reachMw: (t) => Math.max(0, reachMw(t) - floorMw(t)),
        usdPerMwh: (t) => fuelUsdPerMwh(t) + spec.omUsdPerMwh,
        tookMw: (t, mw) => {
          lastMw = mustRunMw + mw;
          for (const { take, perMwh } of left) take(t, lastMw * perMwh * dt);
        },
        fixes: [{ columns: powerMw, value: (_t, mw) => mustRunMw + mw }],
      },
    ],
  };
}
