import { type ChartRow, type ChartSpec, LABELLED_WIDTH, chartSpec } from "./chart-spec.ts";

/** One step of a waterfall, USD; positive = the second case costs more. */
export interface MoneyDifference {
  readonly asset: string;
  readonly item: string;
  readonly usd: number;
}

/** Steps shown one by one; what is smaller goes into one bar. */
const MOST_STEPS = 12;
/** A difference below this is rounding, USD. */
const LEAST_USD = 0.005;

/**
 * From the cost of one case to that of another by item of the ledger, greatest first; items beyond the twelfth are one
 * bar, so that the bars always add up.
 */
export function waterfallChart(
  title: string,
  from: { readonly name: string; readonly usd: number },
  to: { readonly name: string; readonly usd: number },
  differences: readonly MoneyDifference[],
): ChartSpec {
  const sorted = differences
    .filter(({ usd }) => Math.abs(usd) >= LEAST_USD)
    .toSorted((a, b) => Math.abs(b.usd) - Math.abs(a.usd));
  const steps = sorted.slice(0, MOST_STEPS).map(({ asset, item, usd }) => ({ label: `${asset}: ${item}`, usd }));
  const rest = to.usd - from.usd - steps.reduce((sum, { usd }) => sum + usd, 0);
  if (Math.abs(rest) >= LEAST_USD)
    steps.push({
      label: sorted.length > MOST_STEPS ? `${sorted.length - MOST_STEPS} smaller items` : "rounding",
      usd: rest,
    });
  const rows: ChartRow[] = [{ label: from.name, start: 0, end: from.usd, usd: from.usd, part: "total", place: 0 }];
  let reached = from.usd;
  for (const { label, usd } of steps) {
    rows.push({
      label,
      start: reached,
      end: reached + usd,
      usd,
      part: usd > 0 ? "costs more" : "costs less",
      place: rows.length,
    });
    reached += usd;
  }
  rows.push({ label: to.name, start: 0, end: to.usd, usd: to.usd, part: "total", place: rows.length });
  return chartSpec(title, "Net cost, USD; income is negative.", rows, {
    width: LABELLED_WIDTH,
    height: { step: 24 },
    encoding: {
      y: { field: "label", type: "nominal", sort: { field: "place" }, axis: { title: null, labelLimit: 260 } },
    },
    layer: [
      {
        mark: { type: "bar", height: 16 },
        encoding: {
          x: { field: "start", type: "quantitative", axis: { title: "USD", format: "~s" } },
          x2: { field: "end" },
          color: {
            field: "part",
            type: "nominal",
            scale: { domain: ["total", "costs more", "costs less"], range: ["#4d4d4d", "#d55e00", "#0072b2"] },
          },
          tooltip: [
            { field: "label", title: "item" },
            { field: "usd", title: "USD", format: ",.2f" },
          ],
        },
      },
    ],
  });
}
