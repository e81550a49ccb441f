import { expect, test } from "vitest";
import { DispatchValues } from "../../src/years/dispatch-values.ts";
import { QuarterProgram } from "../../src/years/quarter-program.ts";
import { frameOf } from "../support/years-frame.ts";
import { years } from "../support/years-site.ts";

test("sizes that have been dispatched are not dispatched again", () => {
  const values = new DispatchValues([QuarterProgram.of(frameOf(years({})).request(0), ["rigs"], 1)]);
  expect(values.at(0, [0.5])).toBe(values.at(0, [0.5]));
  expect([values.solves, values.cuts[0].length]).toEqual([1, 1]);
});
