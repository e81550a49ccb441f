import { expect, test } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { readYears } from "../../src/years/read-years.ts";
import { inputsByQuarter } from "../../src/years/years-frame.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, site, years } from "../support/years-site.ts";

const hall = oneBlock({ rent: 100, capexUsdPerMw: 1e5 });

test("quarters without a change between them share one input", () => {
  const changes = [{ asset: "grid", from: "2025-04", set: { importLimitMw: 50 } }];
  const inputs = inputsByQuarter({ ...site }, readYears(years({ quarters: 3, changes, conversions: [hall] })));
  expect(inputs[1]).toBe(inputs[2]);
  expect(inputs[0]).not.toBe(inputs[1]);
  expect((inputs[1].assets as { importLimitMw?: number }[])[0].importLimitMw).toBe(50);
  expect((inputs[0].assets as { name: string }[]).map(({ name }) => name)).toEqual(["grid", "rigs", "hall"]);
});

test("the dispatch at other prices begins with the bounds of the base case, and they hold there", () => {
  const frame = frameOf(years({ conversions: [hall] }));
  const base = drain(frame.baseValues());
  base.at(0, [1, 0]);
  const expensive = drain(frame.values({ hashprice: 1, powerPrice: 2 }));
  expect(expensive.cuts[0]).toHaveLength(1);
  // 100 - 80 = 20 USD/MWh in place of 60.
  expect(expensive.at(0, [1, 0]).valueUsd).toBeCloseTo(10 * 2160 * 20, 3);
  expect(expensive.cuts[0][0].constant + expensive.cuts[0][0].slope[0]).toBeGreaterThanOrEqual(10 * 2160 * 20 - 1e-3);
  expect(drain(frame.values({ hashprice: 1, powerPrice: 1 }))).toBe(base);
  expect(frame.networkQuarters()[0].hashpriceUsdPerPhDay).toBe(48);
});
