/**
 * A fleet inventory as mining fleets of a plan: a table of models and numbers of rigs, with the rigs' own W and TH/s where
 * they are known.
 */
import type { AssetInput } from "../assets/index.ts";
import { findRig, type Rig } from "../catalogue/rigs.ts";
import type { CsvOptions } from "./csv-rows.ts";
import { FaultLog, shown } from "./fault-log.ts";
import { type FigureColumn, fleetColumns, type FleetColumns } from "./fleet-columns.ts";
import { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { numberOf, numberTextAdvice } from "./number-text.ts";
import { eachTableRow } from "./table-rows.ts";

export interface ReadFleetOptions extends CsvOptions {
  /** Models that the catalogue does not have, taken at the W and TH/s of their rows. */
  readonly ownModels?: readonly string[] | undefined;
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

/** Figures further from the catalogue's than this factor are of another rig or in another unit (firmware modes reach from 0.37 to 1.6). */
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

/**
 * Reads a table with the columns `model` and `count`, and optionally power and hash rate per rig with their unit in the
 * heading (W, kW; GH/s, TH/s, PH/s). Without them the catalogue's figures hold. Rows of equal rigs become one fleet, and
 * columns of anything else are left out; both are said in the notices.
 *
 * @throws InputFileError listing every fault, with line, column and fix: an unknown model with the nearest names.
 * @example
 * const { assets } = readFleet("model,count\nAntminer S21 XP,5000\n");
 */
export function readFleet(text: string, options: ReadFleetOptions = {}): Fleet {
  const faults = new FaultLog();
  const notices: string[] = [];
  const found = new Map<string, Found>();
  eachTableRow(text, options, faults, (fields, line) => {
    const header = new Header(fields);
    const columns = fleetColumns(header, line, faults);
    if (!columns) return "stop";
    if (columns.ignored.length > 0) notices.push(`nothing is read from ${columns.ignored.map(shown).join(", ")}.`);
    return { row: rowReader(header, columns, options, found, faults, notices) };
  });
  const all = [...found.values()];
  if (all.length === 0 && faults.isEmpty) faults.add({ line: 0 }, "no rigs", "headings and at least one row with rigs", "load the file again");
  faults.throwIfAny();
  for (const { name, lines, rigs } of all) if (lines.length > 1) notices.push(`${name}: lines ${lines.join(", ")} are one fleet of ${rigs} rigs.`);
  return {
    assets: all.map(({ name, rig, rigs }) => ({ kind: "mining-fleet", name, rig, rigs })),
    rigs: all.reduce((sum, { rigs }) => sum + rigs, 0),
    powerMw: all.reduce((sum, { rigs, powerW }) => sum + (rigs * powerW) / W_PER_MW, 0),
    notices,
  };
}

function rowReader(header: Header, columns: FleetColumns, { ownModels = [], decimalComma }: ReadFleetOptions, found: Map<string, Found>, faults: FaultLog, notices: string[]) {
  return (fields: readonly string[], line: number): void => {
    const place = (at: number) => placeIn(header, line, at);
    const numberIn = (at: number): number | undefined => {
      const given = fields[at] ?? "";
      if (given.trim() === "") return undefined;
      const value = numberOf(given, decimalComma);
      if (value > 0 || (value === 0 && at === columns.count)) return value;
      faults.add(place(at), shown(given), at === columns.count ? "a number of rigs" : "a number above 0", numberTextAdvice(given, decimalComma));
      return Number.NaN;
    };
    const figureIn = (column: FigureColumn | undefined) => {
      const value = column && numberIn(column.at);
      return value && value / column.divisor;
    };
    const model = (fields[columns.model] ?? "").trim();
    const count = numberIn(columns.count);
    const powerW = figureIn(columns.powerW);
    const hashrateThPerS = figureIn(columns.hashrateThPerS);
    if (count === undefined || (!Number.isNaN(count) && !(Number.isInteger(count) && count <= MOST_RIGS))) {
      faults.add(place(columns.count), shown(fields[columns.count]), `a whole number of rigs up to ${MOST_RIGS}`, "correct it, or write 0");
    }
    const known = findRig(model);
    const isOwn = "unknown" in known && ownModels.includes(model);
    if ("unknown" in known && !isOwn) {
      const fix = model === "" ? "name the rigs, or remove the line" : `${known.unknown}; a model of your own goes into options.ownModels`;
      faults.add(place(columns.model), shown(model), "a model of the catalogue", fix);
    }
    if (isOwn && (powerW === undefined || hashrateThPerS === undefined)) faults.add({ line }, `${shown(model)} without its figures`, "W and TH/s of a model the catalogue does not have", "give both");
    const figures = figuresOf(known, powerW, hashrateThPerS);
    if (!figures || count === undefined) return;
    const wrong = impossible(figures, known);
    if (wrong) faults.add(place((columns.powerW ?? columns.hashrateThPerS)?.at ?? columns.model), ...wrong);
    const name = "unknown" in known ? model : known.model;
    if (wrong || !faults.isEmpty) return;
    if (count === 0) {
      notices.push(`line ${line}: 0 rigs of ${name} are left out.`);
      return;
    }
    add(found, { name, known, figures, isStated: powerW !== undefined || hashrateThPerS !== undefined }, count, line);
    if ("unknown" in known) return;
    if (known.announced) notices.push(`line ${line}: ${name} is announced and not confirmed to ship.`);
    const absent = powerW === undefined ? "power" : "hash rate";
    if ((powerW === undefined) !== (hashrateThPerS === undefined)) {
      notices.push(`line ${line}: ${name} has no ${absent}; ${Number(figures.powerW.toPrecision(6))} W and ${Number(figures.hashrateThPerS.toPrecision(6))} TH/s are taken, at the catalogue's ${Number((known.powerW / known.hashrateThPerS).toPrecision(3))} J/TH (${known.asOf}).`);
    }
  };
}

interface Figures {
  readonly powerW: number;
  readonly hashrateThPerS: number;
}

/** A rig's own figures; one that is absent follows from the catalogue's efficiency. */
function figuresOf(known: Rig | { readonly unknown: string }, powerW?: number, hashrateThPerS?: number): Figures | undefined {
  if (powerW !== undefined && hashrateThPerS !== undefined) return { powerW, hashrateThPerS };
  if ("unknown" in known) return undefined;
  const jPerTh = known.powerW / known.hashrateThPerS;
  if (powerW !== undefined) return { powerW, hashrateThPerS: powerW / jPerTh };
  if (hashrateThPerS !== undefined) return { powerW: hashrateThPerS * jPerTh, hashrateThPerS };
  return known;
}

function impossible({ powerW, hashrateThPerS }: Figures, known: Rig | { readonly unknown: string }): [given: string, wanted: string, fix: string] | undefined {
  const jPerTh = powerW / hashrateThPerS;
  const given = `${Number(powerW.toPrecision(4))} W and ${Number(hashrateThPerS.toPrecision(4))} TH/s`;
  const fix = "check the figures, their units (per rig, not for all) and the model";
  if (jPerTh < LEAST_J_PER_TH || jPerTh > MOST_J_PER_TH) return [`${given}, ${Number(jPerTh.toPrecision(3))} J/TH`, `${LEAST_J_PER_TH} to ${MOST_J_PER_TH} J/TH`, fix];
  if ("unknown" in known) return undefined;
  const isNear = (own: number, listed: number) => own <= MOST_APART * listed && own >= listed / MOST_APART;
  if (isNear(powerW, known.powerW) && isNear(hashrateThPerS, known.hashrateThPerS)) return undefined;
  return [given, `the figures of one ${known.model}, rated ${known.powerW} W and ${known.hashrateThPerS} TH/s`, fix];
}

function add(found: Map<string, Found>, { name, known, figures, isStated }: { name: string; known: Rig | { readonly unknown: string }; figures: Figures; isStated: boolean }, count: number, line: number): void {
  const { powerW, hashrateThPerS } = figures;
  const isOwn = "unknown" in known || (isStated && (powerW !== known.powerW || hashrateThPerS !== known.hashrateThPerS));
  const key = isOwn ? `${name} ${Number(powerW.toPrecision(6))} W ${Number(hashrateThPerS.toPrecision(6))} TH/s` : name;
  const same = found.get(key);
  if (!same) found.set(key, { name: key, rig: isOwn ? { hashrateThPerS, powerW } : name, powerW, rigs: count, lines: [line] });
  else {
    same.rigs += count;
    same.lines.push(line);
  }
}
