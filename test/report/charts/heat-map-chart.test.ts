import { expect, it } from "vitest";
import { heatMapChart } from "../../../src/report/charts/heat-map-chart.ts";
import { reportPlan } from "../../support/report-plan.ts";

it("has the mean of each local hour: of one day, the hours themselves", () => {
  const prices = heatMapChart(reportPlan, "price").data.values;
  expect(prices.map(({ mean }) => mean)).toEqual([...reportPlan.prices.powerUsdPerMwh]);
  expect(prices[18]).toMatchObject({ period: "2026-07-14", hour: 18 });
  const mining = heatMapChart(reportPlan, "mining").data.values;
  const drawMwh = ["new rigs", "old rigs"].reduce(
    (sum, name) => sum - reportPlan.assets[name].netBusMw.reduce((all, mw) => all + mw, 0),
    0,
  );
  expect(mining.reduce((sum, { mean }) => sum + Number(mean), 0)).toBeCloseTo(drawMwh, 9);
});

it("has a row a month from two months on", () => {
  const intervalStarts = ["2026-01-31T23:00:00-06:00", "2026-02-01T00:00:00-06:00", "2026-02-02T00:00:00-06:00"];
  const plan = { ...reportPlan, intervalStarts, prices: { limits: [], powerUsdPerMwh: Float64Array.of(5, 10, 20) } };
  expect(heatMapChart(plan, "price").data.values).toEqual([
    { period: "2026-01", hour: 23, mean: 5 },
    { period: "2026-02", hour: 0, mean: 15 },
  ]);
});
