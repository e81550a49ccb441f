import { planPower } from "wattsplit";
import { describe, expect, it } from "vitest";
import { mendsOf } from "../../src/site/mend.ts";
import { planTime } from "../../src/site/plan-time.ts";
import { outageConflict } from "../../src/site/presets/outage-conflict.ts";

describe("mends of a site without a plan", () => {
  it("each one alone makes a plan possible", () => {
    const result = planPower(outageConflict);
    if (result.status !== "infeasible") throw new Error(result.status);
    const mends = mendsOf(result.conflicts, planTime(outageConflict));
    expect(mends.length).toBeGreaterThan(1);
    for (const { limit, apply } of mends)
      expect(`${limit.asset} ${limit.limit} ${planPower(apply(outageConflict)).status}`).toBe(
        `${limit.asset} ${limit.limit} optimal`,
      );
  });
});
