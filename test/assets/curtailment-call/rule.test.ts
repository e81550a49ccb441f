import { describe, expect, it } from "vitest";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "../../support/small-sites.ts";
import { expectSeries, firmAsset, fleetAsset, gridAsset, HASHPRICE_FOR_100, ruleOf } from "../../support/plans.ts";
import { compareBaselines } from "../../support/untyped.ts";

type Fields = Readonly<Record<string, unknown>>;

const at = (time: string) => `2026-07-14T${time}:00-05:00`;

const hourOf = (t: number) => ({ start: at(`0${t}:00`), end: at(`0${t + 1}:00`) });

const called = (calls: readonly Fields[], fields: Fields = {}) => ({
  kind: "curtailment-call",
  name: "utility",
  calls,
  ...fields,
});

/** 10 MW of firm AI and 10 MW of mining that earns 100 USD/MWh, at a price of 50. */
const site = (
  calls: readonly Fields[],
  fields: Fields = {},
  gridFields: Fields = {},
  more: readonly Fields[] = [],
) => ({
  count: 3,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [called(calls, fields), gridAsset(gridFields), firmAsset(10), fleetAsset(), ...more],
});

/** A = 40 MW of firm AI with diesel, a call to drop 20 % in the second of two hours, and M MW of mining. */
function diesels(minerMw: number, calls: Fields = {}, call: Fields = { reduceByFraction: 0.2, baseline: "own-load" }) {
  return compareBaselines({
    horizon: horizon(2),
    bitcoin,
    assets: [
      grid(),
      firm({ facilityMw: 40 }),
      diesel(),
      called([{ ...hourOf(1), ...call }], calls),
      ...(minerMw === 0 ? [] : [fleet({ rigs: 400 * minerMw })]),
    ],
    counterfactual: { aiOnlyImportLimitMw: 60, basis: "same connection", assetsAiOnlyKeeps: ["gensets"] },
  });
}

describe("a call and diesel: every case drops a share of its own load", () => {
  it("today's threshold rule keeps the call too", () => {
    const { thresholdRule } = diesels(5);
    expect(thresholdRule.status).toBe("carried-out");
    // 0.8 x 45 = 36 of import, 4 of diesel, no mining in the call.
    expectSeries(thresholdRule.plan?.assets.grid.netBusMw ?? new Float64Array(0), [45, 36]);
    expect(thresholdRule.figures?.dieselMwh).toBeCloseTo(4, 6);
  });
});

describe("as it is written", () => {
  it("under the threshold rule it caps the grid's reach, at the bus", () => {
    const rule = ruleOf(site([{ ...hourOf(1), capMw: 12 }], {}, { lossFraction: 0.1 }), "utility");
    expect(rule.flows).toEqual([]);
    expect([0, 1, 2].map((t) => rule.caps?.[0].reachMw(t))).toEqual([Infinity, expect.closeTo(10.8, 9), Infinity]);
  });
});
