import { describe, expect, it } from "vitest";
import { faultsOf, gridAsset } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const co2 = (fields: Fields): Fields => ({ kind: "emissions", name: "co2", ...fields });

/** 50 USD/MWh and 0.5 t/MWh. */
const grid = (fields: Fields = {}): Fields => gridAsset({ emissionTPerMwh: 0.5, ...fields });

describe("input", () => {
  const paths = (fields: Fields, state?: Fields, assets: readonly Fields[] = [grid()]) =>
    faultsOf({ count: 1, ...(state && { initialState: { co2: state } }), assets: [...assets, co2(fields)] }).map(
      ({ path }) => path,
    );

  it("asks for a price or a cap, and for periods of the cap", () => {
    expect(paths({})).toEqual(["assets[1].priceUsdPerT"]);
    expect(paths({ priceUsdPerT: 5 }, { co2TByPeriod: { 2026: 5 } })).toEqual(["assets[1].cap"]);
    expect(paths({ cap: { co2T: 9, period: "year" } }, { co2TByPeriod: { "2026-07": 5 } })).toEqual([
      'initialState.co2.co2TByPeriod["2026-07"]',
    ]);
    expect(paths({ cap: { co2T: 9, period: "month" } }, { co2TByPeriod: { 2026: 5 } })).toEqual([
      'initialState.co2.co2TByPeriod["2026"]',
    ]);
    expect(paths({ cap: { co2T: 9, period: "year" } }, { co2TByPeriod: { 2026: 10 } })).toEqual(["assets[1].cap.co2T"]);
  });

  it("asks every connection for its factor", () => {
    expect(paths({ priceUsdPerT: 5 }, undefined, [gridAsset()])).toEqual(["assets[0].emissionTPerMwh"]);
    expect(paths({ priceUsdPerT: 5 }, undefined, [gridAsset({ emissionTPerMwh: 0 })])).toEqual([]);
  });
});
