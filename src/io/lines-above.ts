/**
 * The lines above the headings of a table: titles, comments. None may be a row of the table whose headings are
 * misspelt.
 */
import type { FaultLog } from "./fault-log.ts";
import { numberOf } from "./number-text.ts";

/** Rows looked at for the headings: MISO has four lines before them, ISO-NE five, an AEMO report whole tables. */
const MOST_ROWS = 500;

export class LinesAbove {
  readonly rows: (readonly string[])[] = [];
  readonly #lines: number[] = [];

  /** Keeps a row that is no row of headings; `stop` where the headings will not come any more. */
  passOver(fields: readonly string[], line: number): "next" | "stop" {
    this.rows.push(fields);
    this.#lines.push(line);
    return this.rows.length < MOST_ROWS ? "next" : "stop";
  }

  /** A fault for every row above headings of `width` that has numbers and is as wide: it would be lost. */
  check(width: number, faults: FaultLog, isOther?: (fields: readonly string[]) => boolean): void {
    this.rows.forEach((row, i) => {
      const isTitle = row.length < width || row[0].startsWith("#") || isOther?.(row);
      if (isTitle || !row.some((field) => !Number.isNaN(numberOf(field)))) return;
      const given = `a row of ${row.length} fields above the headings, with numbers`;
      faults.add(
        { line: this.#lines[i] },
        given,
        "rows below their headings",
        "are its own headings spelled otherwise? correct them, or remove the row",
      );
    });
  }

  /** What was passed over, for a notice; undefined where there was nothing. */
  notice(): string | undefined {
    const [first] = this.#lines;
    const last = this.#lines.at(-1);
    if (first === undefined || last === undefined) return undefined;
    const lines = first === last ? `Line ${first} stands` : `Lines ${first} to ${last} stand`;
    return (
      `${lines} above the headings and ${first === last ? "is" : "are"} not read: ` +
      `${JSON.stringify(shortened(this.rows[0].join(",")))}.`
    );
  }

  /**
   * The row that a message quotes where no headings were found: the first of those that have most of what is sought,
   * else the widest.
   */
  likeliestHeadings(score: (fields: readonly string[]) => number): {
    readonly fields: readonly string[];
    readonly line: number;
  } {
    let best = 0;
    let most = -Infinity;
    this.rows.forEach((row, i) => {
      const own = score(row) * MOST_ROWS + Math.min(row.filter((field) => field.trim() !== "").length, MOST_ROWS - 1);
      if (own > most) [best, most] = [i, own];
    });
    return { fields: this.rows[best] ?? [], line: this.#lines[best] ?? 1 };
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
