import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const hour = (t: number) => `2026-07-14T${String(t).padStart(2, "0")}:00:00-05:00`;
/** Up to 10 MW at 40 USD/MWh, a minimum of 30 MWh to the end of the fourth hour. */
const contract = (terms: Fields = {}, fields: Fields = {}): Fields => ({
  kind: "power-purchase",
  name: "ppa",
  volumeMw: 10,
  ...fields,
  terms: { shape: "take-or-pay", priceUsdPerMwh: 40, minimumMwh: 30, periodEnd: hour(4), ...terms },
});
/** 5 MW of firm AI, spot power at 30. */
const site = (
  count: number,
  terms: Fields = {},
  state: Fields | undefined = { takenMwh: 2 },
  more: readonly Fields[] = [],
  importPriceUsdPerMwh: unknown = 30,
): TestSite => ({
  count,
  hashpriceUsdPerPhDay: 9.6,
  assets: [contract(terms), gridAsset({ importPriceUsdPerMwh }), firmAsset(5), ...more],
  ...(state === undefined ? {} : { initialState: { ppa: state } }),
});
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "ppa", "power-purchase");

describe("a period that ends in the plan", () => {
  it("is taken as far as there is use for it; the shortfall is paid at the price", () => {
    // 30 - 2 = 28 are left, the load uses 4 x 5 = 20 though spot is cheaper, 8 are paid for nothing.
    const plan = optimalPlan(site(4));
    expectSeries(read(plan).series.usedMw, [5, 5, 5, 5]);
    expect(read(plan).takeOrPay).toEqual({
      dueMwh: 28,
      paceMwh: 28,
      takenMwh: expect.closeTo(20, 6),
      shortfallMwh: expect.closeTo(8, 6),
      behindMwh: 0,
      makeUpMwh: 0,
      usdPerMwh: expect.closeTo(40, 6),
    });
    expect(usdOf(plan, "take-or-pay shortfall", "cash")).toBeCloseTo(320, 6);
    expect(plan.objectiveUsd).toBeCloseTo(28 * 40, 6);
    expect(plan.endState).toEqual({ ppa: { takenMwh: 0, shortfallMwh: 0 } });
  });

  it("what must be paid anyway is free for mining, whatever spot costs", () => {
    // A strike price of 20 is below spot (30) and contract (40); the 8 MWh of shortfall are mined: 160 less.
    const plan = optimalPlan(site(4, {}, { takenMwh: 2 }, [fleetAsset()]));
    expect(readingOf(plan, "rigs", "mining-fleet").totals.energyMwh).toBeCloseTo(8, 6);
    expect(plan.objectiveUsd).toBeCloseTo(28 * 40 - 160, 6);
  });

  it("takes in the most expensive hours just what it needs, and more only where spot costs more than the price", () => {
    // 10 left of the minimum, prices 30, 35, 38, 45: the last two hours, 10 MWh. At 50 and a minimum used up: that hour
    // alone.
    expectSeries(read(optimalPlan(site(4, {}, { takenMwh: 20 }, [], [30, 35, 38, 45]))).series.usedMw, [0, 0, 5, 5]);
    expectSeries(read(optimalPlan(site(4, {}, { takenMwh: 30 }, [], [30, 50, 38, 35]))).series.usedMw, [0, 5, 0, 0]);
    expectSeries(read(optimalPlan(site(4, {}, { takenMwh: 99 }, [], [30, 50, 38, 35]))).series.usedMw, [0, 5, 0, 0]);
  });

  it("counts the share of an interval that lies in the period, and nothing after it", () => {
    // To 01:30: 5 + 2.5 MWh count, 12.5 - 7.5 = 5 are paid. After it spot is cheaper.
    const plan = optimalPlan(site(4, { minimumMwh: 12.5, periodEnd: "2026-07-14T01:30:00-05:00" }, {}));
    expectSeries(read(plan).series.usedMw, [5, 5, 0, 0]);
    expect(read(plan).takeOrPay).toMatchObject({
      takenMwh: expect.closeTo(7.5, 6),
      shortfallMwh: expect.closeTo(5, 6),
    });
    // The half hour after the period is the next one's.
    expect(plan.endState).toEqual({ ppa: { takenMwh: expect.closeTo(2.5, 6), shortfallMwh: 0 } });
    expect(plan.notices).toEqual(
      expect.arrayContaining([
        "ppa: no takenMwh in initialState; nothing is assumed taken in its period.",
        `ppa: its period ends in the plan; from ${hour(2)} on no minimum holds.`,
      ]),
    );
  });

  it("that is over before the plan starts is refused", () => {
    expect(faultsOf(site(2, { periodEnd: hour(0) }))).toMatchObject([{ path: "assets[0].terms.periodEnd" }]);
  });
});

