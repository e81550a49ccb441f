import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PowerPlan } from "../../src/plan/plan-result.ts";
import { billedUsd } from "../support/clerk/bill.ts";
import { firmAsset, gridAsset, optimalPlan, renewableAsset } from "../support/plans.ts";
import { tariffFamilies, type TariffCase } from "../support/random-tariff-families.ts";
import { runs } from "../support/runs.ts";

/**
 * A load that cannot move, with generation that must be taken: the plan has one schedule, and its cost is the bill. The
 * clerk of `support/clerk` works it out from the tariff's words alone. Zero tolerance but for rounding: 1e-9 of the sum
 * of all amounts.
 */
const EXACT = 1e-9;
const NO_STATE = {};

const planOfPart = ({ tariff, net, start, timeZone }: TariffCase, from: number, to: number, state: object): PowerPlan =>
  optimalPlan({
    count: to - from,
    timeZone,
    start: new Date(Date.parse(start) + from * 3_600_000).toISOString(),
    initialState: state as Record<string, unknown>,
    assets: [
      gridAsset(tariff),
      firmAsset(net.slice(from, to).map((mw) => Math.max(0, mw))),
      renewableAsset(100, {
        availability: net.slice(from, to).map((mw) => Math.max(0, -mw) / 100),
        leastShare: 1,
      }),
    ],
  });
const unsunk = ({ objectiveUsd, ledger }: PowerPlan) => objectiveUsd - ledger.usdByKind.sunk;
const clerk = ({ tariff, net, start, timeZone, state }: TariffCase, from = 0, to = net.length) =>
  billedUsd({
    tariff,
    load: net.slice(from, to),
    start: new Date(Date.parse(start) + from * 3_600_000).toISOString(),
    timeZone,
    state: state as Record<string, unknown>,
  });

describe.each(Object.entries(tariffFamilies))("tariffs of the family %s", (_family, cases) => {
  it("are billed as a clerk bills them, over a clock change and a month's end", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const plan = planOfPart(given, 0, given.net.length, { grid: given.state });
        expect(Math.abs(unsunk(plan) - clerk(given))).toBeLessThan(EXACT * Math.max(1, plan.ledger.absoluteUsd));
      }),
      { seed: 20261130, numRuns: runs(40, 4) },
    );
  });

  it("in pieces cut at any hour, each from the last one's end state, add up to the clerk's bill of the whole", () => {
    fc.assert(
      fc.property(
        cases,
        fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { minLength: 1, maxLength: 3 }),
        (given, cuts) => {
          const seams = [0, ...cuts.toSorted((a, b) => a - b), given.net.length];
          let state: object = { grid: given.state };
          let [usd, absoluteUsd] = [0, 0];
          for (let i = 0; i + 1 < seams.length; i++) {
            const plan = planOfPart(given, seams[i], seams[i + 1], state);
            usd += unsunk(plan);
            absoluteUsd += plan.ledger.absoluteUsd;
            state = plan.endState;
          }
          expect(Math.abs(usd - clerk(given))).toBeLessThan(EXACT * Math.max(1, absoluteUsd));
        },
      ),
      { seed: 20261130, numRuns: runs(40, 4) },
    );
  });
});

it("the clerk can be wrong: a load of another hour is another bill", () => {
  const given: TariffCase = {
    start: "2026-10-31T00:00:00-05:00",
    timeZone: "America/Chicago",
    tariff: { importPriceUsdPerMwh: 30, demandCharge: { usdPerMwMonth: 100, prorate: false } },
    net: [1, 2, 3],
    state: NO_STATE,
  };
  expect(clerk(given)).toBe(30 * 6 + 300);
  expect(clerk({ ...given, net: [1, 2, 4] })).toBe(30 * 7 + 400);
});
