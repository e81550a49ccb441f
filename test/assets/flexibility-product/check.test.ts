import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const hour = (t: number) => new Date(Date.parse("2026-07-14T05:00:00Z") + t * 3_600_000).toISOString();

const reserve = (fields: Fields = {}): Fields => ({
  kind: "flexibility-product",
  name: "reserve",
  backedBy: ["rigs"],
  priceUsdPerMwHour: 15,
  deployedShare: 0,
  durationHours: 1,
  ...fields,
});

/** 10 MW of rigs that earn 100 USD/MWh. */
const mining = (
  importPriceUsdPerMwh: unknown,
  products: readonly Fields[],
  site: Partial<TestSite> = {},
  fleet: Fields = {},
  grid: Fields = {},
): TestSite => ({
  count: Array.isArray(importPriceUsdPerMwh) ? importPriceUsdPerMwh.length : 1,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  ...site,
  assets: [gridAsset({ importPriceUsdPerMwh, ...grid }), fleetAsset(fleet), ...products],
});

const soldOf = (plan: ReturnType<typeof optimalPlan>, name = "reserve") =>
  readingOf(plan, name, "flexibility-product").series.soldMw;

const powerOf = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "rigs", "mining-fleet").series.powerMw;

describe("flexible AI", () => {
  it("a job sells while it runs, where its energy may stay undone", () => {
    const batch = (job: Fields) => ({
      kind: "ai-deferrable",
      name: "batch",
      jobs: [{ name: "night", energyFacilityMwh: 4, release: hour(1), deadline: hour(3), maxMw: 2, ...job }],
    });
    const site = (job: Fields) => ({
      count: 4,
      assets: [gridAsset(), batch(job), reserve({ backedBy: ["batch"], deployedShare: 0.01 })],
    });
    const plan = optimalPlan(site({ unmetUsdPerMwh: 500 }));
    expectSeries(soldOf(plan), [0, 2, 2, 0]);
    // A hundredth of 500 - 50.
    expect(readingOf(plan, "reserve", "flexibility-product").totals.expectedCostUsd).toBeCloseTo(4 * 4.5, 6);
    expect(faultsOf(site({}))).toMatchObject([
      {
        path: "assets[2].backedBy[0]",
        given: '"batch"',
        fix: "name one; deferrable AI needs unmetUsdPerMwh, and AI load with facilityByIt sells nothing",
      },
    ]);
  });
});

describe("a call", () => {
  const called = (fields: Fields = {}) =>
    reserve({ committedMw: [0, 4, 0], calls: [{ start: hour(1), end: hour(2) }], ...fields });

  it("under way as the plan starts needs the power before it; one that goes on hands it over", () => {
    const site = (initialState?: TestSite["initialState"]) =>
      mining([50, 50], [called({ committedMw: 4 })], { start: hour(1), ...(initialState && { initialState }) });
    expect(faultsOf(site())).toMatchObject([
      { path: "assets[2].calls", given: 'a call under way as the plan starts, without headroomMw of "rigs"' },
    ]);
    expectSeries(powerOf(optimalPlan(site({ reserve: { headroomMw: { rigs: 9 } } }))), [5, 10]);
    const long = { committedMw: 4, calls: [{ start: hour(1), end: hour(9) }] };
    const first = optimalPlan(mining([50, 50], [called(long)]));
    expect(first.endState.reserve).toEqual({ headroomMw: { rigs: expect.closeTo(10, 6) as number } });
    const second = optimalPlan(mining([50, 50], [called(long)], { start: hour(2), initialState: first.endState }));
    expectSeries(powerOf(second), [6, 6]);
    expect(second.endState.reserve).toEqual(first.endState.reserve);
  });
});

describe("no MW is sold twice", () => {
  it("refused at the edge where products exclude each other", () => {
    const site = (exclusiveWith: string[]) =>
      faultsOf(mining([50], [reserve(), reserve({ name: "ers", exclusiveWith })]));
    expect(site(["reserve"])).toMatchObject([
      { path: "assets[3].backedBy[0]", given: '"rigs", which "reserve" sells too' },
    ]);
    expect(faultsOf(mining([50], [reserve({ exclusiveWith: ["ers"] }), reserve({ name: "ers" })]))).toMatchObject([
      { path: "assets[3].backedBy[0]" },
    ]);
    expect(site(["rigs"])).toMatchObject([
      { path: "assets[3].exclusiveWith[0]", wanted: "another product of this plan" },
    ]);
    expect(site([])).toEqual([]);
  });

  it("nor faster than a fleet sheds: 3 MW an hour are half a MW in ten minutes", () => {
    const site = (products: Fields[]) => mining([50], products, {}, { rampDownMwPerH: 3 });
    expect(faultsOf(site([reserve()]))).toMatchObject([{ path: "assets[2].responseMinutes", given: "nothing" }]);
    expectSeries(soldOf(optimalPlan(site([reserve({ responseMinutes: 10 })]))), [0.5]);
    // Half of the ramp for each: a quarter of a MW in ten minutes leaves 0.75 MW in thirty.
    const plan = optimalPlan(
      site([
        reserve({ responseMinutes: 10, limitMw: 0.25, priceUsdPerMwHour: 90 }),
        reserve({ name: "slow", responseMinutes: 30 }),
      ]),
    );
    expectSeries(soldOf(plan, "slow"), [0.75]);
  });
});

describe("edges", () => {
  it("refuses what contradicts itself", () => {
    const paths = (fields: Fields, state?: Fields) =>
      faultsOf(mining([50, 50], [reserve(fields)], state ? { initialState: { reserve: state } } : {})).map(({ path }) =>
        path.replace("assets[2].", ""),
      );
    expect(paths({ priceUsdPerMwHour: undefined })).toEqual(["priceUsdPerMwHour"]);
    expect(paths({ deployedShare: undefined })).toEqual(["deployedShare"]);
    expect(paths({ backedBy: ["rigs", "rigs"] })).toEqual(["backedBy[1]"]);
    expect(paths({ backedBy: ["grid"] })).toEqual(["backedBy[0]"]);
    expect(paths({ blockHours: 5 })).toEqual(["blockHours"]);
    expect(paths({ blockHours: 4, windows: [{ start: hour(0), end: hour(1) }] })).toEqual(["windows"]);
    expect(paths({ windows: [{ start: hour(1), end: hour(1) }] })).toEqual(["windows[0].end"]);
    expect(
      paths({
        calls: [
          { start: hour(0), end: hour(2) },
          { start: hour(1), end: hour(3) },
        ],
      }),
    ).toEqual(["calls[1].start"]);
    expect(paths({ windows: [{ start: hour(0.5), end: hour(2) }] })).toEqual(["windows[0].start"]);
    expect(paths({ committedMw: 3, limitMw: [3, 2] })).toEqual(["committedMw"]);
    expect(paths({ committedMw: 3, windows: [{ start: hour(0), end: hour(1) }] })).toEqual(["committedMw"]);
    expect(paths({ limitMw: 2 }, { soldMw: 3 })).toEqual(["initialState.reserve.soldMw"]);
  });
});
