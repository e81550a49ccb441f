import { describe, expect, it } from "vitest";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "../../support/small-sites.ts";
import {
  batteryAsset,
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  resultOf,
  usdOf,
} from "../../support/plans.ts";
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

const miningMw = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "rigs", "mining-fleet").series.powerMw;

const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "utility", "curtailment-call");

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

describe("a cap", () => {
  it("limits the import while the call lasts, and its price is what a MW of it is worth", () => {
    // 20 MW wanted, 12 allowed: 8 MW of mining sleep, which lose 100 - 50 each.
    const plan = optimalPlan(site([{ ...hourOf(1), capMw: 12 }]));
    expectSeries(miningMw(plan), [10, 2, 10]);
    const limit = plan.prices.limits.find((price) => price.limit === "calls[0].capMw");
    expect(limit).toMatchObject({ asset: "utility", unit: "USD/MWh" });
    expectSeries(limit?.value ?? new Float64Array(0), [0, 50, 0]);
    const [call] = read(plan).calls;
    expect(call).toMatchObject({ interval: 1, start: at("01:00"), end: at("02:00"), missedMwh: 0 });
    expect([call.dropMw, call.minedDropMw]).toEqual([expect.closeTo(8, 6), expect.closeTo(8, 6)]);
    expectSeries(call.capMw, [12]);
    expectSeries(call.importMw, [12]);
    expect(call.marginMw).toBeCloseTo(0, 6);
    expect(read(plan).totals).toEqual({ calledHours: 1, missedMwh: 0 });
  });

  it("is of the import: what a battery gives instead need not go", () => {
    // 5 MW from the battery, which is charged in the hour before at 50 (100 earned).
    const plan = optimalPlan({
      ...site([{ ...hourOf(1), capMw: 12 }], {}, {}, [batteryAsset()]),
      initialState: { bess: { storedMwh: 0 } },
    });
    expectSeries(miningMw(plan), [10, 7, 10]);
  });

  it("that firm load cannot keep is explained: which call, how much", () => {
    const result = resultOf(site([{ ...hourOf(1), capMw: 7 }], {}, {}));
    expect(result.status).toBe("infeasible");
    if (result.status !== "infeasible") return;
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      at: at("01:00"),
      amount: expect.closeTo(3, 6),
      bindingLimits: [{ asset: "utility", limit: "calls[0].capMw", value: 7 }],
    });
    expect(result.detail).toContain("utility calls[0].capMw 7 MW");
  });

  it.each([
    // Meeting the call costs 50 per MWh of mining that sleeps.
    { missUsdPerMwh: 49, missedMw: 8 },
    { missUsdPerMwh: 51, missedMw: 0 },
  ])("may be missed at a price: $missUsdPerMwh", ({ missUsdPerMwh, missedMw }) => {
    const plan = optimalPlan(site([{ ...hourOf(1), capMw: 12 }], { missUsdPerMwh }));
    expectSeries(read(plan).series.missedMw, [0, missedMw, 0]);
    expect(usdOf(plan, "curtailment call missed", "penalty")).toBeCloseTo(missedMw * missUsdPerMwh, 6);
    expect(read(plan).calls[0]).toMatchObject({
      marginMw: expect.closeTo(-missedMw, 6),
      missedMwh: expect.closeTo(missedMw, 6),
    });
  });

  it("counts the price by the hour", () => {
    // 8 MW missed for two quarters of an hour: 4 MWh x 49.
    const plan = optimalPlan({
      ...site([{ start: at("00:15"), end: at("00:45"), capMw: 12 }], { missUsdPerMwh: 49 }),
      count: 4,
      intervalMinutes: 15,
    });
    expect(plan.ledger.usdByKind.penalty).toBeCloseTo(196, 6);
    expect(read(plan).totals).toEqual({ calledHours: 0.5, missedMwh: expect.closeTo(4, 6) });
  });
});

