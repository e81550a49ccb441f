import { expect, expectTypeOf, it } from "vitest";
import type { BatteryReading } from "../../src/assets/index.ts";
import { assetOf } from "../../src/plan/asset-of.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

const result = planPower({
  horizon: horizon(2),
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid(), firm(), battery()],
});
if (result.status !== "optimal") throw new Error(result.detail);

it("gives the reading of an asset, typed by its kind, of a clone too", () => {
  const bess = assetOf(result, "bess", "battery");
  expectTypeOf(bess).toEqualTypeOf<BatteryReading>();
  expect(bess).toBe(result.assets.bess);
  expect(assetOf(structuredClone(result), "bess", "battery").series.storedMwh).toHaveLength(2);
});

it.each([
  ["bes", "battery", "assetOf: got bes, wanted bess; give the name and the kind"],
  ["grid", "battery", "assetOf: got grid, of kind grid, wanted bess"],
  ["toString", "diesel", "assetOf: got toString, wanted an asset of kind diesel; the plan has none"],
] as const)("refuses %s as a %s", (name, kind, message) => {
  expect(() => assetOf(result, name, kind)).toThrow(message);
});

it("refuses what has no assets", () => {
  expect(() => assetOf(undefined as never, "bess", "battery")).toThrow("the plan has none");
});
