import type { ConnectionBreakEven, ConnectionComparison } from "../connections/connection-comparison.ts";
import { amount, table } from "./text-table.ts";

const HEAD = [
  "option",
  "USD per year",
  "AI lost MWh/yr",
  "mining lost MWh/yr",
  "diesel MWh/yr",
  "set-hours/yr",
  "permit h/yr",
  "curtailed h/yr",
  "year earlier USD",
];

/** A comparison of connections as text: a row for each option, then where the choice turns. */
export function connectionsSummary({ options, best, breakEvens }: ConnectionComparison): string {
  const rows = options.map((option) => {
    if (option.status !== "compared") return [option.name, ...HEAD.slice(1).map(() => "")];
    const { figures, lostAiMwhPerYear, lostMiningMwhPerYear, yearEarlierUsd } = option;
    return [
      option.name,
      ...[
        figures.usdPerYear,
        lostAiMwhPerYear,
        lostMiningMwhPerYear,
        figures.dieselMwhPerYear,
        figures.dieselSetHoursPerYear,
        figures.permitHoursPerYear,
        figures.curtailedHoursPerYear,
        yearEarlierUsd,
      ].map((value) => (Number.isFinite(value) ? amount(value) : "")),
    ];
  });
  const impossible = options.flatMap((option) =>
    option.status === "compared" ? [] : [`${option.name}: ${option.detail}`],
  );
  return [
    ...table(HEAD, rows),
    "",
    ...impossible,
    best === undefined ? "No option is possible." : `Best: ${best}.`,
    ...breakEvens.map(breakEvenText),
  ].join("\n");
}

/** From where on another option costs no more, as a sentence. */
export function breakEvenText(one: ConnectionBreakEven): string {
  const { best, other, differenceUsd, monthsOfDelay, curtailedHoursPerYear: hours } = one;
  const late = Number.isNaN(monthsOfDelay)
    ? "it may not be late: the site has no plan before it"
    : Number.isFinite(monthsOfDelay)
      ? `until it is ${amount(monthsOfDelay)} months late`
      : "however late it is";
  const curtailed = Number.isNaN(hours)
    ? ""
    : Number.isFinite(hours)
      ? `, or curtailed for ${amount(hours)} hours a year`
      : ", and however many hours it is curtailed";
  return `${best} costs ${amount(differenceUsd)} USD less than ${other} over all years, ${late}${curtailed}.`;
}
