import { expect, test } from "vitest";
import { afterRates, inputInMonth, timesMoney } from "../../src/years/changed-assets.ts";

test("a rate acts on every amount of money of an asset, and on a named field whatever it is", () => {
  const spec = {
    name: "grid",
    importLimitMw: 20,
    importPriceUsdPerMwh: Float64Array.of(40, 50),
    tariff: { a: { usdPerKw: 10, hours: 4 } },
  };
  const changed = afterRates("grid", spec, [{ asset: "grid", perYear: 0.21 }], 0.5);
  expect(changed).toEqual({
    name: "grid",
    importLimitMw: 20,
    importPriceUsdPerMwh: Float64Array.of(44, 55.00000000000001),
    tariff: { a: { usdPerKw: 11, hours: 4 } },
  });
  expect(afterRates("grid", spec, [{ asset: "grid", field: "tariff", perYear: 1 }], 1)).toMatchObject({
    importPriceUsdPerMwh: Float64Array.of(40, 50),
    tariff: { a: { usdPerKw: 20, hours: 4 } },
  });
  expect(afterRates("grid", spec, [{ asset: "grid", field: "importLimitMw", perYear: -0.5 }], 1)).toMatchObject({
    importLimitMw: 10,
  });
  expect(afterRates("other", spec, [{ asset: "grid", perYear: 1 }], 1)).toBe(spec);
});

test("a field that the asset lacks is a fault", () => {
  expect(() => afterRates("grid", { name: "grid" }, [{ asset: "grid", field: "importMw", perYear: 1 }], 1)).toThrow(
    /years\.changes\[0\]\.field: got "importMw"/u,
  );
});

test("new values hold from their month on", () => {
  const input = { assets: [{ name: "grid", importLimitMw: 20 }, { name: "other" }] };
  const changes = [{ asset: "grid", from: "2028-04", set: { importLimitMw: 40 } }];
  expect(inputInMonth(input, changes, 2028 * 12 + 2)).toBe(input);
  expect(inputInMonth(input, changes, 2028 * 12 + 3)).toEqual({
    assets: [{ name: "grid", importLimitMw: 40 }, { name: "other" }],
  });
});

test("timesMoney reaches into lists", () => {
  expect(timesMoney([{ usd: 1, mw: 2 }], 3)).toEqual([{ usd: 3, mw: 2 }]);
});
