import { describe, expect, it } from "vitest";
import { busPower } from "../../src/assets/rule-dispatch.ts";
import { emptySite } from "../support/plans.ts";

describe("busPower", () => {
  it("fixes the block at the power at the bus, in every interval", () => {
    const columns = emptySite(2).addSeries("solar", "usedMw", { unit: "MW" });
    const fix = busPower(columns);
    expect(fix.columns).toBe(columns);
    expect([fix.value(0, 3), fix.value(1, 0)]).toEqual([3, 0]);
  });
});
