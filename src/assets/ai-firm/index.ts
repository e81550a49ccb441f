/**
 * Firm AI/HPC load: served, or its stated value of lost load (VOLL) is paid. Without `vollUsdPerMwh` it must be served.
 * With d_t the facility demand, f = flexibleShare:
 *
 *     draw_t = (1 - f) d_t - unserved_t + moved_t,          0 <= unserved_t <= (1 - f) d_t
 *     sum over each local day of dt moved_t + missed_day = f sum dt d_t,   0 <= moved_t <= max d - (1 - f) d_t
 *     cost = vollUsdPerMwh (sum dt unserved_t + sum missed_day) + SLA credits - revenue
 *
 * Revenue is optional (`ai-firm/revenue.ts`): energy that is served earns it. `vollUsdPerMwh` is then what a MWh not
 * served costs beside the revenue that is lost with it. SLA credits (money) are tiers of the month's unserved energy,
 * see `ai-firm/sla.ts`; an annual cap on interruption, see `limits/interruption-cap.ts`. With credits alone unserved energy is
 * possible at their price. Several firm loads are several tiers.
 *
 * Firm AI is never shed while mining runs. A load worth no more than a fleet's best strike price is refused. Ramps,
 * wake-up and restarts may make a MWh of mining worth more where power is scarce: there the answer is tested, and
 * branched on. Rejected: a bound on what they can make it worth, which grows with the horizon and refuses sites where
 * nothing is scarce.
 */
import type { Columns } from "../../model/columns.ts";
import { wish } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { dayShareGone } from "../../time/local-clock.ts";
import { daySpans } from "../../time/time-grid.ts";
import {
  checkSlaCredits,
  declareSlaCredits,
  readSlaCredits,
  slaCreditsSchema,
  slaEndState,
  type SlaMonth,
  slaMonthsSchema,
  type SlaReading,
  unservedSchema,
} from "./sla.ts";
import { checkRevenue, declareRevenue, earnedUsd, revenueFields, revenueUsdPerMwh } from "./revenue.ts";
import { checkPowerDemand, facilityPowerMw, powerDemandFields } from "../ai-load/ai-power.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, number, type Resolved, strictObject, z } from "../fields/fields.ts";
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
import type { RuleFlow } from "../rule-dispatch.ts";
import { largest, scaled, smallest, sum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("ai-firm"),
  name: assetName(),
  ...powerDemandFields,
  vollUsdPerMwh: number(quantity.costUsdPerMwh, "Per facility MWh not served; absent = must be served").optional(),
  flexibleShare: number(quantity.fraction, "Share of firm AI demand that may move within its local day").default(0),
  ...revenueFields,
  slaCredits: slaCreditsSchema
    .optional()
    .describe("Credits for energy not served in a month, in tiers of rising rates"),
  slaMonthMwh: number(
    quantity.energyMwh,
    "Facility demand of a month that SLA shares are of; default the plan's demand as if it went on all month",
  )
    .gt(0)
    .optional(),
  interruptionCap: interruptionCapSchema
    .optional()
    .describe("How much may go unserved in a calendar year; the rest must be served"),
});

