import { expect, it } from "vitest";
import { CandidateList } from "../../../../src/solvers/dual-simplex/state/candidate-list.ts";

it("finds the greatest merit / weight among what has been noted, and drops what has lost its own", () => {
  const list = new CandidateList(4);
  const weight = Float64Array.of(1, 1, 4, 1);
  expect(list.best(weight)).toBe(-1);
  for (const [k, merit] of [
    [3, 2],
    [2, 12],
    [0, 0],
    [3, 2],
  ])
    list.note(k, merit);
  expect([...list.listed.slice(0, list.count)]).toEqual([3, 2]);
  expect(list.best(weight)).toBe(2); // 12 / 4 > 2 / 1
  list.note(2, 0);
  expect([list.best(weight), list.count]).toEqual([3, 1]);
  list.note(2, 16);
  expect([list.best(weight), list.count]).toEqual([2, 2]);
  list.merit.fill(0);
  expect([list.best(weight), list.count]).toEqual([-1, 0]);
});

it("of equals takes the first by number, whatever the order of the list", () => {
  const list = new CandidateList(3);
  for (const k of [2, 0, 1]) list.note(k, 9);
  expect(list.best(new Float64Array(3).fill(1))).toBe(0);
});
