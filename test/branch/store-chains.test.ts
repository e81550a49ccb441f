import { expect, it } from "vitest";
import { storeChains } from "../../src/branch/store-chains.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { rulePairs } from "../../src/plan/either-or-check.ts";
import { transpose } from "../../src/sparse/transpose.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { randomChain } from "../support/exclusive-case.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";

const byRows = (lp: LinearProgram) => transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);

it("finds the store of a chain, interval by interval", () => {
  // Rows of hour t: 4 t the balance, 4 t + 1 the store, whose state is column 6 t + 2.
  const { lp, pairs } = randomChain(1, 3);
  expect(storeChains(lp, byRows(lp), pairs.blocks)).toEqual([
    [0, 1, 2].map((t) => ({ block: t, state: 6 * t + 2, row: 4 * t + 1, coefficient: 1, retention: t === 0 ? 0 : 1 })),
  ]);
});

it("finds every battery of a site with its losses, and finds nothing without a battery", () => {
  const site = (assets: unknown[]) => {
    const { lp, site: model } = buildSite(
      parseRequest({ horizon: horizon(3), initialState: { bess: { storedMwh: 5 }, other: { storedMwh: 2 } }, assets }),
    );
    return storeChains(lp, byRows(lp), rulePairs(model).blocks);
  };
  const chains = site([grid(), firm(), battery({ selfDischargePerHour: 0.1 }), battery({ name: "other" })]);
  expect(chains.map((chain) => chain.map(({ block, retention }) => [block, retention]))).toEqual([
    [
      [0, 0],
      [1, expect.closeTo(0.9, 12)],
      [2, expect.closeTo(0.9, 12)],
    ],
    [
      [0, 0],
      [1, 1],
      [2, 1],
    ],
  ]);
});

it("does not take a row with columns in two blocks or with three states as a store", () => {
  const { lp, pairs } = randomChain(1, 3);
  const withRowOf = (column: number, row: number) => {
    const rowIndex = lp.rowIndex.slice();
    for (let k = lp.colStart[column]; k < lp.colStart[column + 1]; k++) if (rowIndex[k] === 1) rowIndex[k] = row;
    return { ...lp, rowIndex };
  };
  // The charge of the first hour stands in the store's row of the second.
  const torn = withRowOf(0, 5);
  expect(storeChains(torn, byRows(torn), pairs.blocks)).toEqual([]);
});
