import { expect, it } from "vitest";
import type { ForesightComparison, ForesightNumber } from "../../../src/replay/five-numbers.ts";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { foresightChart } from "../../../src/report/charts/foresight-chart.ts";

const way = (knowledge: string, parts: Readonly<Record<string, number>>) =>
  ({
    knowledge,
    status: "completed",
    usd: 100,
    gapUsd: Object.values(parts).reduce((sum, usd) => sum + usd, 0),
    aiUnservedMwh: 0,
    dieselMwh: 0,
    gapUsdByItem: Object.entries(parts).map(([item, usd]) => ({ asset: "grid", item, kind: "cash", usd })),
  }) as unknown as ForesightNumber;

it("divides each gap by ledger item, the largest items by name", async () => {
  const parts = { a: 70, b: -60, c: 50, d: 40, e: 30, f: 20, g: 10, h: 5 };
  const comparison: ForesightComparison = {
    numbers: [
      way("foresight", {}),
      way("forecast", parts),
      { knowledge: "rule", status: "not-possible", detail: "no" } as ForesightNumber,
    ],
  };
  const { values } = foresightChart(comparison).data;
  const forecast = values.filter(({ label }) => label === "forecast");
  expect(forecast.map(({ item, usd }) => [item, usd])).toEqual([
    ["grid: a", 70],
    ["grid: b", -60],
    ["grid: c", 50],
    ["grid: d", 40],
    ["grid: e", 30],
    ["grid: f", 20],
    ["all others", 15],
  ]);
  expect(forecast.reduce((sum, { usd }) => sum + Number(usd), 0)).toBe(forecast[0].gapUsd);
  expect(values.some(({ label }) => label === "threshold rule")).toBe(false);
  expect(await chartSvg(foresightChart(comparison))).toContain("perfect foresight");
});

it("is drawn where nothing was lost", async () => {
  expect(await chartSvg(foresightChart({ numbers: [way("foresight", {})] }))).toContain("<svg");
});
