/**
 * Collects the lines above the headings of a table: titles and comments. None of them may be a table row below misspelt
 * headings.
 */
import type { FaultLog } from "./fault-log.ts";
import { parseNumber } from "./number-text.ts";

/** Rows that are searched for headings: MISO has four lines above them, ISO-NE five, an AEMO report whole tables. */
const MAX_ROWS = 500;

export class LinesAbove {
  readonly rows: (readonly string[])[] = [];
  readonly #lines: number[] = [];

  /** Adds a row that is not a heading row. Returns `stop` once the headings can no longer be expected. */
  add(fields: readonly string[], line: number): "next" | "stop" {
    this.rows.push(fields);
    this.#lines.push(line);
    return this.rows.length < MAX_ROWS ? "next" : "stop";
  }

  /** Adds a fault for every row above headings of `width` that has numbers and is as wide: the row would be lost. */
  check(width: number, faults: FaultLog, isOutsideTable?: (fields: readonly string[]) => boolean): void {
    this.rows.forEach((row, i) => {
      const isTitle = row.length < width || row[0].startsWith("#") || isOutsideTable?.(row);
      if (isTitle || !row.some((field) => !Number.isNaN(parseNumber(field)))) return;
      const given = `a row of ${row.length} fields above the headings, with numbers`;
      faults.add(
        { line: this.#lines[i] },
        given,
        "rows below their headings",
        "if its own headings are spelled differently, correct them; otherwise remove the row",
      );
    });
  }

  /** The notice about the ignored lines; undefined if there are none. */
  notice(): string | undefined {
    const [first] = this.#lines;
    const last = this.#lines.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const lines = first === last ? `Line ${first} is` : `Lines ${first} to ${last} are`;
    return `${lines} above the headings and ignored: ${JSON.stringify(shortened(this.rows[0].join(",")))}.`;
  }

  /** The row that a message quotes if no headings were found: the row with the highest score, then the widest. */
  likeliestHeadings(score: (fields: readonly string[]) => number): {
    readonly fields: readonly string[];
    readonly line: number;
  } {
    let best = 0;
    let most = -Infinity;
    this.rows.forEach((row, i) => {
      const own = score(row) * MAX_ROWS + Math.min(row.filter((field) => field.trim() !== "").length, MAX_ROWS - 1);
      if (own > most) [best, most] = [i, own];
    });
    return { fields: this.rows[best] ?? [], line: this.#lines[best] ?? 1 };
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
