import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import {
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
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

describe("strike price", () => {
  it("the fleet runs below it and sleeps above it", () => {
    const plan = mine([99, 101, -10], {});
    expectSeries(power(plan), [10, 0, 10]);
    // 10 MWh x (100 - 99) and x 110.
    expect(plan.objectiveUsd).toBeCloseTo(-10 - 1100, 6);
    const { totals, series } = readingOf(plan, "rigs", "mining-fleet");
    expect(totals.revenueUsd).toBeCloseTo(2000, 6);
    expect(totals.shedMwh).toBeCloseTo(10, 8);
    expectSeries(series.strikeUsdPerMwh, [100, 100, 100]);
    expectSeries(series.hashratePhPerS, [500, 0, 500]);
    expect(usdOf(plan, "mining income", "cash")).toBeCloseTo(-2000, 6);
  });

  it("follows the hashprice, takes the pool's fee, and carries no uptime", () => {
    const plan = optimalPlan({
      count: 2,
      hashpriceUsdPerPhDay: [48, 60],
      assets: [gridAsset({ importPriceUsdPerMwh: 110 }), fleetAsset({ poolFee: 0.02, uptime: 0.9 })],
    });
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.strikeUsdPerMwh, [98, 122.5]);
    expectSeries(power(plan), [0, 9]);
  });

  it("income is a day's rate over 24 hours, whatever the interval", () => {
    // 500 PH/s for a day at 48: 24,000 USD, by 96 quarters as by 24 hours; power 240 MWh x 50.
    for (const [count, intervalMinutes] of [
      [24, 60],
      [96, 15],
    ]) {
      const plan = optimalPlan({ count, intervalMinutes, hashpriceUsdPerPhDay, assets: [gridAsset(), fleetAsset()] });
      expect(readingOf(plan, "rigs", "mining-fleet").totals.revenueUsd).toBeCloseTo(24_000, 4);
      expect(plan.objectiveUsd).toBeCloseTo(-12_000, 4);
    }
  });

  it("variable O&M lowers it", () => {
    const plan = mine([97], { omUsdPerMwh: 4 });
    expectSeries(power(plan), [0]);
    expect(usdOf(mine([95], { omUsdPerMwh: 4 }), "mining O&M", "cash")).toBeCloseTo(40, 6);
  });
});

describe("standby", () => {
  // 10 MW in all, 1 MW asleep: income 1000 USD/h on 9 MW, strike 111.11.
  const asleep = { standbyWPerRig: 200 };

  it("sleeping rigs draw and pay; the strike is per MWh above standby", () => {
    const plan = mine([105, 120], asleep);
    expectSeries(power(plan), [10, 1]);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.aboveStandbyMw, [9, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(1050 - 1000 + 120, 6);
  });

  it("in a blackout the supply of sleeping rigs is cut off at its price", () => {
    const plan = optimalPlan({
      count: 1,
      hashpriceUsdPerPhDay,
      assets: [gridAsset({ importLimitMw: 0 }), fleetAsset(asleep)],
    });
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.deenergizedMw, [1]);
    expectSeries(power(plan), [0]);
    expect(usdOf(plan, "rigs cut off", "penalty")).toBeCloseTo(500, 6);
  });

  it("sleeping rigs are cut off before firm AI is shed", () => {
    const plan = optimalPlan({
      count: 1,
      hashpriceUsdPerPhDay,
      assets: [gridAsset({ importLimitMw: 6 }), fleetAsset(asleep), firmAsset(6, { vollUsdPerMwh: 600 })],
    });
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.deenergizedMw, [1]);
    expectSeries(readingOf(plan, "inference", "ai-firm").series.unservedMw, [0]);
  });

  it.each([
    // 500; twice the strike of 111.11 x 3 where that is more; half-way from the strike to VOLL where that is less.
    { hashprice: 48, vollUsdPerMwh: 5000, usd: 500 },
    { hashprice: 48, vollUsdPerMwh: undefined, usd: 500 },
    { hashprice: 144, vollUsdPerMwh: 5000, usd: 2000 / 3 },
    { hashprice: 48, vollUsdPerMwh: 400, usd: (1000 / 9 + 400) / 2 },
    { hashprice: 48, vollUsdPerMwh: 112, usd: (1000 / 9 + 112) / 2 },
  ])(
    "without a price of cutting off one in between is taken, and stated: strike at $hashprice USD/PH/day, " +
      "VOLL $vollUsdPerMwh",
    ({ hashprice, vollUsdPerMwh, usd }) => {
      // A blackout for an hour: the 1 MW asleep is cut off. Before it, power at the strike's upper side lets rigs
      // sleep, not go dark.
      const firm = firmAsset(vollUsdPerMwh === undefined ? 0 : 2, vollUsdPerMwh === undefined ? {} : { vollUsdPerMwh });
      const importPriceUsdPerMwh = (hashprice / 48) * (1000 / 9) + 0.2;
      const plan = optimalPlan({
        count: 2,
        hashpriceUsdPerPhDay: hashprice,
        assets: [fleetAsset(asleep), gridAsset({ importLimitMw: [50, 0], importPriceUsdPerMwh }), firm],
      });
      expectSeries(readingOf(plan, "rigs", "mining-fleet").series.aboveStandbyMw, [0, 0]);
      expectSeries(readingOf(plan, "rigs", "mining-fleet").series.deenergizedMw, [0, 1]);
      expect(usdOf(plan, "rigs cut off", "penalty")).toBeCloseTo(usd, 6);
      expect(plan.notices).toContain(`rigs: no deenergizeUsdPerMwh was given; ${usd.toFixed(2)} is taken.`);
    },
  );

  it("a price given is taken without a word, and without standby there is none", () => {
    const notices = (fleet: Record<string, unknown>) =>
      optimalPlan({ count: 1, hashpriceUsdPerPhDay, assets: [gridAsset(), fleetAsset(fleet)] }).notices;
    expect(notices({ ...asleep, deenergizeUsdPerMwh: 300 })).toEqual([]);
    expect(notices({})).toEqual([]);
  });
});

