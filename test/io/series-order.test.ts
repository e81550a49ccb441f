import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { checkOverlaps } from "../../src/io/series-order.ts";

const check = (...given: readonly (readonly [startMs: number, minutes: number])[]) => {
  const faults = new FaultLog();
  const column = (k: 0 | 1) => Float64Array.from(given, (entry) => entry[k]);
  checkOverlaps(
    {
      startMs: column(0),
      minutes: column(1),
      value: new Float64Array(given.length),
      line: Int32Array.from(given, (_, i) => i + 2),
    },
    faults,
  );
  return faults;
};

describe("checkOverlaps", () => {
  it("passes intervals that touch or stand apart", () => {
    expect(check([0, 1], [60_000, 1], [240_000, 1]).isEmpty).toBe(true);
  });

  it("faults an instant twice and an interval inside another", () => {
    expect(() => check([0, 1], [0, 1]).throwIfAny()).toThrow(
      "line 3: got 1970-01-01T00:00:00.000Z again, as in line 2",
    );
    expect(() => check([0, 1], [30_000, 1]).throwIfAny()).toThrow(
      "line 3: got 1970-01-01T00:00:30.000Z inside the 1 minutes of line 2",
    );
  });
});
