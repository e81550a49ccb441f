/** Formats a plan as one screen of text: the schedule, its cost, why it is optimal, and the diesel it saves. */
import type { BaselineComparison } from "../plan/compare-cases.ts";
import type { PlanResult, PowerPlan } from "../plan/plan-result.ts";
import { checkResult } from "./check-result.ts";
import { type LedgerItem, ledgerItems } from "./ledger-items.ts";
import { amount, table } from "./text-table.ts";

/**
 * Formats a result as text. Pass the result of `planPower`, or of `compareBaselines` to include the diesel comparison.
 */
export function summary(result: PlanResult | BaselineComparison): string {
  checkResult("summary", result, ["status", "hybrid"], "a result of planPower or compareBaselines");
  return "hybrid" in result ? [planText(result.hybrid), ...comparisonText(result)].join("\n") : planText(result);
}

function planText(result: PlanResult): string {
  if (result.status === "optimal") return powerPlanText(result, `optimal plan "${result.name}"`).join("\n");
  if (result.status === "branching-limit" && result.incumbent) {
    const { incumbent, detail, status } = result;
    return [...powerPlanText(incumbent, `best plan found for "${result.name}"`), "", `${status}: ${detail}`].join("\n");
  }
  const least = result.status === "infeasible" && result.irreducible ? `\n${result.irreducible.sentence}` : "";
  return (
    `${[...warningLines(result), ""].join("\n")}${result.status}: no plan for ` +
    `"${result.name}".\n${result.detail}${least}`
  );
}

const UNKNOWN_CO2 = "CO2 unknown (no grid emission factor given)";

/** Warnings come first: what happens, then what to do. */
function warningLines({ warnings }: Pick<PlanResult, "warnings">): string[] {
  return warnings.map(({ text, fix }) => `WARNING: ${text} To do: ${fix}.`);
}

function powerPlanText(plan: PowerPlan, title: string): string[] {
  const { branching, certificate, intervalStarts, ledger, solver } = plan;
  const { ok, ...residuals } = certificate;
  const power = plan.prices.powerUsdPerMwh.toSorted();
  const fixed = branching ? " with directions fixed" : "";
  const kinds = Object.entries(ledger.usdByKind).filter(([, usd]) => usd !== 0);
  return [
    ...warningLines(plan),
    `${title}: ${intervalStarts.length} intervals (${intervalStarts.length * plan.stepHours} h) from ` +
      `${plan.startIso}, ${plan.timeZone}`,
    "",
    ...table(
      ["asset", "kind", "totals"],
      Object.entries(plan.assets).map(([name, { kind, totals }]) => [name, kind, listed(totals, amount)]),
    ),
    "",
    ...scheduleTable(plan),
    "",
    ...itemTable("item", ledgerItems(ledger.lines)),
    `net cost ${amount(plan.objectiveUsd)} USD (${listed(Object.fromEntries(kinds), amount)})`,
    ...(plan.alreadySetUsd === 0
      ? []
      : [
          `already charged before the plan, and not in it: ${amount(plan.alreadySetUsd)} USD ` +
            `(${ledger.alreadySet.map(({ asset, item, usd }) => `${asset} ${item} ${amount(usd)}`).join(", ")})`,
        ]),
    "",
    `value of power at the site: ${amount(power[0])} to ${amount(power[power.length - 1])} USD/MWh`,
    `certificate: ${ok ? `optimal, checked on the original program${fixed}` : "NOT proven"}; ` +
      `${listed(residuals, (value) => value.toExponential(1))}`,
    ...(branching
      ? [
          `either-or rules settled by ${branching.nodes} programs: no plan costs less than ` +
            `${amount(branching.boundUsd)} USD (gap ${branching.relativeGap.toExponential(1)})`,
        ]
      : []),
    `solver: ${solver.name}, ${solver.rows} rows x ${solver.columns} columns, ${solver.iterations} iterations`,
    ...plan.notices.map((notice) => `note: ${notice}`),
  ];
}

