import { expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { smallProgram } from "../../support/random-programs.ts";

it("a row's activity: finite parts and infinite ones apart, fixed columns in, removed ones out", () => {
  // 2x - 3y + z + w, x in [1, 4], y in [-2, inf), z fixed at 5, w in [0, 1] solved for elsewhere (taken out).
  const r = new Reduction(
    smallProgram(
      "min",
      [
        [1, 0, 4],
        [-2, 0, Infinity],
        [0, 0, 9],
        [0, 0, 1],
      ],
      [[0, [2, -3, 1, 8], 1]],
    ),
  );
  r.fixCol(2, 5, BasisStatus.atLower);
  r.push(0, -1, 3, 0);
  r.removeCol(3);
  const activity = rowActivity(r, 0);
  expect(activity).toMatchObject({
    finiteLeast: 2 + 5,
    numInfiniteLeast: 1,
    finiteGreatest: 8 + 6 + 5,
    numInfiniteGreatest: 0,
  });
  expect([activity.least, activity.greatest]).toEqual([-Infinity, 19]);
  expect(activity.greatestCoefficient).toBe(3);
  expect(activity.greatestRounding).toBeGreaterThan(0);
  expect(activity.greatestRounding).toBeLessThan(1e-12);
});
