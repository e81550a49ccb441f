import { describe, expect, it } from "vitest";
import { PlanInputError, planPower } from "wattsplit";
import { sizeSite, sizeSiteAsync } from "wattsplit/sizing";
import { chargedPerHour, noInterest, sized, twoPrices } from "./support/sizing-cases.ts";
import type { TestSite } from "./support/plans.ts";

/** Yearly worth of what is worth so much in a plan of so many hours. */
const perYear = (usd: number, hours: number) => (usd * 8760) / hours;

describe("a battery for a day of two prices", () => {
  const choice = { asset: "bess", size: "systemMwh", most: 50 };

  // A MWh charged at 20 and discharged at 100 saves 80 in the 2 hours, as long as the load of 10 MW takes it. At 30 USD
  // an hour and MWh (60 in the plan) the tenth pays and the eleventh earns nothing: 10 MWh. Cost: 200 + 200 + 600.
  it("is as large as the load", () => {
    const result = sized(twoPrices, { choices: [chargedPerHour(choice, 30)], compareWithExisting: true });
    const [bess] = result.sizes;
    expect(bess).toMatchObject({ chosen: 10, built: 10, at: "between", reducedCostUsdPerUnitYear: 0 });
    expect(bess.less?.worthUsdPerUnitYear).toBeCloseTo(perYear(80, 2), 6);
    expect(bess.less?.breakEvenCapexUsdPerUnit).toBeCloseTo(perYear(80, 2), 6);
    expect(bess.less?.validForUnits).toBeCloseTo(10, 9);
    expect(bess.more?.worthUsdPerUnitYear).toBeCloseTo(0, 6);
    expect(result.totalUsd).toBeCloseTo(400 + 600, 9);
    expect(result.chargesUsd).toBeCloseTo(600, 9);
    expect(result.redispatchGap).toBeLessThan(1e-12);
    // 1200 without it, 400 with it: 800 in 2 hours.
    expect(result.withoutBuilding?.objectiveUsd).toBeCloseTo(1200, 9);
    expect(result.withoutBuilding?.paybackYears).toBeCloseTo(result.capexUsd / perYear(800, 2), 12);
  });

  // At 50 an hour (100 in the plan) none pays; the first would at 40 an hour.
  it("is not built where it does not pay, and its break-even capex is exact all the same", () => {
    const [bess] = sized(twoPrices, { choices: [chargedPerHour(choice, 50)] }).sizes;
    expect(bess).toMatchObject({ chosen: 0, at: "least" });
    expect(bess.more?.breakEvenCapexUsdPerUnit).toBeCloseTo(40 * 8760, 6);
    expect(bess.more?.validForUnits).toBeCloseTo(10, 9);
    expect(bess.reducedCostUsdPerUnitYear).toBeCloseTo((50 - 40) * 8760, 6);
    expect(bess.breakEvenCapexUsdPerUnit).toBeCloseTo(40 * 8760, 6);
  });

  it("stops at its greatest size, beyond which a unit would still save", () => {
    const [bess] = sized(twoPrices, { choices: [chargedPerHour({ ...choice, most: 4 }, 30)] }).sizes;
    expect(bess).toMatchObject({ chosen: 4, at: "most" });
    expect(bess.reducedCostUsdPerUnitYear).toBeCloseTo((30 - 40) * 8760, 6);
    expect(bess.less?.breakEvenCapexUsdPerUnit).toBeCloseTo(40 * 8760, 6);
  });

  it("says a bound where units are not ranged: sizes hold up to that capex at least", () => {
    const options = { choices: [chargedPerHour(choice, 50)], unitWorths: false };
    const [none] = sized(twoPrices, options).sizes;
    const bound = none.breakEvenCapexUsdPerUnit ?? NaN;
    expect(bound).toBeGreaterThan(40 * 8760 - 1e-6);
    expect(bound).toBeLessThan(50 * 8760 + 1e-6);
    const { sizes, notices } = sized(twoPrices, {
      choices: [{ ...options.choices[0], capexUsdPerUnit: bound * 1.001 }],
    });
    expect(sizes[0].chosen).toBe(0);
    expect(notices).toHaveLength(1);
    expect(sized(twoPrices, options).notices[1]).toMatch(/unitWorths asks for it/u);
    const [all] = sized(twoPrices, { choices: [chargedPerHour({ ...choice, most: 4 }, 30)], unitWorths: false }).sizes;
    expect(all.breakEvenCapexUsdPerUnit).toBeGreaterThan(30 * 8760 - 1e-6);
    expect(all.breakEvenCapexUsdPerUnit).toBeLessThan(40 * 8760 + 1e-6);
  });

  it("has a curve that rises by the worth of a unit and then stays", () => {
    const { sizes } = sized(twoPrices, { choices: [chargedPerHour({ ...choice, most: 20 }, 30)], curvePoints: 5 });
    expect(sizes[0].curve?.map(({ size }) => size)).toEqual([0, 5, 10, 15, 20]);
    const saved = sizes[0].curve?.map(({ savedUsdPerYear = NaN }) => savedUsdPerYear / 8760) ?? [];
    [0, 200, 400, 400, 400].forEach((usd, i) => expect(saved[i]).toBeCloseTo(usd, 6));
  });

  // Energy and power by themselves: 10 MWh and 10 MW, each worth nothing without the other.
  it("has energy and power of its own choice", () => {
    const result = sized(twoPrices, {
      choices: [
        chargedPerHour({ ...choice, size: "energyMwh" }, 10),
        chargedPerHour({ ...choice, size: "powerMw" }, 20),
      ],
    });
    expect(result.sizes.map(({ chosen }) => chosen)).toEqual([10, 10]);
    expect(result.totalUsd).toBeCloseTo(400 + 10 * 2 * 30, 9);
    const expensive = sized(twoPrices, {
      choices: [
        chargedPerHour({ ...choice, size: "energyMwh" }, 10),
        chargedPerHour({ ...choice, size: "powerMw" }, 50),
      ],
    });
    // Without a MW, which costs more than both save, a MWh is worth nothing; a MW with its MWh at 10 saves 40.
    expect(expensive.sizes.map(({ chosen }) => chosen)).toEqual([0, 0]);
    expect(expensive.sizes[0].more?.worthUsdPerUnitYear).toBeCloseTo(0, 6);
    expect(expensive.sizes[1].more?.worthUsdPerUnitYear).toBeCloseTo(30 * 8760, 6);
  });

  // 6 MWh stand; 3 more are allowed. What exists bears no capex: 400 + 80 - 80 * 9 ... = 1200 - 720, and 3 * 60.
  it("counts what exists as sunk", () => {
    const result = sized(twoPrices, { choices: [chargedPerHour({ ...choice, most: 9, existing: 6 }, 30)] });
    expect(result.sizes[0]).toMatchObject({ chosen: 9, built: 3, existing: 6, retired: 0 });
    expect(result.totalUsd).toBeCloseTo(1200 - 720 + 180, 9);
    expect(result.capexUsd).toBeCloseTo(3 * 30 * 8760, 6);
  });

  // Fixed O&M of 45 an hour is more than the 40 that a MWh saves: with least 0, all 6 MWh go.
  it("retires what exists where its fixed O&M is more than it saves, if it may", () => {
    const om = { ...choice, existing: 6, fixedOmUsdPerUnitYear: 45 * 8760 };
    const without = sized(twoPrices, { choices: [chargedPerHour({ ...om, least: 0 }, 30)], compareWithExisting: true });
    expect(without.sizes[0]).toMatchObject({ chosen: 0, built: 0, retired: 6 });
    // O&M of 6 x 45 an hour is saved and 6 x 40 of savings are lost; nothing is built, so nothing pays back.
    expect(without.withoutBuilding?.savedUsdPerYear).toBeCloseTo(6 * (45 - 40) * 8760, 3);
    expect(without.withoutBuilding?.paybackYears).toBeUndefined();
    const [retained] = sized(twoPrices, { choices: [chargedPerHour(om, 30)] }).sizes;
    expect(retained).toMatchObject({ chosen: 6, built: 0, retired: 0, at: "least" });
  });
});

