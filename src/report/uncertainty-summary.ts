import type { DecidedValues, UncertainPlan, UncertaintyResult } from "../uncertainty/uncertain-plan.ts";
import { amount, table } from "./text-table.ts";

/** A plan under uncertainty as text: its costs, its decisions, and what each scenario costs. */
export function uncertaintySummary(result: UncertaintyResult): string {
  if (result.status !== "optimal") return `${result.name}: ${result.status}\n${result.detail}`;
  return [...costLines(result), "", ...decisionLines(result.firstStage), "", ...scenarioLines(result)].join("\n");
}

/** The costs and what information is worth, a sentence each. */
export function costLines(result: UncertainPlan): string[] {
  const { objectiveUsd, expectedUsd, cvarUsd, risk, stochasticSolutionUsd, perfectInformationUsd, reference } = result;
  const worst = Number((100 * (1 - risk.level)).toPrecision(3));
  const usd = (value: number) => (Number.isFinite(value) ? `${amount(value)} USD` : "infinite");
  const names = {
    mean: "the mean scenario",
    "most-probable": "the most probable scenario",
    given: "the forecast given",
  };
  return [
    `Mean cost ${usd(expectedUsd)}; mean of the worst ${worst} % (CVaR) ${usd(cvarUsd)}; objective with weight ` +
      `${risk.weight} on the tail ${usd(objectiveUsd)}.`,
    `Perfect information is worth ${usd(perfectInformationUsd)}. Planning for ${names[reference.basis]} alone costs ` +
      `${usd(stochasticSolutionUsd)} more.`,
    ...(reference.detail === undefined ? [] : [reference.detail]),
    `At most ${amount(100 * Math.max(0, result.relativeGap))} % above the bound of ${usd(result.boundUsd)}.`,
  ];
}

function decisionLines(decided: readonly DecidedValues[]): string[] {
  const rows = decided.map(({ asset, name, unit, values }) => {
    const sum = values.reduce((total, value) => total + value, 0);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return [`${asset} ${name}`, unit, amount(least), amount(most), amount(sum / values.length)];
  });
  return table(["decided now", "unit", "least", "most", "mean"], rows);
}

function scenarioLines({ scenarios }: UncertainPlan): string[] {
  const rows = scenarios.map(({ name, probability, costUsd, knownUsd, referenceUsd, isInTail }) => [
    name,
    amount(100 * probability),
    amount(costUsd),
    amount(knownUsd),
    Number.isFinite(referenceUsd) ? amount(referenceUsd) : "no plan",
    isInTail ? "yes" : "",
  ]);
  return table(["scenario", "%", "cost USD", "known before USD", "reference USD", "in the tail"], rows);
}
