import { describe, expect, it } from "vitest";
import { type Axis, checkAxis } from "../../src/sweep/axis.ts";

const input = {
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [{ name: "grid", kind: "grid", importLimitMw: 10, importPriceUsdPerMwh: [10, 20] }],
};
const check = (axis: object) => checkAxis(input, axis as Axis, "axes[0]");

describe("an axis", () => {
  it("sets a field to values, whose labels they are", () => {
    const axis = check({ path: "grid.importLimitMw", values: [5, 6] });
    expect(axis).toMatchObject({ name: "grid.importLimitMw", labels: [5, 6] });
    expect(axis.apply(input, 1)).toMatchObject({ assets: [{ importLimitMw: 6 }] });
  });

  it("sets a field to values of any kind by their labels", () => {
    const axis = check({ path: "grid.importPriceUsdPerMwh", name: "year", values: { dry: [1, 2], wet: [3, 4] } });
    expect(axis).toMatchObject({ name: "year", labels: ["dry", "wet"] });
    expect(axis.apply(input, 1)).toMatchObject({ assets: [{ importPriceUsdPerMwh: [3, 4] }] });
  });

  it("multiplies a curve by factors", () => {
    const axis = check({ path: "grid.importPriceUsdPerMwh", factors: [0.5, -0] });
    expect(axis.name).toBe("grid.importPriceUsdPerMwh factor");
    expect(axis.apply(input, 0)).toMatchObject({ assets: [{ importPriceUsdPerMwh: [5, 10] }] });
    expect(axis.apply(input, 1)).toEqual(axis.apply(input, 1));
    expect(JSON.stringify(axis.apply(input, 1))).toContain("[0,0]");
  });

  it("multiplies stamped values, as readers of files return them", () => {
    const prices = [
      { start: "2026-01-01T00:00Z", perMwh: 10, minutes: 60 },
      { start: "2026-01-01T01:00Z", perMwh: 20, minutes: 60 },
    ];
    const of = (importPriceUsdPerMwh: unknown) => {
      const site = { assets: [{ name: "grid", importPriceUsdPerMwh }] } as unknown as typeof input;
      return checkAxis(site, { path: "grid.importPriceUsdPerMwh", factors: [2] }, "axes[0]").apply(site, 0);
    };
    const doubled = [
      { start: "2026-01-01T00:00Z", perMwh: 20, minutes: 60 },
      { start: "2026-01-01T01:00Z", perMwh: 40, minutes: 60 },
    ];
    expect(of({ currency: "USD", prices })).toEqual({
      assets: [{ name: "grid", importPriceUsdPerMwh: { currency: "USD", prices: doubled } }],
    });
    expect(of(prices)).toEqual({ assets: [{ name: "grid", importPriceUsdPerMwh: doubled }] });
    expect(of([{ value: 3 }])).toEqual({ assets: [{ name: "grid", importPriceUsdPerMwh: [{ value: 6 }] }] });
  });

  it("changes several fields together", () => {
    const changes = {
      small: {},
      large: { assets: { grid: { importLimitMw: 99 } }, bitcoin: { hashpriceUsdPerPhDay: 1 } },
    };
    const axis = check({ name: "connection", changes });
    expect(axis.apply(input, 1)).toMatchObject({
      bitcoin: { hashpriceUsdPerPhDay: 1 },
      assets: [{ importLimitMw: 99 }],
    });
    expect(axis.apply(input, 0)).toEqual(input);
  });
});

describe("a faulty axis is refused", () => {
  it.each([
    [{}, "axes[0]: got 0 of values, factors and changes"],
    [{ path: "grid.importLimitMw", values: [1], factors: [1] }, "axes[0]: got 2 of values"],
    [{ values: [1] }, "axes[0].path: got nothing"],
    [{ path: "grid.importLimitMw", values: [] }, "axes[0].values: got no value"],
    [{ path: "grid.importLimitMw", values: [1, 2, 1] }, "axes[0].values[2]: got 1, wanted each value once"],
    [{ path: "grid.importPriceUsdPerMwh", values: [[1, 2]] }, "axes[0].values[0]: got an array of 2 entries"],
    [{ path: "grid.importLimitMw", values: 5 }, "axes[0].values: got 5"],
    [{ path: "grid.importLimitMw", values: [NaN] }, "axes[0].values[0]: got NaN"],
    [{ path: "grid.importLimitMw", factors: ["2"] }, 'axes[0].factors[0]: got the text "2"'],
    [{ path: "grid.importLimitMw", factors: 2 }, "axes[0].factors: got 2"],
    [{ path: "grid.kind", factors: [2] }, 'axes[0].path: got grid.kind, which is the text "grid"'],
    [{ path: "grid.exportLimitMw", factors: [2] }, "axes[0].path: got grid.exportLimitMw, which is nothing"],
    [{ path: "gird.importLimitMw", values: [2] }, 'axes[0].path: got "gird.importLimitMw"'],
    [{ path: "grid.importLimitMw", name: "", values: [2] }, "axes[0].name: got the text"],
    [{ changes: { a: {} } }, "axes[0].name: got nothing"],
    [{ name: "a", changes: { a: { assets: { gird: {} } } } }, 'changes.assets: got "gird"'],
    [{ name: "a", changes: [1] }, "changes: got 1"],
  ])("%j", (axis, message) => expect(() => check(axis)).toThrow(message));

  it("a product that is not finite", () => {
    const axis = check({ path: "grid.importLimitMw", factors: [1e308] });
    expect(() => axis.apply(input, 0)).toThrow("axes[0].factors: got 10 times 1e+308");
  });
});
