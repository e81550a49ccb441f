import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { arePairsSeparated, optimalPartition, snapToBounds } from "../../../src/solvers/crossover/partition.ts";
import { interiorWorkspace, iterateTo } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";

describe("partition", () => {
  // min x + 2 y + 3 z, x + y + z = 5, x <= 2, y <= 4: x = 2 (upper), y = 3 (inside), z = 0 (lower).
  const { form, origin, engine } = interiorWorkspace(
    smallProgram(
      "min",
      [
        [0, 1, 2],
        [0, 2, 4],
        [0, 3, Infinity],
      ],
      [[5, [1, 1, 1], 5]],
    ),
  );
  drain(engine.start(1));

  it("is open at the start and settled at the end", () => {
    expect(arePairsSeparated(engine.point)).toBe(false);
    iterateTo(engine, 1e-10);
    expect(arePairsSeparated(engine.point)).toBe(true);
    const status = optimalPartition(form, engine.point);
    expect([0, 1, 2].map((v) => status[origin.varOf.indexOf(v)])).toEqual([
      BasisStatus.atUpper,
      BasisStatus.basic,
      BasisStatus.atLower,
    ]);
    const x = snapToBounds(form, status, engine.point.x);
    expect(x[origin.varOf.indexOf(0)]).toBe(form.upper[origin.varOf.indexOf(0)]);
    expect(x[origin.varOf.indexOf(2)]).toBe(0);
  });
});
