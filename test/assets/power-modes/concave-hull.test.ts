import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concaveHull, type HullPoint } from "../../../src/assets/power-modes/concave-hull.ts";
import { gpuThrottling2026_11 } from "../../../src/catalogue/gpu-throttling.ts";
import { runs } from "../../support/runs.ts";

const hull = (points: readonly (readonly [number, number])[], start: readonly [number, number] = [0, 0]) => {
  const { efficient, dropped } = concaveHull(points, { power: start[0], output: start[1] }, ([power, output]) => ({
    power,
    output,
  }));
  return { efficient: efficient.map(([power]) => power), dropped: dropped.map(([power]) => power) };
};
const prefill = gpuThrottling2026_11.rtx3090Prefill.powerModes.value.map(
  ({ powerW, throughput }) => [powerW, throughput] as const,
);

describe("concaveHull", () => {
  it("of prompt processing, which is not concave below 250 W, drops what lies under a line", () => {
    // From rest tokens per W are 13.9, 17.0, 29.7, 33.7 (250 W), 31.1, 28.3: everything below 250 W lies under.
    expect(hull(prefill)).toEqual({ efficient: [250, 300, 350], dropped: [100, 150, 200] });
    // From the 100 W mode, in which all GPUs stay on: (8436 - 1390) / 150 = 47.0 to 250 W, 45.5 to 200 W, 23.2 to 150
    // W.
    expect(hull(prefill.slice(1), [100, 1390])).toEqual({ efficient: [250, 300, 350], dropped: [150, 200] });
  });

  it("of points of the same power keeps the one of most output, in whatever order they come", () => {
    const same = [
      [300, 1],
      [300, 0.97],
      [200, 0.8],
    ] as const;
    expect(hull(same)).toEqual({ efficient: [200, 300], dropped: [300] });
    expect(hull(same.toReversed())).toEqual({ efficient: [200, 300], dropped: [300] });
  });

  it("drops what gives no more than a point of less power", () => {
    expect(
      hull([
        [300, 1],
        [700, 1],
        [500, 0.9],
      ]),
    ).toEqual({ efficient: [300], dropped: [500, 700] });
  });

  it("is concave, covers every point, and keeps and drops each once", () => {
    const point = fc.record({ power: fc.integer({ min: 1, max: 50 }), output: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const start: HullPoint = { power: 0, output: 0 };
        const { efficient, dropped } = concaveHull(points, start, (one) => one);
        expect(efficient.length + dropped.length).toBe(points.length);
        const corners = [start, ...efficient];
        const slopes = efficient.map(
          ({ power, output }, k) => (output - corners[k].output) / (power - corners[k].power),
        );
        slopes.forEach((slope, k) => expect(slope).toBeLessThan(slopes[k - 1] ?? Infinity));
        for (const { power, output } of points) {
          const least = Math.min(
            efficient.at(-1)?.output ?? 0,
            ...slopes.map((slope, k) => corners[k].output + slope * (power - corners[k].power)),
          );
          expect(output).toBeLessThanOrEqual(least + 1e-9);
        }
      }),
      { seed: 20261201, numRuns: runs(300, 40) },
    );
  });
});
