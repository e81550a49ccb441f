/** Keeps the rows of one of several auctions or sequences in a file: the one the caller names, else the only one. */
import type { Place } from "../fault-log.ts";
import { shown } from "../fault-log.ts";
import { namesListed } from "../read-limits.ts";
import type { PriceSink } from "../price-sink.ts";

export class OneSequence {
  readonly #sink: PriceSink;
  readonly #wanted: string | undefined;
  readonly #seen = new Set<string>();

  constructor(sink: PriceSink, wanted: string | undefined) {
    this.#sink = sink;
    this.#wanted = wanted;
  }

  takes(sequence: string, place: Place): boolean {
    if (this.#wanted !== undefined) {
      this.#seen.add(sequence);
      return sequence === this.#wanted;
    }
    if (this.#seen.size > 0 && !this.#seen.has(sequence)) {
      const choice = [...this.#seen, sequence].map(shown).join(" or ");
      this.#sink.faults.add(
        place,
        `a second sequence, ${shown(sequence)}`,
        "one sequence",
        `choose by options.sequence: ${choice}`,
      );
      return false;
    }
    this.#seen.add(sequence);
    return true;
  }

  /** A fault where the sequence that was asked for never came. */
  end(): void {
    if (this.#wanted === undefined || this.#seen.has(this.#wanted) || this.#seen.size === 0) return;
    this.#sink.faults.add(
      { line: 0 },
      `options.sequence ${shown(this.#wanted)}`,
      `one of ${namesListed([...this.#seen].map(shown))}`,
      "choose one of these",
    );
  }
}
