import { expect, it } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "wattsplit/lp";
import { worthSteps } from "../../src/sizing/unit-worth.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { chargedPerHour, sizedProgram, twoPrices } from "../support/sizing-cases.ts";

const SHARE = 2 / 8760;

function worthsOf(choice: Parameters<typeof chargedPerHour>[0], usd: number) {
  const { built, columns } = sizedProgram(twoPrices, [chargedPerHour(choice, usd)]);
  const solution = solveLp(built.lp) as OptimalSolution;
  const sizes = columns.map(({ column }) => solution.x[column.start]);
  return { sizes, ...drain(worthSteps(built, columns, sizes, solution, SHARE, {})) };
}

// At 6 MWh that exist, a MWh more is built (charge 50 an hour) and the last one only saves its O&M (1 an hour), while
// either is worth 40 an hour.
it("takes the charge of a unit that is built, and of one that exists its O&M alone", () => {
  const { sizes, units } = worthsOf(
    { asset: "bess", size: "systemMwh", most: 20, existing: 6, least: 0, fixedOmUsdPerUnitYear: 8760 },
    50,
  );
  expect(sizes[0]).toBeCloseTo(6, 9);
  expect(units[0].more?.worthUsdPerUnitYear).toBeCloseTo(40 * 8760, 5);
  expect(units[0].less?.worthUsdPerUnitYear).toBeCloseTo(40 * 8760, 5);
  expect(units[0].more?.breakEvenCapexUsdPerUnit).toBeCloseTo(39 * 8760, 5);
  expect(units[0].more?.validForUnits).toBeCloseTo(4, 9);
  expect(units[0].less?.validForUnits).toBeCloseTo(6, 9);
});

it("holds no further than to the limit of the size", () => {
  const { units } = worthsOf({ asset: "bess", size: "systemMwh", most: 4 }, 30);
  expect(units[0].more).toMatchObject({ validForUnits: 0 });
  expect(units[0].less?.validForUnits).toBeCloseTo(4, 9);
});

it("says so where the second solve is cut short", () => {
  const { built, columns } = sizedProgram(twoPrices, [
    chargedPerHour({ asset: "bess", size: "systemMwh", most: 4 }, 30),
  ]);
  const { basis: _, ...solution } = solveLp(built.lp) as OptimalSolution;
  const found = drain(worthSteps(built, columns, [4], solution, SHARE, { iterationLimit: 0 }));
  expect(found.detail).toMatch(/cut short/u);
  expect(found.units[0].more).toBeUndefined();
});