describe("power modes", () => {
  /** 1000 S19j Pro: VNish's list, where 99 TH/s at 2950 W take the place of the rated 100. */
  const vnish = { rig: "Antminer S19j Pro", powerModes: "Antminer S19j Pro VNish", rigs: 1000 };

  const modesOf = (plan: ReturnType<typeof optimalPlan>) =>
    readingOf(plan, "rigs", "mining-fleet").modes.map(({ name, rigs }) => [name, ...rigs]);

  it("short power is spread in order: no rig sleeps while another is above its first mode", () => {
    // 2.35 MW and 0.2 of the 0.6 MW to 2.95 kW: 333 rigs; 0.5005 MW are 455 rigs at 1.1 kW.
    const site = {
      count: 2,
      hashpriceUsdPerPhDay: 40,
      assets: [gridAsset({ importLimitMw: [2.55, 0.5005], importPriceUsdPerMwh: 5 }), fleetAsset(vnish)],
    };
    const plan = optimalPlan(site);
    expect(modesOf(plan)).toEqual([
      ["asleep", 0, 545],
      ["1100 W", 0, 455],
      ["2350 W", 667, 0],
      ["2950 W", 333, 0],
      ["4260 W", 0, 0],
      ["4690 W", 0, 0],
    ]);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.wholeRigsMw, [2.35 + 333 * 0.0006, 455 * 0.0011]);
  });

  it("a rated and a low mode are enough; standby draw counts", () => {
    // 5000 rigs, 200 W asleep; 1 kW at 60 TH/s: 4 MW worth 150; then 5 MW worth 80 USD/MWh.
    const plan = mine([160, 140, 79], {
      standbyWPerRig: 200,
      powerModes: [{ name: "eco", powerW: 1000, hashrateThPerS: 60 }],
    });
    expectSeries(power(plan), [1, 5, 10]);
    expect(modesOf(plan)).toEqual([
      ["asleep", 5000, 0, 0],
      ["eco", 0, 5000, 0],
      ["rated", 0, 0, 5000],
    ]);
    expect(plan.notices.join()).not.toContain("left out");
  });

  it("at a hashprice of 0 the modes hold no more than the power does", () => {
    const { modes, series } = readingOf(mine([-10], vnish, { hashpriceUsdPerPhDay: 0 }), "rigs", "mining-fleet");
    expectSeries(series.powerMw, [4.69]);
    expect(modes.at(-1)?.rigs[0]).toBe(1000);
  });
});

