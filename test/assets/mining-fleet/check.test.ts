import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  type TestSite,
} from "../../support/plans.ts";

const hashpriceUsdPerPhDay = HASHPRICE_FOR_100;

const mine = (importPriceUsdPerMwh: unknown, fleet: Record<string, unknown>, site: Partial<TestSite> = {}) => {
  const count = Array.isArray(importPriceUsdPerMwh) ? importPriceUsdPerMwh.length : 1;
  return optimalPlan({
    count,
    hashpriceUsdPerPhDay,
    ...site,
    assets: [gridAsset({ importPriceUsdPerMwh }), fleetAsset(fleet)],
  });
};

const power = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "rigs", "mining-fleet").series.powerMw;

describe("standby", () => {
  // 10 MW in all, 1 MW asleep: income 1000 USD/h on 9 MW, strike 111.11.
  const asleep = { standbyWPerRig: 200 };

  it("cutting off must cost more than the strike and less than shedding AI, or it comes in the wrong order", () => {
    const faults = (deenergizeUsdPerMwh: number) =>
      faultsOf({
        count: 1,
        hashpriceUsdPerPhDay,
        assets: [gridAsset(), firmAsset(1, { vollUsdPerMwh: 400 }), fleetAsset({ ...asleep, deenergizeUsdPerMwh })],
      });
    expect(faults(111)).toMatchObject([
      {
        path: "assets[2].deenergizeUsdPerMwh",
        given: "111",
        wanted: "more than the strike price, 111.11 USD/MWh, and less than any vollUsdPerMwh, 400",
      },
    ]);
    expect(faults(112)).toEqual([]);
    expect(faults(399)).toEqual([]);
    expect(faults(400)).toMatchObject([{ path: "assets[2].deenergizeUsdPerMwh" }]);
  });
});

describe("power modes", () => {
  it("refuses unknown tables, the same watts twice, kW, and a standby draw above the lowest mode", () => {
    const faults = (fields: Record<string, unknown>) =>
      faultsOf({ count: 1, hashpriceUsdPerPhDay, assets: [gridAsset(), fleetAsset(fields)] });
    expect(faults({ powerModes: "S19 Turbo" })).toMatchObject([
      {
        path: "assets[1].powerModes",
        given: '"S19 Turbo"',
        fix: expect.stringContaining("Antminer S21 Imm") as string,
      },
    ]);
    expect(
      faults({
        powerModes: [
          { powerW: 900, hashrateThPerS: 50 },
          { powerW: 900, hashrateThPerS: 51 },
        ],
      }),
    ).toMatchObject([
      { path: "assets[1].powerModes[1]", given: "900 W twice", wanted: "every power and every name once" },
    ]);
    expect(faults({ powerModes: [{ powerW: 900, hashrateThPerS: 50, name: "rated" }] })).toMatchObject([
      { path: "assets[1].powerModes[0]", given: "rated twice" },
    ]);
    expect(faults({ powerModes: [{ powerW: 0.9, hashrateThPerS: 50 }] })).toMatchObject([
      { path: "assets[1].powerModes[0]", given: "0.018 J/TH" },
    ]);
    expect(faults({ standbyWPerRig: 950, powerModes: [{ powerW: 900, hashrateThPerS: 50 }] })).toMatchObject([
      { path: "assets[1].standbyWPerRig", wanted: "less than the lowest mode's 900 W" },
    ]);
  });
});

describe("rigs and state", () => {
  it("takes a model of the catalogue", () => {
    // Antminer S21: 200 TH/s at 3500 W; 1000 rigs at a PUE of 1 draw 3.5 MW.
    expectSeries(power(mine([10], { rig: "Antminer S21", rigs: 1000 })), [3.5]);
    expect(
      faultsOf({ count: 1, hashpriceUsdPerPhDay, assets: [gridAsset(), fleetAsset({ rig: "S21 Ultra" })] }),
    ).toMatchObject([{ path: "assets[1].rig", fix: expect.stringContaining("no such model") as string }]);
  });

  it("refuses impossible fleets and readings", () => {
    const paths = (fleet: Record<string, unknown>, state?: number) =>
      faultsOf({
        count: 1,
        hashpriceUsdPerPhDay,
        assets: [gridAsset(), fleetAsset(fleet)],
        ...(state === undefined ? {} : { initialState: { rigs: { powerMw: state } } }),
      }).map(({ path }) => path);
    expect(paths({ standbyWPerRig: 2000 })).toEqual(["assets[1].standbyWPerRig"]);
    expect(paths({ rigs: 6_000_000 })).toEqual(["assets[1].rigs"]);
    expect(paths({}, 10)).toEqual([]);
    expect(paths({}, 10.1)).toEqual(["initialState.rigs.powerMw"]);
    expect(faultsOf({ count: 1, assets: [gridAsset(), fleetAsset()] })).toMatchObject([{ path: "bitcoin" }]);
  });
});
