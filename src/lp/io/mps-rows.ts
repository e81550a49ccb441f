import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import { faultAt, readLimit, readNumber, refuseSecond } from "./mps-lines.ts";
import type { MpsLine } from "./mps-lines.ts";

type RowType = "N" | "E" | "L" | "G";

/** The ROWS, RHS and RANGES sections of an MPS text. Index -1 stands for the objective, the first N row. */
export class MpsRows {
  readonly names: string[] = [];
  private readonly indices = new Map<string, number>();
  private readonly types: RowType[] = [];
  /** As written, for the exact sum with a range. */
  private readonly rhs: ({ value: number; text: string } | undefined)[] = [];
  private readonly range: ({ width: number; text: string; line: MpsLine } | undefined)[] = [];
  private hasObjective = false;
  private objectiveRhs: number | undefined;

  get count(): number {
    return this.names.length;
  }

  get objectiveOffset(): number {
    return this.objectiveRhs === undefined ? 0 : 0 - this.objectiveRhs;
  }

  requireObjective(line: MpsLine): void {
    if (this.hasObjective) return;
    throw faultAt(line, "no N row in ROWS before it, wanted one as the objective (it may be empty).");
  }

  add([givenType, name]: readonly string[], line: MpsLine): void {
    const type = givenType.toUpperCase();
    if (type !== "N" && type !== "E" && type !== "L" && type !== "G") {
      throw faultAt(line, `got row type "${givenType}", wanted N, E, L or G.`);
    }
    refuseSecond(this.indices.has(name), `row "${name}"`, line);
    if (type === "N" && !this.hasObjective) {
      this.hasObjective = true;
      this.indices.set(name, -1);
      return;
    }
    this.indices.set(name, this.count);
    this.names.push(name);
    this.types.push(type);
  }

  indexOf(name: string, line: MpsLine): number {
    const index = this.indices.get(name);
    if (index === undefined) throw faultAt(line, `got row "${name}", wanted one named in ROWS.`);
    return index;
  }

  /** Calls `take` for each pair of row name and number that follows the first of the fields. */
  eachPair(fields: readonly string[], line: MpsLine, take: (i: number, name: string, text: string) => void): void {
    for (let k = 1; k < fields.length; k += 2) take(this.indexOf(fields[k], line), fields[k], fields[k + 1]);
  }

  setRhs(fields: readonly string[], line: MpsLine): void {
    this.eachPair(fields, line, (i, name, text) => {
      const what = `the right-hand side of "${name}"`;
      refuseSecond((i === -1 ? this.objectiveRhs : this.rhs[i]) !== undefined, what, line);
      if (i === -1) this.objectiveRhs = readNumber(text, line, what);
      else this.rhs[i] = { value: readRhs(this.types[i], text, line, what), text };
    });
  }

  setRange(fields: readonly string[], line: MpsLine): void {
    this.eachPair(fields, line, (i, name, text) => {
      if (i === -1 || this.types[i] === "N") throw faultAt(line, `a range on the N row "${name}", wanted an E, L or G row.`);
      const what = `the range of "${name}"`;
      refuseSecond(this.range[i] !== undefined, what, line);
      this.range[i] = { width: readLimit(text, line, what), text, line };
    });
  }

  limits(): Pick<LinearProgram, "rowLower" | "rowUpper"> {
    const rowLower = new Float64Array(this.count);
    const rowUpper = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const type = this.types[i];
      const rhs = this.rhs[i]?.value ?? 0;
      const range = this.range[i];
      rowLower[i] = type === "N" || type === "L" ? -Infinity : rhs;
      rowUpper[i] = type === "N" || type === "G" ? Infinity : rhs;
      if (range === undefined) continue;
      if (!Number.isFinite(rhs)) {
        throw faultAt(range.line, `a range on row "${this.names[i]}", whose right-hand side is infinite, wanted none.`);
      }
      const downwards = type === "L" || (type === "E" && range.width < 0);
      const width = range.text.replace(/^[+-]/u, "");
      const far = Number.isFinite(range.width)
        ? Number(addDecimals(this.rhs[i]?.text ?? "0", downwards ? negateDecimal(width) : width))
        : (downwards ? -1 : 1) * Infinity;
      if (downwards) rowLower[i] = far;
      else rowUpper[i] = far;
    }
    return { rowLower, rowUpper };
  }
}

function readRhs(type: RowType, field: string, line: MpsLine, what: string): number {
  const rhs = readLimit(field, line, what);
  const harmless = Number.isFinite(rhs) || type === "N" || (type === "L" ? rhs > 0 : type === "G" && rhs < 0);
  if (harmless) return rhs;
  throw faultAt(line, `got ${rhs} for ${what} (${type} row), wanted a finite number.`);
}
