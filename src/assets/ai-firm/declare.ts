import type { ColumnBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { daySharePassed } from "../../time/local-clock.ts";
import { daySpans } from "../../time/time-grid.ts";
import { facilityPowerMw } from "../ai-load/ai-power.ts";
import { largest, scaled, smallest, sum } from "../fields/series.ts";
import { declareInterruptionCap, type DeclaredCap } from "../limits/interruption-cap.ts";
import { mayGoUnserved } from "./check.ts";
import { declareRevenue, revenueUsdPerMwh } from "./revenue.ts";
import type { Spec, State } from "./schema.ts";
import { declareSlaCredits, type SlaMonth } from "./sla.ts";
import { declareFirmThrottle, type FirmThrottle } from "./throttle.ts";

export interface Handles {
  readonly demandMw: Float64Array;
  /** The part of the demand that cannot move. */
  readonly fixedMw: Float64Array;
  readonly unservedMw: ColumnBlock | undefined;
  readonly movedMw: ColumnBlock | undefined;
  readonly missedMwh: readonly ColumnBlock[];
  readonly throttle: FirmThrottle | undefined;
  readonly sla: readonly SlaMonth[];
  readonly caps: readonly DeclaredCap[];
  /** Power of every fleet above standby; known once assets are linked. */
  readonly miningMw: readonly ColumnBlock[];
}

export function declareAiFirm(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Handles> {
  const dt = site.time.stepHours;
  const demandMw = facilityPowerMw(spec);
  const fixedMw = scaled(demandMw, 1 - spec.flexibleShare);
  site.demand(fixedMw);
  let unservedMw: ColumnBlock | undefined;
  let caps: readonly DeclaredCap[] = [];
  if (mayGoUnserved(spec)) {
    unservedMw = site.addSeries(spec.name, "unservedMw", { unit: "MW", upper: fixedMw });
    site.supply(unservedMw);
    if (spec.vollUsdPerMwh !== undefined)
      site.addCost(unservedMw, "unserved firm AI", "penalty", spec.vollUsdPerMwh * dt);
    caps = declareInterruptionCap(site, spec.name, spec.interruptionCap, initial, demandMw, unservedMw);
  }
  const moved = declareMoved(spec, demandMw, fixedMw, site);
  const sla =
    spec.slaCredits && unservedMw
      ? declareSlaCredits(
          site,
          spec.name,
          spec.slaCredits,
          spec.slaMonthMwh,
          initial,
          demandMw,
          unservedMw,
          moved.missedMwh,
        )
      : [];
  const throttle = declareFirmThrottle(spec, fixedMw, unservedMw, site);
  const lostMw = [unservedMw, throttle?.lostMw].filter((columns) => columns !== undefined);
  declareRevenue(site, spec.name, spec, demandMw, lostMw, moved.missedMwh);
  return {
    handles: { demandMw, fixedMw, unservedMw, ...moved, throttle, sla, caps, miningMw: [] },
    ports: { firmLoad: { demandMw, lostLoadUsdPerMwh: unservedMw && leastUsdPerMwh(spec, demandMw) } },
  };
}

export function linkAiFirm(
  spec: Spec,
  _initial: State | undefined,
  handles: Handles,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const linked = { ...handles, miningMw: ports.miningAboveStandbyMw };
  if (!handles.unservedMw) return linked;
  site.testEitherOr(
    `${spec.name} is shed while mining runs`,
    [handles.unservedMw],
    ports.miningAboveStandbyMw,
    "raise vollUsdPerMwh, or the ramps of the fleet",
  );
  const worth = leastUsdPerMwh(spec, handles.demandMw);
  for (const { strikeUsdPerMwh } of ports.miningLoads) {
    const best = largest(strikeUsdPerMwh);
    if (worth > best) continue;
    const wanted = `more than the best strike price of mining, ${best.toFixed(2)} USD/MWh`;
    const [given, path] = spec.slaCredits
      ? [
          `${worth} with the first tier of slaCredits`,
          spec.vollUsdPerMwh === undefined ? "slaCredits[0].usdPerMwh" : "vollUsdPerMwh",
        ]
      : [`${worth}${revenueUsdPerMwh(spec, handles.demandMw) ? " with the revenue lost" : ""}`, "vollUsdPerMwh"];
    site.fault(
      spec.name,
      path,
      given,
      wanted,
      "raise it, since firm AI is never shed while mining runs; load that may lose to mining is ai-spot",
    );
    return linked;
  }
  return linked;
}

/** What the first MWh not served costs at least, its revenue included. */
function leastUsdPerMwh(spec: Spec, demandMw: Float64Array): number {
  const { vollUsdPerMwh = 0, slaCredits } = spec;
  const revenue = revenueUsdPerMwh(spec, demandMw)?.filter((_, t) => demandMw[t] > 0) ?? new Float64Array();
  return vollUsdPerMwh + (slaCredits?.[0].usdPerMwh ?? 0) + (revenue.length > 0 ? smallest(revenue) : 0);
}

function declareMoved(spec: Spec, demandMw: Float64Array, fixedMw: Float64Array, site: SiteModel) {
  if (spec.flexibleShare === 0) return { movedMw: undefined, missedMwh: [] };
  const dt = site.time.stepHours;
  const peakMw = largest(demandMw);
  const movedMw = site.addSeries(spec.name, "movedMw", { unit: "MW", upper: fixedMw.map((mw) => peakMw - mw) });
  site.draw(movedMw);
  site.preferLess(
    movedMw,
    fixedMw.map((_, t) => tieBreakWeight.earlierWork * daySharePassed(site.time, t)),
  );
  const missedMwh: ColumnBlock[] = [];
  daySpans(site.time).forEach(({ from, to }, day) => {
    const owedMwh = sum(demandMw.subarray(from, to)) * dt * spec.flexibleShare;
    const row = site.addRow(spec.name, `moved within day ${day + 1}`, {
      unit: "MWh",
      lower: owedMwh,
      upper: owedMwh,
      from,
    });
    site.addSum(row, movedMw, dt, from, to);
    if (mayGoUnserved(spec)) {
      // NB: moved >= 0 holds it below what is owed; a bound of its own would share the row's price.
      const missed = site.addColumn(spec.name, `missedMwh day ${day + 1}`, { unit: "MWh", from });
      site.addShared(row, missed, 1);
      if (spec.vollUsdPerMwh !== undefined) site.addCost(missed, "unserved firm AI", "penalty", spec.vollUsdPerMwh);
      missedMwh.push(missed);
    }
  });
  return { movedMw, missedMwh };
}
