import { describe, expect, it } from "vitest";
import { assetKinds } from "../../src/assets/index.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { parseAssets } from "../../src/input/assets-section.ts";
import { parseCounterfactual } from "../../src/input/counterfactual-section.ts";
import type { ParseContext } from "../../src/input/parse-context.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

const time = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 2, "America/Chicago");
const grid = { kind: "grid", name: "Grid", importLimitMw: 50, importPriceUsdPerMwh: 40 };
const diesel = { kind: "diesel", name: "Sets", sets: 4, unitMw: 2, fuelUsdPerL: 0.92, omUsdPerMwh: 20 };
const fleet = { kind: "mining-fleet", name: "Fleet", rig: "S21 XP", rigs: 1000 };
const load = { kind: "ai-firm", name: "AI", facilityMw: 20 };
const site = [grid, diesel, fleet, load];
const battery = {
  kind: "battery",
  name: "Battery",
  chargeLimitMw: 5,
  dischargeLimitMw: 5,
  maxStoredMwh: 20,
  wearUsdPerMwh: 5,
};
const valid = { aiOnlyImportLimitMw: [20, 10], basis: "allocation letter of 2026-01-12", assetsAiOnlyKeeps: ["Sets"] };

function read(input: unknown, assets: readonly unknown[] = site) {
  const context: ParseContext = { faults: [], notices: [], time, timeZone: "America/Chicago" };
  const found = drain(parseAssets(assets, {}, assetKinds, context));
  expect(context.faults).toEqual([]);
  return { counterfactual: parseCounterfactual(input, found, assetKinds, context), faults: context.faults };
}

