import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { buildSite, type BuiltSite } from "../../src/plan/build-site.ts";
import { elasticProgram } from "../../src/plan/elastic-program.ts";
import { type IrreducibleSet, irreducibleSteps } from "../../src/plan/irreducible-set.ts";
import { LimitSystem, type LimitMember } from "../../src/plan/limit-system.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { battery, diesel, firm, grid, horizon } from "../support/small-sites.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { tightSite } from "../support/tight-sites.ts";
import { runs } from "../support/runs.ts";

function setOf(built: BuiltSite, around?: number, options = {}): IrreducibleSet | undefined {
  const elastic = elasticProgram(built.lp, built.site);
  const optimum = solveLp(elastic);
  if (optimum.status !== "optimal") throw new Error(optimum.status);
  return drain(irreducibleSteps(built, elastic, optimum, around, options));
}
const built = (input: unknown) => buildSite(parseRequest(input));
const must = (facilityMw: unknown = 30) => firm({ facilityMw, vollUsdPerMwh: undefined });
const words = (set: IrreducibleSet | undefined) =>
  set?.limits.map(({ asset, limit, value, interval, count }) => [asset, limit, value, interval, count]);

describe("irreducibleSteps by hand", () => {
  it("the need of an hour and the limits of all that could serve it", () => {
    // 60 MW under 40 + 5 + 8; the hour before and its limits do not belong to it.
    const site = built({
      horizon: horizon(2),
      initialState: { bess: { storedMwh: 20 } },
      assets: [grid({ importLimitMw: 40 }), must([30, 60]), battery(), diesel({ sets: 4 })],
    });
    const set = setOf(site);
    expect(words(set)).toEqual([
      ["site", "need", 60, 1, 1],
      ["bess", "dischargeLimitMw", 5, 1, 1],
      ["gensets", "sets", 8, 1, 1],
      ["grid", "importLimitMw", 40, 1, 1],
    ]);
    expect(set).toMatchObject({ isIrreducible: true, proof: { ok: true } });
    expect(set?.sentence).toBe(
      "These limits contradict each other; without any one of them, the others can be met: 60 MW needed at " +
        "2026-07-14T01:00:00-05:00; bess dischargeLimitMw 5 MW at 2026-07-14T01:00:00-05:00; gensets sets 8 MW " +
        "at 2026-07-14T01:00:00-05:00; grid importLimitMw 40 MW at 2026-07-14T01:00:00-05:00.",
    );
  });

  it("explains the shortage around the given interval", () => {
    const site = built({
      horizon: horizon(9),
      assets: [grid({ importLimitMw: 40 }), must([50, 30, 30, 30, 30, 30, 30, 30, 45])],
    });
    expect(words(setOf(site, 0))).toEqual([
      ["site", "need", 50, 0, 1],
      ["grid", "importLimitMw", 40, 0, 1],
    ]);
    expect(words(setOf(site, 8))).toEqual([
      ["site", "need", 45, 8, 1],
      ["grid", "importLimitMw", 40, 8, 1],
    ]);
  });

  it("neighbouring intervals are one member; only as many as it takes", () => {
    // 10 MW missing for 4 h, the tank holds 5000 L = 18.96 MWh: two hours (5274 L) contradict it, one would not.
    const set = setOf(
      built({ horizon: horizon(4), assets: [grid({ importLimitMw: 20 }), must(), diesel({ tankL: 5000 })] }),
      0,
    );
    expect(words(set)).toEqual([
      ["site", "need", 30, 0, 2],
      ["gensets", "tankL", 5000, undefined, undefined],
      ["grid", "importLimitMw", 20, 0, 2],
    ]);
  });

  it("a state that cannot be reached: its end and every hour it could have charged in", () => {
    const set = setOf(
      built({
        horizon: horizon(3),
        initialState: { bess: { storedMwh: 2 } },
        assets: [grid(), firm(), battery({ end: { rule: "at-least", storedMwh: 20 } })],
      }),
    );
    expect(words(set)).toEqual([
      ["bess", "end", 20, 2, 1],
      ["bess", "chargeLimitMw", 5, 0, 3],
    ]);
  });

  it("reports a search that is cut short", () => {
    const site = built({
      horizon: horizon(3),
      assets: [grid({ importLimitMw: 20 }), must(), diesel({ sets: 5, unitMw: 4, unitHoursCap: 5 })],
    });
    // What has a price at the elastic optimum takes no step to prove; to find more takes some.
    const cut = setOf(site, 0, { iterationLimit: 0 });
    expect(cut).toMatchObject({
      isIrreducible: false,
      proof: { ok: true },
      sentence: expect.stringMatching(
        /^These limits contradict each other \(the search for the smallest set was cut short\): 30 MW needed/,
      ),
    });
  });
});

it("is irreducible: infeasible as it is, feasible without any one of its limits, by HiGHS on random sites", () => {
  let [checked, removed] = [0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const site = built(tightSite(seed));
      if (solveLp(site.lp).status !== "infeasible") return;
      const set = setOf(site, 0);
      expect(set, `seed ${seed}`).toMatchObject({ isIrreducible: true, proof: { ok: true } });
      const members = membersOf(site, set!);
      expect(statusWith(site, members), `seed ${seed}`).toBe("infeasible");
      // Each takes a solve of the oracle: a few of a large set.
      members
        .filter((_, k) => members.length <= 8 || (k + seed) % Math.ceil(members.length / 8) === 0)
        .forEach((left) => {
          expect(
            statusWith(
              site,
              members.filter((member) => member !== left),
            ),
            `seed ${seed} without ${left.asset} ${left.limit} at ${left.interval}`,
          ).toBe("optimal");
          removed++;
        });
      checked++;
    }),
    { seed: 20261122, numRuns: runs(40, 4) },
  );
  expect(checked).toBeGreaterThan(runs(12, 0));
  expect(removed).toBeGreaterThan(runs(40, 1));
});

/** Every limit of the set, interval by interval, found again by its words among all limits of the site. */
function membersOf({ site, lp }: BuiltSite, { limits }: IrreducibleSet): LimitMember[] {
  const system = new LimitSystem(site, lp);
  const all = [
    ...Array.from({ length: lp.numRows }, (_, i) => [...system.ofRow(i, 1), ...system.ofRow(i, -1)])
      .flat()
      .filter(({ of }) => of === "row"),
    ...Array.from({ length: lp.numCols }, (_, j) => [...system.ofColumn(j, 1), ...system.ofColumn(j, -1)]).flat(),
  ];
  return limits.flatMap(({ asset, limit, side, value, interval, count = 1 }) =>
    all.filter(
      (member) =>
        member.asset === asset &&
        member.limit === limit &&
        member.side === side &&
        member.value === value &&
        (interval === undefined
          ? member.interval === undefined
          : member.interval !== undefined && member.interval >= interval && member.interval < interval + count),
    ),
  );
}

function statusWith({ site, lp }: BuiltSite, members: readonly LimitMember[]): string {
  const system = new LimitSystem(site, lp);
  for (const member of members) system.switch(member, true);
  const { colLower, colUpper, rowLower, rowUpper } = system;
  const fixed: LinearProgram = { ...lp, cost: new Float64Array(lp.numCols), colLower, colUpper, rowLower, rowUpper };
  return solveWithHighs(fixed).status;
}
