import { describe, expect, it } from "vitest";
import { PlanInputError, type PlanInputFault } from "../../src/errors.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { battery, diesel, firm, grid, horizon, renewable, spot } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

function faultsOf(assets: readonly Fields[], more: Fields = {}): readonly PlanInputFault[] {
  try {
    parseRequest({ horizon: horizon(2), assets, initialState: {}, ...more });
    return [];
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults;
    throw error;
  }
}
const behind20 = (load: Fields) => [grid({ importLimitMw: [20, 8] }), load];

describe("a load of many times all supply", () => {
  it("was probably given in kW: 5,000 MW behind a connection of 20 MW", () => {
    expect(faultsOf(behind20(firm({ facilityMw: [5000, 10] })))).toEqual([
      {
        path: "assets[1].facilityMw",
        given: "5000 MW at most at the site bus",
        wanted: "a load that the site could supply, of which all assets give 20 MW at most",
        fix: 'is this kW? divide by 1000; if it is intended, list "assets[1].facilityMw" in unitsAsStated',
      },
    ]);
    expect(faultsOf(behind20(spot({ facilityMw: 2500 })))).toMatchObject([{ path: "assets[1].facilityMw" }]);
    expect(faultsOf(behind20(firm({ facilityMw: undefined, itMw: 4000, pue: 1.25 })))).toMatchObject([
      { path: "assets[1].itMw", given: "5000 MW at most at the site bus" },
    ]);
  });

  it("is taken where the input says so, and where it is not so large", () => {
    expect(faultsOf(behind20(firm({ facilityMw: 5000 })), { unitsAsStated: ["assets[1].facilityMw"] })).toEqual([]);
    expect(faultsOf(behind20(firm({ facilityMw: 1000 })))).toEqual([]);
    // A thousandth of 9,000 would be more than 8 MW, too.
    expect(faultsOf([grid({ importLimitMw: 8 }), firm({ facilityMw: 9000 })])).toEqual([]);
  });

  it.each([
    ["sun and wind", renewable({ capacityMw: 100 })],
    ["gensets", diesel({ sets: 50, unitMw: 2 })],
    ["a battery", battery({ dischargeLimitMw: 100 })],
    [
      "engines",
      {
        kind: "firm-generation",
        name: "engines",
        units: 10,
        unitMw: 10,
        fuelUsdPerMmbtu: 3,
        heatRateMmbtuPerMwh: 8,
        co2KgPerMmbtu: 53,
        omUsdPerMwh: 5,
      },
    ],
  ])("%s count as supply", (_, supply) => {
    const initialState = { bess: { storedMwh: 1 } };
    const site = [...behind20(firm({ facilityMw: 5000 })), supply];
    expect(faultsOf(site, "bess" === (supply as Fields).name ? { initialState } : {})).toEqual([]);
  });

  it("nothing is suspected beside an asset that has faults, or without any supply", () => {
    const faulty = faultsOf([grid({ importLimitMw: -1 }), firm({ facilityMw: 5000 })]);
    expect(faulty.map(({ path }) => path)).toEqual(["assets[0].importLimitMw"]);
    expect(faultsOf([grid({ importLimitMw: 0 }), firm({ facilityMw: 5000 })])).toEqual([]);
  });
});
