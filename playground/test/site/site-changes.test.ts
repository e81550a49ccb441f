import { openPlan, planPower } from "wattsplit";
import { describe, expect, it } from "vitest";
import { addCall } from "../../src/site/edit-hours.ts";
import { planTime } from "../../src/site/plan-time.ts";
import { homeFleet } from "../../src/site/presets/home-fleet.ts";
import { siteChanges } from "../../src/site/site-changes.ts";
import { fieldGroups } from "../../src/site/site-fields.ts";

describe("changes of a site", () => {
  it("are the fields that differ, and a session replans with them to the plan of the edited site", () => {
    const fields = fieldGroups(homeFleet).flatMap((group) => group.fields);
    const edited = fields.reduce((site, field) => field.set(site, field.value * 0.8), homeFleet);
    const changes = siteChanges(homeFleet, edited);
    expect(changes).toMatchObject({
      bitcoin: { hashpriceUsdPerPhDay: 32 },
      assets: { grid: { importLimitMw: 1.6 }, "S21 Pro": { rigs: 200 }, "S19 Pro": { rigs: 160 } },
    });
    const session = openPlan(homeFleet);
    const replanned = session.replan(changes ?? {});
    const planned = planPower(edited);
    if (replanned.status !== "optimal" || planned.status !== "optimal") throw new Error(replanned.status);
    expect(replanned.objectiveUsd).toBeCloseTo(planned.objectiveUsd, 6);
  });

  it("are empty for the same site, and another list of assets is planned from nothing", () => {
    expect(siteChanges(homeFleet, { ...homeFleet })).toEqual({ assets: {} });
    const called = addCall(homeFleet, planTime(homeFleet), { from: 2, count: 1 }, 1);
    expect(siteChanges(homeFleet, called)).toBeUndefined();
  });

  it("take out a field that is gone", () => {
    const { bitcoin: _, ...rest } = homeFleet;
    expect(siteChanges(homeFleet, rest)).toEqual({ bitcoin: undefined, assets: {} });
  });
});
