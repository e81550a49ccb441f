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
