/**
 * A fleet of equal Bitcoin rigs, which can be shed in seconds. With U = power above standby (see `mining-economics.ts`):
 *
 *     draw_t = standbyMw - deenergized_t + above_t,   0 <= above_t <= U,   0 <= deenergized_t <= standbyMw
 *     -rampDown <= (above_t - above_{t-1}) / dt <= rampUp,      up_t >= above_t - above_{t-1}, up_t >= 0
 *     cost = - dt strike_t above_t + restartUsdPerMw up_t + dt deenergizeUsdPerMwh deenergized_t
 *
 * Sleeping rigs draw their standby power; cutting their supply altogether has a price, so a blackout is no
 * contradiction. It lies above the strike price and below every value of lost load: rigs sleep before they are cut off,
 * and are cut off before firm AI is shed.
 */
import { findRig } from "../catalogue/rigs.ts";
import type { Columns } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, number, type Resolved, z } from "./fields.ts";
import { fleetFigures, worthOfAnInterval, type FleetFigures } from "./mining-economics.ts";
import { quantity } from "./quantities.ts";
import { busPower } from "./rule-dispatch.ts";
import { largest, scaled, sum, weightedSum } from "./series.ts";

const schema = z.strictObject({
  kind: z.literal("mining-fleet"),
  name: assetName(),
  rig: z.union([
    z.string().min(1),
    z.strictObject({ hashrateThPerS: number(quantity.hashrateThPerS), powerW: number(quantity.watt).gt(0) }),
  ]).describe("A catalogue model, or own figures at the plug"),
  rigs: z.int().min(1).max(10_000_000),
  standbyWPerRig: number(quantity.watt, "Draw of a sleeping rig (default: LuxOS; 25-100 W with fans on)").default(25),
  pue: number(quantity.pue, "Facility / rig power").default(1.05),
  uptime: number(quantity.efficiency, "Derates power and hash together").default(0.96),
  poolFee: number(quantity.fraction).default(0.01),
  staleShare: number(quantity.fraction).default(0),
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M per facility MWh").default(0),
  rampUpMwPerH: number(quantity.rampMwPerH, "Staged wake-up; default no limit").optional(),
  rampDownMwPerH: number(quantity.rampMwPerH, "Default no limit: rigs are shed in seconds").optional(),
  restartUsdPerMw: number(quantity.usdPerMw).default(0),
  deenergizeUsdPerMwh: number(quantity.costUsdPerMwh, "Price per MWh of standby power cut off (rigs dark); default stated in the notices").optional(),
});

