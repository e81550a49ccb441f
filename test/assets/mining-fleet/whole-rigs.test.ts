import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetFigures } from "../../../src/assets/mining-fleet/economics.ts";
import { wholeRigs } from "../../../src/assets/mining-fleet/whole-rigs.ts";

// 100 rigs, 0 W asleep, 1 kW and 3 kW: segments of 0.1 and 0.2 MW.
const modes = [
  { powerW: 1000, hashrateThPerS: 60, name: "low" },
  { powerW: 3000, hashrateThPerS: 100 },
];
const fleet = { rigs: 100, modes, standbyWPerRig: 0, pue: 1, uptime: 1, poolFee: 0, staleShare: 0, omUsdPerMwh: 0 };
const figures = fleetFigures(fleet, new Float64Array(3).fill(48));
const rigsIn = (whole: ReturnType<typeof wholeRigs>) => whole.modes.map(({ rigs }) => [...rigs]);

describe("wholeRigs", () => {
  it("fills the modes in order: at most two at a time", () => {
    // 0.0407 MW = 40.7 rigs low; 0.1 MW = all low; 0.2014 MW = 50.7 rigs of 100 go on to 3 kW.
    const whole = wholeRigs(100, 0, figures, Float64Array.of(0.0407, 0.1, 0.2014));
    expect(whole.modes.map(({ name }) => name)).toEqual(["asleep", "low", "3000 W"]);
    expect(rigsIn(whole)).toEqual([
      [60, 0, 0],
      [40, 100, 50],
      [0, 0, 50],
    ]);
    expect([...whole.rigsOn]).toEqual([40, 100, 100]);
    expect([...whole.aboveMw].map((mw) => mw.toFixed(6))).toEqual(["0.040000", "0.100000", "0.200000"]);
  });

  it("with a share awake the others sleep, and the awake go on to the higher mode", () => {
    // Half awake: 0.05 MW low, 0.1 MW with 25 of the 50 at 3 kW, 0.15 MW with all 50.
    const whole = wholeRigs(100, 0, figures, Float64Array.of(0.05, 0.1, 0.15), new Float64Array(3).fill(0.5));
    expect(rigsIn(whole)).toEqual([
      [50, 50, 50],
      [50, 25, 0],
      [0, 25, 50],
    ]);
  });

  it("says the price above which rigs leave each mode", () => {
    // 41.667 x 48 x TH / W: 60/1000 and 40/2000.
    const [asleep, low, high] = wholeRigs(100, 0, figures, new Float64Array(3)).modes;
    expect(asleep.strikeUsdPerMwh).toBeUndefined();
    expect(low.strikeUsdPerMwh?.[0]).toBeCloseTo(120, 9);
    expect(high.strikeUsdPerMwh?.[0]).toBeCloseTo(40, 9);
  });

  it("never gives a rig twice, nor more power than planned, and less by under a rig's step per mode", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
        (mw, share) => {
          const awake = share === undefined ? undefined : Float64Array.of(Math.max(share, mw / 0.3));
          const mwAwake = awake === undefined ? mw : Math.max(mw, awake[0] * 0.1);
          const whole = wholeRigs(100, 0, figures, Float64Array.of(mwAwake), awake);
          const rigs = whole.modes.map((mode) => mode.rigs[0]);
          expect(rigs.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
          expect(rigs.reduce((sum, count) => sum + count, 0)).toBe(100);
          expect(whole.aboveMw[0]).toBeLessThanOrEqual(mwAwake + 1e-7);
          expect(whole.aboveMw[0]).toBeGreaterThan(mwAwake - 0.001 - 0.002 - 1e-9);
          expect(whole.aboveMw[0]).toBeCloseTo((rigs[1] * 1000 + rigs[2] * 3000) / 1e6, 9);
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
