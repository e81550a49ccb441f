import { expect, test } from "vitest";
import { shares } from "../../src/years/quarter-request.ts";
import { frameOf } from "../support/years-frame.ts";
import { site, years } from "../support/years-site.ts";

const daily = {
  ...site,
  assets: site.assets.map((asset) =>
    asset.kind === "grid"
      ? { ...asset, importPriceUsdPerMwh: Array.from({ length: 28 }, (_, t) => (t % 4) * 10) }
      : asset,
  ),
};

test("curves come on the days of the quarter, prices after their rates, rigs with their age", () => {
  const fleets = [{ asset: "rigs", failuresPerYear: 0.19, hashDecayPerYear: 0.1, inServiceFrom: "2023-08" }];
  const changes = [{ asset: "grid", perYear: 0.21 }];
  const frame = frameOf(years({ fleets, changes, quarters: 3 }), daily);
  const request = frame.request(2, { hashprice: 2, powerPrice: 3 });
  const [grid, rigs] = request.assets.map(({ spec }) => spec as Readonly<Record<string, unknown>>);
  const prices = grid.importPriceUsdPerMwh as Float64Array;
  // Rates of half a year: 1.1; the factor 3.
  expect(Array.from(prices.slice(0, 4))).toEqual([0, 10, 20, 30].map((usd) => expect.closeTo(usd * 3.3, 9)));
  expect(request.hashpriceUsdPerPhDay?.[0]).toBe(96);
  // The middle of 2025-Q3 is 2025-08-16, two years and a half month after 2023-08-01.
  expect(rigs.uptime).toBeCloseTo(0.81 ** (24.5 / 12), 9);
  expect((rigs.rig as { hashrateThPerS: number }).hashrateThPerS).toBeCloseTo(100 * 0.9 ** (24.5 / 12), 9);
});

test("rigs that are not yet in service are new", () => {
  const frame = frameOf(years({ fleets: [{ asset: "rigs", failuresPerYear: 0.5, inServiceFrom: "2030-01" }] }));
  expect(shares(frame.model.fleets[0], frame.model, 0)).toEqual([1, 1]);
});
