import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  renewableAsset,
  usdOf,
  type TestSite,
} from "../../../support/plans.ts";

const START = "2026-07-31T22:00:00-05:00";
/** Import at 60, export at 50; net MW of each hour from 22:00 of 31 July: import positive, export negative. */
const site = (
  net: readonly number[],
  exportCredits: unknown,
  fields: Partial<TestSite> = {},
  tariff: Record<string, unknown> = {},
): TestSite => ({
  count: net.length,
  start: START,
  ...fields,
  assets: [
    gridAsset({ importPriceUsdPerMwh: 60, exportLimitMw: 100, exportPriceUsdPerMwh: 50, exportCredits, ...tariff }),
    firmAsset(net.map((mw) => Math.max(0, mw))),
    renewableAsset(100, { availability: net.map((mw) => Math.max(0, -mw) / 100), leastShare: 1 }),
  ],
});
const credits = (leftShare = 0.5, fields: Record<string, unknown> = {}) => ({ leftShare, ...fields });

describe("export credits", () => {
  it("are carried to the month that has charges for them, and what is left is worth its share", () => {
    // July: 8 MWh out, 400 of credit. August: 5 MWh in, 300: paid by credit, 100 left at half its worth.
    const plan = optimalPlan(site([-4, -4, 5, 0], credits()));
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(0, 6);
    expect(plan.ledger.usdByKind.valuation).toBeCloseTo(-50, 6);
    expect(usdOf(plan, "export credits carried over 2026-07")).toBeCloseTo(400, 6);
    expect(usdOf(plan, "export credits brought forward 2026-08")).toBeCloseTo(-400, 6);
    expect(plan.endState.grid).toEqual({
      exportCredits: {
        leftUsd: expect.closeTo(100, 6),
        roomUsd: { "2026-07": expect.closeTo(0, 6), "2026-08": expect.closeTo(0, 6) },
      },
    });
  });

  it("offset charges of their own month first, in either order of hours", () => {
    // 3 MWh in are 180, 2 out are 100: 80 to pay. Then 120 and 300: 0 to pay, 180 left.
    expect(optimalPlan(site([3, -2], credits(0))).objectiveUsd).toBeCloseTo(80, 6);
    expect(optimalPlan(site([-2, 3], credits(0))).objectiveUsd).toBeCloseTo(80, 6);
    const plan = optimalPlan(site([2, -6], credits(0)));
    expect(plan.objectiveUsd).toBeCloseTo(0, 6);
    expect(plan.endState.grid).toMatchObject({ exportCredits: { leftUsd: expect.closeTo(180, 6) as number } });
  });

  it("of a plan cut anywhere come to those of the whole", () => {
    const nets = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 });
    const trueUps = fc.constantFrom(undefined, { month: 7, paidShare: 0.3 }, { month: 8, paidShare: 0.3 });
    fc.assert(
      fc.property(
        nets,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(0, 0.4, 1),
        trueUps,
        (net, cut, leftShare, trueUp) => {
          const terms = credits(leftShare, trueUp && { trueUp });
          const initialState = { grid: { exportCredits: { leftUsd: 70 } } };
          const whole = optimalPlan(site(net, terms, { initialState }));
          const first = optimalPlan(site(net.slice(0, cut), terms, { initialState }));
          const second = optimalPlan(
            site(net.slice(cut), terms, {
              start: new Date(Date.parse(START) + cut * 3_600_000).toISOString(),
              initialState: first.endState,
            }),
          );
          expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(whole.objectiveUsd, 5);
          const left = (plan: typeof whole) =>
            (plan.endState.grid as { exportCredits: { leftUsd: number } }).exportCredits.leftUsd;
          expect(left(second)).toBeCloseTo(left(whole), 5);
        },
      ),
      { seed: 20260714, numRuns: 30 },
    );
  });

  it("end with the credit year: a share is paid out, the rest is lost", () => {
    // 400 of July at 0.3 are 120; August pays its own 300.
    const plan = optimalPlan(site([-4, -4, 5, 0], credits(1, { trueUp: { month: 7, paidShare: 0.3 } })));
    expect(usdOf(plan, "export credits paid out 2026-07", "cash")).toBeCloseTo(-120, 6);
    expect(plan.objectiveUsd).toBeCloseTo(180, 6);
    expect(plan.endState.grid).toMatchObject({ exportCredits: { leftUsd: expect.closeTo(0, 6) as number } });
  });

  it("that will not be used do not make it export: rigs mine at 40", () => {
    // Hashprice for 40 USD/MWh: export at 50 is better while there are charges for it, 40 is better than a credit lost.
    const mining = (net: readonly number[], leftShare: number) => {
      const { assets, ...rest } = site(net, credits(leftShare), { hashpriceUsdPerPhDay: 19.2 });
      return readingOf(optimalPlan({ ...rest, assets: [...assets, fleetAsset()] }), "rigs", "mining-fleet").series
        .powerMw;
    };
    expectSeries(mining([-4], 0), [4]);
    expectSeries(mining([-4], 1), [0]);
    // 60 of charges take 1.2 MWh out of 4.
    expectSeries(mining([1, -4], 0), [0, 2.8]);
  });

  it("offset what the tariff says, also demand", () => {
    const demand = { demandCharge: { usdPerMwMonth: 200 } };
    const initialState = { grid: { peakMw: { "2026-07": 0 } } };
    // 3 x 60 + 3 x 200 against 30 x 50: energy alone leaves the 600 of demand to pay.
    expect(optimalPlan(site([3, -30], credits(0), { initialState }, demand)).objectiveUsd).toBeCloseTo(600, 6);
    expect(
      optimalPlan(
        site([3, -30], credits(0, { offsets: ["importPriceUsdPerMwh", "demandCharge"] }), { initialState }, demand),
      ).objectiveUsd,
    ).toBeCloseTo(0, 6);
  });

  it("refuse prices below 0, and charges that are not there", () => {
    const faults = (tariff: Record<string, unknown>, terms: unknown = credits()) =>
      faultsOf(site([1, -1], terms, {}, tariff)).map(({ path, given }) => [path.replace("assets[0].", ""), given]);
    expect(faults({ importPriceUsdPerMwh: [50, -3] })).toEqual([
      ["exportCredits", "a price of import of -3 USD/MWh in interval 1"],
    ]);
    expect(faults({ exportPriceUsdPerMwh: [50, 3], exportFeeUsdPerMwh: 5 })).toEqual([
      ["exportCredits", "a price of export of -2 USD/MWh in interval 1, fee taken off"],
    ]);
    expect(faults({}, credits(0, { offsets: ["demandCharge"] }))).toEqual([
      ["exportCredits.offsets[0]", '"demandCharge"'],
    ]);
  });
});
