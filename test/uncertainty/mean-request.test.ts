import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { meanRequest, type ParsedScenario } from "../../src/uncertainty/mean-request.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

const scenario = (probability: number, assets: readonly Fields[], over: Fields = {}): ParsedScenario => {
  const input = { horizon: horizon(2), bitcoin, initialState: { bess: { storedMwh: 4 } }, assets, ...over };
  return { input, probability, request: parseRequest(input) };
};
const meanOf = (...scenarios: ParsedScenario[]) => {
  const mean = meanRequest(scenarios);
  if ("without" in mean) return mean.without;
  return Object.fromEntries(mean.request.assets.map(({ name, spec, initial }) => [name, { spec, initial }]));
};

it("averages curves interval by interval in whatever form they are written, numbers, states and the hashprice", () => {
  const a = scenario(0.25, [grid({ importPriceUsdPerMwh: [10, 20] }), firm(), fleet(), battery({ maxStoredMwh: 10 })]);
  const b = scenario(0.75, [grid({ importPriceUsdPerMwh: 30 }), firm(), fleet(), battery({ maxStoredMwh: 20 })], {
    bitcoin: { hashpriceUsdPerPhDay: 60 },
    initialState: { bess: { storedMwh: 8 } },
  });
  const mean = meanRequest([a, b]);
  if ("without" in mean) throw new Error(mean.without);
  expect(mean.request.hashpriceUsdPerPhDay).toEqual(new Float64Array([57, 57]));
  expect(meanOf(a, b)).toMatchObject({
    grid: { spec: { importPriceUsdPerMwh: new Float64Array([25, 27.5]) } },
    bess: { spec: { maxStoredMwh: 17.5 }, initial: { storedMwh: 7 } },
  });
});

it("has no mean of instants, of what one scenario alone has, nor of lists of different lengths", () => {
  const delivery = (hour: number) => ({ at: `2026-07-14T0${hour}:00:00-05:00`, orderedL: 10, usdPerL: 1 });
  const fuel = (over: Fields) => scenario(0.5, [grid(), firm(), diesel({ tankL: 100, ...over }), battery()]);
  expect(meanOf(fuel({ deliveries: [delivery(0)] }), fuel({ deliveries: [delivery(1)] }))).toBe(
    "gensets.deliveries[0].at",
  );
  expect(meanOf(fuel({}), fuel({ deliveries: [delivery(1)] }))).toBe("gensets");
  expect(meanOf(fuel({ deliveries: [] }), fuel({ deliveries: [delivery(1)] }))).toBe("gensets.deliveries");
  expect(meanOf(fuel({}), fuel({ allowExport: true }))).toBe("gensets.allowExport");
});
