import { planPower } from "wattsplit";
import { describe, expect, it } from "vitest";
import { curveValues } from "../../src/site/curve-values.ts";
import { planTime } from "../../src/site/plan-time.ts";

const horizon = { start: "2026-07-14T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 4 };
const time = planTime({ horizon, assets: [] });

describe("a curve by interval", () => {
  it("takes one number, one per interval, and stamps that hold until the next", () => {
    expect([...(curveValues(7, time) ?? [])]).toEqual([7, 7, 7, 7]);
    expect([...(curveValues([1, 2, 3, 4], time) ?? [])]).toEqual([1, 2, 3, 4]);
    const stamps = [
      { start: "2026-07-14T00:00:00Z", value: 10 },
      { start: "2026-07-14T01:30:00Z", value: 20 },
    ];
    // Hour 1 has half an hour of each.
    expect([...(curveValues(stamps, time) ?? [])]).toEqual([10, 15, 20, 20]);
  });

  it("is the one that the planner uses", () => {
    const stamps = [0, 1, 2, 3].flatMap((hour) => [
      { start: `2026-07-14T0${hour}:00:00Z`, minutes: 30, perMwh: 10 * hour },
      { start: `2026-07-14T0${hour}:30:00Z`, minutes: 30, perMwh: 10 * hour + 4 },
    ]);
    const plan = planPower({
      horizon,
      assets: [
        { kind: "grid", name: "grid", importLimitMw: 10, importPriceUsdPerMwh: stamps },
        { kind: "ai-firm", name: "load", facilityMw: 1 },
      ],
    });
    if (plan.status !== "optimal") throw new Error(plan.status);
    expect([...(curveValues(stamps, time) ?? [])]).toEqual([...plan.prices.powerUsdPerMwh]);
  });

  it("has no value where no stamp holds", () => {
    const [first] = curveValues([{ start: "2026-07-14T01:00:00Z", minutes: 60, value: 5 }], time) ?? [];
    expect(first).toBeNaN();
  });
});
