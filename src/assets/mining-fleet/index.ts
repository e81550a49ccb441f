/**
 * A fleet of equal Bitcoin rigs, which can be shed in seconds. Its rigs run in one or several power modes; the modes'
 * concave hull (`mining-fleet/hull.ts`) gives segments k = 1..K of U_k MW and strike prices strike_1 > ... > strike_K
 * (`mining-fleet/economics.ts`; a rig without `powerModes` has one):
 *
 *     draw_t = standbyMw - deenergized_t + sum_k above_kt,   0 <= above_kt <= U_k,   0 <= deenergized_t <= standbyMw
 *     cost = - dt sum_k strike_kt above_kt + restartUsdPerMw woken_t + dt deenergizeUsdPerMwh deenergized_t
 *
 * Ramps, restarts and wake-up in steps: `mining-fleet/ramps.ts`.
 *
 * No binaries are needed: where no segment has a ramp of its own, every row holds the segments by their sum alone. Let
 * above_k < U_k and above_l > 0 for k < l in an optimum. Moving e > 0 from l to k changes no row and lowers the cost by
 * e dt (strike_k - strike_l) > 0: a contradiction. So an optimum fills the segments in order, and is a fleet with some
 * rigs in one mode and the rest in the next, which draws and computes just as much (`mining-fleet/whole-rigs.ts`). At a
 * hashprice of 0 the order is free and worth nothing.
 *
 * Sleeping rigs draw their standby power; cutting their supply altogether has a price, so a blackout is no
 * contradiction. It lies above the strike price and below every value of lost load: rigs sleep before they are cut off,
 * and are cut off before firm AI is shed. Power beyond a ramp down is cut at the same price.
 */
import type { Columns } from "../../model/columns.ts";
import { wish } from "../../model/preference.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { fleetFigures, type FleetFigures } from "./economics.ts";
import { checkModes, hullOf, modeFields, modeName } from "./modes.ts";
import { cutOffWarnings } from "./cut-off.ts";
import { declareRamps, fleetBefore, wakeSharePerH, wakeUpSchema } from "./ramps.ts";
import { fleetFlows } from "./rule.ts";
import { wholeRigs, type ModeReading } from "./whole-rigs.ts";
import { quantity } from "../fields/quantities.ts";
import { largest, scaled, sum, weightedSum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("mining-fleet"),
  name: assetName(),
  ...modeFields,
  rigs: z.int().min(1).max(10_000_000),
  standbyWPerRig: number(quantity.watt, "Draw of a sleeping rig (default: LuxOS; 25-100 W with fans on)").default(25),
  pue: number(quantity.pue, "Facility / rig power").default(1.05),
  uptime: number(quantity.efficiency, "Derates power and hash together").default(0.96),
  poolFee: number(quantity.fraction).default(0.01),
  staleShare: number(quantity.fraction).default(0),
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M per facility MWh").default(0),
  rampUpMwPerH: number(quantity.rampMwPerH, "Default no limit").optional(),
  rampDownMwPerH: number(quantity.rampMwPerH, "Default no limit: rigs are shed in seconds").optional(),
  wakeUp: wakeUpSchema.optional().describe("Stepped wake-up; default all at once"),
  restartUsdPerMw: number(quantity.usdPerMw).default(0),
  deenergizeUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Price per MWh of standby power cut off (rigs dark); default stated in the notices",
  ).optional(),
});

