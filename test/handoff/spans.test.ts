import { expect, it } from "vitest";
import { spans } from "../../src/handoff/spans.ts";

it("merges equal neighbours from the first interval on", () => {
  const levels = [1, 1, 2, 2, 2, 1];
  const isSame = (before: number, t: number) => levels[before] === levels[t];
  expect(spans(0, 6, isSame)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 5 },
    { from: 5, to: 6 },
  ]);
  expect(spans(4, 6, isSame)).toEqual([
    { from: 4, to: 5 },
    { from: 5, to: 6 },
  ]);
  expect(spans(5, 6, isSame)).toEqual([{ from: 5, to: 6 }]);
  expect(spans(6, 6, isSame)).toEqual([]);
});
