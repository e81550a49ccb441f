import { expect, test } from "vitest";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { yearsChart, yearsChartKinds } from "../../../src/report/charts/years-charts.ts";
import { plannedYears } from "../../support/planned-years.ts";
import { oneBlock, years } from "../../support/years-site.ts";

const hall = { ...oneBlock({ rent: 100, capexUsdPerMw: 1e5 }), leadMonths: 3 };
const plan = plannedYears(
  years({ quarters: 3, conversions: [hall], breakEvenMap: { hashprice: [1, 3], leaseRate: [0.5, 1] } }),
);

test("a fleet mines until its hall is energised, which is built before", () => {
  expect(
    yearsChart(plan, "gantt").data.values.map(({ quarter, part, phase, mw }) => [quarter, part, phase, mw]),
  ).toEqual([
    ["2025-Q1", "rigs", "mining", expect.closeTo(10, 6)],
    ["2025-Q1", "hall", "construction", expect.closeTo(10, 6)],
    ["2025-Q2", "hall", "leased", expect.closeTo(10, 6)],
    ["2025-Q3", "hall", "leased", expect.closeTo(10, 6)],
  ]);
});

test("megawatts by use are the space in use", () => {
  // Rigs mine until energisation, so construction takes no space of theirs.
  const sums = plan.quarters.map((name) =>
    yearsChart(plan, "megawatts")
      .data.values.filter(({ quarter }) => quarter === name)
      .reduce((sum, { mw }) => sum + Number(mw), 0),
  );
  expect(sums).toEqual([10, 10, 10].map((mw) => expect.closeTo(mw, 6)));
});

test("the map says what is converted where", () => {
  expect(yearsChart(plan, "break-even-map").data.values[1]).toMatchObject({ hashprice: "+0 %", rent: "+0 %", mw: 10 });
  expect(yearsChart(plan, "break-even-map").data.values[0]).toMatchObject({ rent: "-50 %", start: "never" });
});

test("draws", async () => {
  for (const kind of yearsChartKinds) expect(await chartSvg(yearsChart(plan, kind))).toMatch(/^<svg/u);
});

test("refuses another kind, and a map that was not asked for", () => {
  expect(() => yearsChart(plan, "gant" as never)).toThrow(/"gantt", "megawatts", "break-even-map"/u);
  expect(() => yearsChart(plannedYears(years({})), "break-even-map")).toThrow(/a plan with breakEvenMap/u);
});
