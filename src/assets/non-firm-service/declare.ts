import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { shareOfMonth } from "../../time/local-clock.ts";
import { isoStamp, monthSpans, MS_PER_HOUR } from "../../time/time-grid.ts";
import type { Declaration } from "../asset.ts";
import { contractConnection } from "../connection/contract-connection.ts";
import type { Connection } from "../ports/connection.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import type { Spec, State } from "./schema.ts";

/** This near a whole number of intervals (rounding of a step of 5 minutes) is one. */
const WHOLE = 1e-9;

/** A curtailment, as far as it lies in the plan: intervals `[from, to)`. */
export interface PlannedCurtailment {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly missedMw: ColumnBlock | undefined;
}

export interface Handles {
  readonly firmMw: ColumnBlock;
  /** Undefined after a fault. */
  readonly connection: Connection | undefined;
  readonly importLimitMw: Float64Array;
  readonly curtailments: readonly PlannedCurtailment[];
}

export function declareNonFirmService(
  { name, firmMw: least, mostFirmMw = least, firmUsdPerMwMonth = 0 }: Spec,
  initial: State | undefined,
  site: SiteModel,
): Declaration<ColumnBlock> {
  const chosen = initial?.firmMw;
  const firmMw = site.addColumn(name, "firmMw", {
    unit: "MW",
    lower: chosen ?? least,
    upper: chosen ?? mostFirmMw,
    limit: mostFirmMw > least ? "mostFirmMw" : "firmMw",
  });
  const months = monthSpans(site.time).reduce((sum, month) => sum + shareOfMonth(site.time, month), 0);
  if (firmUsdPerMwMonth > 0)
    site.addCost(firmMw, "firm import", mostFirmMw > least ? "cash" : "sunk", firmUsdPerMwMonth * months);
  return { handles: firmMw };
}

export function linkNonFirmService(
  spec: Spec,
  _initial: State | undefined,
  firmMw: ColumnBlock,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const connection = contractConnection(ports, spec.name, spec.connection, site);
  if (!connection) return { firmMw, connection, importLimitMw: new Float64Array(site.time.count), curtailments: [] };
  const importLimitMw = site.upperOf([connection.importMw]);
  const curtailments = spec.curtailments.flatMap((curtailment, k): PlannedCurtailment[] => {
    const [from, to] = (["start", "end"] as const).map((field) =>
      intervalOf(site, spec.name, `curtailments[${k}].${field}`, curtailment[field], field === "start"),
    );
    if (to <= from) return [];
    const { depth } = curtailment;
    // import - depth firm - missed <= (1 - depth) limit
    const rows = site.addRows(spec.name, `curtailment ${k + 1}`, {
      unit: "MW",
      upper: importLimitMw.subarray(from, to).map((mw) => (1 - depth) * mw),
      from,
      count: to - from,
    });
    site.addTerms(rows, connection.importMw, 1);
    site.addShared(rows, firmMw, -depth);
    if (spec.missUsdPerMwh === undefined) return [{ from, to, depth, missedMw: undefined }];
    const missedMw = site.addSeries(spec.name, `missedMw ${k + 1}`, { unit: "MW", from, count: to - from });
    site.addTerms(rows, missedMw, -1);
    site.addCost(missedMw, "curtailment missed", "penalty", spec.missUsdPerMwh * site.time.stepHours);
    return [{ from, to, depth, missedMw }];
  });
  if (curtailments.length > 0)
    site.notices.push(
      `${spec.name}: the plan knows every curtailment from its start (perfect foresight); the site would with ` +
        `${spec.noticeMinutes} minutes of notice.`,
    );
  return { firmMw, connection, importLimitMw, curtailments };
}

/** The interval at an instant, within the plan; one that lies inside an interval is a fault. */
function intervalOf(site: SiteModel, asset: string, path: string, ms: number, isStart: boolean): number {
  const { time } = site;
  const place = Math.min(time.count, Math.max(0, (ms - time.startMs) / (time.stepHours * MS_PER_HOUR)));
  const whole = Math.round(place);
  if (Math.abs(place - whole) > WHOLE) {
    const t = isStart ? Math.floor(place) : Math.ceil(place);
    site.fault(
      asset,
      path,
      new Date(ms).toISOString(),
      `a boundary of the plan's ${time.stepHours * 60}-minute intervals`,
      `plan in shorter intervals, or let it be ${isoStamp(time, t)}`,
    );
  }
  return whole;
}

/** Decisions that can be taken ahead; see `AssetKind.hereAndNow`. */
export function nonFirmServiceHereAndNow({ firmMw }: Handles) {
  return { firmMw: [firmMw] };
}
