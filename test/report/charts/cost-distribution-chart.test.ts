import { expect, it } from "vitest";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { costDistributionChart } from "../../../src/report/charts/cost-distribution-chart.ts";
import type { UncertainPlan } from "../../../src/uncertainty/uncertain-plan.ts";

const outcome = (name: string, probability: number, costUsd: number, isInTail = false) => ({
  name,
  probability,
  costUsd,
  isInTail,
  knownUsd: costUsd - 1,
  referenceUsd: isInTail ? Infinity : costUsd + 1,
});
const result = {
  scenarios: [outcome("b", 0.5, 1000), outcome("c", 0.3, 2000, true), outcome("a", 0.2, 900)],
  expectedUsd: 1280,
  cvarUsd: 2000,
  risk: { weight: 0, level: 0.7 },
} as unknown as UncertainPlan;

it("has the scenarios from the cheapest on, as wide as they are probable", async () => {
  const chart = costDistributionChart(result);
  expect(chart.data.values.map(({ scenario, costUsd, part }) => [scenario, costUsd, part])).toEqual([
    ["a", 900, "outside"],
    ["b", 1000, "outside"],
    ["c", 2000, "in the tail"],
  ]);
  expect(chart.data.values.map(({ fromShare, toShare }) => [fromShare, toShare])).toEqual([
    [0, 0.2],
    [0.2, 0.7],
    [0.7, 1],
  ]);
  expect(chart.data.values[2].referenceUsd).toBeNull();
  expect(chart.description).toContain("worst 30 %");
  expect(await chartSvg(chart)).toContain("CVaR");
});
