import { expect, it } from "vitest";
import { dieselChart } from "../../../src/report/charts/diesel-chart.ts";
import { reportComparison } from "../../support/report-plan.ts";

it("has a dot for the hybrid and every case, and marks the case of the headline", () => {
  const { data, title } = dieselChart(reportComparison);
  const { cases, headline, hybridFigures } = reportComparison;
  expect(data.values.map(({ dieselMwh }) => dieselMwh)).toEqual([
    hybridFigures?.dieselMwh,
    ...cases.map(({ figures }) => figures?.dieselMwh),
  ]);
  expect(
    data.values.filter(({ part }) => part === "case of the headline").map(({ label }) => String(label).slice(0, 2)),
  ).toEqual([headline.against]);
  expect(title.subtitle?.join(" ")).toBe(headline.sentence);
});

it("lists a case without a plan with its status, and draws no dot for it", () => {
  const [first, ...rest] = reportComparison.cases;
  const { figures: _, ...bare } = first;
  const { values } = dieselChart({ ...reportComparison, cases: [{ ...bare, status: "infeasible" }, ...rest] }).data;
  expect(values[1]).toMatchObject({ label: `${first.id}: ${first.what} (infeasible)`, dieselMwh: null });
});