const stateSchema = strictObject({
  unservedMwh: unservedSchema.optional(),
  slaMonths: slaMonthsSchema.optional(),
  ...interruptedFields,
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

interface Handles {
  readonly demandMw: Float64Array;
  /** The part of the demand that cannot move. */
  readonly fixedMw: Float64Array;
  readonly unservedMw: Columns | undefined;
  readonly movedMw: Columns | undefined;
  readonly missedMwh: readonly Columns[];
  readonly sla: readonly SlaMonth[];
  readonly caps: readonly DeclaredCap[];
}

export interface AiFirmReading extends AssetReading {
  readonly kind: "ai-firm";
  readonly series: {
    readonly demandMw: Float64Array;
    readonly servedMw: Float64Array;
    readonly unservedMw: Float64Array;
  };
  /** `revenueUsd` where a revenue is stated. */
  readonly totals: {
    readonly demandMwh: number;
    readonly servedMwh: number;
    readonly unservedMwh: number;
    readonly revenueUsd?: number;
  };
  /** With `slaCredits`: what every month comes to. */
  readonly sla?: readonly SlaReading[];
  /** With `interruptionCap`: by calendar year. */
  readonly interruptions?: readonly InterruptionReading[];
  readonly endState?: State & Readonly<Record<string, unknown>>;
}

export const aiFirm: AssetKind<"ai-firm", typeof schema, typeof stateSchema, Handles, AiFirmReading> = {
  kind: "ai-firm",
  role: "ai-load",
  schema,
  stateSchema,

  check(spec, initial, report) {
    checkPowerDemand(spec, false, report);
    const { slaCredits, slaMonthMwh, interruptionCap } = spec;
    if (spec.kwPerGpu !== undefined && !spec.gpus && !spec.revenueUsdPerGpuHour)
      report("kwPerGpu", "the power of a GPU without gpus", "gpus beside it", "give gpus, or leave kwPerGpu out");
    checkRevenue(spec, report);
    if (initial?.unservedMwh && !slaCredits)
      report(
        "initialState.unservedMwh",
        "unserved energy without slaCredits",
        "slaCredits in the asset",
        "give the tiers, or leave unservedMwh out",
      );
    if (slaCredits) checkSlaCredits(slaCredits, report);
    else if (slaMonthMwh !== undefined)
      report(
        "slaMonthMwh",
        "a month's demand without slaCredits",
        "slaCredits beside it",
        "give the tiers, or leave it out",
      );
    checkInterruptionCap(interruptionCap, initial, report);
    if (interruptionCap && !mayGoUnserved(spec))
      report(
        "interruptionCap",
        "a cap on load that must be served",
        "vollUsdPerMwh or slaCredits beside it",
        "price what may go unserved, or leave interruptionCap out",
      );
  },

  declare(spec, initial, site) {
    const dt = site.time.stepHours;
    const demandMw = facilityPowerMw(spec);
    const fixedMw = scaled(demandMw, 1 - spec.flexibleShare);
    site.demand(fixedMw);
    site.publishFigure("own-load-mw", demandMw);
    let unservedMw: Columns | undefined;
    let caps: readonly DeclaredCap[] = [];
    if (mayGoUnserved(spec)) {
      unservedMw = site.addSeries(spec.name, "unservedMw", { unit: "MW", upper: fixedMw });
      site.supply(unservedMw);
      if (spec.vollUsdPerMwh !== undefined)
        site.addCost(unservedMw, "unserved firm AI", "penalty", spec.vollUsdPerMwh * dt);
      site.publishFigure("voll-usd-per-mwh", Float64Array.of(leastUsdPerMwh(spec, demandMw)));
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
    declareRevenue(site, spec.name, spec, demandMw, unservedMw, moved.missedMwh);
    return { demandMw, fixedMw, unservedMw, ...moved, sla, caps };
  },

  link(spec, handles, site) {
    if (!handles.unservedMw) return;
    site.testEitherOr(
      `${spec.name} is shed while mining runs`,
      [handles.unservedMw],
      site.published("mining-above-standby"),
      "raise vollUsdPerMwh, or the ramps of the fleet",
    );
    const worth = leastUsdPerMwh(spec, handles.demandMw);
    for (const strike of site.publishedFigures("strike-usd-per-mwh")) {
      const best = largest(strike);
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
      return;
    }
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const { demandMw, fixedMw } = handles;
    const unservedMw = solved.values(handles.unservedMw);
    const movedMw = solved.values(handles.movedMw);
    const servedMw = fixedMw.map((mw, t) => mw - unservedMw[t] + movedMw[t]);
    const missedMwh = handles.missedMwh.reduce((total, column) => total + solved.value(column), 0);
    const service = {
      demandMwh: sum(demandMw) * dt,
      servedMwh: sum(servedMw) * dt,
      unservedMwh: sum(unservedMw) * dt + missedMwh,
    };
    const revenueUsd = earnedUsd(spec, demandMw, unservedMw, handles.missedMwh, solved);
    const sla = spec.slaCredits && readSlaCredits(handles.sla, spec.slaCredits, solved);
    const capped = spec.interruptionCap && readInterruptions(handles.caps, initial, solved);
    return {
      kind: "ai-firm",
      role: "ai-load",
      netBusMw: scaled(servedMw, -1),
      series: { demandMw, servedMw, unservedMw },
      totals: { ...service, ...(revenueUsd !== undefined && { revenueUsd }) },
      service,
      ...(sla && { sla }),
      ...(capped && { interruptions: capped.interruptions }),
      ...((initial || sla || capped) && {
        endState: {
          ...initial,
          ...(sla && slaEndState(handles.sla, sla, initial)),
          ...capped?.interrupted,
        },
      }),
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

function mayGoUnserved({ vollUsdPerMwh, slaCredits }: Spec): boolean {
  return vollUsdPerMwh !== undefined || slaCredits !== undefined;
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
    fixedMw.map((_, t) => wish.earlierWork * dayShareGone(site.time, t)),
  );
  const missedMwh: Columns[] = [];
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
