import { describe, expect, it } from "vitest";
import { fleetFigures } from "../../../src/assets/mining-fleet/economics.ts";

const rated = (hashrateThPerS: number, powerW: number) => ({ modes: [{ hashrateThPerS, powerW }] });
const bare = {
  rigs: 5000,
  ...rated(100, 2000),
  standbyWPerRig: 0,
  pue: 1,
  uptime: 1,
  poolFee: 0,
  staleShare: 0,
  omUsdPerMwh: 0,
};
const strike = (fleet: Partial<typeof bare>, hashprice: number) =>
  fleetFigures({ ...bare, ...fleet }, Float64Array.of(hashprice)).strikeUsdPerMwh[0];

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
    expect(strike({ poolFee: 0.02, staleShare: 0.01, pue: 1.05, omUsdPerMwh: 5 }, 48)).toBeCloseTo(
      (100 * 0.98 * 0.99) / 1.05 - 5,
      9,
    );
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
    expect([...figures.strikeUsdPerMwh].map((usd) => usd.toFixed(6))).toEqual([
      (990 / 9).toFixed(6),
      (490 / 9).toFixed(6),
    ]);
  });
});

describe("fleetFigures of several modes", () => {
  // 5000 rigs: 200 W asleep, 1 kW at 60 TH/s, 2 kW at 100 TH/s.
  const figures = fleetFigures(
    { ...bare, standbyWPerRig: 200, modes: [...rated(60, 1000).modes, ...bare.modes], omUsdPerMwh: 9 },
    Float64Array.of(48),
  );

  it("are segments: power, hash and income from mode to mode", () => {
    expect(figures.segments.map(({ aboveMw }) => aboveMw.toFixed(9))).toEqual(["4.000000000", "5.000000000"]);
    expect(figures.segments.map(({ hashratePhPerS }) => hashratePhPerS)).toEqual([300, 200]);
    // 300 x 2 / 4 and 200 x 2 / 5 USD/MWh.
    expect(figures.segments.map(({ incomeUsdPerMwh }) => incomeUsdPerMwh[0].toFixed(9))).toEqual([
      "150.000000000",
      "80.000000000",
    ]);
    expect([figures.fullMw, figures.standbyMw, figures.aboveMw].map((mw) => mw.toFixed(9))).toEqual([
      "10.000000000",
      "1.000000000",
      "9.000000000",
    ]);
  });

  it("spread O&M of a fleet at full power over what is above standby", () => {
    // 9 x 10 / 9.
    expect(figures.omUsdPerMwh).toBeCloseTo(10, 9);
    expect(figures.segments.map(({ strikeUsdPerMwh }) => strikeUsdPerMwh[0].toFixed(9))).toEqual([
      "140.000000000",
      "70.000000000",
    ]);
    expect(figures.strikeUsdPerMwh).toBe(figures.segments[0].strikeUsdPerMwh);
  });
});
