import { expect, it } from "vitest";
import { storageChart } from "../../../src/report/charts/storage-chart.ts";
import { reportPlan } from "../../support/report-plan.ts";

it("shows energy in store and fuel in the tank at the end of each interval, each in a panel of its own", () => {
  const chart = storageChart(reportPlan);
  const rows = chart.data.values.filter(({ asset }) => asset === "bess");
  expect(rows.map(({ amount }) => amount)).toEqual([...(reportPlan.assets["bess"].storage?.storedMwh ?? [])]);
  expect(rows.at(-1)).toMatchObject({ at: "2026-07-15T00:00:00.000Z", local: "2026-07-14 23:00" });
  expect(chart["vconcat"]).toHaveLength(2);
});
