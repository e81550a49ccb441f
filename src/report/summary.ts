/** A screenful of text: what happens, what it costs, why it is optimal, what diesel it saves. */
import type { BaselineComparison } from "../plan/compare-cases.ts";
import type { LedgerLine } from "../plan/ledger.ts";
import type { PlanResult, PowerPlan } from "../plan/plan-result.ts";
import { amount, table } from "./text-table.ts";

/** Text for people; pass the result of `planPower`, or of `compareBaselines` to have the diesel answer too. */
export function summary(result: PlanResult | BaselineComparison): string {
  return "hybrid" in result ? [planText(result.hybrid), ...comparisonText(result)].join("\n") : planText(result);
}

function planText(result: PlanResult): string {
  if (result.status === "optimal") return powerPlanText(result, `optimal plan "${result.name}"`).join("\n");
  if (result.status === "relaxed") {
    return [
      `relaxed: no plan. The optimum of "${result.name}" breaks a rule a linear program cannot hold: ${result.detail}.`,
      `No plan that keeps the rules costs less than ${amount(result.boundUsd)} USD.`,
    ].join("\n");
  }
  return `${result.status}: no plan for "${result.name}".\n${result.detail}`;
}

function powerPlanText(plan: PowerPlan, title: string): string[] {
  const { certificate, ledger, prices } = plan;
  const hours = plan.intervalStarts.length * plan.stepHours;
  const power = prices.powerUsdPerMwh;
  const kinds = Object.entries(ledger.usdByKind).filter(([, usd]) => usd !== 0);
  return [
    `${title}: ${plan.intervalStarts.length} intervals (${hours} h) from ${plan.startIso}, ${plan.timeZone}`,
    "",
    ...table(
      ["asset", "kind", "totals"],
      Object.entries(plan.assets).map(([name, reading]) => [name, reading.kind, totalsText(reading.totals)]),
    ),
    "",
    ...table(
      ["item", "asset", "kind", "USD (cost +)"],
      linesByItem(ledger.lines).map(({ item, asset, kind, usd }) => [item, asset, kind, amount(usd)]),
    ),
    `net cost ${amount(plan.objectiveUsd)} USD (${kinds.map(([kind, usd]) => `${kind} ${amount(usd)}`).join(", ")})`,
    "",
    `value of power at the site: ${least(power).toFixed(2)} to ${most(power).toFixed(2)} USD/MWh`,
    `certificate: ${certificate.ok ? "optimal, checked on the original program" : "NOT proven"}; primal ${certificate.primalInfeasibility.toExponential(1)}, dual ${certificate.dualInfeasibility.toExponential(1)}, gap ${certificate.relativeGap.toExponential(1)}, balance ${certificate.balanceResidualMw.toExponential(1)} MW, ledger ${certificate.ledgerResidual.toExponential(1)}`,
    `solver: ${plan.solver.name}, ${plan.solver.rows} rows x ${plan.solver.columns} columns, ${plan.solver.iterations} iterations`,
    ...plan.notices.map((notice) => `note: ${notice}`),
  ];
}

/** Lines with the same asset, item and kind as one: amounts by interval and of the period stand apart in the ledger. */
function linesByItem(lines: readonly LedgerLine[]): Pick<LedgerLine, "asset" | "item" | "kind" | "usd">[] {
  const merged = new Map<string, { asset: string; item: string; kind: LedgerLine["kind"]; usd: number }>();
  for (const { asset, item, kind, usd } of lines) {
    const key = JSON.stringify([asset, item, kind]);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { asset, item, kind, usd });
    else known.usd += usd;
  }
  return [...merged.values()].filter(({ usd }) => usd !== 0);
}

function comparisonText(comparison: BaselineComparison): string[] {
  const { cases, hybridFigures, hybridTotalUsd, headline, mining, siteCo2DifferenceT, thresholdRule } = comparison;
  const rows = cases.map(({ id, what, status, figures, totalUsd }) => [
    id, what, ...(figures === undefined ? [status, "", "", "", "", ""] : figureCells(figures)), totalUsd === undefined ? "not stated" : amount(totalUsd),
  ]);
  if (hybridFigures !== undefined) {
    rows.unshift(["H", "hybrid, as planned", ...figureCells(hybridFigures), hybridTotalUsd === undefined ? "not stated" : amount(hybridTotalUsd)]);
  }
  const worth = thresholdRule.planIsWorthUsd;
  return [
    "",
    `diesel against the AI-only site (all cases with ${comparison.foresight} foresight of the whole horizon):`,
    ...table(["", "case", "diesel MWh", "L", "as-run h", "diesel USD", "CO2 t", "unserved MWh", "total USD"], rows),
    headline.sentence,
    mining === undefined ? "" : `Mining's own draw: ${amount(mining.energyMwh)} MWh, ${mining.co2T === undefined ? "CO2 unknown (no grid emission factor given)" : `${amount(mining.co2T)} t CO2 at the grid's factor`}.`
      + (headline.displacedCo2T === undefined ? "" : ` CO2 of the displaced diesel: ${amount(headline.displacedCo2T)} t.`)
      + (siteCo2DifferenceT === undefined ? "" : ` The hybrid site emits ${amount(siteCo2DifferenceT)} t more than ${headline.against}.`),
    thresholdRule.status === "carried-out"
      ? `Today's threshold rule: ${worth === undefined ? "no plan to compare with" : `costs ${amount(worth)} USD more than the plan (perfect foresight on the plan's side)`}.`
      : thresholdRule.detail,
  ];
}

function figureCells(figures: NonNullable<BaselineComparison["hybridFigures"]>): string[] {
  return [figures.dieselMwh, figures.dieselL, figures.asRun.hours, figures.dieselUsd, figures.dieselCo2T, figures.unservedMwh].map(amount);
}

function totalsText(totals: object): string {
  return Object.entries(totals as Readonly<Record<string, number>>).map(([name, value]) => `${name} ${amount(value)}`).join(", ");
}

function least(values: Float64Array): number {
  return values.reduce((best, value) => Math.min(best, value), Infinity);
}

function most(values: Float64Array): number {
  return values.reduce((best, value) => Math.max(best, value), -Infinity);
}
