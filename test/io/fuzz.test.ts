import { describe, expect, it } from "vitest";
import { fuzzCase } from "../support/fuzz/file-fuzz.ts";
import { runs } from "../support/runs.ts";

describe("mutated files", () => {
  it("of every reader are refused with their faults, or read to what a plain reading of them finds", () => {
    const outcomes = new Set<string>();
    for (let seed = 1_000_000; seed < 1_000_000 + runs(800); seed++) {
      const { reader, kind, mutations, wrong, outcome } = fuzzCase(seed);
      outcomes.add(`${reader} ${outcome}`);
      expect(wrong, `seed ${seed}, ${reader}, ${kind}, ${mutations.join(" + ")}`).toBeUndefined();
    }
    for (const reader of ["readMarketPrices", "readSeries", "readFleet", "readTariff"])
      for (const outcome of ["refused", "counted"]) expect(outcomes).toContain(`${reader} ${outcome}`);
  });
});
