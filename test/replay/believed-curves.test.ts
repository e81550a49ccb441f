import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { UncertainCurves } from "../../src/replay/believed-curves.ts";
import type { Forecaster } from "../../src/replay/forecast.ts";
import type { UncertainCurve } from "../../src/replay/replay-options.ts";
import { firm, fleet, grid, horizon } from "../support/small-sites.ts";

const span = parseRequest({
  horizon: horizon(5),
  bitcoin: { hashpriceUsdPerPhDay: [40, 41, 42, 43, 44] },
  assets: [grid({ importPriceUsdPerMwh: [10, 20, 30, 40, 50] }), firm({ facilityMw: [5, 6, 7, 8, 9] }), fleet()],
});
const [gridAsset, firmAsset] = span.assets;
const curve = { asset: "grid", field: "importPriceUsdPerMwh" };
const believe = (uncertain: readonly UncertainCurve[], from = 1, to = 4) =>
  new UncertainCurves(span, uncertain, 5).believedAt(from, to);
const always =
  (value: number): Forecaster =>
  ({ count }) =>
    new Float64Array(count).fill(value);

describe("UncertainCurves", () => {
  it("believes true values as far as they are known, and the forecast beyond", () => {
    const seen: number[][] = [];
    const forecast: Forecaster = ({ known, count, from }) => {
      seen.push([...known, from]);
      return Array(count).fill(99);
    };
    const believed = believe([{ curve, history: [7, 8], forecast }]);
    const spec = believed.intoSpec(gridAsset, gridAsset.spec, { ...span.time, count: 3 }) as Record<
      string,
      Float64Array
    >;
    expect([...spec.importPriceUsdPerMwh]).toEqual([20, 99, 99]);
    expect(seen).toEqual([[7, 8, 10, 20, 2]]);
    expect(believed.intoSpec(firmAsset, firmAsset.spec, span.time)).toBe(firmAsset.spec);
    expect([...believed.hashprice(Float64Array.of(1))]).toEqual([1]);
  });

  it("believes a hashprice", () => {
    const believed = believe([{ curve: "hashpriceUsdPerPhDay", forecast: always(45) }]);
    expect([...believed.hashprice(new Float64Array(3))]).toEqual([41, 45, 45]);
  });

  it("refuses a curve that the input does not have, and says which it has", () => {
    const forecast = always(1);
    expect(() => believe([{ curve: { asset: "gird", field: "x" }, forecast }])).toThrow(
      'uncertain[0].curve: got "gird", wanted one of grid, inference, fleet',
    );
    expect(() => believe([{ curve: { asset: "grid", field: "name" }, forecast }])).toThrow(
      'uncertain[0].curve: got "name", wanted a curve of grid: importLimitMw, ',
    );
  });

  it("refuses a forecast as the curve itself would be refused", () => {
    const facility = { asset: "inference", field: "facilityMw" };
    const intoFirm = (forecast: Forecaster) =>
      believe([{ curve: facility, forecast }]).intoSpec(firmAsset, firmAsset.spec, { ...span.time, count: 3 });
    expect(() => intoFirm(always(NaN))).toThrow("forecast: got NaN at [0], wanted a finite number");
    expect(() => intoFirm(() => [1])).toThrow("forecast: got 1 values, wanted 2 values");
    expect(() => intoFirm(always(-4))).toThrow("uncertain[0] (inference.facilityMw)[1]: got -4");
  });

  it("knows a hashprice only of an input with bitcoin", () => {
    const { hashpriceUsdPerPhDay: _none, ...without } = span;
    expect(() => new UncertainCurves(without, [{ curve: "hashpriceUsdPerPhDay", forecast: always(1) }], 2)).toThrow(
      "wanted a curve of an input with `bitcoin`",
    );
  });
});