const stateSchema = z.strictObject({
  powerMw: number(quantity.powerMw, "Facility power just before the plan; absent = no ramp or restart in the first step").optional(),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

/** Rigs from 2016 (98 J/TH) to those announced in 2026 (8.9 J/TH) lie between; outside, a unit was probably mistaken. */
const LEAST_J_PER_TH = 5;
const MOST_J_PER_TH = 200;

/** A power reading may exceed the fleet's by this share of it: rounding of an earlier plan. */
const POWER_ROUNDING = 1e-9;
/** This near below a whole rig (rounding of the solver) it is one. */
const RIG_ROUNDING = 1e-6;

/** Price of cutting sleeping rigs off, USD/MWh, where it lies between the strike price and the values of lost load. */
const CUT_OFF_USD_PER_MWH = 500;

interface Handles {
  readonly figures: FleetFigures;
  readonly aboveMw: Columns;
  readonly deenergizedMw: Columns | undefined;
}

export interface MiningFleetReading extends AssetReading {
  readonly kind: "mining-fleet";
  readonly series: {
    /** Facility power at the site bus, standby included. */
    readonly powerMw: Float64Array;
    readonly aboveStandbyMw: Float64Array;
    readonly deenergizedMw: Float64Array;
    /** Whole rigs told to hash. */
    readonly rigsOn: Float64Array;
    readonly hashratePhPerS: Float64Array;
    readonly strikeUsdPerMwh: Float64Array;
  };
  readonly totals: {
    readonly energyMwh: number;
    readonly aboveStandbyMwh: number;
    readonly revenueUsd: number;
    /** Energy the fleet could have drawn and did not. */
    readonly shedMwh: number;
  };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const miningFleet: AssetKind<"mining-fleet", typeof schema, typeof stateSchema, Handles, MiningFleetReading> = {
  kind: "mining-fleet",
  role: "mining",
  schema,
  stateSchema,

  check(spec, initial, report) {
    const rig = rigOf(spec);
    if ("unknown" in rig) {
      report("rig", `"${String(spec.rig)}"`, "a model of the catalogue", rig.unknown);
      return;
    }
    const jPerTh = rig.powerW / rig.hashrateThPerS;
    if (jPerTh < LEAST_J_PER_TH || jPerTh > MOST_J_PER_TH) {
      report("rig", `${Number(jPerTh.toPrecision(3))} J/TH`, `${LEAST_J_PER_TH} to ${MOST_J_PER_TH} J/TH`, "give TH/s and W (not kW)", true);
    }
    if (spec.standbyWPerRig >= rig.powerW) {
      report("standbyWPerRig", `${spec.standbyWPerRig} W`, `less than the rig's ${rig.powerW} W`, "give the draw of a sleeping rig");
      return;
    }
    const { fullMw } = figuresOf(spec, new Float64Array(0));
    if (fullMw > quantity.powerMw.max) {
      report("rigs", `${spec.rigs} rigs drawing ${fullMw.toFixed(0)} MW`, `at most ${quantity.powerMw.max} MW`, "check the count and the watts per rig");
    } else if (initial?.powerMw !== undefined && initial.powerMw > fullMw * (1 + POWER_ROUNDING)) {
      report("initialState.powerMw", `${initial.powerMw}`, `at most the fleet's ${fullMw.toFixed(3)} MW`, "correct the reading, the count or the uptime");
    }
  },

  declare(spec, initial, site) {
    const { time } = site;
    const dt = time.stepHours;
    if (!site.hashpriceUsdPerPhDay) {
      site.fault(spec.name, "rigs", "no hashprice", "what they earn", "give bitcoin.hashpriceUsdPerPhDay");
    }
    const figures = figuresOf(spec, site.hashpriceUsdPerPhDay ?? new Float64Array(time.count));
    const aboveMw = site.addSeries(spec.name, "aboveStandbyMw", { unit: "MW", upper: figures.aboveMw, limit: "rigs" });
    site.draw(aboveMw);
    site.addCost(aboveMw, "mining income", "cash", scaled(figures.incomeUsdPerMwh, -dt));
    if (figures.omUsdPerMwh !== 0) site.addCost(aboveMw, "mining O&M", "cash", figures.omUsdPerMwh * dt);

    let deenergizedMw: Columns | undefined;
    if (figures.standbyMw > 0) {
      site.demand(figures.standbyMw);
      deenergizedMw = site.addSeries(spec.name, "deenergizedMw", { unit: "MW", upper: figures.standbyMw });
      site.supply(deenergizedMw);
    }
    const beforeMw = aboveBefore(initial, figures);
    declareRamp("rampUpMwPerH", 1, spec, aboveMw, beforeMw, site);
    declareRamp("rampDownMwPerH", -1, spec, aboveMw, beforeMw, site);
    declareRestart(spec, aboveMw, beforeMw, site);
    if (beforeMw === undefined && (spec.rampUpMwPerH ?? spec.rampDownMwPerH ?? spec.restartUsdPerMw) !== 0) {
      site.notices.push(`${spec.name}: no powerMw in initialState; the first step has no ramp or restart cost.`);
    }

    site.publish("mining-above-standby", aboveMw);
    site.publishFigure("own-load-mw", Float64Array.of(figures.fullMw));
    site.publishFigure("mining-net-value-usd-per-mwh", worthOfAnInterval(figures, spec, dt));
    return { figures, aboveMw, deenergizedMw };
  },

  link(spec, { figures, deenergizedMw }, site) {
    if (!deenergizedMw) return;
    const given = spec.deenergizeUsdPerMwh;
    const above = Math.max(0, largest(figures.strikeUsdPerMwh));
    const below = Math.min(...site.publishedFigures("voll-usd-per-mwh").map(([usd]) => usd));
    const usdPerMwh = given ?? Math.min(Math.max(CUT_OFF_USD_PER_MWH, 2 * above), (above + below) / 2);
    site.addCost(deenergizedMw, "rigs cut off", "penalty", usdPerMwh * site.time.stepHours);
    if (given === undefined) {
      site.notices.push(`${spec.name}: no deenergizeUsdPerMwh was given; ${usdPerMwh.toFixed(2)} is taken.`);
    } else if (given <= above || given >= below) {
      const wanted = `more than the strike price, ${above.toFixed(2)} USD/MWh, and less than any vollUsdPerMwh${below < Infinity ? `, ${below}` : ""}`;
      site.fault(spec.name, "deenergizeUsdPerMwh", `${given}`, wanted, "leave it out, or choose a price between");
    }
  },

  read(spec, _initial, handles, solved) {
    const dt = solved.time.stepHours;
    const { figures } = handles;
    const aboveStandbyMw = solved.values(handles.aboveMw);
    const deenergizedMw = solved.values(handles.deenergizedMw);
    const powerMw = aboveStandbyMw.map((mw, t) => figures.standbyMw - deenergizedMw[t] + mw);
    const energyMwh = sum(powerMw) * dt;
    return {
      kind: "mining-fleet",
      role: "mining",
      netBusMw: scaled(powerMw, -1),
      series: {
        powerMw,
        aboveStandbyMw,
        deenergizedMw,
        rigsOn: aboveStandbyMw.map((mw) => Math.floor(Math.max(0, spec.rigs * mw) / figures.aboveMw + RIG_ROUNDING)),
        hashratePhPerS: aboveStandbyMw.map((mw) => (figures.hashratePhPerS * mw) / figures.aboveMw),
        strikeUsdPerMwh: figures.strikeUsdPerMwh.slice(),
      },
      totals: {
        energyMwh,
        aboveStandbyMwh: sum(aboveStandbyMw) * dt,
        revenueUsd: weightedSum(aboveStandbyMw, figures.incomeUsdPerMwh) * dt,
        shedMwh: figures.fullMw * solved.time.count * dt - energyMwh,
      },
      endState: { powerMw: powerMw[powerMw.length - 1] },
    };
  },

  rule(spec, initial, handles, site) {
    const { figures, aboveMw, deenergizedMw } = handles;
    const dt = site.time.stepHours;
    const upMw = (spec.rampUpMwPerH ?? Infinity) * dt;
    const downMw = (spec.rampDownMwPerH ?? Infinity) * dt;
    let lastMw = aboveBefore(initial, figures);
    return {
      flows: [
        ...(deenergizedMw
          ? [{ role: "standby" as const, reachMw: () => figures.standbyMw, fixes: [{ columns: deenergizedMw, value: (_t: number, mw: number) => figures.standbyMw - mw }] }]
          : []),
        {
          role: "mining-when-it-pays",
          reachMw: () => Math.min(figures.aboveMw, (lastMw ?? Infinity) + upMw),
          floorMw: () => Math.max(0, (lastMw ?? 0) - downMw),
          usdPerMwh: (t) => figures.strikeUsdPerMwh[t],
          tookMw: (_t, mw) => { lastMw = mw; },
          fixes: [busPower(aboveMw)],
        },
      ],
    };
  },
};

function rigOf({ rig }: Spec) {
  return typeof rig === "string" ? findRig(rig) : rig;
}

function figuresOf(spec: Spec, hashprice: Float64Array): FleetFigures {
  const rig = rigOf(spec);
  if ("unknown" in rig) throw new Error(`${spec.name}: ${rig.unknown}`);
  return fleetFigures({ ...spec, hashrateThPerS: rig.hashrateThPerS, powerW: rig.powerW }, hashprice);
}

/** Power above standby just before the plan, MW; undefined where the state does not say. */
function aboveBefore(initial: State | undefined, figures: FleetFigures): number | undefined {
  return initial?.powerMw === undefined ? undefined : Math.max(0, initial.powerMw - figures.standbyMw);
}

/** Steps in `direction`, per hour, within the ramp of that field. */
function declareRamp(limit: "rampUpMwPerH" | "rampDownMwPerH", direction: 1 | -1, spec: Spec, aboveMw: Columns, beforeMw: number | undefined, site: SiteModel): void {
  const ramp = spec[limit];
  if (ramp === undefined) return;
  const perHour = direction / site.time.stepHours;
  const upper = new Float64Array(site.time.count).fill(ramp);
  upper[0] = beforeMw === undefined ? Infinity : ramp + perHour * beforeMw;
  const rows = site.addRows(spec.name, direction > 0 ? "ramp up" : "ramp down", { unit: "(MW/h)", upper, limit });
  site.addTerms(rows, aboveMw, perHour);
  site.addTerms(rows, aboveMw, -perHour, -1);
}

function declareRestart(spec: Spec, aboveMw: Columns, beforeMw: number | undefined, site: SiteModel): void {
  if (spec.restartUsdPerMw === 0) return;
  const upMw = site.addSeries(spec.name, "wokenMw", { unit: "MW" });
  const lower = new Float64Array(site.time.count);
  lower[0] = beforeMw === undefined ? -Infinity : -beforeMw;
  const rows = site.addRows(spec.name, "woken", { unit: "MW", lower });
  site.addTerms(rows, upMw, 1);
  site.addTerms(rows, aboveMw, -1);
  site.addTerms(rows, aboveMw, 1, -1);
  site.addCost(upMw, "rig restarts", "valuation", spec.restartUsdPerMw);
}
