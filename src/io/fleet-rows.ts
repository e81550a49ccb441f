/** One row of a fleet inventory: its model, its number of rigs and their figures, checked against the catalogue. */
import { findRig, type Rig } from "../catalogue/rigs.ts";
import { type FaultLog, type Place, quoted } from "./fault-log.ts";
import type { FigureColumn, FleetColumns } from "./fleet-columns.ts";
import { parseFigure, type FigureKind, HASHRATE_FIGURE, POWER_FIGURE } from "./fleet-figure.ts";
import type { FleetGroups } from "./fleet-groups.ts";
import type { Header } from "./header.ts";
import { placeIn } from "./markets/market.ts";
import { parseNumber, numberFix } from "./number-text.ts";
import {
  type CatalogueAnswer,
  completeFigures,
  implausibleFigures,
  type RigFigures,
  type StatedFigures,
} from "./rig-figures.ts";

const MAX_RIGS = 10_000_000;

export interface FleetRowOptions {
  /** Models that the catalogue does not have, accepted with the W and TH/s of their rows; `any`: all such models. */
  readonly ownModels?: readonly string[] | "any" | undefined;
  readonly decimalComma?: boolean | undefined;
}

interface FleetHeading {
  readonly header: Header;
  readonly line: number;
  readonly columns: FleetColumns;
}

/** Reads the rows below one heading into `groups`; errors go to `faults`, and assumptions to `notices`. */
export class FleetRows {
  readonly #heading: FleetHeading;
  readonly #ownModels: readonly string[] | "any";
  readonly #decimalComma: boolean;
  readonly #groups: FleetGroups;
  readonly #faults: FaultLog;
  readonly #notices: string[];
  readonly #knownByModel = new Map<string, CatalogueAnswer>();
  #isUnnamedColumnNoted = false;

  constructor(
    heading: FleetHeading,
    { ownModels = [], decimalComma = false }: FleetRowOptions,
    groups: FleetGroups,
    faults: FaultLog,
    notices: string[],
  ) {
    this.#heading = heading;
    this.#ownModels = ownModels;
    this.#decimalComma = decimalComma;
    this.#groups = groups;
    this.#faults = faults;
    this.#notices = notices;
  }

  add(fields: readonly string[], line: number): void {
    const { columns } = this.#heading;
    this.#noteUnnamedColumn(fields);
    const model = (fields[columns.model] ?? "").trim().replaceAll(/\s+/g, " ");
    const numRigs = this.#numRigsIn(fields, line);
    const stated = {
      powerW: this.#figureIn(fields, columns.powerW, POWER_FIGURE, line),
      hashrateThPerS: this.#figureIn(fields, columns.hashrateThPerS, HASHRATE_FIGURE, line),
    };
    this.#checkNumRigs(numRigs, fields, line);
    const known = this.#catalogueAnswer(model);
    this.#checkModel(model, known, stated, line);
    const figures = completeFigures(known, stated);
    if (!figures || numRigs === undefined || this.#isImplausible(figures, known, line) || !this.#faults.isEmpty) return;
    const name = "unknown" in known ? model : known.model;
    if (numRigs === 0) {
      this.#notices.push(`line ${line}: 0 rigs of ${name} are left out.`);
      return;
    }
    const isStated = stated.powerW !== undefined || stated.hashrateThPerS !== undefined;
    const rig = { model: name, known, figures, isStated };
    if (columns.count < 0) this.#groups.addMachine(rig, line);
    else this.#groups.addRigs(rig, numRigs, line);
    if (!("unknown" in known)) this.#noteKnownRig(known, figures, stated, line);
  }

  #placeOf(column: number, line: number): Place {
    return placeIn(this.#heading.header, line, column);
  }

  #noteUnnamedColumn(fields: readonly string[]): void {
    const { width } = this.#heading.header;
    if (this.#isUnnamedColumnNoted || fields.slice(width).every((field) => field.trim() === "")) return;
    this.#notices.push(`nothing is read from column ${width + 1}, which has no heading.`);
    this.#isUnnamedColumnNoted = true;
  }

  /** 1 in a table with a row per machine; undefined if the cell is blank, NaN after an error. */
  #numRigsIn(fields: readonly string[], line: number): number | undefined {
    const { count } = this.#heading.columns;
    if (count < 0) return 1;
    const given = fields[count] ?? "";
    if (given.trim() === "") return undefined;
    const value = parseNumber(given, this.#decimalComma);
    if (value >= 0) return value;
    const fix = numberFix(given, this.#decimalComma);
    this.#faults.add(this.#placeOf(count, line), quoted(given), "a number of rigs", fix);
    return Number.NaN;
  }

  #checkNumRigs(numRigs: number | undefined, fields: readonly string[], line: number): void {
    if (numRigs !== undefined && (Number.isNaN(numRigs) || (Number.isInteger(numRigs) && numRigs <= MAX_RIGS))) return;
    const { count } = this.#heading.columns;
    const wanted = `a whole number of rigs up to ${MAX_RIGS}`;
    this.#faults.add(this.#placeOf(count, line), quoted(fields[count]), wanted, "correct it, or write 0");
  }

  #figureIn(
    fields: readonly string[],
    column: FigureColumn | undefined,
    kind: FigureKind,
    line: number,
  ): number | undefined {
    if (!column) return undefined;
    const place = this.#placeOf(column.at, line);
    const text = fields[column.at] ?? "";
    return parseFigure(text, column, kind, this.#decimalComma, place, this.#heading.line, this.#faults);
  }

  #catalogueAnswer(model: string): CatalogueAnswer {
    const known = this.#knownByModel.get(model) ?? findRig(model);
    this.#knownByModel.set(model, known);
    return known;
  }

