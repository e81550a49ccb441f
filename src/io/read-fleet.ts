/**
 * A fleet inventory as mining fleets of a plan: a table of models and numbers of rigs, with the rigs' own W and TH/s
 * where they are known.
 */
import type { AssetInput } from "../assets/index.ts";
import { findRig, type Rig } from "../catalogue/rigs.ts";
import type { CsvOptions } from "./csv-rows.ts";
import { FaultLog, shown } from "./fault-log.ts";
import {
  type FigureColumn,
  type FleetColumnOptions,
  fleetColumns,
  type FleetColumns,
  hasModelHeading,
} from "./fleet-columns.ts";
import { figureIn, type FigureKind, HASHRATE_FIGURE, POWER_FIGURE } from "./fleet-figure.ts";
import { Header } from "./header.ts";
import { LinesAbove } from "./lines-above.ts";
import { placeIn } from "./markets/market.ts";
import { numberOf, numberTextAdvice } from "./number-text.ts";
import { namesListed, noticesListed } from "./read-limits.ts";
import { checkReadOptions, checkText } from "./read-options.ts";
import { eachTableRow } from "./table-rows.ts";

export interface ReadFleetOptions extends CsvOptions, FleetColumnOptions {
  /** Models that the catalogue does not have, taken at the W and TH/s of their rows; `any`: all such models. */
  readonly ownModels?: readonly string[] | "any" | undefined;
  /** `machines`: every row is one rig, where the table has no numbers of rigs and no names of machines. */
  readonly rowsAre?: "machines" | undefined;
  /** Unit of power and of hash rate, where neither heading nor cells say it. */
  readonly powerUnit?: "W" | "kW" | undefined;
  readonly hashrateUnit?: "GH/s" | "TH/s" | "PH/s" | undefined;
  readonly decimalComma?: boolean | undefined;
}

export type MiningFleetInput = Extract<AssetInput, { readonly kind: "mining-fleet" }>;

export interface Fleet {
  /** One asset for each kind of rig, named by it; spread what the site knows into them, e.g. `pue`. */
  readonly assets: readonly MiningFleetInput[];
  readonly rigs: number;
  /** At the rigs' plugs, all of them running as rated. */
  readonly powerMw: number;
  readonly notices: readonly string[];
}

/**
 * Figures further from the catalogue's than this factor are of another rig or in another unit (firmware modes reach
 * from 0.37 to 1.6).
 */
const MOST_APART = 3;
/** Rigs from 2016 (98 J/TH) to those announced in 2026 (8.9 J/TH) lie between. */
const LEAST_J_PER_TH = 5;
const MOST_J_PER_TH = 200;
const MOST_RIGS = 10_000_000;
const W_PER_MW = 1e6;

interface Found {
  readonly name: string;
  readonly rig: MiningFleetInput["rig"];
  readonly powerW: number;
  rigs: number;
  readonly lines: number[];
}

/** A row that is one machine. */
interface Machine {
  readonly name: string;
  readonly known: Rig | { readonly unknown: string };
  readonly figures: Figures;
  readonly isStated: boolean;
  readonly line: number;
}

/**
 * Reads a table with the columns `model` and `count`, and optionally power and hash rate per rig with their unit in the
 * heading or their cells (W, kW; GH/s, TH/s, PH/s). Without them the catalogue's figures hold. Rows of equal rigs
 * become one fleet, and columns of anything else are left out; both are said in the notices. A table without numbers
 * that names a machine in each row (name, serial number, worker, rack) has a rig in each: those of a model become one
 * fleet at the mean of their figures, which keeps the sums of W and TH/s.
 *
 * The text is held to the limits of a table (a field of 32,767 characters, 16,384 fields and a megabyte in a row); of
 * more than 100 faults or notices the others are counted. Time and memory are linear in the text.
 *
 * @throws InputFileError listing the faults, with line, column and fix: an unknown model with the nearest names.
 * @example
 * const { assets } = readFleet("model,count\nAntminer S21 XP,5000\n");
 */
