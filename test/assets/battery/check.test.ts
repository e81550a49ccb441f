import { describe, expect, it } from "vitest";
import { batteryAsset, faultsOf, firmAsset, gridAsset, optimalPlan, readingOf } from "../../support/plans.ts";

const stored = (storedMwh: number) => ({ bess: { storedMwh } });

describe("a floor that varies in time", () => {
  it("may begin above what is in store, which then has to be charged", () => {
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset(), firmAsset(1), batteryAsset({ minStoredMwh: [0, 7] })],
      initialState: stored(0),
    });
    expect(readingOf(plan, "bess", "battery").totals.endMwh).toBeCloseTo(7, 9);
    expect(
      faultsOf({
        count: 2,
        assets: [gridAsset(), batteryAsset({ minStoredMwh: [3, 7] })],
        initialState: stored(2),
      }).map(({ path }) => path),
    ).toEqual(["initialState.bess.storedMwh"]);
    expect(
      faultsOf({
        count: 2,
        assets: [gridAsset(), batteryAsset({ minStoredMwh: [3, 700] })],
        initialState: stored(5),
      }).map(({ path }) => path),
    ).toEqual(["assets[1].minStoredMwh"]);
  });
});

describe("a reserve that may be missed at a price", () => {
  it("is refused above the store", () => {
    const assets = [
      gridAsset(),
      batteryAsset({ maxStoredMwh: 10, reserve: { storedMwh: [5, 11], missUsdPerMwhHour: 1 } }),
    ];
    expect(faultsOf({ count: 2, initialState: stored(5), assets }).map(({ path }) => path)).toEqual([
      "assets[1].reserve.storedMwh",
    ]);
  });
});

describe("edges", () => {
  it("refuses states and rules outside the window, and a missing state", () => {
    const faults = (fields: Record<string, unknown>, storedMwh: number) =>
      faultsOf({
        count: 1,
        initialState: stored(storedMwh),
        assets: [gridAsset(), batteryAsset({ minStoredMwh: 2, maxStoredMwh: 10, ...fields })],
      }).map(({ path }) => path);
    expect(faults({}, 5)).toEqual([]);
    expect(faults({}, 1)).toEqual(["initialState.bess.storedMwh"]);
    expect(faults({}, 11)).toEqual(["initialState.bess.storedMwh"]);
    expect(faults({ minStoredMwh: 12 }, 12)).toContain("assets[1].minStoredMwh");
    expect(faults({ end: { rule: "at-least", storedMwh: 11 } }, 5)).toEqual(["assets[1].end.storedMwh"]);
    expect(faultsOf({ count: 1, assets: [gridAsset(), batteryAsset()] })).toMatchObject([
      { path: "initialState.bess", wanted: expect.stringContaining("storedMwh") as string },
    ]);
  });
});
