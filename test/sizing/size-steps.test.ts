import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../support/runs.ts";
import { chargedPerHour, sized, twoPrices } from "../support/sizing-cases.ts";
import type { SizeChoice } from "../../src/sizing/choice-schema.ts";
import { START, type TestSite } from "../support/plans.ts";
import { assetKinds } from "../../src/assets/index.ts";
import type { AnyAssetKind } from "../../src/assets/asset.ts";
import { assetSamples, DAY_HOURS, HASHPRICE, surroundings } from "../conformance/asset-samples.ts";

/** A site of some hours with sun, a battery, rigs and gensets. */
const sites = fc
  .record({
    prices: fc.array(fc.integer({ min: 5, max: 300 }), { minLength: 4, maxLength: 8 }),
    sun: fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 8, maxLength: 8 }),
    loadMw: fc.integer({ min: 2, max: 20 }),
    importMw: fc.integer({ min: 5, max: 40 }),
  })
  .map(({ prices, sun, loadMw, importMw }): TestSite => ({
    count: prices.length,
    hashpriceUsdPerPhDay: 45,
    initialState: { bess: { storedMwh: 1 } },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: importMw, importPriceUsdPerMwh: prices },
      { kind: "ai-firm", name: "ai", facilityMw: loadMw, vollUsdPerMwh: 3000 },
      {
        kind: "renewable",
        name: "sun",
        technology: "solar",
        capacityMw: 5,
        availability: prices.map((_, t) => sun[t] / 10),
      },
      {
        kind: "battery",
        name: "bess",
        chargeLimitMw: 2,
        dischargeLimitMw: 2,
        maxStoredMwh: 4,
        wearUsdPerMwh: 3,
        end: { rule: "cyclic" },
      },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 500 },
      { kind: "diesel", name: "gensets", sets: 2, unitMw: 2, fuelUsdPerL: 1, omUsdPerMwh: 20, allowMining: true },
    ],
  }));

const choices: readonly SizeChoice[] = [
  chargedPerHour({ asset: "bess", size: "energyMwh", most: 60 }, 4),
  chargedPerHour({ asset: "bess", size: "powerMw", most: 30 }, 3),
  chargedPerHour({ asset: "sun", size: "capacityMw", most: 40 }, 12),
  chargedPerHour({ asset: "rigs", size: "rigs", most: 5000 }, 0.05),
  chargedPerHour({ asset: "gensets", size: "capacityMw", most: 30 }, 6),
  chargedPerHour({ asset: "grid", size: "importMw", most: 80 }, 8),
];
const someChoices = fc.shuffledSubarray([...choices], { minLength: 1 });
const rounding = (usd: number) => 1e-7 * Math.max(1, Math.abs(usd));

