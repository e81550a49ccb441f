/**
 * The sum of the n highest means of some metered intervals. For means m_k (and constants m_k of intervals before the
 * plan) that sum is the optimum of a linear program in a threshold h, so that a row bounds the column that is priced:
 *
 *     total >= n h + sum_k u_k,     u_k >= m_k - h,  u_k >= 0,  h >= 0          (h: the n-th highest)
 *
 * With n = 1 it is the highest: total = h >= m_k. W. Ogryczak, A. Tamir, Minimizing the sum of the k largest functions
 * in linear time, Information Processing Letters 85 (2003).
 */
import type { ColumnBlock, RowBlock } from "../../../model/block.ts";
import type { SolvedSite } from "../../../model/solved-site.ts";
import { MS_PER_HOUR, MS_PER_MINUTE } from "../../../time/time-grid.ts";
import type { Bill } from "../bill/bill.ts";
import { SAME_PEAK_MW, MOST_STAMPS } from "../demand/metered-demand.ts";
import { addMean, meanMw, meteredStamp, type MeteredInterval } from "../demand/metered-interval.ts";

export interface HighestPeaks {
  /** The sum, MW. */
  readonly total: ColumnBlock;
  read(solved: SolvedSite): HighestReading;
}

export interface HighestReading {
  /** The highest mean, MW. */
  readonly peakMw: number;
  /** Sum of the n highest, MW; never below what was charged before. */
  readonly billedMw: number;
  /** The n highest intervals, highest first: those before the plan count, one that goes on after it does not. */
  readonly finishedMw: readonly number[];
  /** Starts of the plan's intervals among the n highest, at most five. */
  readonly at: readonly string[];
  /** What a MW more in each of the peaks would cost. */
  readonly worthUsdPerMw: number;
}

interface Before {
  /** Means of intervals that ended before the plan. */
  readonly finishedMw: readonly number[];
  /** Sum that was charged. */
  readonly chargedMw: number;
}

/** Sum of the `n` highest values. */
export function sumOfHighest(values: readonly number[], n: number): number {
  return highest(values, n).reduce((sum, value) => sum + value, 0);
}

const highest = (values: readonly number[], n: number) => values.toSorted((a, b) => b - a).slice(0, n);

export function declareHighest(
  bill: Bill,
  label: string,
  n: number,
  intervals: readonly MeteredInterval[],
  before: Before,
): HighestPeaks {
  const { site, asset, importMw } = bill;
  const { time } = site;
  const endMs = time.startMs + time.count * time.stepHours * MS_PER_HOUR;
  const total = site.addColumn(asset, `billedMw ${label}`, { unit: "MW", lower: before.chargedMw });
  const threshold = n === 1 ? total : site.addColumn(asset, `peak threshold ${label}`, { unit: "MW" });
  const rows: RowBlock[] = [];
  const sum = n === 1 ? undefined : site.addRow(asset, `highest peaks ${label}`, { unit: "MW", lower: 0 });
  if (sum) {
    site.addShared(sum, total, 1);
    site.addShared(sum, threshold, -n);
  }
  const thresholdMw = (solved: SolvedSite) => highest(allMw(solved), n)[n - 1] ?? 0;
  const atLeast = (name: string, constantMw: number, valueMw: (solved: SolvedSite) => number): RowBlock => {
    const row = site.addRow(asset, `peak ${name}`, { unit: "MW", lower: constantMw });
    site.addShared(row, threshold, 1);
    if (sum) {
      const above = site.addColumn(asset, `above threshold ${name}`, { unit: "MW" });
      site.addShared(row, above, 1);
      site.addShared(sum, above, -1);
      bill.settleColumn(above, (solved) => Math.max(0, valueMw(solved) - thresholdMw(solved)));
    }
    rows.push(row);
    return row;
  };
  const meansMw = (solved: SolvedSite) => intervals.map((interval) => meanMw(interval, solved.values(importMw)));
  const allMw = (solved: SolvedSite) => [...before.finishedMw, ...meansMw(solved)];
  intervals.forEach((interval, k) => {
    const row = atLeast(`${label} at ${meteredStamp(time, interval)}`, interval.openMw, (solved) => meansMw(solved)[k]);
    addMean(site, row, importMw, interval, -1);
  });
  before.finishedMw.forEach((mw, j) => atLeast(`${label} before the plan, no. ${j + 1}`, mw, () => mw));
  const billed = (solved: SolvedSite) => Math.max(before.chargedMw, sumOfHighest(allMw(solved), n));
  bill.settleColumn(total, billed);
  if (sum) bill.settleColumn(threshold, thresholdMw);
  return {
    total,
    read(solved) {
      const means = meansMw(solved);
      const reachMw = Math.max(SAME_PEAK_MW, thresholdMw(solved)) - SAME_PEAK_MW;
      const ended = means.filter((_, k) => intervals[k].startMs + intervals[k].minutes * MS_PER_MINUTE <= endMs);
      return {
        peakMw: Math.max(0, ...allMw(solved)),
        billedMw: billed(solved),
        finishedMw: highest([...before.finishedMw, ...ended], n).map((mw) => Math.max(0, mw)),
        at: intervals
          .filter((_, k) => means[k] > 0 && means[k] >= reachMw)
          .slice(0, MOST_STAMPS)
          .map((interval) => meteredStamp(time, interval)),
        worthUsdPerMw: rows.reduce((usd, row) => usd + solved.rowPrice(row), 0),
      };
    },
  };
}
