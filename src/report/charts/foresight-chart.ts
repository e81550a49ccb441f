import type { CarriedOut, ForesightComparison } from "../../replay/five-numbers.ts";
import { type ChartRow, type ChartSpec, LABELLED_WIDTH, chartSpec } from "./chart-spec.ts";

/** What each of the five numbers knew, in the words of the chart. */
export const KNOWLEDGE_TITLES: Readonly<Record<CarriedOut["knowledge"], string>> = {
  foresight: "perfect foresight",
  published: "as published, then forecast",
  forecast: "forecast",
  persistence: "last value goes on",
  rule: "threshold rule",
};

/** Ledger items with a colour of their own; the rest is one part. */
const MOST_ITEMS = 6;
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#e69f00", "#cc79a7", "#56b4e9", "#8c8c8c"];

/** What the missing knowledge cost: the gap to perfect foresight of each way, by ledger item. */
export function foresightChart({ numbers }: ForesightComparison): ChartSpec {
  const ways = numbers.filter((number) => number.status === "completed");
  const sizes = new Map<string, number>();
  for (const { gapUsdByItem } of ways)
    for (const part of gapUsdByItem) sizes.set(nameOf(part), (sizes.get(nameOf(part)) ?? 0) + Math.abs(part.usd));
  const named = [...sizes]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_ITEMS)
    .map(([name]) => name);
  const items = sizes.size > MOST_ITEMS ? [...named, "all others"] : named;
  const rows = ways.flatMap(({ knowledge, usd, gapUsd, gapUsdByItem }, place): ChartRow[] => {
    const way = { label: KNOWLEDGE_TITLES[knowledge], place, costUsd: usd, gapUsd };
    const parts = items.map((item): ChartRow => {
      const own = gapUsdByItem.filter((part) => (named.includes(nameOf(part)) ? nameOf(part) : "all others") === item);
      return { ...way, item, usd: own.reduce((sum, part) => sum + part.usd, 0) };
    });
    return parts.length > 0 ? parts : [{ ...way, item: "no gap", usd: 0 }];
  });
  return chartSpec(
    "What foresight is worth",
    "Cost above that of perfect foresight, by ledger item. The dot is the sum: parts left of 0 were saved.",
    rows,
    {
      width: LABELLED_WIDTH,
      height: { step: 30 },
      encoding: {
        y: { field: "label", type: "nominal", sort: { field: "place" }, axis: { title: null, labelLimit: 260 } },
      },
      layer: [
        {
          mark: { type: "bar", height: 18 },
          encoding: {
            x: { field: "usd", type: "quantitative", stack: "zero", axis: { title: "USD", format: "~s" } },
            color: { field: "item", type: "nominal", scale: { domain: items, range: COLOURS.slice(0, items.length) } },
            tooltip: [{ field: "label" }, { field: "item" }, { field: "usd", title: "USD", format: ",.0f" }],
          },
        },
        {
          transform: [{ aggregate: [{ op: "max", field: "gapUsd", as: "gapUsd" }], groupby: ["label", "place"] }],
          mark: { type: "point", filled: true, size: 70, color: "#000000" },
          encoding: {
            x: { field: "gapUsd", type: "quantitative" },
            tooltip: [{ field: "label" }, { field: "gapUsd", title: "gap, USD", format: ",.0f" }],
          },
        },
      ],
    },
  );
}

function nameOf({ asset, item }: CarriedOut["gapUsdByItem"][number]): string {
  return `${asset}: ${item}`;
}
