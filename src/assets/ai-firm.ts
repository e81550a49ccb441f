/**
 * Firm AI/HPC load: served, or its stated value of lost load (VOLL) is paid. Without `vollUsdPerMwh` it must be served.
 * With d_t the facility demand, f = flexibleShare:
 *
 *     draw_t = (1 - f) d_t - unserved_t + moved_t,          0 <= unserved_t <= (1 - f) d_t
 *     sum over each local day of dt moved_t + missed_day = f sum dt d_t,   0 <= moved_t <= max d - (1 - f) d_t
 *     cost = vollUsdPerMwh (sum dt unserved_t + sum missed_day)
 *
 * Several firm loads are several tiers. A tier worth less than the best mining net value is refused, so firm AI is
 * never shed while mining runs.
 */
import type { Columns } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { daySpans } from "../time/time-grid.ts";
import { checkPowerDemand, facilityPowerMw, powerDemandFields } from "./ai-power.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, number, type Resolved, z } from "./fields.ts";
import { quantity } from "./quantities.ts";
import type { RuleFlow } from "./rule-dispatch.ts";
import { largest, scaled, sum } from "./series.ts";

const schema = z.strictObject({
  kind: z.literal("ai-firm"),
  name: assetName(),
  ...powerDemandFields,
  vollUsdPerMwh: number(quantity.costUsdPerMwh, "Per facility MWh not served; absent = must be served").optional(),
  flexibleShare: number(quantity.fraction, "Share of firm AI demand that may move within its local day").default(0),
});

const stateSchema = z.strictObject({});

type Spec = Resolved<z.output<typeof schema>>;

interface Handles {
  readonly demandMw: Float64Array;
  /** The part of the demand that cannot move. */
  readonly fixedMw: Float64Array;
  readonly unservedMw: Columns | undefined;
  readonly movedMw: Columns | undefined;
  readonly missedMwh: readonly Columns[];
}

export interface AiFirmReading extends AssetReading {
  readonly kind: "ai-firm";
  readonly series: { readonly demandMw: Float64Array; readonly servedMw: Float64Array; readonly unservedMw: Float64Array };
  readonly totals: { readonly demandMwh: number; readonly servedMwh: number; readonly unservedMwh: number };
}

export const aiFirm: AssetKind<"ai-firm", typeof schema, typeof stateSchema, Handles, AiFirmReading> = {
  kind: "ai-firm",
  role: "ai-load",
  schema,
  stateSchema,

  check(spec, _initial, report) {
    checkPowerDemand(spec, report);
  },

  declare(spec, _initial, site) {
    const dt = site.time.stepHours;
    const demandMw = facilityPowerMw(spec);
    const fixedMw = scaled(demandMw, 1 - spec.flexibleShare);
    site.demand(fixedMw);
    site.publishFigure("own-load-mw", demandMw);
    let unservedMw: Columns | undefined;
    if (spec.vollUsdPerMwh !== undefined) {
      unservedMw = site.addSeries(spec.name, "unservedMw", { unit: "MW", upper: fixedMw });
      site.supply(unservedMw);
      site.addCost(unservedMw, "unserved firm AI", "penalty", spec.vollUsdPerMwh * dt);
      site.publishFigure("voll-usd-per-mwh", Float64Array.of(spec.vollUsdPerMwh));
    }
    return { demandMw, fixedMw, unservedMw, ...declareMoved(spec, demandMw, fixedMw, site) };
  },

  link(spec, handles, site) {
    const { vollUsdPerMwh } = spec;
    if (vollUsdPerMwh === undefined || !handles.unservedMw) return;
    site.testEitherOr(`${spec.name} is shed while mining runs`, [handles.unservedMw], site.published("mining-above-standby"), "raise rampDownMwPerH of the fleet");
    for (const netValue of site.publishedFigures("mining-net-value-usd-per-mwh")) {
      const best = largest(netValue);
      if (vollUsdPerMwh > best) continue;
      const wanted = `more than the best mining net value, ${best.toFixed(2)} USD/MWh (restart and ramps included)`;
      site.fault(spec.name, "vollUsdPerMwh", `${vollUsdPerMwh}`, wanted, "raise it, since firm AI is never shed while mining runs; load that may lose to mining is ai-spot");
      return;
    }
  },

  read(_spec, _initial, handles, solved) {
    const dt = solved.time.stepHours;
    const { demandMw, fixedMw } = handles;
    const unservedMw = solved.values(handles.unservedMw);
    const movedMw = solved.values(handles.movedMw);
    const servedMw = fixedMw.map((mw, t) => mw - unservedMw[t] + movedMw[t]);
    const missedMwh = handles.missedMwh.reduce((total, column) => total + solved.value(column), 0);
    const totals = { demandMwh: sum(demandMw) * dt, servedMwh: sum(servedMw) * dt, unservedMwh: sum(unservedMw) * dt + missedMwh };
    return {
      kind: "ai-firm",
      role: "ai-load",
      netBusMw: scaled(servedMw, -1),
      series: { demandMw, servedMw, unservedMw },
      totals,
      service: totals,
    };
  },

  rule(_spec, _initial, handles) {
    // The rule knows no moving: the flexible part is served when it is asked for, and falls away first.
    const { demandMw, fixedMw, unservedMw, movedMw } = handles;
    const movedNow = (t: number, mw: number) => Math.max(0, mw - fixedMw[t]);
    const fixes: RuleFlow["fixes"][number][] = [];
    if (movedMw) fixes.push({ columns: movedMw, value: movedNow });
    if (unservedMw) fixes.push({ columns: unservedMw, value: (t, mw) => fixedMw[t] - (mw - movedNow(t, mw)) });
    return { flows: [{ role: "must-serve", reachMw: (t) => demandMw[t], fixes }] };
  },

  withFlexibleShare: (spec, share) => ({ ...spec, flexibleShare: Math.max(spec.flexibleShare, share) }),
};

function declareMoved(spec: Spec, demandMw: Float64Array, fixedMw: Float64Array, site: SiteModel) {
  if (spec.flexibleShare === 0) return { movedMw: undefined, missedMwh: [] };
  const dt = site.time.stepHours;
  const peakMw = largest(demandMw);
  const movedMw = site.addSeries(spec.name, "movedMw", { unit: "MW", upper: fixedMw.map((mw) => peakMw - mw) });
  site.draw(movedMw);
  const missedMwh: Columns[] = [];
  daySpans(site.time).forEach(({ from, to }, day) => {
    const owedMwh = sum(demandMw.subarray(from, to)) * dt * spec.flexibleShare;
    const row = site.addRow(spec.name, `moved within day ${day + 1}`, { unit: "MWh", lower: owedMwh, upper: owedMwh, from });
    site.addSum(row, movedMw, dt, from, to);
    if (spec.vollUsdPerMwh !== undefined) {
      // NB: moved >= 0 holds it below what is owed; a bound of its own would share the row's price.
      const missed = site.addColumn(spec.name, `missedMwh day ${day + 1}`, { unit: "MWh", from });
      site.addShared(row, missed, 1);
      site.addCost(missed, "unserved firm AI", "penalty", spec.vollUsdPerMwh);
      missedMwh.push(missed);
    }
  });
  return { movedMw, missedMwh };
}
