import { checkFinanceResult } from "../finance/check-finance-result.ts";
import type { FinanceResult, StressResult } from "../finance/finance-result.ts";
import { amount, table } from "./text-table.ts";

/**
 * A finance result as text: the answer in three sentences, sources and uses, cash and debt by period, stress tests,
 * breaches and notices. Amounts are in million USD.
 *
 * @throws FinanceInputError where `result` is not a result of `financeSite`.
 */
export function financeSummary(result: FinanceResult): string {
  checkFinanceResult("financeSummary", result);
  return [
    ...threeSentences(result),
    "",
    ...table(
      ["sources before operation", "million USD"],
      result.sources.map(({ name, usd }) => [name, millions(usd)]),
    ),
    "",
    ...table(
      ["uses before operation", "million USD"],
      result.uses.map(({ name, usd }) => [name, millions(usd)]),
    ),
    "",
    ...periodTable(result),
    ...(result.stresses.length > 0 ? ["", ...stressTable(result)] : []),
    ...(result.breaches.length > 0 ? ["", "breaches:", ...result.breaches.map(({ detail }) => `  ${detail}`)] : []),
    "",
    ...result.notices.map((notice) => `- ${notice}`),
  ].join("\n");
}

/** How much debt and why, what it leaves, and which stress breaks it. */
export function threeSentences(result: FinanceResult): readonly string[] {
  const { name, sizing, schedules, ratios, waterfall, operationFrom: from, breaches } = result;
  const debt = waterfall.debts.reduce((sum, { closingUsd }) => sum + closingUsd[from - 1], 0);
  const limit = {
    cash: "its cash is the limit",
    gearing: "gearing is the limit",
    "no cash": "it has no cash that could pay debt service",
    "no cost": "gearing allows no debt",
  };
  const why = sizing ? `: ${limit[sizing.limitedBy]}` : "";
  const first = `${name} carries ${millions(debt)} million USD of debt in ${schedules.length} ${
    schedules.length === 1 ? "loan" : "loans"
  }, ${percent(ratios.debtShare)} of its funds${why}.`;
  const { minimum, average } = ratios.coverage;
  const dscr = minimum
    ? `DSCR is at least ${minimum.dscr.toFixed(2)} (${result.periods[minimum.period]}), ` +
      `${(average ?? 0).toFixed(2)} on average`
    : "No debt service is due";
  const { status, rates, detail } = ratios.equityReturn;
  const owners = status === "one" ? `${percent(rates[0])} a year` : `no single return: ${detail}`;
  const second = `${dscr}, and owners earn ${owners}.`;
  const broken = result.stresses.filter((stress) => stress.breaches.length > 0);
  const worst = broken.map(({ name: stress, breaches: [breach] }) => `${stress} (${breach.kind}, ${breach.period})`);
  const base =
    breaches.length === 0 ? "Without stress no covenant is breached" : `Without stress: ${breaches[0].detail}`;
  const third =
    result.stresses.length === 0
      ? `${base}.`
      : `${base}; ${worst.length === 0 ? "nor is it under any stress" : `breached under ${worst.join(", ")}`}.`;
  return [first, second, third];
}

function periodTable({ periods, cashFlow, waterfall, ratios }: FinanceResult): string[] {
  const { debts, cfadsUsd, serviceDueUsd, distributionsUsd, equityUsd } = waterfall;
  const header = ["period", "EBITDA", "CFADS", "debt service", "DSCR", "debt owed", "to owners"];
  return table(
    header,
    periods.map((period, t) => [
      period,
      millions(cashFlow.ebitdaUsd[t]),
      millions(cfadsUsd[t]),
      millions(serviceDueUsd[t]),
      ratios.coverage.dscr[t]?.toFixed(2) ?? "",
      millions(debts.reduce((sum, { closingUsd }) => sum + closingUsd[t], 0)),
      millions(distributionsUsd[t] - equityUsd[t]),
    ]),
  );
}

function stressTable({ stresses }: FinanceResult): string[] {
  const row = ({ name, ratios, headroom, breaches }: StressResult): string[] => [
    name,
    ratios.coverage.minimum?.dscr.toFixed(2) ?? "",
    headroom === undefined ? "" : percent(headroom),
    ratios.equityReturn.status === "one" ? percent(ratios.equityReturn.rates[0]) : ratios.equityReturn.status,
    breaches.length === 0 ? "none" : `${breaches[0].kind} from ${breaches[0].period}, ${breaches.length} in all`,
  ];
  return table(["stress", "least DSCR", "headroom", "equity return", "breaches"], stresses.map(row));
}

function millions(usd: number): string {
  return amount(usd / 1e6);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
