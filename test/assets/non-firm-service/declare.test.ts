import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  usdOf,
} from "../../support/plans.ts";

const hour = (t: number) => `2026-07-14T0${t}:00:00-05:00`;
const service = (fields: Readonly<Record<string, unknown>> = {}) => ({
  kind: "non-firm-service",
  name: "service",
  firmMw: 4,
  curtailments: [{ start: hour(1), end: hour(2) }],
  ...fields,
});
/** A fleet of 10 MW that earns 50 USD/MWh, on a wire of 8 MW. */
const site = (fields: Readonly<Record<string, unknown>> = {}) => ({
  count: 3,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [gridAsset({ importLimitMw: 8 }), fleetAsset(), service(fields)],
});
const importOf = (fields?: Readonly<Record<string, unknown>>) =>
  readingOf(optimalPlan(site(fields)), "grid", "grid").series.importMw;

describe("a connection of which a part is firm", () => {
  it("is left the firm part, and of a curtailment by a share the rest of the limit", () => {
    expectSeries(importOf(), [8, 4, 8]);
    expectSeries(importOf({ curtailments: [{ start: hour(1), end: hour(2), depth: 0.25 }] }), [8, 7, 8]);
    expectSeries(importOf({ firmMw: 12 }), [8, 8, 8]);
    expectSeries(importOf({ curtailments: [] }), [8, 8, 8]);
  });

  it("may miss a curtailment at a price", () => {
    expectSeries(importOf({ missUsdPerMwh: 51 }), [8, 4, 8]);
    expectSeries(importOf({ missUsdPerMwh: 49 }), [8, 8, 8]);
  });

  it("chooses its firm part where that pays: 50 USD for an hour of a MW, against the month's share", () => {
    // 3 of the 744 hours of July.
    const atPrice = (usdPerMw: number) => optimalPlan(site({ mostFirmMw: 7, firmUsdPerMwMonth: (usdPerMw * 744) / 3 }));
    expect(readingOf(atPrice(49), "service", "non-firm-service").totals.firmMw).toBeCloseTo(7, 6);
    expect(readingOf(atPrice(51), "service", "non-firm-service").totals.firmMw).toBeCloseTo(4, 6);
    expect(usdOf(atPrice(51), "firm import", "cash")).toBeCloseTo(4 * 51, 6);
  });

  it("stays with the firm part that an earlier plan chose", () => {
    const next = { ...site({ mostFirmMw: 7 }), initialState: { service: { firmMw: 6 } } };
    expectSeries(readingOf(optimalPlan(next), "grid", "grid").series.importMw, [8, 6, 8]);
    expect(optimalPlan(site({ mostFirmMw: 7 })).endState.service).toEqual({ firmMw: expect.closeTo(7, 9) });
  });

  it("reads what was allowed and curtailed", () => {
    const { series, totals } = readingOf(optimalPlan(site()), "service", "non-firm-service");
    expectSeries(series.allowedMw, [8, 4, 8]);
    expect(totals).toEqual({ firmMw: 4, curtailedHours: 1, curtailedMwh: 4, missedMwh: 0 });
  });

  it("is curtailed in whole intervals of a connection that the plan has", () => {
    const inside = { curtailments: [{ start: "2026-07-14T00:30:00-05:00", end: hour(2) }] };
    expect(faultsOf(site(inside)).map(({ path }) => path)).toEqual(["assets[2].curtailments[0].start"]);
    expect(faultsOf(site({ connection: "x" })).map(({ path }) => path)).toEqual(["assets[2].connection"]);
    expect(
      faultsOf(site({ mostFirmMw: 3, curtailments: [{ start: hour(2), end: hour(1) }] })).map(({ path }) => path),
    ).toEqual(["assets[2].mostFirmMw", "assets[2].curtailments[0].end"]);
  });
});
