import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runPlan } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { withShare } from "../../src/years/quarter-program.ts";
import { BASE_CASE, scheduleTerms } from "../../src/years/schedule-terms.ts";
import { type SolvedSchedule, solveSchedule } from "../../src/years/solve-schedule.ts";
import type { ConversionInput, YearsInput } from "../../src/years/years-input.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { runs } from "../support/runs.ts";
import { frameOf } from "../support/years-frame.ts";
import { extensiveForm } from "../support/years-oracle.ts";
import { oneBlock, site, years } from "../support/years-site.ts";

/** Prices that make the dispatch of a size a curve: four levels a day. */
const curved = {
  ...site,
  horizon: { ...site.horizon, count: 4 },
  assets: site.assets.map((asset) =>
    asset.kind === "grid" ? { ...asset, importLimitMw: 9, importPriceUsdPerMwh: [20, 60, 90, 130] } : asset,
  ),
};

function solved(input: YearsInput, plain: unknown = curved): SolvedSchedule {
  const frame = frameOf(input, plain);
  const answer = drain(solveSchedule(scheduleTerms(frame.model, frame.parts, BASE_CASE), drain(frame.baseValues())));
  if (answer.status !== "solved") throw new Error(answer.detail);
  return answer;
}

const arbitrary = fc.record({
  hashprice: fc.array(fc.double({ min: 20, max: 80, noNaN: true }), { minLength: 3, maxLength: 3 }),
  rent: fc.double({ min: 20, max: 150, noNaN: true }),
  capexUsdPerMw: fc.double({ min: 0, max: 300_000, noNaN: true }),
  sale: fc.double({ min: 0, max: 50_000, noNaN: true }),
});

function inputOf({ hashprice, rent, capexUsdPerMw, sale }: typeof arbitrary extends fc.Arbitrary<infer T> ? T : never) {
  const hall: ConversionInput = { ...oneBlock({ rent, capexUsdPerMw }), blocks: 2, wholeBlocks: true };
  return years({
    quarters: 3,
    discountRatePerYear: 0.1,
    network: { hashpriceUsdPerPhDay: hashprice },
    fleets: [{ asset: "rigs", exits: [{ way: "sell", usdPerMw: sale }] }],
    conversions: [hall],
  });
}

/** The best value over all starts of two blocks of 5 MW in three quarters or never, every quarter by the planner. */
function bruteForce(input: YearsInput): number {
  const frame = frameOf(input, curved);
  const dispatch = new Map<string, number>();
  const valueAt = (q: number, rigs: number, halls: number) => {
    const key = `${q} ${rigs} ${halls}`;
    const known = dispatch.get(key);
    if (known !== undefined) return known;
    const plan = runPlan(withShare(withShare(frame.request(q), "rigs", rigs), "hall", halls));
    if (plan.status !== "optimal") throw new Error(plan.detail);
    const usd = -plan.objectiveUsd * frame.grids[q].weight;
    dispatch.set(key, usd);
    return usd;
  };
  const [hall] = input.conversions ?? [];
  const rent = 10_000 * 3 * (hall.lease?.usdPerItKwMonth ?? 0);
  const capex = 10 * (hall.capex.retrofitUsdPerMw ?? 0);
  const sale = 10 * (input.fleets?.[0].exits?.[0].usdPerMw ?? 0);
  const discount = (q: number) => 1.1 ** (-(q + 1) / 4);
  let best = -Infinity;
  const NEVER = 3;
  for (let first = 0; first <= NEVER; first++)
    for (let second = first; second <= NEVER; second++) {
      // Rigs may leave early, in halves: with linear values between halves that is enough only if they are kept while
      // they earn, so all falling sequences of halves are tried.
      for (const rigs of fallingHalves()) {
        let value = 0;
        let feasible = true;
        for (let q = 0; q < 3; q++) {
          const halls = (Number(first <= q) + Number(second <= q)) / 2;
          feasible &&= rigs[q] + halls <= 1;
          const started = (Number(first === q) + Number(second === q)) / 2;
          const sold = (q === 0 ? 1 : rigs[q - 1]) - rigs[q];
          if (feasible)
            value += discount(q) * (valueAt(q, rigs[q], halls) + rent * halls - capex * started + sale * sold);
        }
        if (feasible) best = Math.max(best, value + discount(2) * sale * rigs[2]);
      }
    }
  return best;
}

function fallingHalves(): number[][] {
  const levels = [1, 0.5, 0];
  return levels.flatMap((a) =>
    levels.filter((b) => b <= a).flatMap((b) => levels.filter((c) => c <= b).map((c) => [a, b, c])),
  );
}