// A load of 10, 20, 30 and 40 MW in four hours, lost load at 1050 USD/MWh, power at 50: a MW of import is worth 1000 in
// each hour in which the load is above it. At 500 an hour (2000 in the plan) the newsvendor's rule wants P(load > size)
// = 1/2 at the margin: between 20 and 30 MW a MW pays for itself, below 20 it earns 1000 too much. At 400: 30 MW.
describe("import capacity against a load that varies (newsvendor)", () => {
  const site: TestSite = {
    count: 4,
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 100, importPriceUsdPerMwh: 50 },
      { kind: "ai-firm", name: "ai", facilityMw: [10, 20, 30, 40], vollUsdPerMwh: 1050 },
    ],
  };
  const choice = { asset: "grid", size: "importMw", most: 100 };

  it.each([
    [400, 30, 2, 1],
    [600, 20, 3, 2],
    [200, 40, 1, 0],
    [900, 10, 4, 3],
  ])("at %d USD an hour: %d MW", (usd, mw, last, next) => {
    const [grid] = sized(site, { choices: [chargedPerHour(choice, usd)] }).sizes;
    expect(grid.chosen).toBeCloseTo(mw, 9);
    expect(grid.less?.worthUsdPerUnitYear).toBeCloseTo(perYear(1000 * last, 4), 3);
    expect(grid.more?.worthUsdPerUnitYear).toBeCloseTo(perYear(1000 * next, 4), 3);
  });

  it("must carry a load that must be served: a MW less leaves no plan", () => {
    const firm = { ...site, assets: [site.assets[0], { kind: "ai-firm", name: "ai", facilityMw: [10, 20, 30, 40] }] };
    const [grid] = sized(firm, { choices: [chargedPerHour(choice, 400)] }).sizes;
    expect(grid.chosen).toBeCloseTo(40, 9);
    expect(grid.less?.worthUsdPerUnitYear).toBe(Infinity);
  });

  it("says which limits conflict where no size is enough", () => {
    const firm = { kind: "ai-firm", name: "ai", facilityMw: 40 };
    const result = sizeSite(
      {
        horizon: { start: "2026-07-14T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 1 },
        assets: [site.assets[0], firm],
      } as never,
      { rate: noInterest, choices: [chargedPerHour({ ...choice, most: 30 }, 1)] },
    );
    expect(result.status).toBe("infeasible");
    expect(result.sizes).toBeUndefined();
  });
});

