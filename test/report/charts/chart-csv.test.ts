import { expect, it } from "vitest";
import { chartCsv, csvCell } from "../../../src/report/charts/chart-csv.ts";
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

it.each(["=1+1", "+A1", "-cmd", "@sum"])("hands a spreadsheet %s as text, not as a formula", (cell) => {
  expect(csvCell(cell)).toBe(`'${cell}`);
  expect(csvCell(-1)).toBe("-1");
});

it("has a line for every point of a chart", () => {
  const chart = durationChart(reportPlan);
  expect(chartCsv(chart).trimEnd().split("\r\n")).toHaveLength(chart.data.values.length + 1);
});