describe("counterfactual", () => {
  it("resolves the limit and leaves out what was not given", () => {
    expect(read(valid)).toEqual({
      counterfactual: { ...valid, aiOnlyImportLimitMw: Float64Array.of(20, 10), initialState: {} },
      faults: [],
    });
    expect(read({ ...valid, extraImportUsdPerMwMonth: 4000, aiFlexibleShare: 0.25 }).counterfactual).toMatchObject({
      extraImportUsdPerMwMonth: 4000,
      aiFlexibleShare: 0.25,
    });
  });

  it("plans the battery that the AI-only site would buy, with what it holds at the start", () => {
    const { counterfactual, faults } = read({
      ...valid,
      aiOnlyBattery: { battery, storedMwh: 10, carryingUsdPerMonth: 30_000 },
    });
    expect(faults).toEqual([]);
    expect(counterfactual?.aiOnlyBattery).toMatchObject({
      carryingUsdPerMonth: 30_000,
      battery: {
        kind: "battery",
        name: "Battery",
        path: "counterfactual.aiOnlyBattery.battery",
        initial: { storedMwh: 10 },
        spec: { maxStoredMwh: 20, chargeEfficiency: 0.948 },
      },
    });
  });

  it("checks that battery as any other, its store in its own place", () => {
    expect(read({ ...valid, aiOnlyBattery: { battery, storedMwh: 90, carryingUsdPerMonth: 1 } }).faults).toMatchObject([
      { path: "counterfactual.aiOnlyBattery.storedMwh", given: "90" },
    ]);
    expect(
      read({ ...valid, aiOnlyBattery: { battery: { ...battery, name: "Sets" }, storedMwh: 1, carryingUsdPerMonth: 1 } })
        .faults,
    ).toMatchObject([
      { path: "counterfactual.aiOnlyBattery.battery.name", fix: "rename it; assets[1] already has that name" },
    ]);
    expect(
      read({ ...valid, aiOnlyBattery: { battery: { ...diesel, name: "Own" }, storedMwh: 1, carryingUsdPerMonth: 1 } })
        .faults,
    ).toMatchObject([
      { path: "counterfactual.aiOnlyBattery.battery.kind", given: 'the text "diesel"', wanted: '"battery"' },
    ]);
    for (const aiOnlyBattery of [
      { storedMwh: 1, carryingUsdPerMonth: 1 },
      { battery: undefined, storedMwh: 1, carryingUsdPerMonth: 1 },
    ]) {
      expect(read({ ...valid, aiOnlyBattery }).faults).toMatchObject([
        { path: "counterfactual.aiOnlyBattery.battery", given: "nothing", fix: "add it" },
      ]);
    }
  });

  it("checks the AI-only site's own states as any other", () => {
    const states = (initialState: unknown, more: object = {}) =>
      read({ ...valid, ...more, initialState }, [
        ...site.slice(1),
        grid,
        { ...diesel, name: "More", tankL: 500, unitHoursCap: 10 },
      ]);
    expect(states({ More: { fuelL: 400 } }, { assetsAiOnlyKeeps: ["More"] })).toMatchObject({
      faults: [],
      counterfactual: { initialState: { More: { fuelL: 400 } } },
    });
    expect(
      states({ More: { fuelL: 900, unitHoursUsed: 12 }, Sets: { fuelL: 5 } }, { assetsAiOnlyKeeps: ["More", "Sets"] })
        .faults,
    ).toMatchObject([
      { path: "counterfactual.initialState.More.fuelL", given: "900" },
      { path: "counterfactual.initialState.More.unitHoursUsed", given: "12" },
      { path: "assets[0].tankL", given: "nothing" },
    ]);
  });

  it("refuses a state of what the AI-only site has not", () => {
    expect(
      read({
        ...valid,
        assetsAiOnlyKeeps: [],
        initialState: { Sets: {}, Fleet: { powerMw: 1 }, AI: {}, Grid: { peakMw: {} } },
      }).faults,
    ).toEqual([
      {
        path: "counterfactual.initialState.Sets",
        given: 'a state for "Sets"',
        wanted: "states of assets in the AI-only site",
        fix: "remove it, or list the asset in assetsAiOnlyKeeps",
      },
      {
        path: "counterfactual.initialState.Fleet",
        given: 'a state for "Fleet"',
        wanted: "states of assets in the AI-only site",
        fix: "remove it; the AI-only site does not mine",
      },
    ]);
  });

  it("names kept assets that do not exist, stay anyway, or never stay", () => {
    expect(
      read({ ...valid, assetsAiOnlyKeeps: ["Set", "Fleet", "AI", "Grid", "Sets", "Sets", 4] }).faults,
    ).toMatchObject([
      { path: "counterfactual.assetsAiOnlyKeeps[6]", given: "4", wanted: "a text" },
      {
        path: "counterfactual.assetsAiOnlyKeeps[0]",
        given: 'the text "Set"',
        wanted: '"Sets"',
        fix: 'did you mean "Sets"?',
      },
      {
        path: "counterfactual.assetsAiOnlyKeeps[1]",
        given: '"Fleet", a mining-fleet',
        fix: "remove it; the AI-only site does not mine",
      },
      {
        path: "counterfactual.assetsAiOnlyKeeps[2]",
        given: '"AI", a ai-firm',
        fix: "remove it; AI loads and the grid stay anyway",
      },
      { path: "counterfactual.assetsAiOnlyKeeps[3]" },
      { path: "counterfactual.assetsAiOnlyKeeps[5]", wanted: "every name once" },
    ]);
  });

  it("leaves a contract to its own aiOnlyKeeps", () => {
    const contract = (aiOnlyKeeps: boolean) => ({
      kind: "power-purchase",
      name: "Block",
      volumeMw: 5,
      aiOnlyKeeps,
      terms: { shape: "take-or-pay", priceUsdPerMwh: 40, minimumMwh: 5, periodEnd: "2026-08-01T00:00:00-05:00" },
    });
    const state = { ...valid, initialState: { Block: { takenMwh: 3 } } };
    expect(read({ ...valid, assetsAiOnlyKeeps: ["Block"] }, [...site, contract(true)]).faults).toMatchObject([
      {
        path: "counterfactual.assetsAiOnlyKeeps[0]",
        given: '"Block", a power-purchase',
        fix: "remove it; its own aiOnlyKeeps says so",
      },
    ]);
    expect(read(state, [...site, contract(true)])).toMatchObject({
      faults: [],
      counterfactual: { initialState: { Block: { takenMwh: 3 } } },
    });
    expect(read(state, [...site, contract(false)]).faults).toMatchObject([
      { path: "counterfactual.initialState.Block", fix: "remove it, or set the contract's aiOnlyKeeps" },
    ]);
  });

  it("needs exactly one connection, which the limit is of", () => {
    expect(read(valid, [diesel, fleet, load]).faults).toMatchObject([
      { path: "counterfactual.aiOnlyImportLimitMw", given: "no grid connection" },
    ]);
    expect(read(valid, [...site, { ...grid, name: "Grid 2" }]).faults).toMatchObject([
      { given: 'the connections "Grid", "Grid 2"' },
    ]);
  });

  it("names what is missing or out of range", () => {
    expect(
      read({ aiOnlyImportLimitMw: [20], aiFlexibleShare: 25, basis: "" })
        .faults.map(({ path }) => path)
        .sort(),
    ).toEqual([
      "counterfactual.aiFlexibleShare",
      "counterfactual.aiOnlyImportLimitMw",
      "counterfactual.assetsAiOnlyKeeps",
      "counterfactual.basis",
    ]);
    expect(read("none").faults).toMatchObject([{ path: "counterfactual", wanted: "an object" }]);
  });
});
