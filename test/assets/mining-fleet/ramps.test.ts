import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import { wakeSharePerH } from "../../../src/assets/mining-fleet/ramps.ts";
import {
  expectSeries,
  faultsOf,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  type TestSite,
} from "../../support/plans.ts";

// Ramps and restarts of a fleet with one mode: mining-fleet.test.ts.

const fleet = (
  fields: Record<string, unknown>,
  importPriceUsdPerMwh: unknown,
  site: Partial<TestSite> = {},
): TestSite => ({
  count: Array.isArray(importPriceUsdPerMwh) ? importPriceUsdPerMwh.length : 1,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [gridAsset({ importPriceUsdPerMwh }), fleetAsset(fields)],
  ...site,
});
const asleep = { initialState: { rigs: { powerMw: 0 } } };
/** 5000 rigs: 5 MW up to 1 kW (worth 120 USD/MWh), 5 MW more up to 2 kW (worth 80). */
const twoModes = { powerModes: [{ name: "low", powerW: 1000, hashrateThPerS: 60 }] };

describe("wakeSharePerH", () => {
  const share = (wakeUp: Parameters<typeof wakeSharePerH>[0]["wakeUp"], dt: number) =>
    wakeSharePerH({ name: "rigs", rigs: 5000, restartUsdPerMw: 0, wakeUp }, dt);

  it("is rigs per minute, or a share per step, in an hour; nothing where an interval is long enough for all", () => {
    expect(share({ rigsPerMinute: 50 }, 0.25)).toBeCloseTo(0.6, 12);
    expect(share({ shareOfRigs: 0.1, everyMinutes: 20 }, 1)).toBeCloseTo(0.3, 12);
    expect(share({ rigsPerMinute: 90 }, 1)).toBeUndefined();
    expect(share(undefined, 1)).toBeUndefined();
  });
});

describe("wake-up in steps", () => {
  it("with one mode is a ramp up: 25 rigs a minute are 1500 of 5000 in an hour, 3 of 10 MW", () => {
    const plan = optimalPlan(fleet({ wakeUp: { rigsPerMinute: 25 } }, [50, 50, 50, 50], asleep));
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [3, 6, 9, 10]);
    expect(plan.prices.limits.map(({ limit, unit }) => [limit, unit])).toContainEqual(["wakeUp", "USD/(MW/h)"]);
  });

  it("holds back rigs, not their modes: those awake go on to the higher one at once", () => {
    // 40 % an hour: 2000, 4000, 5000 rigs awake, each at 2 kW while power is cheap, at 1 kW at 90. At 130 a rig awake
    // loses 10 a MWh at 1 kW, so only the 3000 stay awake that are needed to be whole an hour later.
    const site = fleet({ ...twoModes, wakeUp: { shareOfRigs: 0.2, everyMinutes: 30 } }, [50, 90, 50, 130, 50], asleep);
    const { series, modes, endState } = readingOf(optimalPlan(site), "rigs", "mining-fleet");
    expectSeries(series.powerMw, [4, 4, 10, 3, 10]);
    expect(modes.map(({ name, rigs }) => [name, ...rigs])).toEqual([
      ["asleep", 3000, 1000, 0, 2000, 0],
      ["low", 0, 4000, 0, 3000, 0],
      ["rated", 2000, 0, 5000, 0, 5000],
    ]);
    expect(endState).toEqual({ powerMw: expect.closeTo(10, 6) as number, awakeShare: expect.closeTo(1, 9) as number });
  });

  it("the higher mode has room for the rigs awake, whatever the sizes of the modes", () => {
    // 4 MW to 800 W, 6 MW more to 2 kW. Two fifths awake: 1.6 and 2.4 MW.
    const site = fleet(
      { powerModes: [{ powerW: 800, hashrateThPerS: 50 }], wakeUp: { shareOfRigs: 0.4, everyMinutes: 60 } },
      [50, 50],
      asleep,
    );
    expectSeries(readingOf(optimalPlan(site), "rigs", "mining-fleet").series.powerMw, [4, 8]);
  });

  it("rigs are kept awake through a loss for what they earn afterwards", () => {
    // Two fifths of the rigs an hour. A rig awake at 1 kW loses (usd - 120) a MWh; an hour later it earns 70 on that kW
    // and 30 on the next: worth it up to usd = 220.
    const at = (usd: number) =>
      readingOf(
        optimalPlan(
          fleet({ ...twoModes, wakeUp: { shareOfRigs: 0.4, everyMinutes: 60 } }, [usd, 50], {
            initialState: { rigs: { powerMw: 10, awakeShare: 1 } },
          }),
        ),
        "rigs",
        "mining-fleet",
      ).series.powerMw;
    expectSeries(at(219), [3, 10]);
    expectSeries(at(221), [0, 4]);
  });

  it("starts from the share awake; by default as many as the power is enough for", () => {
    const before = (state: Record<string, number>) =>
      readingOf(
        optimalPlan(
          fleet({ ...twoModes, wakeUp: { shareOfRigs: 0.1, everyMinutes: 60 } }, [50], {
            initialState: { rigs: state },
          }),
        ),
        "rigs",
        "mining-fleet",
      ).series.powerMw[0];
    // 4 MW: 40 % of the rigs at 2 kW, or 80 % at 1 kW; a tenth more.
    expect(before({ powerMw: 4, awakeShare: 0.4 })).toBeCloseTo(5, 6);
    expect(before({ powerMw: 4 })).toBeCloseTo(9, 6);
    expect(faultsOf(fleet(twoModes, [50], { initialState: { rigs: { awakeShare: 0.4 } } }))).toMatchObject([
      { path: "initialState.rigs.powerMw", wanted: "the power, since awakeShare is given" },
    ]);
  });

  it("has no rows where the whole fleet wakes within an interval", () => {
    const rows = (wakeUp: unknown) =>
      buildSite(planOf(fleet({ ...twoModes, wakeUp }, [50, 50], asleep)))
        .site.rowBlocks.filter(({ asset }) => asset === "rigs")
        .map(({ name }) => name);
    expect(rows({ rigsPerMinute: 84 })).toEqual([]);
    expect(rows({ rigsPerMinute: 83 })).toEqual(["wake-up", "awake aboveStandbyMw to rated"]);
  });

  it("refuses a share above 1 and a step of no length", () => {
    expect(faultsOf(fleet({ wakeUp: { shareOfRigs: 10, everyMinutes: 5 } }, [50]))).toMatchObject([
      { path: "assets[1].wakeUp.shareOfRigs" },
    ]);
    expect(faultsOf(fleet({ wakeUp: { shareOfRigs: 0.1, everyMinutes: 0 } }, [50]))).toMatchObject([
      { path: "assets[1].wakeUp.everyMinutes" },
    ]);
  });
});

describe("ramps over several segments", () => {
  it("act on their sum", () => {
    const plan = optimalPlan(
      fleet({ ...twoModes, rampUpMwPerH: 4, rampDownMwPerH: 7, restartUsdPerMw: 1 }, [50, 50, 50, 130], asleep),
    );
    // 3 MW cannot be put to sleep in time and lose 10 a MWh; the hour before they earned 30.
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [4, 8, 10, 3]);
    expect(plan.ledger.lines.find(({ item }) => item === "rig restarts")?.usd).toBeCloseTo(10, 6);
  });
});
