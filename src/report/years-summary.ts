import type { BreakEven, FleetSchedule, YearsPlan } from "../years/years-result.ts";
import { amount, table } from "./text-table.ts";

const MILLION = 1e6;

/**
 * A plan over years as text: the answer in three sentences, megawatts by use and year's first quarter, cash by kind and
 * year, break-evens and notices. Amounts are in million USD.
 */
export function yearsSummary(plan: YearsPlan): string {
  const { proof } = plan;
  return [
    ...yearsSentences(plan),
    "",
    ...megawattTable(plan),
    "",
    ...cashTable(plan),
    ...(plan.breakEvens.length > 0 ? ["", ...breakEvenTable(plan)] : []),
    "",
    `Bound ${millions(proof.boundUsd)} million USD, gap ${amount(proof.gapUsd)} USD; largest difference of a ` +
      `quarter's dispatch between bound and planner ${amount(proof.largestDispatchErrorUsd)} USD.`,
    ...plan.notices.map((notice) => `- ${notice}`),
  ].join("\n");
}

/** What is converted and when, which rigs go and what a delay costs, and where the schedule flips. */
export function yearsSentences(plan: YearsPlan): readonly string[] {
  const { conversions, quarters, valueUsd, withoutConversionUsd } = plan;
  const built = conversions.flatMap(({ name, startedMw, firstEnergised }) => {
    const mw = startedMw.reduce((sum, one) => sum + one, 0);
    const first = startedMw.findIndex((one) => one > 0);
    return first < 0 ? [] : [`${amount(mw)} MW of ${name} from ${quarters[first]}, energised from ${firstEnergised}`];
  });
  const gain =
    withoutConversionUsd === undefined || built.length === 0
      ? ""
      : `, ${millions(valueUsd - withoutConversionUsd)} million more than without conversion`;
  const first =
    built.length === 0
      ? `Convert nothing: mining on is worth ${millions(valueUsd)} million USD today.`
      : `Convert ${built.join("; ")}: worth ${millions(valueUsd)} million USD today${gain}.`;
  return [first, secondSentence(plan), thirdSentence(plan)];
}

function secondSentence({ fleets, dropOrder, delays }: YearsPlan): string {
  const leaving = dropOrder.map((name) => `${name} from ${fleetOf(fleets, name)?.leavesFrom}`);
  const rigs =
    leaving.length === 0 ? "No rigs leave before the end" : `Rigs leave in this order: ${leaving.join(", ")}`;
  const [delay] = delays;
  if (!delay) return `${rigs}.`;
  const months = delay.months === 1 ? "A month" : `${delay.months} months`;
  return (
    `${rigs}. ${months} of delay costs ${millions(delay.sameScheduleUsd)} million USD, ` +
    `${millions(delay.replannedUsd)} if it is known beforehand.`
  );
}

function thirdSentence({ breakEvens }: YearsPlan): string {
  if (breakEvens.length === 0) return "No break-even was asked for.";
  const found = breakEvens.filter(({ factor }) => factor !== undefined);
  if (found.length === 0) return "The schedule does not flip within the ranges that were tried.";
  return `The schedule flips at ${found.map(flipText).join(", ")}.`;
}

function flipText({ of, factor = 1, value, unit }: BreakEven): string {
  const change = `${factor >= 1 ? "+" : "-"}${(100 * Math.abs(factor - 1)).toFixed(1)} %`;
  return `${change} of the ${words(of)}${value === undefined ? "" : ` (${amount(value)} ${unit})`}`;
}

function words(of: BreakEven["of"]): string {
  return of.replace("-", " ");
}

function fleetOf(fleets: readonly FleetSchedule[], name: string): FleetSchedule | undefined {
  return fleets.find((fleet) => fleet.name === name);
}

/** MW in the first quarter of every year. */
function megawattTable({ quarters, fleets, conversions, bridges, network }: YearsPlan): string[] {
  const header = [
    "MW",
    ...fleets.map(({ name }) => name),
    ...conversions.flatMap(({ name }) => [`${name} building`, `${name} online`]),
    ...bridges.map(({ name }) => name),
    "USD/PH/day",
  ];
  const rows = quarters.flatMap((quarter, q) =>
    q % 4 === 0
      ? [
          [
            quarter,
            ...fleets.map(({ mw }) => amount(mw[q])),
            ...conversions.flatMap(({ buildingMw, onlineMw }) => [amount(buildingMw[q]), amount(onlineMw[q])]),
            ...bridges.map(({ mw }) => amount(mw[q])),
            amount(network[q].hashpriceUsdPerPhDay),
          ],
        ]
      : [],
  );
  return table(header, rows);
}

/** Cash by kind and group of four quarters. */
function cashTable({ quarters, lines }: YearsPlan): string[] {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  const rows = quarters.flatMap((quarter, q) => {
    if (q % 4 !== 0) return [];
    const sums = kinds.map((kind) =>
      lines
        .filter((line) => line.kind === kind)
        .reduce((sum, { usd }) => sum + usd.slice(q, q + 4).reduce((all, one) => all + one, 0), 0),
    );
    const total = sums.reduce((sum, usd) => sum + usd, 0);
    return [[`four from ${quarter}`, ...sums.map(millions), millions(total)]];
  });
  return table(["million USD", ...kinds, "cash"], rows);
}

function breakEvenTable({ breakEvens }: YearsPlan): string[] {
  const rows = breakEvens.map(({ of, direction, factor, value, unit, convertedMw, firstStart }) => [
    words(of),
    direction,
    factor === undefined ? "none in range" : factor.toFixed(4),
    value === undefined ? "" : `${amount(value)} ${unit}`,
    convertedMw.map(amount).join(" to "),
    firstStart.map((label) => label ?? "never").join(" to "),
  ]);
  return table(["break-even", "moved", "factor", "value", "MW converted", "first start"], rows);
}

function millions(usd: number): string {
  return amount(usd / MILLION);
}
