import { planPower } from "wattsplit";
import { describe, expect, it } from "vitest";
import { addCall, clearHours, gridOf, PAGE_CALLS, setImportLimit, setPrices } from "../../src/site/edit-hours.ts";
import { planTime } from "../../src/site/plan-time.ts";
import { homeFleet } from "../../src/site/presets/home-fleet.ts";
import { texasWeek } from "../../src/site/presets/texas-week.ts";

const time = planTime(homeFleet);
const hours = { from: 5, count: 3 };

describe("edits of single hours", () => {
  it("an outage lowers the import limit there and nowhere else, and the plan obeys", () => {
    const site = setImportLimit(homeFleet, time, hours, 0);
    const { importLimitMw } = gridOf(site) ?? {};
    expect((importLimitMw as number[]).slice(4, 9)).toEqual([2, 0, 0, 0, 2]);
    const plan = planPower(site);
    if (plan.status !== "optimal") throw new Error(plan.status);
    const drawnMw = plan.assets["S21 Pro"].netBusMw;
    expect([4, 5, 6, 7, 8].map((t) => Math.abs(drawnMw[t]) > 1e-9)).toEqual([true, false, false, false, true]);
  });

  it("a call is an asset that later calls join, and both are taken out again", () => {
    const one = addCall(homeFleet, time, hours, 0.5);
    const two = addCall(one, time, { from: 20, count: 2 }, 0.25);
    expect(two.assets.at(-1)).toEqual({
      kind: "curtailment-call",
      name: PAGE_CALLS,
      calls: [
        { start: "2026-07-14T10:00:00Z", end: "2026-07-14T13:00:00Z", capMw: 0.5 },
        { start: "2026-07-15T01:00:00Z", end: "2026-07-15T03:00:00Z", capMw: 0.25 },
      ],
    });
    expect(planPower(two).status).toBe("optimal");
    const left = clearHours(two, time, { from: 6, count: 1 });
    expect(left.assets.at(-1)).toMatchObject({ calls: [{ capMw: 0.25 }] });
    expect(clearHours(left, time, { from: 0, count: time.count }).assets).toHaveLength(homeFleet.assets.length);
  });

  it("an export price that follows the import price goes on following it", () => {
    const site = setPrices(texasWeek, planTime(texasWeek), hours, () => 200);
    const grid = gridOf(site);
    expect(grid?.importPriceUsdPerMwh).toHaveProperty("5", 200);
    expect(grid?.exportPriceUsdPerMwh).toBe(grid?.importPriceUsdPerMwh);
  });
});
