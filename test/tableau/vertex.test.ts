import { describe, expect, it } from "vitest";
import { toNonNegativeForm } from "../../src/tableau/non-negative-form.ts";
import { Vertex } from "../../src/tableau/vertex.ts";
import { smallProgram } from "../support/random-programs.ts";

/*
 * min -3 x - 2 y, x + y <= 4 (line 0), x + 3 y <= 8 (line 1), x, y >= 0; slacks are variables 0, 1, unknowns 2, 3.
 * Basis {x, y}: x + y = 4, x + 3 y = 8 gives (2, 2). Multipliers v: v0 + v1 = -3, v0 + 3 v1 = -2: v1 = 0.5, v0 = -3.5.
 * Basis {x, slack 1}: x = 4, slack 1 = 4, v = (-3, 0): the optimum.
 */
const form = toNonNegativeForm(
  smallProgram(
    "min",
    [
      [0, -3, Infinity],
      [0, -2, Infinity],
    ],
    [
      [-Infinity, [1, 1], 4],
      [-Infinity, [1, 3], 8],
    ],
  ),
);

describe("Vertex", () => {
  it("solves for the basic unknowns, the slacks and the multipliers", () => {
    const both = new Vertex(form, [2, 3]);
    expect(both.regular).toBe(true);
    expect([...both.unknowns]).toEqual([2, 2]);
    expect([...both.slacks]).toEqual([0, 0]);
    expect([...both.multipliers()]).toEqual([-3.5, 0.5]);
    const one = new Vertex(form, [2, 1]);
    expect([...one.unknowns]).toEqual([4, 0]);
    expect([...one.slacks]).toEqual([0, 4]);
    expect([...one.multipliers()]).toEqual([-3, 0]);
  });

  it("starts at the slack basis without a solve", () => {
    const slack = new Vertex(form, [0, 1]);
    expect([...slack.unknowns]).toEqual([0, 0]);
    expect([...slack.slacks]).toEqual([4, 8]);
    expect([...slack.multipliers()]).toEqual([0, 0]);
  });

  it("gives the weights of a tableau row, of an unknown and of a slack", () => {
    const both = new Vertex(form, [2, 3]);
    // w'G = (1, 0) for x: w0 + w1 = 1, w0 + 3 w1 = 0: (1.5, -0.5); w'limit = 6 - 4 = 2 = x.
    expect([...both.rowOf(2)]).toEqual([1.5, -0.5]);
    // Basis {x, slack 1}: slack 1 = 8 - x - 3 y and x = 4 - y - slack 0: line 1 minus line 0.
    expect([...new Vertex(form, [2, 1]).rowOf(1)]).toEqual([-1, 1]);
  });

  it("gives the direction of a rising nonbasic variable, unknown or slack", () => {
    const one = new Vertex(form, [2, 1]);
    expect([...one.directionOf(3)]).toEqual([-1, 1]); // y up, x = 4 - y down
    expect([...one.directionOf(0)]).toEqual([-1, 0]); // slack 0 up, x down
  });

  it("lists negative basics, the worst first", () => {
    // y alone in line 1: y = 8/3, slack 0 = 4 - 8/3 > 0; x alone in line 1: x = 8, slack 0 = -4.
    expect(new Vertex(form, [3, 0]).negativeBasics()).toEqual([]);
    expect(new Vertex(form, [2, 0]).negativeBasics()).toEqual([0]);
    const low = toNonNegativeForm(
      smallProgram(
        "min",
        [[0, 1, 9]],
        [
          [-Infinity, [1], -1],
          [-Infinity, [1], -3],
        ],
      ),
    );
    expect(new Vertex(low, [0, 1, 2]).negativeBasics()).toEqual([1, 0]);
    expect(new Vertex(low, [0, 2, 3]).negativeBasics()).toEqual([3]); // x = -3; slack 0 = 2, slack 2 = 12
  });

  it("is not regular if the basis is singular, too short or names a variable twice", () => {
    const twin = toNonNegativeForm(
      smallProgram(
        "min",
        [
          [0, 1, Infinity],
          [0, 1, Infinity],
        ],
        [
          [-Infinity, [1, 2], 4],
          [-Infinity, [2, 4], 8],
        ],
      ),
    );
    expect(new Vertex(twin, [2, 3]).regular).toBe(false);
    expect(new Vertex(form, [2]).regular).toBe(false);
    expect(new Vertex(form, [2, 2]).regular).toBe(false);
  });
});
