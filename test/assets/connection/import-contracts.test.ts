import { describe, expect, it } from "vitest";
import { ImportContracts } from "../../../src/assets/connection/import-contracts.ts";
import { SolvedSite } from "../../../src/model/solved-site.ts";
import { toLinearProgram } from "../../../src/model/to-linear-program.ts";
import { emptySite } from "../../support/plans.ts";

function siteWith(importValues: readonly number[]) {
  const site = emptySite(importValues.length);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW" });
  const contracts = new ImportContracts(importMw);
  const solved = (...used: (readonly number[])[]) =>
    new SolvedSite(site.time, {
      x: Float64Array.from([importValues, ...used].flat()),
      y: new Float64Array(0),
      reducedCost: new Float64Array(0),
    });
  return { site, contracts, solved };
}

describe("ImportContracts", () => {
  it("declares the rows of energy bought at spot once, with the first contract that has columns", () => {
    const { site, contracts } = siteWith([0]);
    expect(site.rowBlocks.map(({ name }) => name)).toEqual(["balance"]);
    for (const asset of ["a", "b"]) contracts.use(site.addSeries(asset, "usedMw", { unit: "MW" }), site);
    expect(site.rowBlocks.map(({ asset, name }) => `${asset} ${name}`)).toEqual([
      "site balance",
      "grid bought at spot",
    ]);
    // import - used a - used b >= 0 in row 1.
    const { colStart, rowIndex, value, rowLower, rowUpper } = toLinearProgram(site);
    expect([...colStart]).toEqual([0, 1, 2, 3]);
    expect([...rowIndex]).toEqual([1, 1, 1]);
    expect([...value]).toEqual([1, -1, -1]);
    expect([rowLower[1], rowUpper[1]]).toEqual([0, Infinity]);
  });

  it("counts free volumes as used in the order of the contracts, as far as used columns leave room", () => {
    const { site, contracts, solved } = siteWith([10, 10, 2]);
    contracts.use(site.addSeries("a", "usedMw", { unit: "MW" }), site);
    const places = [
      [4, 4, 4],
      [5, 0, 5],
    ].map((mw) => contracts.addFree(Float64Array.from(mw)));
    // Room of 7, 10 and 0 MW: the first takes 4, 4 and 0, the second what is left, 3 of 5, 0 of 0 and 0.
    const answer = solved([3, 0, 3]);
    expect(places.map((place) => [...contracts.freeUsedMw(place, answer)])).toEqual([
      [4, 4, 0],
      [3, 0, 0],
    ]);
  });
});
