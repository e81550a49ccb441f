import { describe, expect, it } from "vitest";
import {
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  usdOf,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "inference", "ai-firm");
const gpus = (fields: Fields = {}): Fields => ({
  kind: "ai-firm",
  name: "inference",
  gpus: 4000,
  kwPerGpu: 2,
  pue: 1.25,
  ...fields,
});

describe("revenue of firm AI", () => {
  it.each([
    // 10 MW at the bus, 8 MW of IT, 4000 GPUs of 2 kW; half an hour, all of it served at 50 USD/MWh: 250 USD of power.
    { what: "per facility MWh", asset: firmAsset(10, { revenueUsdPerFacilityMwh: 300 }), usd: 5 * 300 },
    {
      what: "per IT MWh",
      asset: { kind: "ai-firm", name: "inference", itMw: 8, pue: 1.25, revenueUsdPerItMwh: 500 },
      usd: 4 * 500,
    },
    { what: "per GPU-hour of GPUs in use", asset: gpus({ revenueUsdPerGpuHour: 2 }), usd: 2000 * 2 },
    {
      what: "per GPU-hour of IT power",
      asset: { kind: "ai-firm", name: "inference", itMw: 8, pue: 1.25, kwPerGpu: 2, revenueUsdPerGpuHour: 2 },
      usd: 2000 * 2,
    },
    // Half of an hour of the 744 of July.
    { what: "per month", asset: firmAsset(10, { revenueUsdPerMonth: 744_000 }), usd: 500 },
    {
      what: "per month and MWh",
      asset: firmAsset(10, { revenueUsdPerMonth: 744_000, revenueUsdPerFacilityMwh: 300 }),
      usd: 2000,
    },
  ])("$what is cash in the ledger: $usd USD", ({ asset, usd }) => {
    const plan = optimalPlan({ count: 1, intervalMinutes: 30, assets: [gridAsset(), asset] });
    expect(usdOf(plan, "AI revenue", "cash")).toBeCloseTo(-usd, 8);
    expect(read(plan).totals.revenueUsd).toBeCloseTo(usd, 8);
    expect(plan.objectiveUsd).toBeCloseTo(250 - usd, 8);
  });

  it("by the month is shared among its intervals", () => {
    const plan = optimalPlan({
      count: 48,
      start: "2026-07-31T00:00:00-05:00",
      assets: [gridAsset(), firmAsset(1, { revenueUsdPerMonth: 31_000 })],
    });
    // A day of July and one of August, 31 days each.
    expect(usdOf(plan, "AI revenue")).toBeCloseTo(-2000, 8);
    const line = plan.ledger.lines.find(({ item }) => item === "AI revenue");
    expect(line?.usdByInterval?.[5]).toBeCloseTo(-31_000 / 744, 8);
  });

  it("is lost with what is not served, beside the value of lost load", () => {
    // 4 of 10 MW: 6 x 300 earned, 4 x 2000 of penalty, 6 x 50 paid. A MWh more is worth 2300.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 6 }), firmAsset(10, { vollUsdPerMwh: 2000, revenueUsdPerFacilityMwh: 300 })],
    });
    expect(usdOf(plan, "AI revenue", "cash")).toBeCloseTo(-1800, 6);
    expect(read(plan).totals.revenueUsd).toBeCloseTo(1800, 6);
    expect(usdOf(plan, "unserved firm AI", "penalty")).toBeCloseTo(8000, 6);
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(2300, 6);
  });

  it("by the month is not lost with what is not served", () => {
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 6 }), firmAsset(10, { vollUsdPerMwh: 2000, revenueUsdPerMonth: 744_000 })],
    });
    expect(read(plan).totals.revenueUsd).toBeCloseTo(1000, 8);
  });

  it("of GPUs is lost in the share that is not served", () => {
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 5 }), gpus({ vollUsdPerMwh: 9000, revenueUsdPerGpuHour: 2 })],
    });
    expect(read(plan).totals.revenueUsd).toBeCloseTo(4000, 6);
  });

  it("of moved work is the mean of its day, and of missed work is lost", () => {
    // 4 and 12 MW at 400 and 200 USD/MWh: a mean of 250. A quarter, 4 MWh, may move; the second hour has no power: the
    // first serves its own 3 MWh that cannot move and up to 9 MW of what can. Not served: 9 MWh of the second hour.
    const site = (importLimitMw: number) =>
      optimalPlan({
        count: 2,
        assets: [
          gridAsset({ importLimitMw: [importLimitMw, 0] }),
          firmAsset([4, 12], { flexibleShare: 0.25, vollUsdPerMwh: 1000, revenueUsdPerFacilityMwh: [400, 200] }),
        ],
      });
    expect(read(site(20)).totals.revenueUsd).toBeCloseTo(4 * 400 + 12 * 200 - 9 * 200, 6);
    // With 5 MW two of the four MWh that may move are missed, at the mean of the day: less than the 400 of the hour's
    // own.
    const short = site(5);
    expect(read(short).totals.revenueUsd).toBeCloseTo(1600 + 2400 - 1800 - 2 * 250, 6);
    expect(usdOf(short, "AI revenue")).toBeCloseTo(-(1600 + 2400 - 1800 - 2 * 250), 6);
  });

  it("counts against mining: a low value of lost load is enough beside a revenue", () => {
    // Mining nets 100 USD/MWh; 60 alone is refused, 60 with 50 of revenue is not.
    const assets = (fields: Fields) => ({
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset(), firmAsset(5, { vollUsdPerMwh: 60, ...fields }), fleetAsset()],
    });
    expect(faultsOf(assets({}))).toHaveLength(1);
    expect(faultsOf(assets({ revenueUsdPerFacilityMwh: 30 }))).toMatchObject([
      { path: "assets[1].vollUsdPerMwh", given: "90 with the revenue lost" },
    ]);
    expect(faultsOf(assets({ revenueUsdPerFacilityMwh: 50 }))).toEqual([]);
  });

  it("is left out of the reading where none is stated", () => {
    expect(read(optimalPlan({ count: 1, assets: [gridAsset(), firmAsset(1)] })).totals).not.toHaveProperty(
      "revenueUsd",
    );
  });
});

describe("what is refused", () => {
  const paths = (asset: Fields) => faultsOf({ count: 1, assets: [gridAsset(), asset] }).map(({ path }) => path);

  it.each([
    [firmAsset(1, { revenueUsdPerFacilityMwh: 90, revenueUsdPerItMwh: 90 }), ["assets[1].revenueUsdPerItMwh"]],
    [firmAsset(1, { revenueUsdPerItMwh: 90 }), ["assets[1].revenueUsdPerItMwh"]],
    [firmAsset(1, { revenueUsdPerGpuHour: 2 }), ["assets[1].revenueUsdPerGpuHour", "assets[1].kwPerGpu"]],
    [{ kind: "ai-firm", name: "inference", itMw: 8, pue: 1.25, revenueUsdPerGpuHour: 2 }, ["assets[1].kwPerGpu"]],
    [{ kind: "ai-firm", name: "inference", itMw: 8, pue: 1.25, kwPerGpu: 2 }, ["assets[1].kwPerGpu"]],
  ])("%o at %o", (asset, wanted) => {
    expect(paths(asset)).toEqual(wanted);
  });
});
