import fc from "fast-check";
import { expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { firmAsset, fleetAsset, gridAsset, optimalPlan, planOf, readingOf, type TestSite } from "../support/plans.ts";
import { billedUsd } from "../support/clerk/bill.ts";
import { loads, OCTOBER_HOURS, TARIFF_HOURS, TARIFF_START, tariffs, type Tariff } from "../support/random-tariffs.ts";
import { runs } from "../support/runs.ts";

const settings = { seed: 20260714, numRuns: runs(30, 3) };
const RELATIVE = 1e-7;
const near = (actual: number, wanted: number) =>
  expect(Math.abs(actual - wanted) / Math.max(1, Math.abs(wanted)), `${actual} and ${wanted}`).toBeLessThan(RELATIVE);

/** Firm load, and a fleet that may stop: only the tariff links one hour to another. */
const site = (tariff: Tariff, load: readonly number[], fields: Partial<TestSite> = {}): TestSite => ({
  count: load.length,
  start: TARIFF_START,
  hashpriceUsdPerPhDay: 40,
  ...fields,
  assets: [gridAsset({ importPriceUsdPerMwh: 30, ...tariff }), firmAsset(load, { vollUsdPerMwh: 9000 }), fleetAsset()],
});
const firmOnly = (tariff: Tariff, load: readonly number[], fields: Partial<TestSite> = {}): TestSite => {
  const { assets, ...rest } = site(tariff, load, fields);
  return { ...rest, assets: [assets[0], firmAsset(load)] };
};
/** The first of the two months has begun; its previous peak is given. */
const begun = {
  grid: {
    peakMw: { "2026-10": 4 },
    touPeakMw: { "2026-10": { peak: 3 } },
    monthMwh: { "2026-10": 90 },
    bill: { "2026-10": { usd: 90_000, shortfallUsd: 500 } },
  },
};

it("the bill of a fixed load equals a calculation by hand", () => {
  fc.assert(
    fc.property(tariffs, loads, (tariff, load) => {
      const plan = optimalPlan(firmOnly(tariff, load, { initialState: begun }));
      near(
        plan.objectiveUsd - plan.ledger.usdByKind.sunk,
        billedUsd({
          tariff: { importPriceUsdPerMwh: 30, ...tariff },
          load,
          start: TARIFF_START,
          timeZone: "America/Chicago",
          state: begun.grid,
        }),
      );
    }),
    settings,
  );
});

it("our engines and HiGHS agree on it", () => {
  fc.assert(
    fc.property(tariffs, loads, (tariff, load) => {
      const { lp } = buildSite(planOf(site(tariff, load, { initialState: begun })));
      const ours = solveLp(lp);
      expect(checkSolution(lp, ours).ok).toBe(true);
      near(ours.objective, solveWithHighs(lp).objective);
    }),
    settings,
  );
});

it("splitting the horizon at the end of a month does not change the sum of the bills", () => {
  fc.assert(
    fc.property(tariffs, loads, (tariff, load) => {
      const whole = optimalPlan(site(tariff, load, { initialState: begun }));
      const october = optimalPlan(site(tariff, load.slice(0, OCTOBER_HOURS), { initialState: begun }));
      const november = optimalPlan(
        site(tariff, load.slice(OCTOBER_HOURS), { start: "2026-11-01T00:00:00-05:00", initialState: october.endState }),
      );
      near(october.objectiveUsd + november.objectiveUsd, whole.objectiveUsd);
    }),
    settings,
  );
});

it("the bill of a fixed load is the same in two plans as in one, wherever the month is cut", () => {
  fc.assert(
    fc.property(
      tariffs,
      loads,
      fc.integer({ min: 1, max: TARIFF_HOURS - 1 }),
      fc.boolean(),
      (tariff, load, cut, half) => {
        // In half hours, so that a cut may be inside a billing interval.
        const fine = load.flatMap((mw, t) => [mw, load[(7 * t) % TARIFF_HOURS]]);
        const at = 2 * cut - (half ? 1 : 0);
        const part = (from: number, to: number, initialState: Record<string, unknown>) =>
          optimalPlan(
            firmOnly(tariff, fine.slice(from, to), {
              intervalMinutes: 30,
              start: new Date(Date.parse(TARIFF_START) + from * 1_800_000).toISOString(),
              initialState,
            }),
          );
        const before = { grid: { ...begun.grid, proratedShare: { "2026-10": 0.4 } } };
        const whole = part(0, fine.length, before);
        const first = part(0, at, before);
        const second = part(at, fine.length, first.endState);
        for (const kind of ["cash", "sunk", "expected"] as const) {
          expect(
            Math.abs(first.ledger.usdByKind[kind] + second.ledger.usdByKind[kind] - whole.ledger.usdByKind[kind]),
          ).toBeLessThan(1e-9 * Math.max(1, whole.ledger.absoluteUsd));
        }
        near(first.objectiveUsd + second.objectiveUsd, whole.objectiveUsd);
      },
    ),
    { ...settings, numRuns: runs(20, 2) },
  );
});

it("scaling money scales the optimum", () => {
  fc.assert(
    fc.property(tariffs, loads, fc.constantFrom(2, 3, 7), (tariff, load, factor) => {
      const once = site(tariff, load, { initialState: begun });
      const scaled = scaleMoney({ ...once, hashpriceUsdPerPhDay: 40 * factor }, factor) as TestSite;
      near(optimalPlan(scaled).objectiveUsd, factor * optimalPlan(once).objectiveUsd);
    }),
    settings,
  );
});

it("planning in finer steps than the billing interval does not change the optimum", () => {
  fc.assert(
    fc.property(tariffs, loads, (tariff, load) => {
      const billed = { ...tariff, billingIntervalMinutes: 60 };
      const coarse = optimalPlan(site(billed, load, { initialState: begun }));
      const finer = load.flatMap((mw) => [mw, mw, mw, mw]);
      near(
        optimalPlan(site(billed, finer, { intervalMinutes: 15, initialState: begun })).objectiveUsd,
        coarse.objectiveUsd,
      );
    }),
    { ...settings, numRuns: runs(10, 2) },
  );
});

it("the lines of the bill are the connection's ledger; earlier charges are reported separately", () => {
  fc.assert(
    fc.property(tariffs, loads, (tariff, load) => {
      const plan = optimalPlan(site(tariff, load, { initialState: begun }));
      const { bill } = readingOf(plan, "grid", "grid");
      near(
        bill.reduce((sum, { alreadyUsd = 0 }) => sum + alreadyUsd, 0),
        plan.alreadySetUsd,
      );
      near(
        bill.reduce((sum, { usd }) => sum + usd, 0),
        plan.ledger.lines.filter(({ asset }) => asset === "grid").reduce((sum, { usd }) => sum + usd, 0),
      );
    }),
    settings,
  );
});

/** All numbers with a name that begins with `usd` or contains `Usd`, times `factor`. */
function scaleMoney(value: unknown, factor: number, isMoney = false): unknown {
  if (typeof value === "number") return isMoney ? value * factor : value;
  if (Array.isArray(value)) return value.map((entry) => scaleMoney(entry, factor, isMoney));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      scaleMoney(entry, factor, isMoney || (/^usd|Usd|^shortfallUsd/u.test(key) && key !== "hashpriceUsdPerPhDay")),
    ]),
  );
}