const stateSchema = strictObject({
  powerMw: number(
    quantity.powerMw,
    "Facility power just before the plan; absent = no ramp or restart in the first step",
  ).optional(),
  awakeShare: number(
    quantity.fraction,
    "Of the rigs, not asleep; with wakeUp. Default: as many as powerMw is enough for",
  ).optional(),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

/** A power reading may exceed the fleet's by this share of it: rounding of an earlier plan. */
const POWER_ROUNDING = 1e-9;

/** Price of cutting sleeping rigs off, USD/MWh, where it lies between the strike price and the values of lost load. */
const CUT_OFF_USD_PER_MWH = 500;

interface Handles {
  readonly figures: FleetFigures;
  /** By segment. */
  readonly aboveMw: readonly Columns[];
  readonly deenergizedMw: Columns | undefined;
  /** Power cut off faster than `rampDownMwPerH`. */
  readonly cutMw: Columns | undefined;
}

export interface MiningFleetReading extends AssetReading {
  readonly kind: "mining-fleet";
  readonly series: {
    /** Facility power at the site bus, standby included. */
    readonly powerMw: Float64Array;
    readonly aboveStandbyMw: Float64Array;
    readonly deenergizedMw: Float64Array;
    /** Power that fell away beyond `rampDownMwPerH`, since it was cut off; absent without that ramp. */
    readonly cutBeyondRampMw?: Float64Array;
    /**
     * `powerMw` with whole rigs in whole modes: the schedule to carry out, lower by less than one rig's step per mode.
     */
    readonly wholeRigsMw: Float64Array;
    /** Whole rigs told to hash. */
    readonly rigsOn: Float64Array;
    readonly hashratePhPerS: Float64Array;
    /** Price of power above which all rigs sleep. */
    readonly strikeUsdPerMwh: Float64Array;
  };
  /** Whole rigs by mode, `asleep` first; rigs cut off are among those asleep. */
  readonly modes: readonly ModeReading[];
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
    if (!checkModes(spec, report)) return;
    const { fullMw } = figuresOf(spec, new Float64Array(0));
    if (fullMw > quantity.powerMw.max) {
      report(
        "rigs",
        `${spec.rigs} rigs drawing ${fullMw.toFixed(0)} MW`,
        `at most ${quantity.powerMw.max} MW`,
        "check the count and the watts per rig",
      );
    } else if (initial?.powerMw !== undefined && initial.powerMw > fullMw * (1 + POWER_ROUNDING)) {
      report(
        "initialState.powerMw",
        `${initial.powerMw}`,
        `at most the fleet's ${fullMw.toFixed(3)} MW`,
        "correct the reading, the count or the uptime",
      );
    }
    if (initial?.awakeShare !== undefined && initial.powerMw === undefined) {
      report("initialState.powerMw", "nothing", "the power, since awakeShare is given", "give both");
    }
  },

  declare(spec, initial, site) {
    const { time } = site;
    const dt = time.stepHours;
    if (!site.hashpriceUsdPerPhDay) {
      site.fault(spec.name, "rigs", "no hashprice", "what they earn", "give bitcoin.hashpriceUsdPerPhDay");
    }
    const { dropped } = hullOf(spec);
    if (dropped.length > 0) {
      site.notices.push(
        `${spec.name}: power modes left out, since rigs in the modes around them compute as much on as ` +
          `little: ${dropped.map(modeName).join(", ")}.`,
      );
    }
    const figures = figuresOf(spec, site.hashpriceUsdPerPhDay ?? new Float64Array(time.count));
    const { segments } = figures;
    const aboveMw = segments.map(({ mode, aboveMw: upper, hashratePhPerS, incomeUsdPerMwh }) => {
      const name = modeName(mode);
      const part = segments.length > 1 ? ` to ${name}` : "";
      const words = part
        ? { low: `below ${name}`, high: `at ${name} or above`, between: `partly at ${name}`, own: "strike" }
        : { low: "asleep", high: "awake", between: "partly awake", own: "strike" };
      const columns = site.addSeries(spec.name, `aboveStandbyMw${part}`, {
        unit: "MW",
        upper,
        limit: `rigs${part}`,
        words,
      });
      site.draw(columns);
      site.preferLess(columns, (1000 * wish.lessMiningPerJPerTh * upper) / hashratePhPerS);
      site.addCost(columns, "mining income", "cash", scaled(incomeUsdPerMwh, -dt));
      if (figures.omUsdPerMwh !== 0) site.addCost(columns, "mining O&M", "cash", figures.omUsdPerMwh * dt);
      site.publish("mining-above-standby", columns);
      return columns;
    });

    let deenergizedMw: Columns | undefined;
    if (figures.standbyMw > 0) {
      site.demand(figures.standbyMw);
      deenergizedMw = site.addSeries(spec.name, "deenergizedMw", { unit: "MW", upper: figures.standbyMw });
      site.supply(deenergizedMw);
    }
    site.publishHeadroom({
      asset: spec.name,
      slices: segments.map((segment, k) => ({
        name: segments.length > 1 ? ` to ${modeName(segment.mode)}` : "",
        parts: [[aboveMw[k], 1]],
        lossUsdPerMwh: () => segment.strikeUsdPerMwh,
        hashratePhPerSPerMw: segment.hashratePhPerS / segment.aboveMw,
      })),
      rampDownMwPerH: spec.rampDownMwPerH,
    });
    const cutMw = declareRamps(
      spec,
      aboveMw,
      segments.map((segment) => segment.aboveMw),
      fleetBefore(initial, figures),
      site,
    );
    site.publishFigure("strike-usd-per-mwh", figures.strikeUsdPerMwh);
    site.publishFigure("own-load-mw", Float64Array.of(figures.fullMw));
    return { figures, aboveMw, deenergizedMw, cutMw };
  },

  link(spec, { figures, deenergizedMw, cutMw }, site) {
    if (!deenergizedMw && !cutMw) return;
    const given = spec.deenergizeUsdPerMwh;
    const above = Math.max(0, largest(figures.strikeUsdPerMwh));
    const below = Math.min(...site.publishedFigures("voll-usd-per-mwh").map(([usd]) => usd));
    const usdPerMwh = given ?? Math.min(Math.max(CUT_OFF_USD_PER_MWH, 2 * above), (above + below) / 2);
    for (const columns of [deenergizedMw, cutMw])
      if (columns) site.addCost(columns, "rigs cut off", "penalty", usdPerMwh * site.time.stepHours);
    if (given === undefined) {
      site.defaults.push({
        asset: spec.name,
        field: "deenergizeUsdPerMwh",
        value: `${usdPerMwh.toFixed(2)} USD/MWh`,
        item: "rigs cut off",
      });
      site.notices.push(`${spec.name}: no deenergizeUsdPerMwh was given; ${usdPerMwh.toFixed(2)} is taken.`);
    } else if (given <= above || given >= below) {
      const wanted =
        `more than the strike price, ${above.toFixed(2)} USD/MWh, and less than any ` +
        `vollUsdPerMwh${below < Infinity ? `, ${below}` : ""}`;
      site.fault(spec.name, "deenergizeUsdPerMwh", `${given}`, wanted, "leave it out, or choose a price between");
    }
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const { figures } = handles;
    const bySegment = handles.aboveMw.map((columns) => solved.values(columns));
    const aboveStandbyMw = solved.total(handles.aboveMw);
    const deenergizedMw = solved.values(handles.deenergizedMw);
    const cutBeyondRampMw = handles.cutMw && solved.values(handles.cutMw);
    const powerMw = aboveStandbyMw.map((mw, t) => figures.standbyMw - deenergizedMw[t] + mw);
    const energyMwh = sum(powerMw) * dt;
    const inSteps = wakeSharePerH(spec, dt) !== undefined;
    const awake =
      inSteps || spec.wakeUp
        ? bySegment[0].map((mw) => Math.min(1, Math.max(0, mw / figures.segments[0].aboveMw)))
        : undefined;
    const whole = wholeRigs(spec.rigs, spec.standbyWPerRig, figures, aboveStandbyMw, inSteps ? awake : undefined);
    return {
      kind: "mining-fleet",
      role: "mining",
      netBusMw: scaled(powerMw, -1),
      series: {
        powerMw,
        aboveStandbyMw,
        deenergizedMw,
        ...(cutBeyondRampMw && { cutBeyondRampMw }),
        wholeRigsMw: whole.aboveMw.map((mw, t) => figures.standbyMw - deenergizedMw[t] + mw),
        rigsOn: whole.rigsOn,
        hashratePhPerS: powerMw.map((_, t) =>
          figures.segments.reduce(
            (total, { hashratePhPerS, aboveMw }, k) => total + (hashratePhPerS * bySegment[k][t]) / aboveMw,
            0,
          ),
        ),
        strikeUsdPerMwh: figures.strikeUsdPerMwh.slice(),
      },
      modes: whole.modes,
      totals: {
        energyMwh,
        aboveStandbyMwh: sum(aboveStandbyMw) * dt,
        revenueUsd: figures.segments.reduce(
          (usd, { incomeUsdPerMwh }, k) => usd + weightedSum(bySegment[k], incomeUsdPerMwh) * dt,
          0,
        ),
        shedMwh: figures.fullMw * solved.time.count * dt - energyMwh,
      },
      warnings: cutOffWarnings(spec.name, deenergizedMw, cutBeyondRampMw, solved),
      endState: {
        ...initial,
        powerMw: powerMw[powerMw.length - 1],
        ...(awake && { awakeShare: awake[awake.length - 1] }),
      },
    };
  },

  rule(spec, initial, { figures, aboveMw, deenergizedMw, cutMw }, site) {
    const dt = site.time.stepHours;
    const wakeShare = wakeSharePerH(spec, dt);
    return {
      flows: fleetFlows(figures, { aboveMw, deenergizedMw, cutMw }, fleetBefore(initial, figures), {
        upMw: (spec.rampUpMwPerH ?? Infinity) * dt,
        downMw: (spec.rampDownMwPerH ?? Infinity) * dt,
        wakeShare: wakeShare && wakeShare * dt,
      }),
    };
  },
};

function figuresOf(spec: Spec, hashprice: Float64Array): FleetFigures {
  return fleetFigures({ ...spec, modes: hullOf(spec).kept }, hashprice);
}
