import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { powerDemandFields } from "../../src/assets/ai-load/ai-power.ts";
import { assetKinds } from "../../src/assets/index.ts";
import { defaults2026_10, ercotProducts, presetValues, type PresetGroup } from "../../src/catalogue/presets.ts";
import { blockRewardSchema } from "../../src/input/plan-input-schema.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { findRig, standbyWPerRig } from "../../src/catalogue/rigs.ts";

const groups: readonly [string, PresetGroup][] = [...Object.entries(defaults2026_10), ...Object.entries(ercotProducts)];
const fieldsOf = (kind: string) =>
  assetKinds
    .filter((candidate) => candidate.kind === kind)
    .flatMap(({ schema }) => Object.keys((schema as z.ZodObject).shape));

describe("defaults of 2026-10", () => {
  it.each(groups)("%s: every entry has value, unit, source and date", (_, group) => {
    for (const [key, entry] of Object.entries(group)) {
      expect(
        typeof entry.value === "number" ? Number.isFinite(entry.value) : "unknown" in findRig(entry.value) === false,
        key,
      ).toBe(true);
      expect(entry.unit, key).not.toBe("");
      expect(entry.source.length, key).toBeGreaterThan(10);
      expect(entry.asOf, key).toMatch(/^202\d-\d\d/);
    }
  });

  it("holds the corrected figures", () => {
    expect(presetValues(defaults2026_10.battery)).toEqual({ chargeEfficiency: 0.948, dischargeEfficiency: 0.948 });
    // 0.96 * sqrt(0.975) = 0.94793
    expect(0.96 * Math.sqrt(0.975)).toBeCloseTo(0.948, 3);
    expect(presetValues(defaults2026_10.diesel)).toMatchObject({
      fuelSlopeLPerMwh: 248.7,
      fuelInterceptLPerHPerMw: 15,
      co2KgPerL: 2.69,
      minLoadFraction: 0.3,
    });
    // 3.50 USD/gal / 3.785411784 L/gal; 10.19 kg/gal / 3.7854 = 2.692 kg/L
    expect(defaults2026_10.diesel.fuelUsdPerL.value).toBeCloseTo(0.9246, 4);
    expect(10.19 / 3.785411784).toBeCloseTo(2.69, 2);
    expect(presetValues(defaults2026_10.miningFleet)).toEqual({
      standbyWPerRig: standbyWPerRig.value,
      pue: 1.05,
      uptime: 0.96,
      poolFee: 0.01,
    });
    expect(defaults2026_10.aiLoad.pue.value).toBe(1.25);
    expect(presetValues(defaults2026_10.aiRequests)).toEqual({ idleShareOfPeak: 0.3 });
    expect(defaults2026_10.aiFirm.vollUsdPerMwh.value).toBe(5000);
    expect(defaults2026_10.bitcoin.hashpriceUsdPerPhDay.value).toBe(40);
    expect(presetValues(defaults2026_10.bitcoinGrowth)).toEqual({ difficultyGrowthPerYear: 0.15 });
    expect(presetValues(defaults2026_10.miningRig)).toEqual({ rig: "Antminer S21 XP" });
    expect(presetValues(defaults2026_10.dieselSizing)).toEqual({
      spareSets: 1,
      tankHours: 24,
      hoursPerSetYear: 100,
      nonEmergencyHoursPerSetYear: 50,
    });
  });

  // Least squares through (P, L/h) = (0.5, 162.0), (1, 273.3), (1.5, 391.7), (2, 537.1): slope 248.7, intercept 30.1 =
  // 15 per MW of 2.
  it("fits the fuel chart it names", () => {
    const load = [0.5, 1, 1.5, 2];
    const fuel = [162, 273.3, 391.7, 537.1];
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [p, f] = [mean(load), mean(fuel)];
    const slope =
      load.reduce((sum, x, i) => sum + (x - p) * (fuel[i] - f), 0) / load.reduce((sum, x) => sum + (x - p) ** 2, 0);
    expect(slope).toBeCloseTo(defaults2026_10.diesel.fuelSlopeLPerMwh.value, 1);
    expect((f - slope * p) / 2).toBeCloseTo(defaults2026_10.diesel.fuelInterceptLPerHPerMw.value, 1);
  });

  it("uses the field names of the assets, so that its values can be spread", () => {
    const fits: readonly [string, PresetGroup][] = [
      ["mining-fleet", defaults2026_10.miningFleet],
      ["battery", defaults2026_10.battery],
      ["diesel", defaults2026_10.diesel],
      ["mining-fleet", defaults2026_10.miningRig],
      ["ai-firm", defaults2026_10.aiLoad],
      ["ai-firm", defaults2026_10.aiFirm],
    ];
    for (const [kind, group] of fits)
      for (const key of Object.keys(group)) expect(fieldsOf(kind), `${kind}.${key}`).toContain(key);
    for (const group of Object.values(ercotProducts))
      for (const key of Object.keys(group)) expect(fieldsOf("flexibility-product")).toContain(key);
    const { requests } = powerDemandFields;
    for (const key of Object.keys(defaults2026_10.aiRequests))
      expect(Object.keys(requests.unwrap().shape)).toContain(key);
    for (const key of Object.keys(defaults2026_10.bitcoinGrowth))
      expect(Object.keys(blockRewardSchema.shape)).toContain(key);
  });

  // What the sizing group is for: 20 MW of load on sets of 2 MW.
  it("sizes diesel sets by figures that are not fields", () => {
    const { spareSets, tankHours, hoursPerSetYear } = presetValues(defaults2026_10.dieselSizing);
    const sets = 20 / 2 + spareSets;
    const gensets = {
      kind: "diesel",
      name: "gensets",
      sets,
      unitMw: 2,
      omUsdPerMwh: 20,
      tankL: tankHours * 20 * (248.7 + 15),
      unitHoursCap: hoursPerSetYear * sets,
      ...presetValues(defaults2026_10.diesel),
    };
    const { assets } = parseRequest({
      horizon: { start: "2026-10-01T00:00:00Z", timeZone: "UTC", intervalMinutes: 60, count: 1 },
      assets: [gensets],
    });
    expect(assets[0].spec).toMatchObject({ sets: 11, tankL: expect.closeTo(126_576, 6), unitHoursCap: 1100 });
  });
});
