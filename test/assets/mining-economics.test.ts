import { describe, expect, it } from "vitest";
import { fleetFigures, worthOfAnInterval } from "../../src/assets/mining-economics.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { firmAsset, fleetAsset, gridAsset, HASHPRICE_FOR_100, planOf } from "../support/plans.ts";

const rated = (hashrateThPerS: number, powerW: number) => ({ modes: [{ hashrateThPerS, powerW }] });
const bare = { rigs: 5000, ...rated(100, 2000), standbyWPerRig: 0, pue: 1, uptime: 1, poolFee: 0, staleShare: 0, omUsdPerMwh: 0 };
const strike = (fleet: Partial<typeof bare>, hashprice: number) => fleetFigures({ ...bare, ...fleet }, Float64Array.of(hashprice)).strikeUsdPerMwh[0];

describe("fleetFigures", () => {
  // Published arithmetic of breakeven prices at the plug, USD/MWh to a tenth, at 30, 40 and 50 USD/PH/day.
  it.each([
    [9.5, 131.6, 175.4, 219.3],
    [11, 113.6, 151.5, 189.4],
    [13.5, 92.6, 123.5, 154.3],
    [15, 83.3, 111.1, 138.9],
    [17.5, 71.4, 95.2, 119.0],
    [18.5, 67.6, 90.1, 112.6],
    [21.5, 58.1, 77.5, 96.9],
    [23, 54.3, 72.5, 90.6],
    [29.5, 42.4, 56.5, 70.6],
    [34.2, 36.5, 48.7, 60.9],
  ])("at %d J/TH breaks even at %d, %d and %d", (jPerTh, at30, at40, at50) => {
    const rig = rated(100, 100 * jPerTh);
    expect(strike(rig, 30)).toBeCloseTo(at30, 1);
    expect(Math.abs(strike(rig, 40) - at40)).toBeLessThanOrEqual(0.06);
    expect(Math.abs(strike(rig, 50) - at50)).toBeLessThanOrEqual(0.06);
  });

  it("a hashprice is a day's: 20 J/TH at 50 USD/PH/day is 104.17 USD/MWh, not 24 times that", () => {
    // 1 MWh runs 1e6 / 20 = 50,000 TH/s = 50 PH/s for an hour: 50 x 50 / 24.
    expect(strike({}, 50)).toBeCloseTo((50 * 50) / 24, 9);
  });

  it("fee, stale work and overhead take their shares, O&M its price per facility MWh", () => {
    // 100 x 0.98 x 0.99 / 1.05 - 5.
    expect(strike({ poolFee: 0.02, staleShare: 0.01, pue: 1.05, omUsdPerMwh: 5 }, 48)).toBeCloseTo((100 * 0.98 * 0.99) / 1.05 - 5, 9);
  });

  it("uptime derates power and hash together and leaves the strike alone", () => {
    const { fullMw, segments } = fleetFigures({ ...bare, uptime: 0.9 }, Float64Array.of(48));
    expect(fullMw).toBeCloseTo(9, 9);
    expect(segments[0].hashratePhPerS).toBeCloseTo(450, 9);
    expect(strike({ uptime: 0.9 }, 48)).toBeCloseTo(strike({ uptime: 1 }, 48), 9);
  });

  it("standby draw is not part of what can be shed, so the strike is per MWh above it", () => {
    // 5000 rigs, 2000 W and 200 W asleep: 10 MW, 1 MW, 9 MW above; 1000 USD/h of income and 10 of O&M on 9 MW.
    const figures = fleetFigures({ ...bare, standbyWPerRig: 200, omUsdPerMwh: 1 }, Float64Array.of(48, 24));
    expect(figures.fullMw).toBeCloseTo(10, 9);
    expect(figures.standbyMw).toBeCloseTo(1, 9);
    expect(figures.aboveMw).toBeCloseTo(9, 9);
    expect(figures.segments[0].incomeUsdPerMwh[0]).toBeCloseTo(1000 / 9, 9);
    expect(figures.omUsdPerMwh).toBeCloseTo(10 / 9, 9);
    expect([...figures.strikeUsdPerMwh].map((usd) => usd.toFixed(6))).toEqual([(990 / 9).toFixed(6), (490 / 9).toFixed(6)]);
  });
});

