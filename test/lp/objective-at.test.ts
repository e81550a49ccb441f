import { expect, it } from "vitest";
import { compensatedObjectiveAt, objectiveAt } from "../../src/lp/objective-at.ts";
import { smallProgram } from "../support/random-programs.ts";

it("the objective is cost times point plus the constant, in either sense", () => {
  // 2 * 3 - 1 * 4 + 0.5
  const lp = {
    ...smallProgram(
      "max",
      [
        [0, 2, 9],
        [0, -1, 9],
      ],
      [],
    ),
    objectiveOffset: 0.5,
  };
  expect(objectiveAt(lp, Float64Array.of(3, 4))).toBe(2.5);
  expect(compensatedObjectiveAt(lp, Float64Array.of(3, 4))).toBe(2.5);
});

it("the compensated objective keeps what large terms cancel", () => {
  // 1e16 * 1 + 1 * 1 - 1e16 * 1 = 1, where a plain sum gives 0.
  const lp = smallProgram(
    "min",
    [
      [0, 1e16, 1],
      [0, 1, 1],
      [0, -1e16, 1],
    ],
    [],
  );
  const x = Float64Array.of(1, 1, 1);
  expect(objectiveAt(lp, x)).toBe(0);
  expect(compensatedObjectiveAt(lp, x)).toBe(1);
});