describe("ramps", () => {
  const before = (powerMw: number) => ({ initialState: { rigs: { powerMw } } });

  it("are MW per hour, and the first step starts from the state", () => {
    expectSeries(power(mine([50, 50, 50, 50], { rampUpMwPerH: 3 }, before(2))), [5, 8, 10, 10]);
    expectSeries(
      power(mine([50, 50, 50, 50], { rampUpMwPerH: 3 }, { ...before(2), intervalMinutes: 30 })),
      [3.5, 5, 6.5, 8],
    );
  });

  // 10 MW before, 3 MW/h down, and an import that falls away: 10 - 3 = 7 MW are cut off at 500 a MWh.
  it.each([{ intervalMinutes: 60 }, { intervalMinutes: 15 }])(
    "power beyond a ramp down is cut at deenergizeUsdPerMwh, with a warning: $intervalMinutes min",
    ({ intervalMinutes }) => {
      const hours = intervalMinutes / 60;
      const plan = optimalPlan({
        count: 2,
        intervalMinutes,
        hashpriceUsdPerPhDay,
        ...before(10),
        assets: [gridAsset({ importLimitMw: [0, 100] }), fleetAsset({ rampDownMwPerH: 3 })],
      });
      expectSeries(power(plan), [0, 10]);
      expectSeries(readingOf(plan, "rigs", "mining-fleet").series.cutBeyondRampMw as Float64Array, [10 - 3 * hours, 0]);
      expect(usdOf(plan, "rigs cut off", "penalty")).toBeCloseTo((10 - 3 * hours) * 500 * hours, 6);
      expect(plan.warnings).toMatchObject([
        { code: "default-moves-objective", text: expect.stringContaining("deenergizeUsdPerMwh was not given") },
        { code: "ramp-exceeded", text: expect.stringContaining("first at 2026-07-14 00:00") },
      ]);
      const given = optimalPlan({
        count: 1,
        intervalMinutes,
        hashpriceUsdPerPhDay,
        ...before(10),
        assets: [gridAsset({ importLimitMw: 0 }), fleetAsset({ rampDownMwPerH: 3, deenergizeUsdPerMwh: 200 })],
      });
      expect(usdOf(given, "rigs cut off", "penalty")).toBeCloseTo((10 - 3 * hours) * 200 * hours, 6);
    },
  );

  it("rather than any firm AI, and no more than is needed", () => {
    const plan = optimalPlan({
      count: 2,
      hashpriceUsdPerPhDay,
      ...before(10),
      assets: [
        gridAsset({ importLimitMw: [6, 100] }),
        firmAsset(5, { vollUsdPerMwh: 600 }),
        fleetAsset({ rampDownMwPerH: 3 }),
      ],
    });
    expectSeries(readingOf(plan, "inference", "ai-firm").series.unservedMw, [0, 0]);
    expectSeries(power(plan), [1, 10]);
  });

  it.each([{ rampUpMwPerH: 3 }, { rampDownMwPerH: 3 }, { restartUsdPerMw: 3 }])(
    "without a state the first step is free, and says so: %o",
    (fleet) => {
      const notice = "rigs: no powerMw in initialState; the first step has no ramp or restart cost.";
      expectSeries(power(mine([50, 50], fleet)), [10, 10]);
      const cutOff = "rampDownMwPerH" in fleet ? ["rigs: no deenergizeUsdPerMwh was given; 500.00 is taken."] : [];
      expect(mine([50, 50], fleet).notices).toEqual([notice, ...cutOff]);
      expect(mine([50, 50], fleet, before(10)).notices).toEqual(cutOff);
      expect(mine([50, 50], {}).notices).toEqual([]);
    },
  );

  it("bear a price each: the finite difference in the ramp", () => {
    // Half-hours: mining earns 40 a MW, then loses 25. Up from 0 by 1.5 MW a step; down by 2, so no higher than 4.
    const site = (rampUpMwPerH: number, rampDownMwPerH: number) =>
      mine([20, 20, 20, 150, 150], { rampUpMwPerH, rampDownMwPerH }, { ...before(0), intervalMinutes: 30 });
    const plan = site(3, 4);
    expectSeries(power(plan), [1.5, 3, 4, 2, 0]);
    for (const [field, slope] of [
      ["rampUpMwPerH", (site(3.01, 4).objectiveUsd - site(2.99, 4).objectiveUsd) / 0.02],
      ["rampDownMwPerH", (site(3, 4.01).objectiveUsd - site(3, 3.99).objectiveUsd) / 0.02],
    ] as const) {
      const price = plan.prices.limits.find(({ limit }) => limit === field);
      expect(price?.unit).toBe("USD/(MW/h)");
      expect(price?.value.reduce((total, usd) => total + usd, 0)).toBeCloseTo(-slope, 4);
      // A step up is worth 40 once at the first and twice at the second: 120; a step down 2 x 40 - 25; half a step per
      // MW/h.
      expect(slope).toBeCloseTo(field === "rampUpMwPerH" ? -60 : -27.5, 4);
    }
    const fields = (fleet: Record<string, unknown>) => mine([50], fleet).prices.limits.map(({ limit }) => limit);
    expect(fields({ rampUpMwPerH: 3 })).toEqual(["importLimitMw", "rigs", "rampUpMwPerH"]);
    expect(fields({ rampDownMwPerH: 3 })).toEqual(["importLimitMw", "rigs", "rampDownMwPerH"]);
  });

  it("hold on the way down where given", () => {
    // Power at 150 loses 50 a MWh, yet only 4 MW an hour can be put to sleep.
    expectSeries(power(mine([150, 150, 150], { rampDownMwPerH: 4 }, before(10))), [6, 2, 0]);
    expectSeries(power(mine([150, 150, 150], {}, before(10))), [0, 0, 0]);
  });

  it("count above standby", () => {
    // 3 MW before = 2 above the 1 MW of standby; + 3.
    expectSeries(power(mine([50, 50], { standbyWPerRig: 200, rampUpMwPerH: 3 }, before(3))), [6, 9]);
  });
});