// A rig of 4 kW and 200 TH/s at 50 USD/PH/day earns 0.2 * 50 / 24 = 0.41666 USD an hour; power for it at 40 USD/MWh
// costs 0.16. So a rig is worth 0.25666 USD an hour: 2248.4 a year. Import of 20 MW carries 5000 rigs.
describe("rigs: capex against hashprice", () => {
  const site: TestSite = {
    count: 3,
    hashpriceUsdPerPhDay: 50,
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: 40 },
      {
        kind: "mining-fleet",
        name: "fleet",
        rig: { powerW: 4000, hashrateThPerS: 200 },
        rigs: 100,
        pue: 1,
        uptime: 1,
        poolFee: 0,
        standbyWPerRig: 0,
      },
    ],
  };
  const worth = (0.2 * 50) / 24 - 0.16;
  const choice = { asset: "fleet", size: "rigs", most: 8000 };

  it("are bought up to what the site can power", () => {
    const [fleet] = sized(site, { choices: [chargedPerHour(choice, worth - 0.01)] }).sizes;
    expect(fleet.chosen).toBeCloseTo(5000, 6);
    expect(fleet.less?.breakEvenCapexUsdPerUnit).toBeCloseTo(worth * 8760, 6);
    expect(fleet.more?.worthUsdPerUnitYear).toBeCloseTo(0, 6);
  });

  it("are not bought above that, and the plan is the site without the fleet", () => {
    const { sizes, plan } = sized(site, { choices: [chargedPerHour(choice, worth + 0.01)] });
    expect(sizes[0]).toMatchObject({ chosen: 0, at: "least" });
    expect(sizes[0].more?.breakEvenCapexUsdPerUnit).toBeCloseTo(worth * 8760, 6);
    expect(plan.status === "optimal" && Object.keys(plan.assets)).toEqual(["grid"]);
  });
});

// Spot AI at 70 USD/MWh on power at 50 earns 20 a MWh: a shell at 15 an hour is built as far as 30 MW of import go.
it("an AI shell is built while its margin is more than its charge", () => {
  const site = {
    count: 2,
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 30, importPriceUsdPerMwh: 50 },
      { kind: "ai-spot", name: "spot", facilityMw: 5, revenueUsdPerFacilityMwh: 70 },
    ],
  };
  const choice = { asset: "spot", size: "facilityMw", most: 100 };
  const [shell] = sized(site, { choices: [chargedPerHour(choice, 15)] }).sizes;
  expect(shell.chosen).toBeCloseTo(30, 9);
  expect(sized(site, { choices: [chargedPerHour(choice, 25)] }).sizes[0].chosen).toBe(0);
});

