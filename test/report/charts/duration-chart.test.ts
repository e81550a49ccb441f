import { expect, it } from "vitest";
import { durationChart } from "../../../src/report/charts/duration-chart.ts";
import { reportPlan } from "../../support/report-plan.ts";

it("sorts the import of the connection from its greatest value to its least", () => {
  const points = durationChart(reportPlan).data.values;
  const { importMw } = reportPlan.assets["grid"].series as { importMw: Float64Array };
  const sorted = [...importMw].toSorted((a, b) => b - a);
  expect(points.map((point) => point["importMw"])).toEqual([...sorted, sorted[23]]);
  expect(points[0]["sharePct"]).toBe(0);
  expect(points.at(-1)?.["sharePct"]).toBe(100);
});
