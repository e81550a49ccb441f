/**
 * Calls of a utility or grid operator to import less. With the import metered at the POI, for every interval t of a
 * call:
 *
 *     import_t - missed_t <= cap_t,     missed_t >= 0 only with missUsdPerMwh (else the call must be met)
 *     cap_t = capMw,     or (1 - reduceByFraction) B_t
 *     B_t   = a contracted baseline in MW, or the site's own load, at the POI:
 *             (firm AI demand_t + the fleets' full draw) / (MW at the bus per MW imported)
 *     cost  = dt missUsdPerMwh missed
 *
 * Own load is that of the case being solved: an AI-only site has no fleets, so "drop 20 %" finds 20 % of less. With A
 * of firm AI and M of mining a call for the fraction x takes no AI where x (A + M) <= M. Spot and deferrable AI are not
 * in it.
 *
 * A call begins and ends with an interval. One that covers a part of an interval is refused: held for the whole
 * interval it would be longer than it is, and the mean of called and free time would let the free part make up for the
 * called one, which no load can.
 *
 * The plan knows every call from its start (perfect foresight); whether there was time to answer it stands in the
 * reading, see `curtailment-call/timing.ts`.
 */
import type { Columns } from "../../model/columns.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { isoStamp, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../../time/time-grid.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { callTiming, timingNotices, type CallDrop, type CallTiming } from "./timing.ts";
import { contractConnection, type ContractConnection } from "../connection/contract-connection.ts";
import { assetName, instant, keyName, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { sum } from "../fields/series.ts";

const callSchema = strictObject({
  start: instant(),
  end: instant(),
  capMw: number(quantity.powerMw, "Most import at the POI").optional(),
  reduceByFraction: number(quantity.fraction, "Share of the baseline to drop; needs baseline").optional(),
  baseline: z.union([z.literal("own-load"), number(quantity.powerMw, "At the POI")]).optional(),
  aiOnlyBaselineMw: number(
    quantity.powerMw,
    "Of the AI-only site, where the baseline is in MW; default the same",
  ).optional(),
});

const schema = strictObject({
  kind: z.literal("curtailment-call"),
  name: assetName(),
  connection: keyName().optional().describe("The grid connection; default the only one"),
  calls: z.array(callSchema).min(1),
  missUsdPerMwh: number(
    quantity.costUsdPerMwh,
    "Per MWh imported above a call's cap; absent = calls must be met",
  ).optional(),
  noticeMinutes: number(quantity.minutes, "From the call being known to its start").default(0),
  shedSeconds: number(quantity.seconds, "From the order until the rigs are off; absent = not checked").optional(),
  relaySeconds: number(quantity.seconds, "From the signal until the order").default(0),
  rideThroughSeconds: number(quantity.seconds, "What the UPS holds").default(0),
  aiOnlyKeeps: z.boolean().default(true).describe("The counterfactual's AI-only site is called too"),
});

const stateSchema = strictObject({});

type Spec = Resolved<z.output<typeof schema>>;
type Call = Spec["calls"][number];

/** This near a whole number of intervals (rounding of a step of 5 minutes) is one. */
const WHOLE = 1e-9;

/** A call, as far as it lies in the plan. */
interface PlannedCall {
  readonly call: Call;
  readonly from: number;
  readonly capMw: Float64Array;
  readonly missedMw: Columns | undefined;
}

interface Handles {
  calls: readonly PlannedCall[];
  connection?: ContractConnection;
  /** Power above standby of every fleet. */
  mining?: readonly Columns[];
}

export interface CurtailmentCallReading extends AssetReading {
  readonly kind: "curtailment-call";
  readonly series: {
    /** Import above the caps. */
    readonly missedMw: Float64Array;
  };
  readonly totals: { readonly calledHours: number; readonly missedMwh: number };
  /** Those in the plan. */
  readonly calls: readonly ({
    /** First interval in the plan. */
    readonly interval: number;
    readonly end: string;
    /** When the site would know of the call: the plan knew from its own start. */
    readonly knownAt: string;
    /** In each interval of the call. */
    readonly capMw: Float64Array;
    readonly importMw: Float64Array;
    /** Least cap minus import; negative where the call is missed. */
    readonly marginMw: number;
    readonly missedMwh: number;
    /** Whether what had to go at the start could be gone in time. */
    readonly timing: CallTiming;
  } & CallDrop)[];
}

export const curtailmentCall: AssetKind<
  "curtailment-call",
  typeof schema,
  typeof stateSchema,
  Handles,
  CurtailmentCallReading
> = {
  kind: "curtailment-call",
  role: "contract",
  schema,
  stateSchema,

  check(spec, _initial, report) {
    spec.calls.forEach(({ start, end, capMw, reduceByFraction, baseline, aiOnlyBaselineMw }, j) => {
      const fault = (field: string, given: string, wanted: string, fix: string) =>
        report(`calls[${j}].${field}`, given, wanted, fix);
      if (end <= start) fault("end", "an end at or before the start", "a later instant", "correct the call");
      const both = capMw !== undefined && reduceByFraction !== undefined;
      if (both || (capMw === undefined && reduceByFraction === undefined))
        fault(
          "capMw",
          both ? "capMw and reduceByFraction" : "neither",
          "exactly one of capMw and reduceByFraction",
          "state the call in one way",
        );
      if ((reduceByFraction === undefined) !== (baseline === undefined)) {
        fault(
          "baseline",
          baseline === undefined ? "nothing" : "a baseline beside capMw",
          "a baseline with reduceByFraction, none with capMw",
          baseline === undefined ? 'give "own-load", or the MW' : "leave it out",
        );
      }
      if (aiOnlyBaselineMw !== undefined && typeof baseline !== "number")
        fault(
          "aiOnlyBaselineMw",
          "a value without a baseline in MW",
          "none",
          "leave it out; own load is each case's own",
        );
    });
  },

  declare: () => ({ calls: [] }),

  link(spec, handles, site) {
    const connection = contractConnection(site, spec.name, spec.connection);
    if (!connection) return;
    handles.connection = connection;
    handles.mining = site.published("mining-above-standby");
    handles.calls = spec.calls.flatMap((call, j) => declareCall(spec, call, j, connection, site) ?? []);
    const { name, noticeMinutes, shedSeconds } = spec;
    const outside = spec.calls.length - handles.calls.length;
    if (outside > 0) site.notices.push(`${name}: ${outside} of ${spec.calls.length} calls lie outside the plan.`);
    if (handles.calls.length === 0) return;
    site.notices.push(
      `${name}: the plan knows every call from its start (perfect foresight); the site would with ` +
        `${noticeMinutes} minutes of notice.`,
    );
    if (shedSeconds === undefined)
      site.notices.push(`${name}: no shedSeconds; whether rigs are off in time is not checked.`);
  },

  read(spec, _initial, { calls, connection, mining = [] }, solved) {
    const { time } = solved;
    const importMw = solved.values(connection?.importMw);
    const aboveMw = solved.total(mining);
    const missedMw = solved.total(calls.map((planned) => planned.missedMw));
    const readings = calls.map((planned) => readCall(spec, planned, importMw, aboveMw, solved));
    return {
      kind: "curtailment-call",
      role: "contract",
      netBusMw: new Float64Array(time.count),
      series: { missedMw },
      totals: {
        calledHours: calls.reduce((hours, { capMw }) => hours + capMw.length * time.stepHours, 0),
        missedMwh: sum(missedMw) * time.stepHours,
      },
      calls: readings,
      notices: timingNotices(spec.name, spec, readings),
    };
  },

  rule(_spec, _initial, { calls, connection }) {
    if (!connection) return { flows: [] };
    const { importMw, busMwPerMw } = connection;
    return {
      flows: [],
      caps: calls.map(({ from, capMw }) => ({
        columns: importMw,
        reachMw: (t: number) => (capMw[t - from] ?? Infinity) * busMwPerMw,
      })),
    };
  },

  calls: (spec) =>
    spec.calls.map(({ start }, j) => ({
      path: `calls[${j}]`,
      startMs: start,
      noticeHours: spec.noticeMinutes / 60,
      without: { ...spec, calls: spec.calls.toSpliced(j, 1) },
    })),

  forAiOnly(spec) {
    if (!spec.aiOnlyKeeps) return undefined;
    return {
      ...spec,
      calls: spec.calls.map((call) =>
        call.aiOnlyBaselineMw === undefined ? call : { ...call, baseline: call.aiOnlyBaselineMw },
      ),
    };
  },
};

/**
 * Rows of a call; undefined where it lies outside the plan, or after reporting that it covers a part of an interval.
 */
function declareCall(
  { name, missUsdPerMwh }: Spec,
  call: Call,
  j: number,
  connection: ContractConnection,
  site: SiteModel,
): PlannedCall | undefined {
  const { time } = site;
  const { capMw: fixedMw, reduceByFraction = 0 } = call;
  // In intervals from the plan's start; only what lies in the plan has to fall on one.
  const [from, to] = (["start", "end"] as const).map((field) => {
    const place = Math.min(time.count, Math.max(0, (call[field] - time.startMs) / (time.stepHours * MS_PER_HOUR)));
    const whole = Math.round(place);
    if (Math.abs(place - whole) > WHOLE) {
      const t = field === "start" ? Math.floor(place) : Math.ceil(place);
      site.fault(
        name,
        `calls[${j}].${field}`,
        instantStamp(time, call[field], t),
        `a boundary of the plan's ${time.stepHours * 60}-minute intervals`,
        `plan in shorter intervals, or let it be ${isoStamp(time, t)}`,
      );
    }
    return whole;
  });
  if (to <= from) return undefined;
  if (typeof call.baseline === "number" && call.aiOnlyBaselineMw === undefined) {
    site.notices.push(
      `${name}: the baseline of call ${j + 1}, ${call.baseline} MW, holds for an AI-only site too; ` +
        "aiOnlyBaselineMw would be its own.",
    );
  }
  const baseline = baselineMw(call, connection, site);
  const capMw = Float64Array.from(
    { length: to - from },
    (_, i) => fixedMw ?? (1 - reduceByFraction) * baseline(from + i),
  );
  const rows = site.addRows(name, `call ${j + 1}`, {
    unit: "MW",
    upper: capMw,
    from,
    count: capMw.length,
    limit: `calls[${j}].${fixedMw === undefined ? "reduceByFraction" : "capMw"}`,
  });
  site.addTerms(rows, connection.importMw, 1);
  let missedMw: Columns | undefined;
  if (missUsdPerMwh !== undefined) {
    missedMw = site.addSeries(name, `missedMw ${j + 1}`, { unit: "MW", from, count: capMw.length });
    site.addTerms(rows, missedMw, -1);
    site.addCost(missedMw, "curtailment call missed", "penalty", missUsdPerMwh * time.stepHours);
  }
  return { call, from, capMw, missedMw };
}

/** What a fraction is taken of, MW at the POI. */
function baselineMw({ baseline }: Call, { busMwPerMw }: ContractConnection, site: SiteModel): (t: number) => number {
  if (typeof baseline === "number") return () => baseline;
  const loads = site.publishedFigures("own-load-mw");
  return (t) => loads.reduce((total, load) => total + (load.length === 1 ? load[0] : load[t]), 0) / busMwPerMw;
}

function readCall(
  spec: Spec,
  { call, from, capMw, missedMw }: PlannedCall,
  importMw: Float64Array,
  aboveMw: Float64Array,
  solved: SolvedSite,
): CurtailmentCallReading["calls"][number] {
  const { time } = solved;
  const importedMw = importMw.slice(from, from + capMw.length);
  const before = from - 1;
  const drop =
    from === 0
      ? {}
      : { dropMw: Math.max(0, importMw[before] - capMw[0]), minedDropMw: Math.max(0, aboveMw[before] - aboveMw[from]) };
  return {
    interval: from,
    start: instantStamp(time, call.start, from),
    end: instantStamp(time, call.end, from + capMw.length),
    knownAt: instantStamp(time, call.start - spec.noticeMinutes * MS_PER_MINUTE, from),
    capMw,
    importMw: importedMw,
    marginMw: capMw.reduce((least, mw, i) => Math.min(least, mw - importedMw[i]), Infinity),
    missedMwh: sum(solved.values(missedMw)) * time.stepHours,
    ...drop,
    timing: callTiming(spec, drop.dropMw),
  };
}

/** An instant as ISO-8601 with the local offset of interval `t`. */
function instantStamp(time: TimeGrid, ms: number, t: number): string {
  return isoStamp({ ...time, startMs: ms, stepHours: 0 }, t);
}