// A firm load that earns is built with its constant revenue: 90 - 50 a MWh at every hour.
it("a firm AI load that must be served is sized by its revenue", () => {
  const site = {
    count: 2,
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 30, importPriceUsdPerMwh: 50 },
      { kind: "ai-firm", name: "hall", facilityMw: [5, 10], revenueUsdPerFacilityMwh: 90 },
    ],
  };
  const choice = { asset: "hall", size: "facilityMw", most: 100 };
  // (5 + 10) / 10 * 40 = 60 for each MW of peak and the plan of 2 hours.
  const result = sized(site, { choices: [chargedPerHour(choice, 29)] });
  expect(result.sizes[0].chosen).toBeCloseTo(30, 9);
  expect(result.totalUsd).toBeCloseTo(30 * (58 - 60), 9);
  expect(sized(site, { choices: [chargedPerHour(choice, 31)] }).sizes[0].chosen).toBe(0);
});

describe("faults", () => {
  const input = {
    horizon: { start: "2026-07-14T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 2 },
    ...twoPrices,
    count: undefined,
  } as never;
  const good = { asset: "bess", size: "energyMwh", capexUsdPerUnit: 1, lifeYears: 10, most: 5 };
  const faultOf = (options: object) => {
    try {
      sizeSite(planInput, { rate: noInterest, choices: [good], ...options } as never);
    } catch (error) {
      if (error instanceof PlanInputError)
        return error.faults.map(({ path, given, wanted }) => `${path}: ${given}, ${wanted}`);
      throw error;
    }
    return [];
  };
  const planInput = { ...(input as object) } as never;
  delete (planInput as { count?: unknown }).count;

  it("is silent about a good choice", () => {
    expect(faultOf({})).toEqual([]);
    expect(planPower(planInput).status).toBe("optimal");
  });

  it.each<[object, RegExp]>([
    [{ choices: [] }, /options\.choices: /u],
    [{ choices: [{ ...good, asset: "bass" }] }, /choices\[0\]\.asset: "bass", .*grid, ai, bess/u],
    [{ choices: [{ ...good, size: "mwh" }] }, /choices\[0\]\.size: "mwh", .*energyMwh, powerMw, systemMwh/u],
    [{ choices: [{ ...good, least: 6 }] }, /choices\[0\]\.least: 6, at most most = 5/u],
    [{ choices: [{ ...good, existing: 6 }] }, /choices\[0\]\.existing: 6/u],
    [{ choices: [{ ...good, capexUsdPerUnit: -1 }] }, /choices\[0\]\.capexUsdPerUnit: -1/u],
    [{ choices: [{ ...good, capex: 1 }] }, /capex/u],
    [{ choices: [good, { ...good, size: "systemMwh" }] }, /choices\[1\]\.size: systemMwh beside energyMwh/u],
    [{ rate: 0.08 }, /options\.rate/u],
    [{ rate: { nominalPerYear: 0.08 } }, /options\.rate/u],
    [{ rate: { realPerYear: 8 } }, /options\.rate/u],
    [{ curvePoints: 1.5 }, /options\.curvePoints: 1\.5/u],
    [{ unitWorths: 1 }, /options\.unitWorths/u],
    [{ compareWithExisting: 1 }, /options\.compareWithExisting/u],
  ])("%j", (options, wanted) => {
    expect(faultOf(options).join("\n")).toMatch(wanted);
  });

  it("refuses what is not an input or not options", () => {
    const call = sizeSite as (input?: unknown, options?: unknown) => unknown;
    for (const options of [undefined, null, 7, "x", [], {}])
      expect(() => call(planInput, options)).toThrow(PlanInputError);
    for (const wrong of [undefined, null, 7, []])
      expect(() => call(wrong, { rate: noInterest, choices: [good] })).toThrow(PlanInputError);
  });

  it("rejects in the asynchronous face, too, and honours a signal", async () => {
    const options = { rate: noInterest, choices: [good] };
    await expect(sizeSiteAsync(planInput, { ...options, curvePoints: -1 })).rejects.toThrow(/curvePoints/u);
    const done = await sizeSiteAsync(planInput, options);
    expect(done.sizes?.[0].asset).toBe("bess");
    await expect(
      sizeSiteAsync(planInput, { ...options, signal: AbortSignal.abort(new Error("enough")) }),
    ).rejects.toThrow("enough");
  });
});
