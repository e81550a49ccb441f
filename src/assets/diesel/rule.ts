import type { SiteModel } from "../../model/site-model.ts";
import { capsLeft } from "../limits/period-cap.ts";
import { busPower, type RuleDispatch } from "../rule-dispatch.ts";
import { left, type Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export function dieselRule(spec: Spec, initial: State | undefined, handles: Handles, site: SiteModel): RuleDispatch {
  const dt = site.time.stepHours;
  const { capacityMw, litresPerMwh, tank, permit } = handles;
  const { fuelL, unitHours } = left(spec, initial);
  const hours = capsLeft(permit?.caps ?? []);
  const countedHours = (t: number) => ((permit?.counted[t] ?? 0) * dt) / spec.unitMw;
  const hoursMw = (t: number) => (countedHours(t) > 0 ? hours.at(t) / countedHours(t) : Infinity);
  let mwhBurnt = 0;
  const fuelMwh = (t: number) =>
    tank.deliveries.reduce(
      (litres, { delivery, serves }) => litres + (serves <= t ? (delivery.orderedL ?? 0) : 0),
      fuelL,
    ) / litresPerMwh;
  return {
    flows: [
      {
        role: "backup",
        fixes: [busPower(handles.powerMw)],
        reachMw: (t) =>
          Math.max(
            0,
            Math.min(capacityMw[t], hoursMw(t), (Math.min(fuelMwh(t), unitHours * spec.unitMw) - mwhBurnt) / dt),
          ),
        tookMw: (t, mw) => {
          mwhBurnt += mw * dt;
          hours.take(t, mw * countedHours(t));
        },
      },
    ],
    // The rule does not look ahead, so it orders no fuel.
    idle: tank.deliveries.flatMap(({ delivery, litres }) => (delivery.orderedL === undefined ? [litres] : [])),
  };
}
