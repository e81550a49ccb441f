import { expect, it } from "vitest";
import { DayAheadBalance } from "../../../src/assets/connection/day-ahead-balance.ts";
import { emptySite } from "../../support/plans.ts";

const names = (site: ReturnType<typeof emptySite>) => site.columnBlocks.map(({ name }) => name);

it("has columns for the two sides of an imbalance where one of them has a fee", () => {
  const site = emptySite(2);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW" });
  const free = new DayAheadBalance(importMw, [], { surplusUsdPerMwh: new Float64Array([0, 0]) }, site);
  expect(free.boughtMw).toEqual([]);
  expect(names(site)).toEqual(["importMw"]);
  const charged = new DayAheadBalance(importMw, [], { surplusUsdPerMwh: new Float64Array([0, 3]) }, site);
  expect(charged.boughtMw).toEqual([]);
  expect(names(site)).toEqual(["importMw", "shortfallMw", "surplusMw"]);
});

it("takes purchases of the same fees; an absent fee is 0", () => {
  const site = emptySite(2);
  const importMw = site.addSeries("grid", "importMw", { unit: "MW" });
  const boughtMw = site.addSeries("day-ahead", "boughtMw", { unit: "MW" });
  const balance = new DayAheadBalance(importMw, [], {}, site);
  expect(balance.add(boughtMw, { shortfallUsdPerMwh: new Float64Array(2) }, site)).toBe(true);
  expect(balance.add(boughtMw, { shortfallUsdPerMwh: new Float64Array([0, 1]) }, site)).toBe(false);
});