  /** A model must be in the catalogue, or be declared in `ownModels` and have both of its figures in the row. */
  #checkModel(model: string, known: CatalogueAnswer, stated: StatedFigures, line: number): void {
    if (!("unknown" in known)) return;
    const isOwn = model !== "" && (this.#ownModels === "any" || this.#ownModels.includes(model));
    if (!isOwn) {
      const fix =
        model === ""
          ? "name the rigs, or remove the line"
          : `${this.#faults.isFull ? "" : `${known.unknown}; `}a model of your own goes into options.ownModels ` +
            `("any" for every one with its W and TH/s)`;
      const place = this.#placeOf(this.#heading.columns.model, line);
      this.#faults.add(place, quoted(model), "a model of the catalogue", fix);
    } else if (stated.powerW === undefined || stated.hashrateThPerS === undefined) {
      const wanted = "W and TH/s of a model the catalogue does not have";
      this.#faults.add({ line }, `${quoted(model)} without its figures`, wanted, "give both");
    }
  }

  #isImplausible(figures: RigFigures, known: CatalogueAnswer, line: number): boolean {
    if (Number.isNaN(figures.powerW + figures.hashrateThPerS)) return false;
    const fault = implausibleFigures(figures, known);
    if (!fault) return false;
    const { powerW, hashrateThPerS, model } = this.#heading.columns;
    this.#faults.add(this.#placeOf((powerW ?? hashrateThPerS)?.at ?? model, line), ...fault);
    return true;
  }

  #noteKnownRig(known: Rig, figures: RigFigures, stated: StatedFigures, line: number): void {
    const { model, announced, asOf } = known;
    if (announced) this.#notices.push(`line ${line}: ${model} is announced and not confirmed to ship.`);
    if ((stated.powerW === undefined) === (stated.hashrateThPerS === undefined)) return;
    const absent = stated.powerW === undefined ? "power" : "hash rate";
    const used = `${Number(figures.powerW.toPrecision(6))} W and ${Number(figures.hashrateThPerS.toPrecision(6))} TH/s`;
    const efficiency = Number((known.powerW / known.hashrateThPerS).toPrecision(3));
    this.#notices.push(
      `line ${line}: ${model} has no ${absent}; ${used} follow from the catalogue's ${efficiency} J/TH (${asOf}).`,
    );
  }
}
