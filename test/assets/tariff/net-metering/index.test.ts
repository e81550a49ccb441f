import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  renewableAsset,
  usdOf,
  type TestSite,
} from "../../../support/plans.ts";
import { dayWithPeak } from "../../../support/tariffs.ts";
import { runs } from "../../../support/runs.ts";

const START = "2026-07-31T22:00:00-05:00";
/** Import at 60 USD/MWh; net MW of each hour from 22:00 of 31 July: import positive, export negative. */
const site = (
  net: readonly number[],
  netMetering: unknown,
  fields: Partial<TestSite> = {},
  tariff: Record<string, unknown> = {},
): TestSite => ({
  count: net.length,
  start: START,
  ...fields,
  assets: [
    gridAsset({
      importPriceUsdPerMwh: 60,
      exportLimitMw: 100,
      exportPriceUsdPerMwh: undefined,
      netMetering,
      ...tariff,
    }),
    firmAsset(net.map((mw) => Math.max(0, mw))),
    renewableAsset(100, { availability: net.map((mw) => Math.max(0, -mw) / 100), leastShare: 1 }),
  ],
});
const near = (value: number) => expect.closeTo(value, 6) as number;

describe("net metering", () => {
  it("offsets import of the month and carries what is left to the next, MWh for MWh", () => {
    // July: 8 MWh out. August: 5 MWh in, 300 USD, all offset. 3 MWh left at 50: worth 150.
    const plan = optimalPlan(site([-4, -4, 5, 0], { leftUsdPerMwh: 50 }));
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(0, 6);
    expect(plan.ledger.usdByKind.valuation).toBeCloseTo(-150, 6);
    expect(usdOf(plan, "net metering 2026-08")).toBeCloseTo(-300, 6);
    expect(plan.endState.grid).toEqual({
      netMetering: {
        creditMwh: { all: near(3) },
        roomMwh: { "2026-07": { all: near(0) }, "2026-08": { all: near(0) } },
      },
    });
    const { bill } = readingOf(plan, "grid", "grid");
    expect(bill.filter(({ part }) => part === "netMetering")).toMatchObject([
      { month: "2026-07", offsetMwh: near(0), creditMwh: near(8) },
      { month: "2026-08", offsetMwh: near(5), creditMwh: near(3) },
    ]);
  });

  it("does not pay for export beyond the month's import, since that is not a sale", () => {
    // 3 MWh in and 2 out, in either order: one MWh to pay at 60. 2 in and 6 out: nothing to pay, 4 left.
    expect(optimalPlan(site([3, -2], { leftUsdPerMwh: 0 })).objectiveUsd).toBeCloseTo(60, 6);
    expect(optimalPlan(site([-2, 3], { leftUsdPerMwh: 0 })).objectiveUsd).toBeCloseTo(60, 6);
    const plan = optimalPlan(site([2, -6], { leftUsdPerMwh: 0 }));
    expect(plan.objectiveUsd).toBeCloseTo(0, 6);
    expect(plan.endState.grid).toMatchObject({ netMetering: { creditMwh: { all: near(4) } } });
  });

  it("offsets within a period of the day alone, at the price of that period", () => {
    // Friday 31 July: 5 MWh out at 15 h (off-peak, 20), 2 in at 16 h (peak, 90), 1 in at 21 h (off-peak).
    // Peak: 2 x 90 to pay. Off-peak: 1 offset, 4 left at 20 each, worth 80.
    const net = [-5, 2, 0, 0, 0, 0, 1];
    const periods = { weekday: dayWithPeak(16, 20), weekend: "off-peak" };
    const plan = optimalPlan(
      site(
        net,
        { periods: { peak: { leftUsdPerMwh: 90 }, "off-peak": { leftUsdPerMwh: 20 } }, ...periods },
        { start: "2026-07-31T15:00:00-05:00" },
        { importPriceUsdPerMwh: 0, touEnergyCharge: { usdPerMwh: { peak: 90, "off-peak": 20 }, ...periods } },
      ),
    );
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(180, 6);
    expect(plan.ledger.usdByKind.valuation).toBeCloseTo(-80, 6);
    expect(usdOf(plan, "net metering off-peak 2026-07")).toBeCloseTo(-20, 6);
    expect(plan.endState.grid).toMatchObject({
      netMetering: {
        creditMwh: { peak: near(0), "off-peak": near(4) },
        roomMwh: { "2026-07": { peak: near(2), "off-peak": near(0) } },
      },
    });
  });

  it("ends credits after the true-up month, paid at its price or lost", () => {
    // 8 MWh left at the end of July at 20: 160 USD. August's 5 MWh are billed in full, 300.
    const trueUp = { month: 7, usdPerMwh: 20 };
    const paid = optimalPlan(site([-4, -4, 5, 0], { leftUsdPerMwh: 50, trueUp }));
    expect(paid.objectiveUsd).toBeCloseTo(300 - 160, 6);
    expect(usdOf(paid, "net metering credits paid out 2026-07")).toBeCloseTo(-160, 6);
    expect(paid.endState.grid).toMatchObject({ netMetering: { creditMwh: { all: near(0) } } });
    const lost = optimalPlan(site([-4, -4, 5, 0], { leftUsdPerMwh: 50, trueUp: { month: 7 } }));
    expect(lost.objectiveUsd).toBeCloseTo(300, 6);
    // A plan that does not reach the month's end keeps them.
    const retained = optimalPlan(site([-4], { leftUsdPerMwh: 50, trueUp }));
    expect(retained.endState.grid).toMatchObject({ netMetering: { creditMwh: { all: near(4) } } });
  });

  it("pays out credits of a period that has no hour in the plan", () => {
    // Friday from 22:00 to midnight has no peak: 6 MWh of its credits at 20 are 120 USD, their worth of 6 x 50 is gone.
    const periods = { weekday: dayWithPeak(16, 20), weekend: "off-peak" };
    const each = { leftUsdPerMwh: 50 };
    const plan = optimalPlan(
      site(
        [1, 1],
        { periods: { peak: each, "off-peak": each }, ...periods, trueUp: { month: 7, usdPerMwh: 20 } },
        { initialState: { grid: { netMetering: { creditMwh: { peak: 6 } } } } },
      ),
    );
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(120 - 120, 6);
    expect(plan.ledger.usdByKind.valuation).toBeCloseTo(300, 6);
    expect(plan.endState.grid).toMatchObject({ netMetering: { creditMwh: { peak: near(0), "off-peak": near(0) } } });
  });

  it("is worth the price of import to a plan while the month has import to offset, and leftUsdPerMwh beyond", () => {
    // Sun of 9 MWh that costs 5 USD/MWh, 4 MWh imported before and not offset: 4 MWh are exported for 60 USD each, and
    // no more where credits left are worth nothing; all 9 where they are worth 6.
    const sunny = (leftUsdPerMwh: number): TestSite => ({
      count: 1,
      start: START,
      initialState: { grid: { netMetering: { creditMwh: {}, roomMwh: { "2026-07": { all: 4 } } } } },
      assets: [
        gridAsset({ importPriceUsdPerMwh: 60, exportLimitMw: 100, netMetering: { leftUsdPerMwh } }),
        renewableAsset(9, { availability: 1, costUsdPerMwh: 5 }),
      ],
    });
    const bare = optimalPlan(sunny(0));
    expect(readingOf(bare, "grid", "grid").totals.exportMwh).toBeCloseTo(4, 6);
    expect(bare.objectiveUsd).toBeCloseTo(4 * 5 - 4 * 60, 6);
    const worth = optimalPlan(sunny(6));
    expect(readingOf(worth, "grid", "grid").totals.exportMwh).toBeCloseTo(9, 6);
    expect(worth.objectiveUsd).toBeCloseTo(9 * 5 - 4 * 60 - 5 * 6, 6);
  });

  it("leaves the tiers the volume net of it, and empties them again where import before the plan is offset", () => {
    // 100 MWh at 2 USD/MWh on top, above at 7. 98 MWh before, of which 3 may still be offset; 6 MWh in, 5 out: net 1
    // MWh more, in the first tier: 6 x 60 - 5 x 60 + 2.
    const tiers = { energyTiers: { tiers: [{ upToMwh: 100, usdPerMwh: 2 }, { usdPerMwh: 7 }] } };
    const state = (monthMwh: number): Partial<TestSite> => ({
      initialState: {
        grid: {
          monthMwh: { "2026-07": monthMwh },
          netMetering: { creditMwh: {}, roomMwh: { "2026-07": { all: 3 } } },
        },
      },
    });
    expect(optimalPlan(site([6, -5], { leftUsdPerMwh: 0 }, state(98), tiers)).objectiveUsd).toBeCloseTo(62, 6);
    // 101 before, 1 in and 4 out: 3 of the volume leave, 1 from the second tier and 2 from the first.
    const plan = optimalPlan(site([1, -4], { leftUsdPerMwh: 0 }, state(101), tiers));
    expect(plan.objectiveUsd).toBeCloseTo(60 - 240 - 7 - 2 * 2, 6);
    expect(plan.endState.grid).toMatchObject({ monthMwh: { "2026-07": near(98) } });
  });

  it("of a plan cut anywhere comes to that of the whole", () => {
    const net = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 });
    const state = { grid: { netMetering: { creditMwh: { all: 2 }, roomMwh: { "2026-07": { all: 3 } } } } };
    fc.assert(
      fc.property(net, fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, 25, 60), (mw, cut, leftUsdPerMwh) => {
        const netMetering = { leftUsdPerMwh, trueUp: { month: 7, usdPerMwh: 10 } };
        const whole = optimalPlan(site(mw, netMetering, { initialState: state }));
        const first = optimalPlan(site(mw.slice(0, cut), netMetering, { initialState: state }));
        const start = new Date(Date.parse(START) + cut * 3_600_000).toISOString();
        const second = optimalPlan(site(mw.slice(cut), netMetering, { start, initialState: first.endState }));
        for (const kind of ["cash", "valuation"] as const)
          expect(first.ledger.usdByKind[kind] + second.ledger.usdByKind[kind]).toBeCloseTo(
            whole.ledger.usdByKind[kind],
            6,
          );
      }),
      { seed: 20260714, numRuns: runs(40, 4) },
    );
  });

  it("says that it credits nothing where nothing is exported", () => {
    const plan = optimalPlan(site([1], { leftUsdPerMwh: 0 }, {}, { exportLimitMw: undefined }));
    expect(plan.notices).toContain("grid: netMetering credits nothing, since no exportLimitMw is given.");
  });

  it.each<[string, readonly number[], unknown, Record<string, unknown>]>([
    ["assets[0].netMetering.leftUsdPerMwh: got 61, wanted at most the price of import", [1], { leftUsdPerMwh: 61 }, {}],
    [
      "got 80 USD/MWh of import in 2026-08, wanted at most",
      [1, 1, 1],
      { leftUsdPerMwh: 0 },
      { importPriceUsdPerMwh: [60, 60, 80] },
    ],
    [
      "got a price of import of 70 USD/MWh in interval 1, beside 60",
      [1, 1],
      { leftUsdPerMwh: 0 },
      { importPriceUsdPerMwh: [60, 70] },
    ],
    ["got a price of export of 5 USD/MWh", [1], { leftUsdPerMwh: 0 }, { exportPriceUsdPerMwh: 5 }],
    [
      "netMetering.trueUp.usdPerMwh: got 70, wanted at most",
      [1, 1],
      { leftUsdPerMwh: 0, trueUp: { month: 7, usdPerMwh: 70 } },
      {},
    ],
    [
      "energyTiers: got tiers beside netMetering over 2 months",
      [1, 1, 1],
      { leftUsdPerMwh: 0 },
      { energyTiers: { tiers: [{ upToMwh: 1, usdPerMwh: 0 }, { usdPerMwh: 5 }] } },
    ],
    [
      "minimumBill: got a minimum that counts netMetering",
      [1],
      { leftUsdPerMwh: 1 },
      { minimumBill: { usdPerMonth: 90 } },
    ],
    ["exportCredits beside netMetering", [1], { leftUsdPerMwh: 0 }, { exportCredits: { leftShare: 0 } }],
    ["netMetering.leftUsdPerMwh: got nothing", [1], {}, {}],
    ["netMetering.periods: got nothing", [1], { leftUsdPerMwh: 0, weekday: "day" }, {}],
    ["netMetering.weekday: got nothing", [1], { periods: { day: { leftUsdPerMwh: 0 } } }, {}],
  ])("refuses %s", (message, net, netMetering, tariff) => {
    expect(() => optimalPlan(site(net, netMetering, {}, tariff))).toThrow(message);
  });

  it("refuses credits of a period that it does not have", () => {
    const state = { grid: { netMetering: { creditMwh: { peak: 3 } } } };
    expect(faultsOf(site([1], { leftUsdPerMwh: 0 }, { initialState: state }))).toMatchObject([
      { path: expect.stringContaining("netMetering") as string, given: '"peak" in creditMwh' },
    ]);
  });

  it("a minimum of one month counts what is left after offsets", () => {
    // 3 in, 2 out: 60 USD of the share of July that is gone, all of it at its end: 90 - 60 are the shortfall.
    const plan = optimalPlan(
      site(
        [3, -2],
        { leftUsdPerMwh: 0 },
        { initialState: { grid: { bill: { "2026-07": { usd: 0, shortfallUsd: 0 } } } } },
        { minimumBill: { usdPerMonth: 90 } },
      ),
    );
    expect(plan.objectiveUsd).toBeCloseTo(90, 6);
    expect(usdOf(plan, "minimum bill 2026-07")).toBeCloseTo(30, 6);
  });
});
