import { describe, expect, it } from "vitest";
import { chooseEngine } from "../../src/solvers/choose-engine.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { interiorPoint } from "../../src/solvers/interior-point.ts";
import { twoByTwo } from "../support/simplex-case.ts";

describe("chooseEngine", () => {
  const large = { ...twoByTwo, numRows: 5000 };
  const startBasis = { col: new Uint8Array(2), row: new Uint8Array(5000) };

  it("takes the simplex for the small and for those with a basis, the interior point for the rest", () => {
    expect(chooseEngine(twoByTwo, {})).toBe(dualSimplex);
    expect(chooseEngine(large, {})).toBe(interiorPoint);
    expect(chooseEngine(large, { startBasis })).toBe(dualSimplex);
  });
});
