/**
 * Collects the errors of a file (here called faults). It lists a few of each kind and counts the rest, so that a bad
 * column of a year's file reads as one fault. No file can make the list, or one of its texts, longer than
 * `read-limits.ts` allows.
 */
import { InputFileError, type InputFileFault } from "../errors.ts";
import { MAX_FAULT_CHARACTERS, MAX_FAULTS } from "./read-limits.ts";

/** Faults of one kind that are listed individually: they differ only in line and content. */
const LISTED_OF_A_KIND = 5;

export interface Place {
  readonly line: number;
  readonly column?: number | undefined;
  readonly heading?: string | undefined;
}

export class FaultLog {
  /** The unit of `line`: lines of the text, or records of a JSON document. */
  placesAre: "lines" | "records" = "lines";
  readonly #kinds = new Map<string, { listed: InputFileFault[]; more: number }>();
  #numListed = 0;
  /** Faults of further kinds, found after the list was full. */
  #numOfOtherKinds = 0;

  /** Whether further kinds of faults are only counted; their messages need not be built. */
  get isFull(): boolean {
    return this.#numListed >= MAX_FAULTS;
  }

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  add({ line, column, heading }: Place, given: string, wanted: string, fix: string): void {
    const key = `${column ?? ""};${wanted};${fix}`;
    const kind = this.#kinds.get(key);
    if (kind && kind.listed.length >= LISTED_OF_A_KIND) kind.more++;
    else if (this.#numListed >= MAX_FAULTS) {
      if (kind) kind.more++;
      else this.#numOfOtherKinds++;
    } else {
      const words = { given: cut(given), wanted: cut(wanted), fix: cut(fix) };
      const place = this.placesAre === "records" && line > 0 ? { line: 0, record: line } : { line };
      const fault = {
        ...place,
        ...(column !== undefined && { column }),
        ...(heading !== undefined && { heading: cut(heading) }),
        ...words,
      };
      this.#numListed++;
      if (kind) kind.listed.push(fault);
      else this.#kinds.set(key, { listed: [fault], more: 0 });
    }
  }

  /** Throws `InputFileError` with all faults in the order of their lines, if there are any. */
  throwIfAny(): void {
    if (this.isEmpty) return;
    const faults = [...this.#kinds.values()].flatMap(({ listed, more }) =>
      listed.map((fault, i) => (more > 0 && i === listed.length - 1 ? { ...fault, more } : fault)),
    );
    faults.sort((a, b) => (a.record ?? a.line) - (b.record ?? b.line));
    const num = this.#numOfOtherKinds;
    if (num > 0) {
      const other = {
        line: 0,
        given: `${num} fault${num === 1 ? "" : "s"} of other kinds`,
        wanted: `at most ${MAX_FAULTS} to list`,
        fix: "correct those listed, then read the file again",
      };
      faults.push(num > 1 ? { ...other, more: num - 1 } : other);
    }
    throw new InputFileError(faults);
  }
}

function cut(text: string): string {
  return text.length > MAX_FAULT_CHARACTERS ? `${text.slice(0, MAX_FAULT_CHARACTERS)}...` : text;
}

/** Quotes a text for a message: shortens it, and names a blank. */
export function quoted(text: string | undefined): string {
  if (text === undefined) return "nothing (the line ends before it)";
  if (text.trim() === "") return "a blank";
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