describe("a period that goes on after the plan", () => {
  it("asks for what cannot be taken later, and values what is behind the pace", () => {
    // Six hours left, three of them planned; 48 left: 48 - 10 x 3 = 18 cannot wait, the pace is 24. 15 used, 3 to
    // be paid when the period ends, 6 behind: 3 x 40 + 6 x 25. The line over the period goes from 2 to 50.
    const plan = optimalPlan(site(3, { minimumMwh: 50, periodEnd: hour(6), behindUsdPerMwh: 25 }));
    expect(read(plan).takeOrPay).toMatchObject({
      dueMwh: 18,
      paceMwh: 24,
      takenMwh: expect.closeTo(15, 6),
      shortfallMwh: expect.closeTo(3, 6),
      behindMwh: expect.closeTo(6, 6),
    });
    expect(usdOf(plan, "behind the take-or-pay pace", "valuation")).toBeCloseTo(270, 6);
    expect(plan.endState).toEqual({
      ppa: { takenMwh: expect.closeTo(17, 6), paceMwh: 26, greatestVolumeMw: 10, behindUsd: expect.closeTo(270, 6) },
    });
  });

  it("takes now where spot is expensive enough beside the value of taking later", () => {
    // 40 - 15 = 25: taken at 30 and 38 (10 of the pace of 14), behind for 4; at a value of 5 only in the hour at 38.
    const used = (behindUsdPerMwh: number) =>
      read(optimalPlan(site(3, { periodEnd: hour(6), behindUsdPerMwh }, { takenMwh: 2 }, [], [20, 30, 38]))).series
        .usedMw;
    expectSeries(used(15), [0, 5, 5]);
    expectSeries(used(5), [0, 0, 5]);
  });

  it("by default values it at the price less the spot price that the needed share of hours exceeds", () => {
    // 30 of at most 10 x 6 are needed: half the hours. Of 20, 31, 39 half exceed 31: 40 - 31 = 9, so the hour at 39 (1)
    // alone pays.
    const plan = optimalPlan(site(3, { periodEnd: hour(6) }, { takenMwh: 0 }, [], [39, 20, 31]));
    expect(plan.notices.join()).toContain(
      "of 30.000 MWh left 0.000 cannot wait until then. The pace is 15.000 MWh; what is behind it stays " +
        "owed, valued at 9.00 USD/MWh",
    );
    expect(read(plan).series.usedMw[0]).toBeCloseTo(5, 6);
    expect(read(plan).series.usedMw[1]).toBeCloseTo(0, 6);
    // All hours are needed: 40 - 20. More than all: the same.
    for (const minimumMwh of [60, 90]) {
      expect(
        optimalPlan(site(3, { minimumMwh, periodEnd: hour(6) }, { takenMwh: 0 }, [], [39, 20, 31])).notices.join(),
      ).toContain("valued at 20.00");
    }
    // Spot costs more than the contract in all hours: nothing is lost by taking later.
    expect(optimalPlan(site(3, { periodEnd: hour(6) }, { takenMwh: 0 }, [], [60, 70, 80])).notices.join()).toContain(
      "valued at 0.00",
    );
  });

  it("plans in a row pay a shortfall once, when the period ends: as much as one plan over the period", () => {
    // 36 - 20 = 16, in halves or whole. The first half is 6 short of the 16 that cannot wait, 40 each; the line asks
    // for 18, so 2 more are behind at 30.
    const terms = { minimumMwh: 36, behindUsdPerMwh: 30 };
    const first = optimalPlan(site(2, terms, { takenMwh: 0 }));
    const second = optimalPlan({ ...site(2, terms), start: hour(2), initialState: first.endState });
    expect(first.endState).toEqual({
      ppa: { takenMwh: expect.closeTo(10, 6), paceMwh: 18, greatestVolumeMw: 10, behindUsd: expect.closeTo(300, 6) },
    });
    expect(read(second).takeOrPay?.dueMwh).toBeCloseTo(26, 6);
    expect(usdOf(second, "take-or-pay shortfall")).toBeCloseTo(640, 6);
    expect(usdOf(second, "behind the take-or-pay pace")).toBeCloseTo(-300, 6);
    expect(second.endState).toEqual({ ppa: { takenMwh: 0, shortfallMwh: 0 } });
    const whole = optimalPlan(site(4, terms, { takenMwh: 0 }));
    expect(usdOf(whole, "take-or-pay shortfall")).toBeCloseTo(640, 6);
    expect(first.objectiveUsd + second.objectiveUsd).toBeCloseTo(whole.objectiveUsd, 6);
  });

  it("nothing is paid because of a night without volume: what the next day takes is not a shortfall", () => {
    // No volume in the first hour: by it the 5 MWh left cannot be taken at all. The second hour has 10 MW and takes
    // them.
    const solar = (count: number, volumeMw: number[], from: number, state: Fields): TestSite => ({
      count,
      start: hour(from),
      assets: [
        contract({ minimumMwh: 5, periodEnd: hour(2), behindUsdPerMwh: 12 }, { volumeMw }),
        gridAsset({ importPriceUsdPerMwh: 30 }),
        firmAsset(5),
      ],
      initialState: { ppa: state },
    });
    const night = optimalPlan(solar(1, [0], 0, { takenMwh: 0 }));
    const day = optimalPlan(solar(1, [10], 1, night.endState.ppa as Fields));
    const whole = optimalPlan(solar(2, [0, 10], 0, { takenMwh: 0 }));
    expect(whole.objectiveUsd).toBeCloseTo(5 * 30 + 5 * 40, 6);
    expect(night.objectiveUsd).toBeCloseTo(5 * 30 + 5 * 40, 6);
    expect(day.objectiveUsd).toBeCloseTo(5 * 40 - 5 * 40, 6);
    expect(usdOf(day, "take-or-pay shortfall")).toBe(0);
  });
});