export function readFleet(text: string, options: ReadFleetOptions = {}): Fleet {
  checkText(text);
  checkReadOptions(options, []);
  const faults = new FaultLog();
  const notices: string[] = [];
  const found = new Map<string, Found>();
  const machines: Machine[] = [];
  const above = new LinesAbove();
  let isOpen = false;
  eachTableRow(
    text,
    options,
    faults,
    (fields, line) => {
      const header = new Header(fields);
      if (!hasModelHeading(header)) return above.passOver(fields, line);
      isOpen = true;
      const columns = fleetColumns(header, line, faults, options);
      above.check(header.width, faults);
      const notice = above.notice();
      if (notice !== undefined) notices.push(notice);
      if (!columns) return "stop";
      if (columns.ignored.length > 0) notices.push(`nothing is read from ${namesListed(columns.ignored.map(shown))}.`);
      if (columns.count < 0) notices.push("every row is one rig, since there is no column of numbers of rigs.");
      const row = rowReader(header, line, columns, options, { found, machines, faults, notices });
      return { headerWidth: header.width, numBlankHeadings: header.names.length - header.width, row };
    },
    notices,
  );
  if (!isOpen && above.rows.length > 0) {
    const { fields, line } = above.likeliestHeadings(() => 0);
    fleetColumns(new Header(fields), line, faults, options);
  }
  if (faults.isEmpty) addMachines(machines, found, notices);
  const all = [...found.values()];
  if (all.length === 0 && faults.isEmpty)
    faults.add({ line: 0 }, "no rigs", "headings and at least one row with rigs", "load the file again");
  faults.throwIfAny();
  if (machines.length === 0)
    for (const { name, lines, rigs } of all)
      if (lines.length > 1)
        notices.push(`${name}: lines ${namesListed(lines.map(String))} are one fleet of ${rigs} rigs.`);
  return {
    assets: all.map(({ name, rig, rigs }) => ({ kind: "mining-fleet", name, rig, rigs })),
    rigs: all.reduce((sum, { rigs }) => sum + rigs, 0),
    powerMw: all.reduce((sum, { rigs, powerW }) => sum + (rigs * powerW) / W_PER_MW, 0),
    notices: noticesListed(notices),
  };
}

/** Machines of a model become one fleet at the mean of their figures. */
function addMachines(machines: readonly Machine[], found: Map<string, Found>, notices: string[]): void {
  const byName = new Map<string, Machine[]>();
  for (const machine of machines) {
    const same = byName.get(machine.name);
    if (same) same.push(machine);
    else byName.set(machine.name, [machine]);
  }
  for (const [name, same] of byName) {
    const mean = (of: (figures: Figures) => number) =>
      Number((same.reduce((sum, { figures }) => sum + of(figures), 0) / same.length).toPrecision(12));
    const figures = {
      powerW: mean(({ powerW }) => powerW),
      hashrateThPerS: mean(({ hashrateThPerS }) => hashrateThPerS),
    };
    add(
      found,
      { name, known: same[0].known, figures, isStated: same.some(({ isStated }) => isStated) },
      same.length,
      same[0].line,
    );
    const range = (of: (figures: Figures) => number) => {
      const all = same.map((machine) => of(machine.figures));
      const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
      return least === most ? undefined : `${Number(least.toPrecision(6))} to ${Number(most.toPrecision(6))}`;
    };
    const [watts, hashrates] = [range(({ powerW }) => powerW), range(({ hashrateThPerS }) => hashrateThPerS)];
    if (watts !== undefined || hashrates !== undefined) {
      const parts = [
        ...(watts === undefined ? [] : [`${watts} W`]),
        ...(hashrates === undefined ? [] : [`${hashrates} TH/s`]),
      ];
      notices.push(`${name}: ${same.length} machines of ${parts.join(" and ")} are one fleet at their mean.`);
    }
  }
}

interface FleetFound {
  readonly found: Map<string, Found>;
  readonly machines: Machine[];
  readonly faults: FaultLog;
  readonly notices: string[];
}

function rowReader(
  header: Header,
  headingLine: number,
  columns: FleetColumns,
  { ownModels = [], decimalComma = false }: ReadFleetOptions,
  { found, machines, faults, notices }: FleetFound,
) {
  let isUnnamedTold = false;
  const rigs = new Map<string, ReturnType<typeof findRig>>();
  const rigOf = (model: string) => {
    const known = rigs.get(model) ?? findRig(model);
    rigs.set(model, known);
    return known;
  };
  return (fields: readonly string[], line: number): void => {
    const place = (at: number) => placeIn(header, line, at);
    const countIn = (given: string): number | undefined => {
      if (given.trim() === "") return undefined;
      const value = numberOf(given, decimalComma);
      if (value >= 0) return value;
      faults.add(place(columns.count), shown(given), "a number of rigs", numberTextAdvice(given, decimalComma));
      return Number.NaN;
    };
    const figure = (column: FigureColumn | undefined, kind: FigureKind) =>
      column && figureIn(fields[column.at] ?? "", column, kind, decimalComma, place(column.at), headingLine, faults);
    if (!isUnnamedTold && fields.slice(header.width).some((field) => field.trim() !== "")) {
      notices.push(`nothing is read from column ${header.width + 1}, which has no heading.`);
      isUnnamedTold = true;
    }
    const model = (fields[columns.model] ?? "").trim().replaceAll(/\s+/g, " ");
    const count = columns.count < 0 ? 1 : countIn(fields[columns.count] ?? "");
    const powerW = figure(columns.powerW, POWER_FIGURE);
    const hashrateThPerS = figure(columns.hashrateThPerS, HASHRATE_FIGURE);
    if (count === undefined || (!Number.isNaN(count) && !(Number.isInteger(count) && count <= MOST_RIGS))) {
      faults.add(
        place(columns.count),
        shown(fields[columns.count]),
        `a whole number of rigs up to ${MOST_RIGS}`,
        "correct it, or write 0",
      );
    }
    const known = rigOf(model);
    const isOwn = "unknown" in known && model !== "" && (ownModels === "any" || ownModels.includes(model));
    if ("unknown" in known && !isOwn) {
      const fix =
        model === ""
          ? "name the rigs, or remove the line"
          : `${faults.isFull ? "" : `${known.unknown}; `}a model of your own goes into options.ownModels ` +
            `("any" for every one with its W and TH/s)`;
      faults.add(place(columns.model), shown(model), "a model of the catalogue", fix);
    }
    if (isOwn && (powerW === undefined || hashrateThPerS === undefined))
      faults.add(
        { line },
        `${shown(model)} without its figures`,
        "W and TH/s of a model the catalogue does not have",
        "give both",
      );
    const figures = figuresOf(known, powerW, hashrateThPerS);
    if (!figures || count === undefined) return;
    const wrong = Number.isNaN(figures.powerW + figures.hashrateThPerS) ? undefined : impossible(figures, known);
    if (wrong) faults.add(place((columns.powerW ?? columns.hashrateThPerS)?.at ?? columns.model), ...wrong);
    const name = "unknown" in known ? model : known.model;
    if (wrong || !faults.isEmpty) return;
    if (count === 0) {
      notices.push(`line ${line}: 0 rigs of ${name} are left out.`);
      return;
    }
    const isStated = powerW !== undefined || hashrateThPerS !== undefined;
    if (columns.count < 0) machines.push({ name, known, figures, isStated, line });
    else add(found, { name, known, figures, isStated }, count, line);
    if (!("unknown" in known)) noteKnown(known, name, figures, { powerW, hashrateThPerS }, line, notices);
  };
}

