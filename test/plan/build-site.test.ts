import { describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite, buildSteps, kindOf } from "../../src/plan/build-site.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

describe("buildSite", () => {
  it("lays every asset out in one program: the balance row holds supply minus draw", () => {
    // One hour: import 0.98 per MW at the bus, demand 30, mining column -1.
    const built = buildSite(
      parseRequest({
        horizon: horizon(1),
        bitcoin,
        assets: [grid({ lossFraction: 0.02 }), firm({ vollUsdPerMwh: undefined }), fleet()],
      }),
    );
    expect(built.lp).toMatchObject({ numRows: 1, numCols: 2, sense: "min", objectiveOffset: 0 });
    expect([...built.lp.value]).toEqual([0.98, -1]);
    expect([...built.lp.rowLower, ...built.lp.rowUpper]).toEqual([30, 30]);
    expect([...built.lp.cost]).toEqual([30, expect.closeTo(-80, 10)]);
    expect([...built.lp.colUpper]).toEqual([60, 10]);
    expect(built.assets.map(({ planned, kind }) => [planned.name, kind.role])).toEqual([
      ["grid", "connection"],
      ["inference", "ai-load"],
      ["fleet", "mining"],
    ]);
  });

  it("links in a second pass, so the order of declaration does not matter", () => {
    const assets = [diesel(), fleet(), firm(), grid()];
    const rules = (list: typeof assets) =>
      buildSite(parseRequest({ horizon: horizon(1), bitcoin, assets: list }))
        .site.eitherOrs.map(({ rule }) => rule)
        .sort();
    expect(rules(assets)).toEqual(rules([...assets].reverse()));
    expect(rules(assets)).toEqual([
      "gensets runs while mining is above standby",
      "inference is shed while mining runs",
    ]);
  });

  it("has a remedy for every either-or rule", () => {
    const whole = [grid({ exportLimitMw: 5, exportPriceUsdPerMwh: 20 }), firm(), fleet(), battery(), diesel()];
    const { eitherOrs } = buildSite(
      parseRequest({ horizon: horizon(1), bitcoin, initialState: { bess: { storedMwh: 0 } }, assets: whole }),
    ).site;
    expect(Object.fromEntries(eitherOrs.map(({ rule, remedy }) => [rule, remedy]))).toEqual({
      "grid imports and exports": expect.stringContaining("exportPriceUsdPerMwh"),
      "bess charges and discharges": expect.stringContaining("wearUsdPerMwh"),
      "gensets runs while mining is above standby": expect.stringContaining("allowMining"),
      "gensets runs while the site exports": expect.stringContaining("allowExport"),
      "inference is shed while mining runs": expect.stringContaining("vollUsdPerMwh"),
    });
  });

  it("throws on a contradiction between assets: firm AI worth less than mining", () => {
    const input = { horizon: horizon(1), bitcoin, assets: [grid(), firm({ vollUsdPerMwh: 79 }), fleet()] };
    expect(() => buildSite(parseRequest(input))).toThrow(PlanInputError);
    expect(() => buildSite(parseRequest(input))).toThrow(
      /assets\[1\]\.vollUsdPerMwh: got 79, wanted more than the best strike price of mining, 80\.00 USD\/MWh/,
    );
    expect(() =>
      buildSite(parseRequest({ ...input, assets: [grid(), firm({ vollUsdPerMwh: 81 }), fleet()] })),
    ).not.toThrow();
  });

  it("knows the kind of every planned asset", () => {
    const plan = parseRequest({
      horizon: horizon(1),
      initialState: { bess: { storedMwh: 0 } },
      assets: [grid(), battery()],
    });
    expect(plan.assets.map((asset) => kindOf(asset).kind)).toEqual(["grid", "battery"]);
  });
});

it("building stops for the caller after every asset", () => {
  const steps = buildSteps(parseRequest({ horizon: horizon(1), assets: [grid(), firm(), diesel()] }));
  let count = 0;
  while (steps.next().done !== true) count++;
  expect(count).toBeGreaterThanOrEqual(6);
});
