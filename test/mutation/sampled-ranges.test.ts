import { expect, it } from "vitest";
import { sampledRanges } from "./sampled-ranges.ts";

it("takes one block of ten lines in a few, counted through all files", () => {
  const files = [
    { path: "a.ts", numLines: 25 },
    { path: "b.ts", numLines: 31 },
  ];
  // Blocks 0 to 2 are in a.ts, 3 to 6 in b.ts.
  expect(sampledRanges(files, 1)).toEqual(["a.ts", "b.ts"]);
  expect(sampledRanges(files, 2)).toEqual(["a.ts:1-10", "a.ts:21-25", "b.ts:11-20", "b.ts:31-31"]);
  expect(sampledRanges(files, 3)).toEqual(["a.ts:1-10", "b.ts:1-10", "b.ts:31-31"]);
});
