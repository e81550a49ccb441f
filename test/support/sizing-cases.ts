/** Sites of a few hours whose best sizes follow by hand, and their sizing. */
import { expect } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { parseChoices } from "../../src/sizing/chosen-size.ts";
import type { SizeChoice } from "../../src/sizing/choice-schema.ts";
import { scalingSteps } from "../../src/sizing/limit-slopes.ts";
import { sizedSteps, type SizedSite } from "../../src/sizing/size-columns.ts";
import type { SizedPlan } from "../../src/sizing/size-result.ts";
import { sizeSite, type SizingOptions } from "../../src/size-site.ts";
import { shareOfYear } from "../../src/sizing/annual-charge.ts";
import type { PlanInput } from "../../src/plan-input/index.ts";
import { planOf, type TestSite } from "./plans.ts";

/** A choice without interest over a year of 8760 h: `perHour` USD for each hour of the plan. */
export const chargedPerHour = (
  choice: Pick<SizeChoice, "asset" | "size" | "most"> & Partial<SizeChoice>,
  usd: number,
) => ({
  capexUsdPerUnit: usd * 8760,
  lifeYears: 1,
  ...choice,
});

export const noInterest = { realPerYear: 0 };

/** As `sizeSite`; the site as tests write it. */
export function sized(site: TestSite, options: Omit<SizingOptions, "rate"> & Partial<SizingOptions>): SizedPlan {
  const { assets, count, intervalMinutes = 60, hashpriceUsdPerPhDay, initialState } = site;
  const { start = "2026-07-14T00:00:00Z", timeZone = "UTC" } = site;
  const input = {
    horizon: { start, timeZone, intervalMinutes, count },
    ...(hashpriceUsdPerPhDay !== undefined && { bitcoin: { hashpriceUsdPerPhDay } }),
    ...(initialState && { initialState }),
    assets,
  } as unknown as PlanInput;
  const result = sizeSite(input, { rate: noInterest, ...options });
  if (!result.sizes) throw new Error(`${result.status}: ${result.detail}`);
  expect(result.plan.status).toBe("optimal");
  return result;
}

/** The program of a sizing. */
export function sizedProgram(site: TestSite, choices: readonly SizeChoice[]): SizedSite {
  const request = planOf(site);
  const parsed = parseChoices({ choices, rate: noInterest }, request);
  return drain(sizedSteps(drain(scalingSteps(request, parsed.choices)), parsed.choices, shareOfYear(request.time)));
}

/** Firm AI of 10 MW beside a grid of 100 MW, at 20 and then 100 USD/MWh, and a loss-free battery of 1 MW, 1 MWh. */
export const twoPrices: TestSite = {
  count: 2,
  initialState: { bess: { storedMwh: 0 } },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: [20, 100] },
    { kind: "ai-firm", name: "ai", facilityMw: 10, vollUsdPerMwh: 5000 },
    {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 1,
      dischargeLimitMw: 1,
      maxStoredMwh: 1,
      chargeEfficiency: 1,
      dischargeEfficiency: 1,
      wearUsdPerMwh: 0,
      end: { rule: "cyclic" },
    },
  ],
};