describe("fleetFigures of several modes", () => {
  // 5000 rigs: 200 W asleep, 1 kW at 60 TH/s, 2 kW at 100 TH/s.
  const figures = fleetFigures({ ...bare, standbyWPerRig: 200, modes: [...rated(60, 1000).modes, ...bare.modes], omUsdPerMwh: 9 }, Float64Array.of(48));

  it("are segments: power, hash and income from mode to mode", () => {
    expect(figures.segments.map(({ aboveMw }) => aboveMw.toFixed(9))).toEqual(["4.000000000", "5.000000000"]);
    expect(figures.segments.map(({ hashratePhPerS }) => hashratePhPerS)).toEqual([300, 200]);
    // 300 x 2 / 4 and 200 x 2 / 5 USD/MWh.
    expect(figures.segments.map(({ incomeUsdPerMwh }) => incomeUsdPerMwh[0].toFixed(9))).toEqual(["150.000000000", "80.000000000"]);
    expect([figures.fullMw, figures.standbyMw, figures.aboveMw].map((mw) => mw.toFixed(9))).toEqual(["10.000000000", "1.000000000", "9.000000000"]);
  });

  it("spread O&M of a fleet at full power over what is above standby", () => {
    // 9 x 10 / 9.
    expect(figures.omUsdPerMwh).toBeCloseTo(10, 9);
    expect(figures.segments.map(({ strikeUsdPerMwh }) => strikeUsdPerMwh[0].toFixed(9))).toEqual(["140.000000000", "70.000000000"]);
    expect(figures.strikeUsdPerMwh).toBe(figures.segments[0].strikeUsdPerMwh);
  });

  it("an interval is worth the first strike, and in a stepped wake-up every segment of the intervals after it", () => {
    const many = fleetFigures({ ...bare, modes: [...rated(60, 1000).modes, ...bare.modes] }, new Float64Array(9).fill(48));
    // Segments of 5 MW at 120 and 80: 120; a third of the fleet an hour: two more hours of 120 + 80.
    const worth = (wakeSharePerH?: number) => worthOfAnInterval(many, { restartUsdPerMw: 0, wakeSharePerH }, 1)[0];
    expect(worth()).toBeCloseTo(120, 9);
    expect(worth(1 / 3)).toBeCloseTo(120 + 2 * 200, 9);
  });
});

describe("worthOfAnInterval", () => {
  // 10 MW above standby, strike 100.
  const figures = (count: number) => fleetFigures(bare, new Float64Array(count).fill(48));
  const worth = (fleet: { rampUpMwPerH?: number; rampDownMwPerH?: number; restartUsdPerMw?: number }, dt = 1, count = 40) =>
    worthOfAnInterval(figures(count), { restartUsdPerMw: 0, ...fleet }, dt)[0];

  it("is the strike, and a restart where waking costs", () => {
    expect(worth({})).toBeCloseTo(100, 9);
    expect(worth({ restartUsdPerMw: 30 })).toBeCloseTo(130, 9);
    expect(worth({ restartUsdPerMw: 30 }, 0.25)).toBeCloseTo(220, 9);
    expect(worthOfAnInterval(fleetFigures({ ...bare, omUsdPerMwh: 150 }, Float64Array.of(48)), { restartUsdPerMw: 0 }, 1)[0]).toBe(0);
  });

  it.each([
    // Steps of 5 MW: from just above 0 one tight step, 5, and then 10 is reached in less than another.
    { fleet: { rampUpMwPerH: 5 }, intervals: 2 },
    { fleet: { rampDownMwPerH: 5 }, intervals: 2 },
    { fleet: { rampUpMwPerH: 5, rampDownMwPerH: 2.5 }, intervals: 1 + 1 + 3 },
    { fleet: { rampUpMwPerH: 4 }, intervals: 3 },
    { fleet: { rampUpMwPerH: 20 }, intervals: 1 },
    // 1 MW a step, ten steps each way, but the plan has 12 intervals.
    { fleet: { rampUpMwPerH: 1, rampDownMwPerH: 1 }, count: 12, intervals: 12 },
    { fleet: { rampUpMwPerH: 20 }, dt: 0.25, intervals: 2 },
  ])("$fleet: $intervals intervals", ({ fleet, intervals, dt = 1, count = 40 }) => {
    expect(worth(fleet, dt, count)).toBeCloseTo(100 * intervals, 9);
  });

  it.each([
    // Free power but for one hour without any, in which 10 MW of firm AI compete with rigs on ramps of 2 and 2.5 MW/h:
    // bound 100 (1 + 4 + 3) = 800. The mean over the valley, 100 (1 + 10/4 + 10/5) = 550, would let rigs run on.
    { vollUsdPerMwh: 801, miningMw: 0 },
    { vollUsdPerMwh: 700, miningMw: 1 },
    { vollUsdPerMwh: 560, miningMw: 1 },
  ])("is sharp: at a value of lost load of $vollUsdPerMwh the rigs keep at least $miningMw MW", ({ vollUsdPerMwh, miningMw }) => {
    const importLimitMw = Array.from({ length: 21 }, (_, t) => (t === 10 ? 10 : 100));
    const { lp, site } = buildSite(planOf({
      count: 21, hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset({ importLimitMw, importPriceUsdPerMwh: 0 }), firmAsset(10, { vollUsdPerMwh: 5000 }), fleetAsset({ rampUpMwPerH: 2, rampDownMwPerH: 2.5 })],
    }));
    const block = (name: string) => site.columnBlocks.find((columns) => columns.name === name) as (typeof site.columnBlocks)[number];
    const unserved = block("unservedMw");
    const solution = solveLp({ ...lp, cost: lp.cost.slice().fill(vollUsdPerMwh, unserved.start, unserved.start + unserved.count) });
    if (solution.termination !== "optimal") throw new Error(solution.termination);
    const solved = new SolvedSite(site.time, solution);
    const above = solved.values(block("aboveStandbyMw"))[10];
    expect(solved.values(unserved)[10]).toBeCloseTo(above, 6);
    if (miningMw === 0) expect(above).toBeCloseTo(0, 6);
    else expect(above).toBeGreaterThanOrEqual(miningMw);
  });
});
