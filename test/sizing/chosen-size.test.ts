import { expect, it } from "vitest";
import { parseChoices, requestAt } from "../../src/sizing/chosen-size.ts";
import { planOf } from "../support/plans.ts";
import { twoPrices } from "../support/sizing-cases.ts";

const request = planOf(twoPrices);
const bess = { asset: "bess", size: "energyMwh", capexUsdPerUnit: 5, lifeYears: 10, most: 8 };
const rate = { realPerYear: 0 };

it("finds the size of the asset, with what is left out", () => {
  const { choices, realRate } = parseChoices({ choices: [bess], rate }, request);
  expect(choices[0]).toMatchObject({ index: 2, given: 1, existing: 0, least: 0, most: 8, chargePerCapexUsd: 0.1 });
  expect(realRate).toBe(0);
  expect(parseChoices({ choices: [{ ...bess, existing: 3 }], rate }, request).choices[0].least).toBe(3);
});

it("puts several sizes of an asset into its spec", () => {
  const { choices } = parseChoices({ choices: [bess, { ...bess, size: "powerMw" }], rate }, request);
  const [, , { spec }] = requestAt(request, choices, [6, 3]).assets;
  expect(spec).toMatchObject({ maxStoredMwh: 6, chargeLimitMw: 3, dischargeLimitMw: 3 });
  expect(request.assets[2].spec).toMatchObject({ maxStoredMwh: 1, chargeLimitMw: 1 });
});

it("lists every fault at once, and refuses an asset without sizes or written at a size of 0", () => {
  const site = {
    ...twoPrices,
    assets: [
      ...twoPrices.assets,
      { kind: "renewable", name: "sun", technology: "solar", capacityMw: 0, availability: 1 },
    ],
  };
  const faulty = [
    { ...bess, asset: "none" },
    { ...bess, size: "none" },
    { ...bess, asset: "sun", size: "capacityMw" },
    { ...bess, least: 9, existing: 9 },
  ];
  expect(() => parseChoices({ choices: faulty, rate }, planOf(site))).toThrow(
    /5 faults[\s\S]*choices\[0\]\.asset[\s\S]*choices\[1\]\.size[\s\S]*above 0 in assets\[3\][\s\S]*existing[\s\S]*least/u,
  );
});

it("refuses two sizes that share a field", () => {
  expect(() => parseChoices({ choices: [bess, { ...bess, size: "systemMwh" }], rate }, request)).toThrow(
    /systemMwh beside energyMwh of bess/u,
  );
});

it("refuses what is not plain data", () => {
  expect(() => parseChoices({ choices: [{ ...bess, most: () => 1 }], rate }, request)).toThrow(/most/u);
});
