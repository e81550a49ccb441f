import { describe, expect, it } from "vitest";
import { fuzzCase } from "../support/file-fuzz.ts";

/** What the tool `test/io/fuzz.ts` found once: intervals of no or negative length, currencies that are none, $/kWh in a title. */
const FOUND = [443, 1223, 2964, 37450, 46819];

describe("mutated market files", () => {
  it("are refused with their faults or read to prices that stand in them, within bounds and in order", () => {
    const outcomes = new Set<string>();
    for (const seed of [...FOUND, ...Array.from({ length: 500 }, (_, i) => 200_000 + i)]) {
      const { wrong, outcome, market, mutations } = fuzzCase(seed);
      outcomes.add(outcome);
      expect(wrong, `seed ${seed}, ${market}, ${mutations.join(" + ")}`).toBeUndefined();
    }
    expect([...outcomes].sort()).toEqual(["read", "refused"]);
  });
});
