/** Parses one figure of a rig in a cell, with or without a unit: `3500`, `3.5 kW`, `580 Th/s`, `1.16 Ph/s`. */
import { type FaultLog, type Place, quoted } from "./fault-log.ts";
import type { FigureColumn } from "./fleet-columns.ts";
import { parseNumber, numberFix } from "./number-text.ts";

/** The divisor that converts a figure to W or TH/s, by its unit in lower case. */
const POWER_UNITS: Readonly<Record<string, number>> = { w: 1, watt: 1, watts: 1, kw: 1e-3 };
const HASHRATE_UNITS: Readonly<Record<string, number>> = {
  "gh/s": 1e3,
  gh: 1e3,
  ghs: 1e3,
  g: 1e3,
  "th/s": 1,
  th: 1,
  ths: 1,
  t: 1,
  "ph/s": 1e-3,
  ph: 1e-3,
  phs: 1e-3,
  p: 1e-3,
};
const CELL = /^\s*([-+\d.,]+)\s*([a-z]+(?:\/s)?)\s*$/i;

export interface FigureKind {
  readonly what: "power" | "hash rate";
  readonly units: Readonly<Record<string, number>>;
  readonly known: string;
  /** The option that states the unit. */
  readonly option: string;
}

export const POWER_FIGURE: FigureKind = {
  what: "power",
  units: POWER_UNITS,
  known: "W, kW",
  option: "options.powerUnit",
};
export const HASHRATE_FIGURE: FigureKind = {
  what: "hash rate",
  units: HASHRATE_UNITS,
  known: "GH/s, TH/s, PH/s",
  option: "options.hashrateUnit",
};

/**
 * Returns W or TH/s; undefined for a blank cell; NaN, with a fault, if the cell is not a figure or has another unit
 * than its heading.
 */
export function parseFigure(
  text: string,
  { divisor }: FigureColumn,
  { units, known, option }: FigureKind,
  decimalComma: boolean,
  place: Place,
  headingLine: number,
  faults: FaultLog,
): number | undefined {
  if (text.trim() === "") return undefined;
  const [, digits, unit] = CELL.exec(text) ?? [];
  const named = unit?.toLowerCase() ?? "";
  const own = Object.hasOwn(units, named) ? units[named] : undefined;
  const number = parseNumber(own === undefined ? text : digits, decimalComma);
  if (!(number > 0))
    faults.add(
      place,
      quoted(text),
      "a number above 0",
      unit !== undefined && own === undefined ? `write its unit as one of ${known}` : numberFix(text, decimalComma),
    );
  else if (own !== undefined && divisor !== undefined && own !== divisor)
    faults.add(place, quoted(text), "a figure in the unit of the heading", "correct the heading or the cell");
  else if (own === undefined && divisor === undefined) {
    const heading = quoted(place.heading);
    const example = known.includes("W") ? "W" : "TH/s";
    faults.add(
      { ...place, line: headingLine },
      `${heading} without a unit`,
      known,
      `write e.g. "${place.heading} (${example})", or state it by ${option}`,
    );
  } else return number / (own ?? divisor ?? 1);
  return Number.NaN;
}
