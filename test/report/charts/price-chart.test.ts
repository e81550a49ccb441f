import { expect, it } from "vitest";
import { priceChart } from "../../../src/report/charts/price-chart.ts";
import { reportPlan } from "../../support/report-plan.ts";

it("has the value of power and every fleet's strike price as the result has them", () => {
  const { values } = priceChart(reportPlan).data;
  const line = (name: string) => values.filter((row) => row["line"] === name).map((row) => row["usdPerMwh"]);
  // The last point draws the last hour to its end.
  const power = [...reportPlan.prices.powerUsdPerMwh];
  expect(line("value of power at the site")).toEqual([...power, power[23]]);
  const { strikeUsdPerMwh } = reportPlan.assets["new rigs"].series as { strikeUsdPerMwh: Float64Array };
  expect(line("new rigs strike price").slice(0, 24)).toEqual([...strikeUsdPerMwh]);
  expect(new Set(values.map((row) => row["line"])).size).toBe(3);
});