describe("a fraction", () => {
  it("of the own load: firm AI and the fleets' full draw, whatever they draw before", () => {
    // 0.7 x (10 + 10) = 14, though mining sleeps in the expensive hour before.
    const plan = optimalPlan(
      site(
        [{ ...hourOf(1), reduceByFraction: 0.3, baseline: "own-load" }],
        {},
        { importPriceUsdPerMwh: [150, 50, 50] },
      ),
    );
    expectSeries(miningMw(plan), [0, 4, 10]);
    expectSeries(read(plan).calls[0].capMw, [14]);
    expect(read(plan).calls[0]).toMatchObject({ dropMw: 0, timing: "nothing-to-shed" });
  });

  it("follows a firm load that changes in the call", () => {
    const assets = [
      called([{ start: at("00:00"), end: at("02:00"), reduceByFraction: 0.5, baseline: "own-load" }]),
      gridAsset(),
      firmAsset([6, 10, 10]),
      fleetAsset(),
    ];
    // 0.5 x 16 = 8 and 0.5 x 20 = 10.
    expectSeries(
      read(optimalPlan({ count: 3, hashpriceUsdPerPhDay: HASHPRICE_FOR_100, assets })).calls[0].capMw,
      [8, 10],
    );
  });

  it("of the own load as the meter sees it: with a tenth lost, 20 MW at the bus are 22.2 MW of import", () => {
    const drop = (reduceByFraction: number) =>
      optimalPlan(site([{ ...hourOf(1), reduceByFraction, baseline: "own-load" }], {}, { lossFraction: 0.1 }));
    expectSeries(miningMw(drop(0)), [10, 10, 10]);
    // 0.75 x 22.2 = 16.7 at the meter, 15 at the bus.
    expectSeries(miningMw(drop(0.25)), [10, 5, 10]);
  });

  it("of a contracted baseline", () => {
    // 0.75 x 16 = 12.
    expectSeries(miningMw(optimalPlan(site([{ ...hourOf(1), reduceByFraction: 0.25, baseline: 16 }]))), [10, 2, 10]);
  });
});

describe("a call and diesel: every case drops a share of its own load", () => {
  it.each([
    // AI alone: import 0.8 x 40 = 32, diesel 8. Hybrid: import 0.8 (40 + M), diesel 40 - that, none from M = x A / (1 -
    // x) = 10 on.
    { minerMw: 0, hybridMwh: 8, displacedMwh: 0 },
    { minerMw: 5, hybridMwh: 4, displacedMwh: 4 },
    { minerMw: 10, hybridMwh: 0, displacedMwh: 8 },
    { minerMw: 20, hybridMwh: 0, displacedMwh: 8 },
  ])("A = 40, x = 0.2, M = $minerMw displaces $displacedMwh MW", ({ minerMw, hybridMwh, displacedMwh }) => {
    const { hybridFigures, headline, cases } = diesels(minerMw);
    expect(hybridFigures?.dieselMwh).toBeCloseTo(hybridMwh, 6);
    expect(cases.map(({ figures }) => figures?.dieselMwh)).toEqual([expect.closeTo(8, 6), expect.closeTo(8, 6)]);
    expect(headline).toMatchObject({ certainty: "determined", displacedMwh: expect.closeTo(displacedMwh, 6) });
  });
});

describe("in time", () => {
  it(
    "a call that began before the plan or ends after it counts for the hours within, others are left out and " +
      "counted",
    () => {
      const calls = [
        { start: "2026-07-13T22:30:00-05:00", end: at("01:00"), capMw: 12 },
        { start: at("02:00"), end: at("09:30"), capMw: 13 },
        { start: at("03:00"), end: at("04:00"), capMw: 1 },
        { start: "2026-07-13T22:30:00-05:00", end: at("00:00"), capMw: 1 },
      ];
      const plan = optimalPlan(site(calls, { shedSeconds: 5 }));
      expectSeries(miningMw(plan), [2, 10, 3]);
      expect(read(plan).calls).toMatchObject([
        { interval: 0, start: "2026-07-13T22:30:00-05:00", timing: "unknown" },
        { interval: 2, end: at("09:30"), timing: "too-late" },
      ]);
      expect(read(plan).calls[0]).not.toHaveProperty("dropMw");
      expect(plan.notices.join()).toContain("utility: 2 of 4 calls lie outside the plan.");
    },
  );
});

describe("as it is written", () => {
  it("order of the assets does not matter", () => {
    const { assets, ...rest } = site([{ ...hourOf(1), reduceByFraction: 0.3, baseline: "own-load" }]);
    expect(optimalPlan({ ...rest, assets: assets.toReversed() }).objectiveUsd).toBeCloseTo(
      optimalPlan({ ...rest, assets }).objectiveUsd,
      6,
    );
  });
});
