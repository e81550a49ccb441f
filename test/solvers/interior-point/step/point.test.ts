import { describe, expect, it } from "vitest";
import { Direction, Point } from "../../../../src/solvers/interior-point/step/point.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { smallProgram } from "../../../support/random-programs.ts";

const { form } = interiorWorkspace(
  smallProgram(
    "min",
    [
      [0, 1, 4],
      [0, 1, Infinity],
    ],
    [[1, [1, 1], 1]],
  ),
);

describe("point", () => {
  it("has z for both columns, w and v for the boxed one alone", () => {
    const { x, z, w, v, y } = new Point(form);
    expect([x, z, w, v, y].map(({ length }) => length)).toEqual([2, 2, 1, 1, 1]);
  });

  it("a cleared direction leads nowhere", () => {
    const direction = new Direction(form);
    const { x, z, v, y } = direction;
    for (const part of [x, z, v, y]) part.fill(NaN);
    direction.clear();
    expect([x, z, v, y].map((part) => [...part])).toEqual([[0, 0], [0, 0], [0], [0]]);
  });
});