describe("make-up energy", () => {
  it("is taken for nothing where spot costs more than it is worth, and does not count towards the minimum", () => {
    // Spot 50, make-up worth 20, price 40: 6 MWh of make-up save 30 each, the other 4 are taken at 40.
    const plan = optimalPlan(site(2, { minimumMwh: 0, makeUpUsdPerMwh: 20 }, { takenMwh: 0, makeUpMwh: 6 }, [], 50));
    expect(read(plan).takeOrPay).toMatchObject({ makeUpMwh: expect.closeTo(6, 6), takenMwh: expect.closeTo(4, 6) });
    expect(usdOf(plan, "change of make-up energy", "valuation")).toBeCloseTo(120, 6);
    expect(plan.objectiveUsd).toBeCloseTo(6 * 20 + 4 * 40, 6);
    expect(plan.endState).toMatchObject({ ppa: { makeUpMwh: 0 } });
    expect(read(plan).totals.usedMwh).toBeCloseTo(10, 6);
  });

  it("is kept where spot is cheaper than its worth", () => {
    const plan = optimalPlan(site(2, { minimumMwh: 0, makeUpUsdPerMwh: 20 }, { makeUpMwh: 6 }, [], 10));
    expect(read(plan).takeOrPay?.makeUpMwh).toBe(0);
    expect(plan.endState).toMatchObject({ ppa: { makeUpMwh: 6 } });
  });

  it("shares the volume with what is paid", () => {
    // 10 MW in all at a spot price of 90 and 15 MW of load: 5 are bought.
    const plan = optimalPlan({
      ...site(
        1,
        { minimumMwh: 0, periodEnd: hour(1), makeUpUsdPerMwh: 20 },
        { makeUpMwh: 6 },
        [firmAsset(10, { name: "more" })],
        90,
      ),
    });
    expectSeries(read(plan).series.usedMw, [10]);
    expect(plan.objectiveUsd).toBeCloseTo(5 * 90 + 6 * 20 + 4 * 40, 6);
  });

  it("grows by what is paid and not taken, which costs so much less", () => {
    // The 8 MWh of shortfall at 40 - 15.
    const plan = optimalPlan(site(4, { makeUpUsdPerMwh: 15 }));
    expect(usdOf(plan, "change of make-up energy")).toBeCloseTo(-120, 6);
    expect(plan.endState).toEqual({ ppa: { takenMwh: 0, shortfallMwh: 0, makeUpMwh: expect.closeTo(8, 6) } });
  });

  it("needs a worth, of the price at most", () => {
    expect(faultsOf(site(4, {}, { makeUpMwh: 6 }))).toMatchObject([
      { path: "assets[0].terms.makeUpUsdPerMwh", given: "nothing" },
    ]);
    expect(faultsOf(site(4, { makeUpUsdPerMwh: 41 }))).toMatchObject([
      { path: "assets[0].terms.makeUpUsdPerMwh", given: "41" },
    ]);
    expect(faultsOf(site(4, { makeUpUsdPerMwh: 40 }))).toEqual([]);
    // A MWh not taken costs 40 - 15 in the end; at a value above it what can still be taken would be paid now.
    expect(faultsOf(site(2, { makeUpUsdPerMwh: 15, behindUsdPerMwh: 26 }))).toMatchObject([
      { path: "assets[0].terms.behindUsdPerMwh", given: "26" },
    ]);
    expect(faultsOf(site(2, { makeUpUsdPerMwh: 15, behindUsdPerMwh: 25 }))).toEqual([]);
  });

  it("cannot be bought: where it is worth its price the shortfall is what is due at most", () => {
    const built = buildSite(
      planOf(site(3, { minimumMwh: 50, periodEnd: hour(6), makeUpUsdPerMwh: 40, behindUsdPerMwh: 0 })),
    ).site;
    const [shortfall] = built.columnBlocks.filter(({ name }) => name === "shortfallMwh");
    expect(built.colUpper.at(shortfall.start)).toBe(18);
  });
});
