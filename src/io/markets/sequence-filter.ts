/** Selects the rows of one auction or sequence of a file: the one the caller names, or the only one. */
import type { Place } from "../fault-log.ts";
import { quoted } from "../fault-log.ts";
import { namesListed } from "../read-limits.ts";
import type { PriceSink } from "../price-sink.ts";

export class SequenceFilter {
  readonly #sink: PriceSink;
  readonly #wanted: string | undefined;
  readonly #seen = new Set<string>();

  constructor(sink: PriceSink, wanted: string | undefined) {
    this.#sink = sink;
    this.#wanted = wanted;
  }

  accepts(sequence: string, place: Place): boolean {
    if (this.#wanted !== undefined) {
      this.#seen.add(sequence);
      return sequence === this.#wanted;
    }
    if (this.#seen.size > 0 && !this.#seen.has(sequence)) {
      const choice = [...this.#seen, sequence].map(quoted).join(" or ");
      this.#sink.faults.add(
        place,
        `a second sequence, ${quoted(sequence)}`,
        "one sequence",
        `choose one with options.sequence: ${choice}`,
      );
      return false;
    }
    this.#seen.add(sequence);
    return true;
  }

  /** Adds a fault if the requested sequence never occurred. */
  checkFound(): void {
    if (this.#wanted === undefined || this.#seen.has(this.#wanted) || this.#seen.size === 0) return;
    this.#sink.faults.add(
      { line: 0 },
      `options.sequence ${quoted(this.#wanted)}`,
      `one of ${namesListed([...this.#seen].map(quoted))}`,
      "choose one of these",
    );
  }
}
