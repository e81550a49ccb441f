import { describe, expect, it } from "vitest";
import { redundantRows } from "../../../../src/solvers/interior-point/form/redundant-rows.ts";
import { smallProgram } from "../../../support/random-programs.ts";

describe("redundantRows", () => {
  // x in [0, 4], y in [1, 3], z >= 0: x + y stands in [1, 7], x - y in [-3, 3], -z in (-Infinity, 0].
  const columns: [number, number, number][] = [
    [0, 1, 4],
    [1, 1, 3],
    [0, 1, Infinity],
  ];
  const looseness = (...row: [number, number[], number]) => redundantRows(smallProgram("min", columns, [row]))[0];

  it("finds rows that the bounds of their columns imply, also with equality", () => {
    expect(looseness(-Infinity, [1, 1, 0], 7)).toBe(1);
    expect(looseness(-3, [1, -1, 0], 3)).toBe(1);
    expect(looseness(-Infinity, [0, 0, -2], 0)).toBe(1);
    expect(looseness(-Infinity, [1, 1, 1], Infinity)).toBe(1);
    expect(looseness(0, [0, 0, 0], 0)).toBe(1);
  });

  it("leaves rows that some point within those bounds violates, on either side", () => {
    expect(looseness(-Infinity, [1, 1, 0], 6.999)).toBe(0);
    expect(looseness(-2.999, [1, -1, 0], 3)).toBe(0);
    expect(looseness(-Infinity, [1, 0, 1], 1e9)).toBe(0);
    expect(looseness(1, [0, 0, 0], 2)).toBe(0);
  });
});
