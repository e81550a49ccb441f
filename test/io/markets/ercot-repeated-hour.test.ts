import { describe, expect, it } from "vitest";
import { clockOfFlag } from "../../../src/io/markets/ercot-repeated-hour.ts";
import { Clock } from "../../../src/io/series-rows.ts";

describe("the flag of the repeated hour", () => {
  it("marks the second of the two", () => {
    for (const text of ["Y", " y ", "true", "TRUE", "1"]) expect(clockOfFlag(text), text).toBe(Clock.wallSecond);
    for (const text of ["N", "n", "false", "0", "", " "]) expect(clockOfFlag(text), text).toBe(Clock.wallFirst);
  });

  it("is nothing else", () => {
    expect(clockOfFlag("CDT")).toBeUndefined();
  });
});
