import { describe, expect, it } from "vitest";
import { dieselAsset, faultsOf, firmAsset, gridAsset, optimalPlan } from "../../support/plans.ts";

const noGrid = gridAsset({ importLimitMw: 0 });

describe("limits", () => {
  it.each([
    // Figures that do not add up exactly in doubles: without care -1e-13 L are left, or 1e-16 set-hours too many used.
    [{ tankL: 100 }, "fuelL", 0],
    [{ tankL: 174.6 }, "fuelL", 0],
    [{ tankL: 1592 }, "fuelL", 0],
    [{ unitHoursCap: 1.48 }, "unitHoursUsed", 1.48],
    [{ unitHoursCap: 3.04 }, "unitHoursUsed", 3.04],
    [{ unitHoursCap: 7.85 }, "unitHoursUsed", 7.85],
  ])("used up %o, the end state is one the next plan takes", (limits, field, wanted) => {
    const sets = "tankL" in limits ? {} : { unitMw: 0.7, sets: 9 };
    const site = {
      count: 7,
      assets: [noGrid, firmAsset(3, { vollUsdPerMwh: 1000 }), dieselAsset({ ...sets, ...limits })],
    };
    const { endState } = optimalPlan(site);
    expect((endState.gensets as Record<string, number>)[field]).toBeCloseTo(wanted, 9);
    expect(faultsOf({ ...site, initialState: endState })).toEqual([]);
  });

  it("refuses states that contradict the tank or the cap", () => {
    const paths = (fields: Record<string, unknown>, state: Record<string, unknown>) =>
      faultsOf({ count: 1, initialState: { gensets: state }, assets: [noGrid, dieselAsset(fields)] }).map(
        ({ path }) => path,
      );
    expect(paths({ tankL: 100 }, { fuelL: 100 })).toEqual([]);
    expect(paths({}, { fuelL: 100 })).toEqual(["assets[1].tankL"]);
    expect(paths({ tankL: 100 }, { fuelL: 101 })).toEqual(["initialState.gensets.fuelL"]);
    expect(paths({ unitHoursCap: 5 }, { unitHoursUsed: 6 })).toEqual(["initialState.gensets.unitHoursUsed"]);
  });
});
