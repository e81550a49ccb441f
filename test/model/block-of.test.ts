import { expect, it } from "vitest";
import { blockOf } from "../../src/model/block-of.ts";

it("blockOf finds the block of every index, of one and of many", () => {
  const blocks = [0, 3, 4, 9].map((start) => ({ start }));
  expect(Array.from({ length: 12 }, (_, index) => blockOf(blocks, index).start)).toEqual([
    0, 0, 0, 3, 4, 4, 4, 4, 4, 9, 9, 9,
  ]);
  expect(blockOf([{ start: 0 }], 7).start).toBe(0);
});