function noteKnown(
  known: Rig,
  name: string,
  figures: Figures,
  stated: { readonly powerW: number | undefined; readonly hashrateThPerS: number | undefined },
  line: number,
  notices: string[],
): void {
  if (known.announced) notices.push(`line ${line}: ${name} is announced and not confirmed to ship.`);
  const absent = stated.powerW === undefined ? "power" : "hash rate";
  if ((stated.powerW === undefined) === (stated.hashrateThPerS === undefined)) return;
  notices.push(
    `line ${line}: ${name} has no ${absent}; ${Number(figures.powerW.toPrecision(6))} W and ` +
      `${Number(figures.hashrateThPerS.toPrecision(6))} TH/s are taken, at the catalogue's ` +
      `${Number((known.powerW / known.hashrateThPerS).toPrecision(3))} J/TH (${known.asOf}).`,
  );
}

interface Figures {
  readonly powerW: number;
  readonly hashrateThPerS: number;
}

/** A rig's own figures; one that is absent follows from the catalogue's efficiency. */
function figuresOf(
  known: Rig | { readonly unknown: string },
  powerW?: number,
  hashrateThPerS?: number,
): Figures | undefined {
  if (powerW !== undefined && hashrateThPerS !== undefined) return { powerW, hashrateThPerS };
  if ("unknown" in known) return undefined;
  const jPerTh = known.powerW / known.hashrateThPerS;
  if (powerW !== undefined) return { powerW, hashrateThPerS: powerW / jPerTh };
  if (hashrateThPerS !== undefined) return { powerW: hashrateThPerS * jPerTh, hashrateThPerS };
  return known;
}

function impossible(
  { powerW, hashrateThPerS }: Figures,
  known: Rig | { readonly unknown: string },
): [given: string, wanted: string, fix: string] | undefined {
  const jPerTh = powerW / hashrateThPerS;
  const given = `${Number(powerW.toPrecision(4))} W and ${Number(hashrateThPerS.toPrecision(4))} TH/s`;
  const fix = "check the figures, their units (per rig, not for all) and the model";
  if (jPerTh < LEAST_J_PER_TH || jPerTh > MOST_J_PER_TH)
    return [`${given}, ${Number(jPerTh.toPrecision(3))} J/TH`, `${LEAST_J_PER_TH} to ${MOST_J_PER_TH} J/TH`, fix];
  if ("unknown" in known) return undefined;
  const isNear = (own: number, listed: number) => own <= MOST_APART * listed && own >= listed / MOST_APART;
  if (isNear(powerW, known.powerW) && isNear(hashrateThPerS, known.hashrateThPerS)) return undefined;
  return [given, `the figures of one ${known.model}, rated ${known.powerW} W and ${known.hashrateThPerS} TH/s`, fix];
}

function add(
  found: Map<string, Found>,
  {
    name,
    known,
    figures,
    isStated,
  }: { name: string; known: Rig | { readonly unknown: string }; figures: Figures; isStated: boolean },
  count: number,
  line: number,
): void {
  const { powerW, hashrateThPerS } = figures;
  const isOwn =
    "unknown" in known || (isStated && (powerW !== known.powerW || hashrateThPerS !== known.hashrateThPerS));
  const key = isOwn ? `${name} ${Number(powerW.toPrecision(6))} W ${Number(hashrateThPerS.toPrecision(6))} TH/s` : name;
  const same = found.get(key);
  if (!same)
    found.set(key, { name: key, rig: isOwn ? { hashrateThPerS, powerW } : name, powerW, rigs: count, lines: [line] });
  else {
    same.rigs += count;
    same.lines.push(line);
  }
}