describe("for any site", () => {
  it("the dispatch planned again at the sizes costs what the sizing says", () => {
    fc.assert(
      fc.property(sites, someChoices, (site, asked) => {
        const { redispatchGap, relativeGap, warnings } = sized(site, { choices: asked });
        expect(redispatchGap).toBeLessThan(1e-9 + 2 * relativeGap);
        expect(warnings.filter(({ code }) => code === "redispatch-differs")).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });

  it("more choices never raise the cost", () => {
    fc.assert(
      fc.property(sites, someChoices, (site, asked) => {
        // What may not be chosen stands as it would at its least size.
        const fixed = (choice: SizeChoice) => ({ ...choice, most: 1e-3 });
        const all = sized(site, { choices: asked }).totalUsd;
        const fewer = sized(site, { choices: [...asked.slice(1), fixed(asked[0])] }).totalUsd;
        expect(all).toBeLessThan(fewer + rounding(fewer));
      }),
      { numRuns: runs(60) },
    );
  });

  it("lower capex never makes a size smaller nor the cost higher", () => {
    fc.assert(
      fc.property(
        sites,
        fc.constantFrom(...choices),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (site, choice, part) => {
          const expensive = sized(site, { choices: [choice] });
          const cheap = sized(site, { choices: [{ ...choice, capexUsdPerUnit: part * choice.capexUsdPerUnit }] });
          expect(cheap.totalUsd).toBeLessThan(expensive.totalUsd + rounding(expensive.totalUsd));
          expect(cheap.sizes[0].chosen).toBeGreaterThan(expensive.sizes[0].chosen - 1e-6);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  it("the next unit is worth no more than the last, and a capex at the break-even changes nothing", () => {
    fc.assert(
      fc.property(sites, fc.constantFrom(...choices), (site, choice) => {
        const [size] = sized(site, { choices: [choice] }).sizes;
        const { more, less, chargeUsdPerUnitYear: charge } = size;
        if (more && less && !size.at.startsWith("m"))
          expect(more.worthUsdPerUnitYear).toBeLessThan(less.worthUsdPerUnitYear + 1e-6 * charge);
        if (size.at === "least" && more) {
          expect(more.worthUsdPerUnitYear).toBeLessThan(charge * (1 + 1e-9));
          if (more.breakEvenCapexUsdPerUnit <= 1 || more.validForUnits < 1e-3) return;
          const paid = { ...choice, capexUsdPerUnit: 0.99 * more.breakEvenCapexUsdPerUnit };
          expect(sized(site, { choices: [paid] }).sizes[0].chosen).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

// The samples have every field of their kind in use. An interruption cap counts hours of full demand, so its
// coefficient is 1 / demand: it is refused (test/sizing/limit-slopes.test.ts), and left out here.
const allSizes = (assetKinds as readonly AnyAssetKind[]).flatMap(({ kind, sizes = {} }) =>
  Object.keys(sizes).map((size): [string, string] => [kind, size]),
);
it.each(allSizes)("%s %s: a sample with every field agrees with its dispatch at any charge", (kind, size) => {
  const { asset, beside = [], state } = assetSamples[kind];
  const { interruptionCap: _, ...own } = asset(0, DAY_HOURS) as { name: string; interruptionCap?: unknown };
  const others = typeof beside === "function" ? beside(0, DAY_HOURS) : beside;
  const replaced = [own, ...others].map(({ name }) => name);
  const start = Object.fromEntries(Object.entries({ ...state }).filter(([field]) => !field.startsWith("interrupted")));
  const site: TestSite = {
    start: START,
    timeZone: "America/Chicago",
    count: DAY_HOURS,
    hashpriceUsdPerPhDay: HASHPRICE,
    assets: [...surroundings(0, DAY_HOURS).filter(({ name }) => !replaced.includes(name)), own, ...others],
    ...(state && { initialState: { [own.name]: start } }),
  };
  for (const usd of [0, 1, 8, 1e4]) {
    const choice = chargedPerHour({ asset: own.name, size, most: size === "rigs" ? 5000 : 60 }, usd);
    const { redispatchGap, relativeGap, sizes } = sized(site, { choices: [choice], unitWorths: false });
    expect(redispatchGap, `${usd}`).toBeLessThan(1e-9 + 2 * relativeGap);
    expect(sizes).toHaveLength(1);
  }
});

it("warns that a plan of two hours is not a year, and says what exists", () => {
  const { warnings, notices, yearShare } = sized(twoPrices, {
    choices: [chargedPerHour({ asset: "bess", size: "systemMwh", most: 5 }, 30)],
  });
  expect(yearShare).toBeCloseTo(2 / 8760, 15);
  expect(warnings.map(({ code }) => code)).toEqual(["not-a-year"]);
  expect(notices).toEqual(["bess systemMwh: the input's 1 MWh only set proportions; 0 MWh exist."]);
});

it("is written by JSON.stringify without loss", () => {
  const result = sized(twoPrices, { choices: [chargedPerHour({ asset: "bess", size: "systemMwh", most: 5 }, 30)] });
  const written = JSON.parse(JSON.stringify(result)) as {
    plan: { assets: { bess: { series: { chargeMw: unknown } } } };
  };
  expect(written.plan.assets.bess.series.chargeMw).toEqual([5, 0]);
});
