import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modeHull } from "../../../src/assets/mining-fleet/hull.ts";
import { findPowerModes, type PowerMode } from "../../../src/catalogue/power-modes.ts";

const hull = (points: readonly (readonly [number, number])[], standbyW = 0) => {
  const { efficient, dropped } = modeHull(
    points.map(([powerW, hashrateThPerS]) => ({ powerW, hashrateThPerS })),
    standbyW,
  );
  return { retained: efficient.map(({ powerW }) => powerW), dropped: dropped.map(({ powerW }) => powerW) };
};

describe("modeHull", () => {
  it("of VNish's list for the S19j Pro leaves five segments", () => {
    // TH per kW: 53/1.1 = 48.2; then to 2350 W 32/1.25 = 25.6, where every step of 200 W gives 5, i.e. 25.0; 14/0.6 =
    // 23.3 (2620 W on the way gives 22.2); 21/1.31 = 16.0 (15.3 at best on the way); 4/0.43 = 9.3.
    const table = findPowerModes("Antminer S19j Pro VNish");
    if ("unknown" in table) throw new Error(table.unknown);
    const { efficient, dropped } = modeHull(table.modes, 0);
    expect(efficient.map(({ powerW }) => powerW)).toEqual([1100, 2350, 2950, 4260, 4690]);
    expect(dropped.map(({ powerW }) => powerW)).toEqual([1300, 1500, 1700, 1900, 2100, 2620, 3200, 3350, 3750, 4000]);
    // What a MWh is worth at 40 USD/PH/day: 41.667 x 40 x TH / W.
    const worth = efficient.map(({ powerW, hashrateThPerS }, k) => {
      const from = efficient[k - 1] ?? { powerW: 0, hashrateThPerS: 0 };
      return Math.round(((40_000 / 24) * (hashrateThPerS - from.hashrateThPerS)) / (powerW - from.powerW));
    });
    expect(worth).toEqual([80, 43, 39, 27, 16]);
  });

  it("keeps a single mode, in whatever order modes come", () => {
    expect(hull([[3000, 100]])).toEqual({ retained: [3000], dropped: [] });
    expect(
      hull([
        [3000, 100],
        [1500, 70],
      ]),
    ).toEqual({ retained: [1500, 3000], dropped: [] });
  });

  it("drops what computes less on more power, and what lies on a line", () => {
    expect(
      hull([
        [1000, 50],
        [2000, 50],
        [3000, 40],
      ]),
    ).toEqual({ retained: [1000], dropped: [2000, 3000] });
    expect(
      hull([
        [1000, 50],
        [2000, 100],
      ]),
    ).toEqual({ retained: [2000], dropped: [1000] });
  });

  it("starts at the standby draw: it makes a low mode more expensive", () => {
    // From 0 W: 40/1000 then 60/2000. From 500 W: 40/500 then 60/2000. From 0 W 20/1000 lies under 100/3000.
    expect(
      hull([
        [1000, 40],
        [3000, 100],
      ]),
    ).toEqual({ retained: [1000, 3000], dropped: [] });
    expect(
      hull([
        [1000, 20],
        [3000, 100],
      ]),
    ).toEqual({ retained: [3000], dropped: [1000] });
    expect(
      hull(
        [
          [1000, 20],
          [3000, 100],
        ],
        600,
      ),
    ).toEqual({ retained: [1000, 3000], dropped: [] });
  });

  it("computes as much on any power as the best two modes together", () => {
    const mode = fc.record({
      powerW: fc.integer({ min: 101, max: 5000 }),
      hashrateThPerS: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(mode, { minLength: 1, maxLength: 9, selector: ({ powerW }) => powerW }),
        fc.integer({ min: 100, max: 5000 }),
        (modes, powerW) => {
          const standby: PowerMode = { powerW: 100, hashrateThPerS: 0 };
          const { efficient, dropped } = modeHull(modes, 100);
          expect(efficient.length + dropped.length).toBe(modes.length);
          // Filled in order.
          let hash = 0;
          [standby, ...efficient].reduce((from, to) => {
            const share = Math.min(1, Math.max(0, (powerW - from.powerW) / (to.powerW - from.powerW)));
            hash += share * (to.hashrateThPerS - from.hashrateThPerS);
            return to;
          });
          const all = [standby, ...modes];
          const mixtures = all.flatMap((a) =>
            all
              .filter((b) => b.powerW > a.powerW && a.powerW <= powerW)
              .map((b) => {
                const share = Math.min(1, (powerW - a.powerW) / (b.powerW - a.powerW));
                return (1 - share) * a.hashrateThPerS + share * b.hashrateThPerS;
              }),
          );
          expect(hash).toBeCloseTo(Math.max(0, ...mixtures), 9);
        },
      ),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
