import { expect, test } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { yearsSteps } from "../../src/years/years-steps.ts";
import { frameOf } from "../support/years-frame.ts";
import { plannedYears } from "../support/planned-years.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("a commitment that does not fit has no plan", () => {
  const hall = { ...oneBlock({ rent: 100, capexUsdPerMw: 0 }), leastMw: 10 };
  const fleets = [{ asset: "rigs", exits: [{ way: "sell" as const, usdPerMw: 0, mostMw: 5 }] }];
  expect(drain(yearsSteps(frameOf(years({ fleets, conversions: [hall] }))))).toMatchObject({ status: "infeasible" });
});

test("rigs that are bought pay for themselves before the halving, and not after it", () => {
  // 10 MW of space. New rigs of 10 J/TH earn 200 USD/MWh at 48 USD/PH/day: 160 of margin against 60 of the old ones,
  // 100 more in 10 MW x 2,160 h = 2,160,000 USD a quarter. At half the hashprice: 60 against 10.
  const refresh = {
    name: "new",
    fleet: {
      kind: "mining-fleet" as const,
      rig: { hashrateThPerS: 200, powerW: 2000 },
      rigs: 5000,
      standbyWPerRig: 0,
      pue: 1,
      uptime: 1,
      poolFee: 0,
    },
    dates: ["2025-01", "2025-04"],
    usdPerMw: 200_000,
  };
  const network = { hashpriceUsdPerPhDay: [48, 24] };
  const plan = plannedYears(years({ network, refreshes: [refresh] }));
  // Bought at once: 2,160,000 + 10 x 2,184 x 50 = 1,092,000 more than the old rigs, for 2,000,000.
  expect(plan.fleets.map(({ name, mw }) => [name, mw[0]])).toEqual([
    ["rigs", expect.closeTo(0, 6)],
    ["new 2025-01", expect.closeTo(10, 6)],
    ["new 2025-04", expect.closeTo(0, 6)],
  ]);
  expect(plan.valueUsd).toBeCloseTo(10 * 2160 * 160 + 10 * 2184 * 60 - 2_000_000, 2);
  const late = plannedYears(years({ network, refreshes: [{ ...refresh, dates: ["2025-04"] }] }));
  expect(late.fleets[1].mw).toEqual([0, 0].map((mw) => expect.closeTo(mw, 6)));
});