describe("solveSchedule", () => {
  test("has the value that HiGHS finds for schedule and hours in one program", () => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 0, max: 80_000, noNaN: true }), (given, rentUsd) => {
        const input = inputOf(given);
        const [hall] = input.conversions as readonly ConversionInput[];
        const gas = {
          kind: "firm-generation",
          name: "gas",
          units: 1,
          unitMw: 4,
          fuelUsdPerMwh: 45,
          co2TPerMwh: 0.4,
          omUsdPerMwh: 5,
        };
        const frame = frameOf(
          {
            ...input,
            conversions: [{ ...hall, wholeBlocks: false, leadMonths: 4, miningOffMonths: 2 }],
            bridges: [{ asset: "gas", usdPerMwMonth: rentUsd, mobiliseUsdPerMw: 1000 }],
          },
          { ...curved, assets: [...curved.assets, gas] },
        );
        const terms = scheduleTerms(frame.model, frame.parts, BASE_CASE);
        const answer = drain(solveSchedule(terms, drain(frame.baseValues())));
        const oracle = solveWithHighs(extensiveForm(frame, terms));
        if (answer.status !== "solved") throw new Error(answer.detail);
        expect(oracle.status).toBe("optimal");
        expect(Math.abs(answer.schedule.valueUsd / 1e6 + oracle.objective)).toBeLessThan(1e-4);
      }),
      { numRuns: runs(40, 3) },
    );
  });

  test("is at least as good as every schedule of halves, and its bound is proven", () => {
    fc.assert(
      fc.property(arbitrary, (given) => {
        const input = inputOf(given);
        const { schedule, boundUsd, isProven } = solved(input);
        const best = bruteForce(input);
        const tolerance = 1e-6 * (1e6 + Math.abs(best));
        expect(isProven).toBe(true);
        expect(schedule.valueUsd).toBeGreaterThanOrEqual(best - tolerance);
        expect(boundUsd - schedule.valueUsd).toBeLessThanOrEqual(1e-6 * 3e7);
        // Blocks are whole.
        for (const share of schedule.starts[0]) expect(Math.abs(share * 2 - Math.round(share * 2))).toBeLessThan(1e-6);
      }),
      { numRuns: runs(60, 3) },
    );
  });

  test("a later permit never raises the value, a higher rent never lowers what is converted", () => {
    fc.assert(
      fc.property(arbitrary, fc.double({ min: 1, max: 2, noNaN: true }), (given, factor) => {
        const input = inputOf(given);
        const [hall] = input.conversions as readonly ConversionInput[];
        const base = solved(input).schedule;
        const later = solved({ ...input, conversions: [{ ...hall, permitFrom: "2025-04" }] }).schedule;
        expect(later.valueUsd).toBeLessThanOrEqual(base.valueUsd + 10);
        const richer = solved(inputOf({ ...given, rent: given.rent * factor })).schedule;
        const weight = (starts: readonly number[]) => starts.reduce((sum, share, q) => sum + share * (3 - q), 0);
        expect(richer.valueUsd).toBeGreaterThanOrEqual(base.valueUsd - 10);
        // Rent is earned by quarters online: the sum of shares times quarters does not fall (discount near 1).
        expect(weight(richer.starts[0])).toBeGreaterThanOrEqual(weight(base.starts[0]) - 1e-6);
      }),
      { numRuns: runs(40, 2) },
    );
  });

  test("a least size that does not fit is infeasible, with advice", () => {
    const hall = { ...oneBlock({ rent: 100, capexUsdPerMw: 0 }), leastMw: 10 };
    const fleets = [{ asset: "rigs", exits: [{ way: "sell" as const, usdPerMw: 0, mostMw: 5 }] }];
    const frame = frameOf(years({ fleets, conversions: [hall] }));
    const terms = scheduleTerms(frame.model, frame.parts, BASE_CASE);
    expect(drain(solveSchedule(terms, drain(frame.baseValues())))).toMatchObject({
      status: "infeasible",
      detail: expect.stringMatching(/compare leastMw with the space/u),
    });
  });

  test("a hall without power waits for the line, or rents generation for the time before", () => {
    // The import limit is 2 MW in the first two quarters, then 20. The hall of 10 MW must be served.
    const hall = { ...oneBlock({ rent: 200, capexUsdPerMw: 0 }), load: { kind: "ai-firm" as const, facilityMw: 10 } };
    const gas = {
      kind: "firm-generation",
      name: "gas",
      units: 2,
      unitMw: 5,
      fuelUsdPerMwh: 50,
      co2TPerMwh: 0.4,
      omUsdPerMwh: 5,
    };
    const small = {
      ...site,
      assets: [...site.assets.map((a) => (a.kind === "grid" ? { ...a, importLimitMw: 2 } : a)), gas],
    };
    const input = years({
      quarters: 4,
      changes: [{ asset: "grid", from: "2025-07", set: { importLimitMw: 20 } }],
      conversions: [hall],
      bridges: [{ asset: "gas", usdPerMwMonth: 20_000, mobiliseUsdPerMw: 1000 }],
    });
    const { schedule } = solved(input, small);
    // 8 MW are rented while the line is small, and given back then.
    expect(schedule.starts[0][0]).toBeCloseTo(1, 6);
    expect(schedule.shares.map((shares) => shares[2])).toEqual([0.8, 0.8, 0, 0].map((s) => expect.closeTo(s, 6)));
    const expensive = solved({ ...input, bridges: [{ asset: "gas", usdPerMwMonth: 900_000 }] }, small).schedule;
    expect(expensive.starts[0][0]).toBeCloseTo(0.2, 6);
    expect(expensive.shares.map((shares) => shares[2])).toEqual([0, 0, 0, 0].map((s) => expect.closeTo(s, 6)));
  });
});
