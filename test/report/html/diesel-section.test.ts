import { expect, it } from "vitest";
import { dieselSection } from "../../../src/report/html/diesel-section.ts";
import { reportComparison } from "../../support/report-plan.ts";

const page = dieselSection(reportComparison).html;

it("has the hybrid and every case, with the total cost of each", () => {
  for (const { id } of reportComparison.cases) expect(page).toContain(`<td>${id}</td>`);
  expect(page).toContain("<td>H</td>");
});

it("never states emissions of the diesel alone", () => {
  expect(page).toMatch(/Mining itself consumes \d+ MWh: \d+ t CO2 at the grid's hourly factor/u);
  expect(page).not.toMatch(/emissions saved(?! nor)(?!:)/iu);
});

it("says that the emissions of mining are unknown where the grid's factor is", () => {
  const { mining: _, siteCo2DifferenceT: __, ...rest } = reportComparison;
  expect(dieselSection({ ...rest, mining: { energyMwh: 5 } }).html).toContain("its CO2 is unknown");
});

it("has lost throughput as a column of its own where a case throttles", () => {
  expect(page).not.toContain("Throughput lost");
  const { hybridFigures, cases } = reportComparison;
  const [b0] = cases;
  if (!hybridFigures || !b0.figures) throw new Error("a comparison without figures");
  const figures = { ...b0.figures, lostThroughputMwh: 12.5, lostThroughputUsd: 6789 };
  const throttled = dieselSection({ ...reportComparison, cases: [...cases, { ...b0, id: "B3", figures }] }).html;
  expect(throttled).toMatch(/Throughput lost, MWh.*Throughput lost, USD.*Total cost, USD/u);
  expect(throttled).toMatch(/<td>B3<\/td>.*12\.5.*6,?789/u);
});
