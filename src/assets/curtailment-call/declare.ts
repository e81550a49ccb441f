import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { MS_PER_HOUR, isoStamp, type TimeGrid } from "../../time/time-grid.ts";
import type { Declaration } from "../asset.ts";
import { contractConnection } from "../connection/contract-connection.ts";
import type { Connection } from "../ports/connection.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import type { Spec, State } from "./schema.ts";

type Call = Spec["calls"][number];

/** This near a whole number of intervals (rounding of a step of 5 minutes) is one. */
const WHOLE = 1e-9;

/** A call, as far as it lies in the plan. */
export interface PlannedCall {
  readonly call: Call;
  readonly from: number;
  readonly capMw: Float64Array;
  readonly missedMw: ColumnBlock | undefined;
}

export interface Handles {
  readonly calls: readonly PlannedCall[];
  /** Undefined after a fault. */
  readonly connection: Connection | undefined;
  /** Power of every fleet above standby. */
  readonly miningMw: readonly ColumnBlock[];
}

/** All columns and rows depend on the connection, so `link` declares them. */
export function declareCurtailmentCall(): Declaration<undefined> {
  return { handles: undefined };
}

export function linkCurtailmentCall(
  spec: Spec,
  _initial: State | undefined,
  _declared: undefined,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const connection = contractConnection(ports, spec.name, spec.connection, site);
  const calls = connection
    ? spec.calls.flatMap((call, j) => declareCall(spec, call, j, connection, ports, site) ?? [])
    : [];
  if (connection) noteCalls(spec, calls.length, site);
  return { calls, connection, miningMw: ports.miningAboveStandbyMw };
}

/** Says which calls the plan has, and what it knows of them. */
function noteCalls({ name, noticeMinutes, shedSeconds, calls }: Spec, numPlanned: number, site: SiteModel): void {
  const outside = calls.length - numPlanned;
  if (outside > 0) site.notices.push(`${name}: ${outside} of ${calls.length} calls lie outside the plan.`);
  if (numPlanned === 0) return;
  site.notices.push(
    `${name}: the plan knows every call from its start (perfect foresight); the site would with ` +
      `${noticeMinutes} minutes of notice.`,
  );
  if (shedSeconds === undefined)
    site.notices.push(`${name}: no shedSeconds; whether rigs are off in time is not checked.`);
}

/**
 * Rows of a call; undefined where it lies outside the plan, or after reporting that it covers a part of an interval.
 */
function declareCall(
  { name, missUsdPerMwh }: Spec,
  call: Call,
  j: number,
  connection: Connection,
  ports: SitePorts,
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
  const baseline = baselineMw(call, connection, ports);
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
  let missedMw: ColumnBlock | undefined;
  if (missUsdPerMwh !== undefined) {
    missedMw = site.addSeries(name, `missedMw ${j + 1}`, { unit: "MW", from, count: capMw.length });
    site.addTerms(rows, missedMw, -1);
    site.addCost(missedMw, "curtailment call missed", "penalty", missUsdPerMwh * time.stepHours);
  }
  return { call, from, capMw, missedMw };
}

/** What a fraction is taken of, MW at the POI. */
function baselineMw({ baseline }: Call, { busMwPerMw }: Connection, ports: SitePorts): (t: number) => number {
  return typeof baseline === "number" ? () => baseline : (t) => ports.ownLoadMw(t) / busMwPerMw;
}

/** An instant as ISO-8601 with the local offset of interval `t`. */
export function instantStamp(time: TimeGrid, ms: number, t: number): string {
  return isoStamp({ ...time, startMs: ms, stepHours: 0 }, t);
}