/** One row per interval of a day, day of a month, or month, with mean values. */
function scheduleTable({ assets, intervalStarts, prices, stepHours }: PowerPlan): string[] {
  const count = intervalStarts.length;
  const labelLength = count <= 24 ? undefined : count * stepHours <= 31 * 24 ? 10 : 7;
  // A contract has no power of its own.
  const shown = Object.entries(assets).filter(([, { role }]) => role !== "contract");
  const series = [...shown.map(([, { netBusMw }]) => netBusMw), prices.powerUsdPerMwh];
  const periods = new Map<string, { from: number; to: number }>();
  for (let t = 0; t < count; t++) {
    const label = intervalStarts[t].slice(0, labelLength);
    periods.set(label, { from: periods.get(label)?.from ?? t, to: t + 1 });
  }
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return table(
    ["mean MW to the bus", ...shown.map(([name]) => name), "USD/MWh"],
    [...periods].map(([label, { from, to }]) => [
      label,
      ...series.map((values) => amount(mean(values.subarray(from, to)))),
    ]),
  );
}

/** The extra cost of a threshold rule over the plan, by item, or why the rule is infeasible. */
function ruleText({
  status,
  detail,
  planIsWorthUsd,
  differenceUsdByItem = [],
}: BaselineComparison["thresholdRule"]): string[] {
  if (status !== "carried-out") return [detail];
  const worth =
    planIsWorthUsd === undefined
      ? "no plan to compare with"
      : `costs ${amount(planIsWorthUsd)} USD more than the plan (which knows all prices in advance)`;
  const items = ledgerItems(differenceUsdByItem);
  return [
    `Today's threshold rule: ${worth}. ${detail}`,
    ...(items.length === 0 ? [] : itemTable("rule minus plan", items)),
  ];
}

function itemTable(title: string, lines: readonly LedgerItem[]): string[] {
  return table(
    [title, "asset", "kind", "USD (cost +)"],
    lines.map(({ item, asset, kind, usd }) => [item, asset, kind, amount(usd)]),
  );
}

function comparisonText(comparison: BaselineComparison): string[] {
  const { cases, hybridFigures, hybridTotalUsd, headline, mining, siteCo2DifferenceT, thresholdRule } = comparison;
  const hybrid = { id: "H", what: "hybrid, as planned", status: "", figures: hybridFigures, totalUsd: hybridTotalUsd };
  const all = [...(!hybridFigures ? [] : [hybrid]), ...cases];
  const isThrottled = cases.some(({ id }) => id === "B3");
  const rows = all.map(({ id, what, status, figures, totalUsd }) => [
    id,
    what,
    ...(!figures
      ? [status, "", "", "", "", "", ...(isThrottled ? ["", ""] : [])]
      : [
          figures.dieselMwh,
          figures.dieselL,
          figures.asRun.hours,
          figures.dieselUsd,
          figures.dieselCo2T,
          figures.unservedMwh,
          ...(isThrottled ? [figures.lostThroughputMwh, figures.lostThroughputUsd] : []),
        ].map(amount)),
    !figures ? "" : totalUsd === undefined ? "not stated" : amount(totalUsd),
  ]);
  const ifKnown = (value: number | undefined, text: (value: string) => string) =>
    value === undefined ? "" : text(amount(value));
  return [
    "",
    `diesel against the AI-only site (all cases with ${comparison.foresight} foresight of the whole horizon):`,
    ...table(
      [
        ...["", "case", "diesel MWh", "L", "as-run h", "diesel USD", "CO2 t", "unserved MWh"],
        ...(isThrottled ? ["lost AI MWh", "lost AI USD"] : []),
        "total USD",
      ],
      rows,
    ),
    headline.sentence,
    comparison.shares.sentence,
    !mining
      ? ""
      : `Mining's own consumption: ${amount(mining.energyMwh)} MWh, ` +
        `${ifKnown(mining.co2T, (t) => `${t} t CO2 at the grid's factor`) || UNKNOWN_CO2}.` +
        ifKnown(headline.displacedCo2T, (t) => ` CO2 of the displaced diesel: ${t} t.`) +
        ifKnown(siteCo2DifferenceT, (t) => ` The hybrid site emits ${t} t more than ${headline.against}.`),
    ...ruleText(thresholdRule),
  ];
}

/** `name value, name value`. */
function listed(values: object, label: (value: number) => string): string {
  return Object.entries(values as Readonly<Record<string, number>>)
    .map(([name, value]) => `${name} ${label(value)}`)
    .join(", ");
}
