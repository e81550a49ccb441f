import { describe, expect, it } from "vitest";
import { checkFarkasRay, checkRecessionRay } from "../../src/lp/check-ray.ts";
import { smallProgram } from "../support/random-programs.ts";

const rounding = 16 * Number.EPSILON;
const farkas = (lp: Parameters<typeof checkFarkasRay>[0], ...z: number[]) =>
  checkFarkasRay(lp, Float64Array.from(z), rounding);
const recession = (lp: Parameters<typeof checkRecessionRay>[0], ...d: number[]) =>
  checkRecessionRay(lp, Float64Array.from(d), rounding);

describe("checkFarkasRay", () => {
  // x + y >= 3 and x - y <= 1 (so y >= x - 1), with x <= 1, y <= 1: x + y <= 2 < 3, so the first row alone proves it.
  // z = (1, 0): least z'a = 3, r = (1, 1), greatest r'x = 2, gap 1.
  const lp = smallProgram(
    "min",
    [
      [0, 0, 1],
      [0, 0, 1],
    ],
    [
      [3, [1, 1], Infinity],
      [-Infinity, [1, -1], 1],
    ],
  );

  it("is 0 for an exact proof, at any scale of the ray", () => {
    expect(farkas(lp, 1, 0)).toBe(0);
    expect(farkas(lp, 1e9, 0)).toBe(0);
    expect(farkas(lp, 1e-9, 0)).toBe(0);
  });

  it("does not depend on the sense", () => {
    expect(farkas({ ...lp, sense: "max" }, 1, 0)).toBe(0);
  });

  it("is Infinity for a negated ray, a zero ray and a ray without a proof", () => {
    expect(farkas(lp, -1, 0)).toBe(Infinity); // asks for rowUpper = Infinity, and nothing is left of the gap
    expect(farkas(lp, 0, 0)).toBe(Infinity);
    // z = (0, -1): least -(x - y) is -1; r = (-1, 1), greatest r'x = 0 + 1: gap -2.
    expect(farkas(lp, 0, -1)).toBe(Infinity);
  });

  it("uses upper bounds for negative entries and lower bounds of columns for negative r", () => {
    // -x - y <= -3 is the same row turned over: z = -1, least z'a = 3, r = (1, 1).
    const turned = smallProgram(
      "min",
      [
        [0, 0, 1],
        [0, 0, 1],
      ],
      [[-Infinity, [-1, -1], -3]],
    );
    expect(farkas(turned, -1)).toBe(0);
    expect(farkas(turned, 1)).toBe(Infinity);
    // x >= 2 (lower bound), x <= 1 as a row: z = -1, least z'a = -1, r = -1, greatest r'x = -2: gap 1.
    const crossed = smallProgram("min", [[2, 0, Infinity]], [[-Infinity, [1], 1]]);
    expect(farkas(crossed, -1)).toBe(0);
  });

  it("proves that an empty row is infeasible", () => {
    expect(farkas(smallProgram("min", [[0, 0, 1]], [[1, [0], 2]]), 1)).toBe(0);
  });

  it("measures entries that refer to an infinite column bound", () => {
    // x + y >= 3 with y free: r = (1, 1), y costs 1 of w, gap = 3 - 1 = 2, figure 1 / min(1, 2).
    const loose = smallProgram(
      "min",
      [
        [0, 0, 1],
        [-Infinity, 0, Infinity],
      ],
      [[3, [1, 1], Infinity]],
    );
    expect(farkas(loose, 1)).toBe(1);
  });

  it.each([1e-3, 1e-9, 1e-15, 1e-100, 1e50])("refuses %f x + y >= 1, y <= 0.5, which a large x satisfies", (a) => {
    // In natural units x has a coefficient near 1, so w is near 1: no coefficient is too small to be meant.
    const far = smallProgram(
      "min",
      [
        [0, 0, Infinity],
        [0, 0, 0.5],
      ],
      [[1, [a, 1], Infinity]],
    );
    expect(farkas(far, 1)).toBeGreaterThan(0.5);
  });

  it("treats 1e-12 in z as noise, and 1e-6 as a value", () => {
    // z = (1, e) on x + y >= 3 (the proof) and y + f >= 0 with f free: r_f = e.
    const noisy = smallProgram(
      "min",
      [
        [0, 0, 1],
        [0, 0, 1],
        [-Infinity, 0, Infinity],
      ],
      [
        [3, [1, 1, 0], Infinity],
        [0, [0, 1, 1], Infinity],
      ],
    );
    expect(farkas(noisy, 1, 1e-12)).toBeCloseTo(1e-12, 14);
    expect(farkas(noisy, 1, 1e-6)).toBeCloseTo(1e-6, 8);
  });

  it("gives the same figure in other units of rows and columns", () => {
    const uneven = smallProgram(
      "min",
      [
        [0, 0, 1],
        [-Infinity, 0, Infinity],
      ],
      [
        [3, [1, 1], Infinity],
        [0, [1, -1], Infinity],
      ],
    );
    const figure = farkas(uneven, 1, 0.25);
    // Column 1 in units of 2^-20, row 0 in units of 2^30: a_01 * 2^-20 * 2^30 and so on; z_0 in 2^-30.
    const units = {
      ...uneven,
      value: Float64Array.of(2 ** 30, 1, 2 ** 10, -(2 ** -20)),
      rowLower: Float64Array.of(3 * 2 ** 30, 0),
    };
    expect(figure).toBeGreaterThan(0);
    expect(farkas(units, 2 ** -30, 0.25)).toBe(figure);
  });

  it("refuses 1e-9 x >= 1, however small the coefficient", () => {
    expect(farkas(smallProgram("min", [[0, 0, Infinity]], [[1, [1e-9], Infinity]]), 1)).toBeGreaterThan(0.5);
  });

  it("measures entries that refer to an infinite row bound in the unit of the row", () => {
    // z = (1, 0.25): the second row, coefficient 2, so unit 2, has no lower bound: w = 0.25 * 2 = 0.5.
    // r = (1 + 0.5, 1): gap = 3 - 1.5 - 1 = 0.5, figure 0.5 / 0.5 = 1.
    const open = smallProgram(
      "min",
      [
        [0, 0, 1],
        [0, 0, 1],
      ],
      [
        [3, [1, 1], Infinity],
        [-Infinity, [2, 0], 1],
      ],
    );
    expect(farkas(open, 1, 0.25)).toBe(1);
  });

  it("treats rounding of r as zero: 0.1 + 0.2 - 0.3 on a free column", () => {
    // Rows 0.1 x + p >= 1, 0.2 x + p >= 1, -0.3 x + p >= 1, p <= 0.5, x free: z = (1, 1, 1) leaves r_x = 5.6e-17.
    const lpRounded = smallProgram(
      "min",
      [
        [-Infinity, 0, Infinity],
        [0, 0, 0.5],
      ],
      [
        [1, [0.1, 1], Infinity],
        [1, [0.2, 1], Infinity],
        [1, [-0.3, 1], Infinity],
      ],
    );
    expect(0.1 + 0.2 - 0.3).not.toBe(0);
    expect(farkas(lpRounded, 1, 1, 1)).toBe(0);
  });
});

