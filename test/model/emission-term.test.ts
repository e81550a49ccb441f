import { expect, it } from "vitest";
import { emittedT } from "../../src/model/emission-term.ts";
import { SolvedSite } from "../../src/model/solved-site.ts";
import { emptySite } from "../support/plans.ts";

it("a series emits its value times its factor, in its own intervals", () => {
  const site = emptySite(4);
  const late = site.addSeries("engine", "powerMw", { unit: "MW", from: 2 });
  const x = Float64Array.of(3, 5);
  const solved = new SolvedSite(site.time, { x, y: x, reducedCost: x });
  expect([...emittedT({ columns: late, tPerUnit: 0.4 }, solved)]).toEqual([0, 0, 3 * 0.4, 2]);
  expect([...emittedT({ columns: late, tPerUnit: Float64Array.of(9, 9, 0.5, 0.1) }, solved)]).toEqual([0, 0, 1.5, 0.5]);
});
