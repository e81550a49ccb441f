import { describe, expect, it } from "vitest";
import { Headroom, type HeadroomClaim, type HeadroomOffer } from "../../../src/assets/ports/headroom.ts";
import type { ColumnBlock } from "../../../src/model/block.ts";
import { SolvedSite } from "../../../src/model/solved-site.ts";
import { toLinearProgram } from "../../../src/model/to-linear-program.ts";
import { emptySite } from "../../support/plans.ts";

const COUNT = 4;

/** An asset of a load of 5 MW and a store, with two products. */
function siteOf(isCalled: readonly number[], offer: Partial<HeadroomOffer> = {}, headroomMwBefore?: number) {
  const site = emptySite(COUNT);
  const load = site.addSeries("asset", "load", { unit: "MW", upper: 5 });
  const stored = site.addSeries("asset", "stored", { unit: "MWh" });
  const headroom = new Headroom({
    asset: "asset",
    slices: [{ name: "", parts: [[load, 1]], constantMw: 2, lossUsdPerMwh: () => 0 }],
    stored: { columns: stored, leastMwh: 1, mwhPerMwh: 1.25 },
    ...offer,
  });
  const claim = (product: string, fields: Partial<HeadroomClaim> = {}): ColumnBlock => {
    const sold = site.addSeries(product, "sold", { unit: "MW" });
    headroom.claim(
      {
        product,
        exclusiveWith: [],
        sold: [sold],
        hours: 2,
        responseHours: undefined,
        called: new Float64Array(COUNT),
        headroomMwBefore,
        ...fields,
      },
      Float64Array.from(isCalled),
      site,
    );
    return sold;
  };
  return { site, headroom, load, stored, claim };
}

/** Coefficients and limits of a row, by column name and interval. */
function rowOf(site: ReturnType<typeof emptySite>, name: string, t: number) {
  const lp = toLinearProgram(site);
  const rows = site.rowBlocks.find((block) => block.name === name);
  if (rows === undefined) throw new Error(`no ${name}`);
  const row = rows.start + t - rows.from;
  const terms: Record<string, number> = {};
  for (const { asset, name: column, start, count, from } of site.columnBlocks) {
    for (let i = 0; i < count; i++) {
      for (let k = lp.colStart[start + i]; k < lp.colStart[start + i + 1]; k++)
        if (lp.rowIndex[k] === row) terms[`${asset} ${column} ${from + i}`] = lp.value[k];
    }
  }
  return { terms, lower: lp.rowLower[row], upper: lp.rowUpper[row] };
}

describe("Headroom", () => {
  it("one row of power and one of energy hold all products together", () => {
    const { site, claim } = siteOf([0, 0, 0, 0]);
    claim("one");
    claim("two", { hours: 0.5 });
    expect(rowOf(site, "headroom", 1)).toEqual({
      terms: { "asset load 1": -1, "one sold 1": 1, "two sold 1": 1 },
      lower: -Infinity,
      upper: 2,
    });
    // 1.25 MWh out of the store for each MWh given.
    expect(rowOf(site, "energy behind what is sold", 2)).toEqual({
      terms: { "asset stored 2": 1, "one sold 2": -2.5, "two sold 2": -0.625 },
      lower: 1,
      upper: Infinity,
    });
    expect(site.rowBlocks.map(({ name }) => name)).toEqual(["balance", "headroom", "energy behind what is sold"]);
  });

  it("a product that is called leaves them, and takes from what was there before", () => {
    const { site, claim } = siteOf([0, 0, 1, 1]);
    claim("one", { called: Float64Array.of(0, 0, 1, 1) });
    claim("two", { called: Float64Array.of(0, 0, 0, 1) });
    expect(rowOf(site, "headroom", 2).terms).toEqual({ "asset load 2": -1, "two sold 2": 1 });
    expect(rowOf(site, "called from interval 2 on", 2)).toEqual({
      terms: { "asset load 1": -1, "asset load 2": 1, "one sold 2": 1 },
      lower: -Infinity,
      upper: 0,
    });
    expect(rowOf(site, "called from interval 2 on", 3)).toEqual({
      terms: { "asset load 1": -1, "asset load 3": 1, "one sold 3": 1, "two sold 3": 1 },
      lower: -Infinity,
      upper: 0,
    });
  });

  it("of a call under way as the plan starts the state gives what was there before", () => {
    // 6.5 MW of headroom, of which 2 are constant: the load was 4.5.
    const { site, claim } = siteOf([1, 0, 0, 0], {}, 6.5);
    claim("one", { called: Float64Array.of(1, 0, 0, 0) });
    expect(rowOf(site, "called from interval 0 on", 0)).toEqual({
      terms: { "asset load 0": 1, "one sold 0": 1 },
      lower: -Infinity,
      upper: 4.5,
    });
  });

  it("a ramp is shared by response time", () => {
    const { site, claim } = siteOf([0, 0, 0, 0], { rampDownMwPerH: 6 });
    claim("fast", { responseHours: 0.25 });
    claim("slow", { responseHours: 0.5 });
    expect(rowOf(site, "speed of what is sold", 0)).toEqual({
      terms: { "fast sold 0": 4, "slow sold 0": 2 },
      lower: -Infinity,
      upper: 6,
    });
  });

  it("hands on the last interval's, or in a call that before it", () => {
    const solvedOf = (site: ReturnType<typeof emptySite>, load: ColumnBlock) => {
      const x = new Float64Array(40);
      x.set([1, 2, 3, 4], load.start);
      return new SolvedSite(site.time, { x, y: x, reducedCost: x });
    };
    const at = (isCalled: readonly number[], before?: number) => {
      const { site, headroom, load, claim } = siteOf(isCalled, {}, before);
      claim("one", { called: Float64Array.from(isCalled) });
      return headroom.mwAtEnd(solvedOf(site, load));
    };
    expect(at([0, 0, 0, 0])).toBe(6);
    expect(at([0, 1, 0, 0])).toBe(6);
    expect(at([0, 0, 1, 1])).toBe(4);
    expect(at([1, 1, 1, 1], 7)).toBe(7);
  });
});
