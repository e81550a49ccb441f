import { expect, test } from "vitest";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { scheduleProgram } from "../../src/years/schedule-program.ts";
import { BASE_CASE, scheduleTerms } from "../../src/years/schedule-terms.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, years } from "../support/years-site.ts";

const hall = { ...oneBlock({ rent: 100, capexUsdPerMw: 1e5 }), blocks: 2, wholeBlocks: true };
const frame = frameOf(years({ conversions: [hall] }));
const terms = scheduleTerms(frame.model, frame.parts, BASE_CASE);
/** Values that do not depend on the sizes. */
const flat = [0, 1].map(() => [{ isRay: false, constant: 1e6, slope: new Float64Array(2), y: new Float64Array(0) }]);

test("without a dispatch that depends on sizes the rent alone decides", () => {
  const { lp, startColumns, shareColumns, valueColumns } = scheduleProgram(terms, flat, false);
  const solution = solveLp(lp);
  if (solution.status !== "optimal") throw new Error(solution.status);
  const { x, objective } = solution;
  expect(startColumns[0].map((column) => x[column])).toEqual([1, 0]);
  expect(shareColumns.map((columns) => columns.map((column) => x[column]))).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(valueColumns.map((column) => x[column])).toEqual([1, 1]);
  // Two quarters of 3 million and 1 million of value each, less 1 million: 7 million.
  expect(objective).toBeCloseTo(-7, 9);
});

test("whole blocks have a pair for every block and start", () => {
  const { pairs, lp } = scheduleProgram(terms, flat, true);
  expect(pairs).toHaveLength(4);
  expect(solveLp(lp).objective).toBeCloseTo(-7, 9);
});

test("fixed starts leave nothing to choose", () => {
  const fixed = scheduleTerms(frame.model, frame.parts, { ...BASE_CASE, starts: [[0, 0.5]] });
  const { lp, startColumns } = scheduleProgram(fixed, flat, true);
  const { x } = solveLp(lp);
  expect(startColumns[0].map((column) => x?.[column])).toEqual([0, 0.5]);
});