describe("restart cost", () => {
  const restart = { restartUsdPerMw: 30 };

  const asleep = { initialState: { rigs: { powerMw: 0 } } };

  it("waking up must be earned: 20 USD/MWh for one hour does not, for two it does", () => {
    expectSeries(power(mine([80, 150], restart, asleep)), [0, 0]);
    const plan = mine([80, 80], restart, asleep);
    expectSeries(power(plan), [10, 10]);
    expect(usdOf(plan, "rig restarts", "valuation")).toBeCloseTo(300, 6);
    expect(plan.objectiveUsd).toBeCloseTo(-400 + 300, 6);
  });

  it("is per MW woken, not per interval's length", () => {
    // Four quarters of an hour earn 20; waking costs 30 all the same.
    expectSeries(power(mine([80, 80, 80, 80], restart, { ...asleep, intervalMinutes: 15 })), [0, 0, 0, 0]);
    expectSeries(
      power(mine(new Array<number>(8).fill(80), restart, { ...asleep, intervalMinutes: 15 })),
      new Array<number>(8).fill(10),
    );
  });

  it("keeps a running fleet on through a short spell of loss", () => {
    // An hour at 120 loses 20, less than waking at 30; at 140 it loses 40.
    expectSeries(power(mine([50, 120, 50], restart)), [10, 10, 10]);
    expectSeries(power(mine([50, 140, 50], restart)), [10, 0, 10]);
  });

  it("without a state the first step wakes for nothing", () => {
    expectSeries(power(mine([80, 150], restart)), [10, 0]);
  });
});

describe("rigs and state", () => {
  it.each([
    // In doubles rigs x U / U is a little less than the number of rigs for these.
    { rigs: 1005, pue: 1.07, powerW: 3500 },
    { rigs: 1008, pue: 1.05, powerW: 3645 },
  ])("at full power all of $rigs rigs are on", ({ rigs, pue, powerW }) => {
    const plan = mine([-10], { rig: { hashrateThPerS: 200, powerW }, rigs, pue, uptime: 0.96, standbyWPerRig: 25 });
    expect([...readingOf(plan, "rigs", "mining-fleet").series.rigsOn]).toEqual([rigs]);
  });

  it("its port has the power above standby, the full power and the strike price", () => {
    const assets = [gridAsset(), fleetAsset()];
    const { site, ports } = buildSite(planOf({ count: 5, hashpriceUsdPerPhDay, assets }));
    const [{ aboveStandbyMw, fullMw, strikeUsdPerMwh }] = ports.miningLoads;
    expect(aboveStandbyMw.map((columns) => [columns.asset, ...site.upperOf([columns])])).toEqual([
      ["rigs", 10, 10, 10, 10, 10],
    ]);
    expect(fullMw).toBe(10);
    expect(strikeUsdPerMwh[0]).toBeCloseTo(100, 9);
  });
});
