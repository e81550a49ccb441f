/** Gathers the faults of a file: a few of each kind are listed, the rest counted, so that a bad column of a year's file reads as one fault. */
import { InputFileError, type InputFileFault } from "../errors.ts";

/** Faults listed one by one that differ in nothing but their line and what stood there. */
const LISTED_OF_A_KIND = 5;

export interface Place {
  readonly line: number;
  readonly column?: number | undefined;
  readonly heading?: string | undefined;
}

export class FaultLog {
  readonly #kinds = new Map<string, { listed: InputFileFault[]; more: number }>();

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  add({ line, column, heading }: Place, given: string, wanted: string, fix: string): void {
    const key = `${column ?? ""};${wanted};${fix}`;
    const kind = this.#kinds.get(key);
    const fault = { line, ...(column !== undefined && { column }), ...(heading !== undefined && { heading }), given, wanted, fix };
    if (!kind) this.#kinds.set(key, { listed: [fault], more: 0 });
    else if (kind.listed.length < LISTED_OF_A_KIND) kind.listed.push(fault);
    else kind.more++;
  }

  /** Throws `InputFileError` with all faults in the order of their lines, if there are any. */
  throwIfAny(): void {
    if (this.isEmpty) return;
    const faults = [...this.#kinds.values()].flatMap(({ listed, more }) =>
      listed.map((fault, i) => (more > 0 && i === listed.length - 1 ? { ...fault, more } : fault)),
    );
    throw new InputFileError(faults.sort((a, b) => a.line - b.line));
  }
}

/** A text as it stands in a message: quoted, cut, blank named. */
export function shown(text: string | undefined): string {
  if (text === undefined) return "nothing (the line ends before it)";
  if (text.trim() === "") return "a blank";
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
