import { expect, it } from "vitest";
import { objectiveAt } from "../../src/lp/objective-at.ts";
import { smallProgram } from "../support/random-programs.ts";

it("is cost times point and the constant, whatever the sense", () => {
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
});