describe("checkRecessionRay", () => {
  // max x + y, x - y <= 1, both >= 0: d = (1, 1) keeps x - y and gains 2 for each step.
  const lp = smallProgram(
    "max",
    [
      [0, 1, Infinity],
      [0, 1, Infinity],
    ],
    [[-Infinity, [1, -1], 1]],
  );

  it("is 0 for an exact ray, at any scale", () => {
    expect(recession(lp, 1, 1)).toBe(0);
    expect(recession(lp, 1e8, 1e8)).toBe(0);
  });

  it("is Infinity if the improvement may be rounding alone", () => {
    // max x - y, x - y + the sum of 20 z - the sum of 20 w <= 0; x = 1, y a little less, all z and w 1. It gains 40
    // units of rounding, more than the 32 of its own two terms; the row grows by as much, which beside 42 terms of 1 is
    // not seen.
    const cols = (num: number, cost: number): [number, number, number][] =>
      Array.from({ length: num }, () => [0, cost, Infinity]);
    const ones = (num: number, value: number): number[] => new Array<number>(num).fill(value);
    const near = smallProgram(
      "max",
      [...cols(1, 1), ...cols(1, -1), ...cols(40, 0)],
      [[-Infinity, [1, -1, ...ones(20, 1), ...ones(20, -1)], 0]],
    );
    expect(recession(near, 1, 1 - 40 * Number.EPSILON, ...ones(40, 1))).toBe(Infinity);
  });

  it("is Infinity if the objective does not improve, or gets worse", () => {
    expect(recession({ ...lp, sense: "min" }, 1, 1)).toBe(Infinity);
    expect(recession(lp, -1, -1)).toBe(Infinity);
    expect(recession(lp, 0, 0)).toBe(Infinity);
    expect(recession({ ...lp, cost: new Float64Array(2) }, 1, 1)).toBe(Infinity);
    expect(recession({ ...lp, cost: Float64Array.of(1, -1) }, 1, 1)).toBe(Infinity);
  });

  it("measures movement towards a row bound, in the unit of the row", () => {
    // d = (1, 0.5): x - y grows by 0.5; gain 1.5 of costs of size 1: figure 0.5 / min(1, 1.5).
    expect(recession(lp, 1, 0.5)).toBe(0.5);
    const scaled = smallProgram(
      "max",
      [
        [0, 1, Infinity],
        [0, 1, Infinity],
      ],
      [[-Infinity, [1024, -1024], 1024]],
    );
    expect(recession(scaled, 1, 0.5)).toBe(0.5);
  });

  it("refuses a direction that a tiny coefficient stops", () => {
    // max x, 1e-10 x + y <= 1: x <= 1e10, and no further.
    const far = smallProgram(
      "max",
      [
        [0, 1, Infinity],
        [0, 0, Infinity],
      ],
      [[-Infinity, [1e-10, 1], 1]],
    );
    expect(recession(far, 1, 0)).toBeGreaterThan(0.5);
  });

  it("measures movement towards a column bound, on either side", () => {
    // x <= 7: d_x = 1 runs into it. x >= 0: d_x = -1 does.
    const boxed = smallProgram(
      "max",
      [
        [0, 1, 7],
        [0, 1, Infinity],
      ],
      [[-Infinity, [1, -1], 1]],
    );
    expect(recession(boxed, 1, 1)).toBe(1);
    const down = smallProgram("min", [[0, 1, Infinity]], []);
    expect(recession(down, -1)).toBe(1);
    expect(recession({ ...down, colLower: Float64Array.of(-Infinity) }, -1)).toBe(0);
  });
});
