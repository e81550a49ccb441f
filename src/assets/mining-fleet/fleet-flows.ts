/**
 * A fleet under the threshold rule: standby first, then segment by segment, each where power costs less than its strike
 * price, as far as ramps and wake-up reach. Strike prices fall from segment to segment, so the rule takes them in
 * order.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { FleetFigures } from "./economics.ts";
import type { FleetBefore } from "./ramps.ts";
import { busPower, type RuleFlow } from "../rule-dispatch.ts";

/** What the fleet can do from one interval to the next; absent = without limit. */
interface Reach {
  readonly upMw: number;
  readonly downMw: number;
  /** Share of the rigs. */
  readonly wakeShare: number | undefined;
}

interface FleetColumns {
  /** By segment. */
  readonly aboveMw: readonly ColumnBlock[];
  readonly deenergizedMw: ColumnBlock | undefined;
  readonly cutMw: ColumnBlock | undefined;
}

export function fleetFlows(
  { standbyMw, aboveMw, segments }: FleetFigures,
  { aboveMw: columns, deenergizedMw, cutMw }: FleetColumns,
  before: FleetBefore | undefined,
  { upMw, downMw, wakeShare }: Reach,
): RuleFlow[] {
  let last = before;
  let takenMw = 0;
  /** The least power that the ramp down allowed in the interval just taken. */
  let rampFloorMw = 0;
  /** Part of segment k in a total, the segments filled in order up to a share of each. */
  const partOf = (totalMw: number, k: number, share: number): number => {
    let leftMw = totalMw;
    for (let i = 0; i < k; i++) leftMw -= Math.min(leftMw, share * segments[i].aboveMw);
    return Math.min(leftMw, share * segments[k].aboveMw);
  };
  // A first segment that gets less than its reach has exhausted the supply: no later one needs to know what it took.
  const awake = () => (wakeShare === undefined ? 1 : Math.min(1, (last?.awakeShare ?? Infinity) + wakeShare));
  const flows = segments.map((segment, k): RuleFlow => ({
    role: "mining-when-it-pays",
    reachMw: () => partOf(Math.min(aboveMw, (last?.aboveMw ?? Infinity) + upMw), k, awake()),
    floorMw: () => partOf(Math.max(0, (last?.aboveMw ?? 0) - downMw), k, awake()),
    usdPerMwh: (t) => segment.strikeUsdPerMwh[t],
    tookMw: (_t, mw) => {
      const isFirst = k === 0;
      if (isFirst) rampFloorMw = Math.max(0, (last?.aboveMw ?? 0) - downMw);
      takenMw = isFirst ? mw : takenMw + mw;
      const awakeShare = isFirst ? mw / segment.aboveMw : (last?.awakeShare ?? 0);
      last = { aboveMw: takenMw, awakeShare };
    },
    fixes: [
      busPower(columns[k]),
      ...(cutMw && k === segments.length - 1
        ? [{ columns: cutMw, value: () => Math.max(0, rampFloorMw - takenMw) }]
        : []),
    ],
  }));
  if (!deenergizedMw) return flows;
  return [
    {
      role: "standby",
      reachMw: () => standbyMw,
      fixes: [{ columns: deenergizedMw, value: (_t, mw) => standbyMw - mw }],
    },
    ...flows,
  ];
}
