import { expect, it } from "vitest";
import { chartCsv } from "../../../src/report/charts/chart-csv.ts";
import { durationChart } from "../../../src/report/charts/duration-chart.ts";
import { reportPlan } from "../../support/report-plan.ts";

it("writes every field of every row, blanks where a row lacks one", () => {
  const rows = [
    { a: 1, b: "x" },
    { a: 2.5, c: null },
    { b: 'says "no", twice', c: true },
  ];
  expect(chartCsv({ data: { values: rows } })).toBe('a,b,c\r\n1,x,\r\n2.5,,\r\n,"says ""no"", twice",true\r\n');
});

it("has a line for every point of a chart", () => {
  const chart = durationChart(reportPlan);
  expect(chartCsv(chart).trimEnd().split("\r\n")).toHaveLength(chart.data.values.length + 1);
});
