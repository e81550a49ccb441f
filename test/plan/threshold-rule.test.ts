import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { runPlan } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { runThresholdRule } from "../../src/plan/threshold-rule.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, renewable, spot } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

function rule(count: number, assets: readonly Fields[], initialState: Fields = {}) {
  const plan = parseRequest({ horizon: horizon(count), bitcoin, assets, initialState });
  const hybrid = runPlan(plan);
  const result = drain(runThresholdRule(plan, hybrid, {}));
  return { hybrid, result, figures: result.figures };
}

describe("runThresholdRule", () => {
  it("mines below the strike price of 80 and sleeps above it", () => {
    // 40 x 30 - 10 x 80 + 30 x 100; that is also the optimum.
    const { result, figures } = rule(2, [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet()]);
    expect(result.status).toBe("carried-out");
    expect(figures?.dispatchUsd).toBeCloseTo(1200 - 800 + 3000, 6);
    expect(result.planIsWorthUsd).toBeCloseTo(0, 6);
  });

  it("leaves the battery idle: the plan saves what the battery earns", () => {
    // 5 MWh bought at 30 give 5 x 0.64 = 3.2 MWh at 100.
    const { result } = rule(2, [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet(), battery()], {
      bess: { storedMwh: 0 },
    });
    expect(result.planIsWorthUsd).toBeCloseTo(320 - 150, 6);
  });

  it("serves AI first, from diesel if it must, and then does not mine", () => {
    const { figures, result } = rule(2, [grid({ importLimitMw: [20, 60] }), firm(), fleet(), diesel()]);
    // Hour 0: 20 + 10 diesel; hour 1: 30 + 10 mining.
    expect(figures).toMatchObject({ dieselMwh: expect.closeTo(10, 9), unservedMwh: expect.closeTo(0, 9) });
    expect(figures?.dispatchUsd).toBeCloseTo(600 + 2637 + 1200 - 800, 6);
    expect(result.planIsWorthUsd).toBeCloseTo(0, 6);
  });

  it("empties the tank without looking ahead", () => {
    // 2637 L are 10 MWh: spent on the first hour's lack of 10 MW, so the second's goes unserved. The plan loses as
    // much.
    const { figures } = rule(2, [grid({ importLimitMw: 20 }), firm(), diesel({ tankL: 2637 })]);
    expect(figures).toMatchObject({ dieselMwh: expect.closeTo(10, 9), unservedMwh: expect.closeTo(10, 9) });
  });

  it("lets AI that pays more go before mining", () => {
    // 6 MW left: spot takes 5 at 100 USD/MWh, mining 1 at 80.
    const { figures } = rule(1, [grid({ importLimitMw: 36 }), firm(), spot(), fleet()]);
    expect(figures?.dispatchUsd).toBeCloseTo(36 * 30 - 500 - 80, 6);
  });

  it("mines with the best fleet first, and cuts sleeping rigs off before AI goes unserved", () => {
    // 6 MW left for rigs of 80 and of 100 USD/MWh.
    const best = fleet({ name: "best", rig: { hashrateThPerS: 100, powerW: 2000 }, rigs: 5000 });
    expect(rule(1, [grid({ importLimitMw: 36 }), firm(), fleet(), best]).figures?.dispatchUsd).toBeCloseTo(
      36 * 30 - 600,
      6,
    );
    // 4000 sleeping rigs of 250 W find no power behind 30 MW of AI.
    const { figures, result } = rule(1, [fleet({ standbyWPerRig: 250 }), grid({ importLimitMw: 30 }), firm()]);
    expect(figures?.unservedMwh).toBeCloseTo(0, 9);
    expect(result.plan?.assets.fleet.netBusMw[0]).toBeCloseTo(0, 9);
  });

  it("does jobs as soon as possible, whatever the price: the plan can wait", () => {
    const job = {
      name: "training",
      energyFacilityMwh: 10,
      release: "2026-07-14T00:00:00-05:00",
      deadline: "2026-07-14T03:00:00-05:00",
      maxMw: 10,
    };
    const { result } = rule(3, [
      grid({ importPriceUsdPerMwh: [100, 30, 30] }),
      firm(),
      { kind: "ai-deferrable", name: "batch", jobs: [job] },
    ]);
    expect(result.planIsWorthUsd).toBeCloseTo(700, 6);
  });

  it("sells surplus wind, and curtails the rest", () => {
    // 20 MW of wind, 8 MW of AI, 7 MW of export at 20 USD/MWh.
    const { figures } = rule(1, [
      grid({ exportLimitMw: 7, exportPriceUsdPerMwh: 20 }),
      firm({ facilityMw: 8 }),
      renewable({ availability: 1 }),
    ]);
    expect(figures?.dispatchUsd).toBeCloseTo(-140, 6);
  });

  it("reports a violated limit: fuel that a load without a value of lost load needs later", () => {
    // The tank's 10 MWh go to hour 0; hour 1 then lacks 30 - 20 = 10 MW. The plan sheds the first load and keeps them.
    const { hybrid, result } = rule(2, [
      grid({ importLimitMw: 20 }),
      firm({ facilityMw: [30, 0] }),
      firm({ name: "hospital", facilityMw: [0, 30], vollUsdPerMwh: undefined }),
      diesel({ tankL: 2637 }),
    ]);
    expect(hybrid.status).toBe("optimal");
    expect(result).toEqual({
      status: "not-possible",
      detail: expect.stringMatching(
        /^The threshold rule cannot run this site \(infeasible\): short 10 MW at 2026-07-14T01:00:00-05:00[^;\n]*$/,
      ),
    });
  });

  it("rigs that must be shed slowly are served first, above their strike price too", () => {
    // 10 MW at 30, then 6 MW at 100 because the ramp is short: 40 x 30 + 36 x 100 - 16 x 80. The plan ramps ahead of
    // time.
    const { result, figures } = rule(2, [
      grid({ importPriceUsdPerMwh: [30, 100] }),
      firm(),
      fleet({ rampDownMwPerH: 4 }),
    ]);
    expect(result.status).toBe("carried-out");
    expect(figures?.dispatchUsd).toBeCloseTo(1200 + 3600 - 1280, 6);
    // With 33 MW to import they take 6 of them, and 3 MW of AI would go unserved while they mine: no way to run the
    // site.
    expect(rule(2, [grid({ importLimitMw: [60, 33] }), firm(), fleet({ rampDownMwPerH: 4 })]).result.detail).toMatch(
      /^The threshold rule cannot run this site \(infeasible\): inference is shed while mining runs at 2026-07-14T01:00:00-05:00 \([^;\n]*3 and 6 MW\)$/,
    );
  });

  it("takes the grid before wind where the grid is cheaper", () => {
    // 30 MW of AI: paid 40 USD/MWh for importing all of it, the wind is curtailed; that is also the optimum.
    const wind = renewable({ availability: 1 });
    const { result } = rule(1, [grid({ importPriceUsdPerMwh: -40 }), firm(), wind]);
    expect(result.figures?.dispatchUsd).toBeCloseTo(-1200, 6);
    expect(result.planIsWorthUsd).toBeCloseTo(0, 6);
    // Nor is the wind sold meanwhile: the meter imports.
    expect(
      rule(1, [grid({ importPriceUsdPerMwh: -40, exportLimitMw: 20, exportPriceUsdPerMwh: 5 }), firm(), wind]).figures
        ?.dispatchUsd,
    ).toBeCloseTo(-1200, 6);
    // At 10 USD/MWh the wind (free) comes first, the grid gives the last 10 MW.
    expect(rule(1, [grid({ importPriceUsdPerMwh: 10 }), firm(), wind]).figures?.dispatchUsd).toBeCloseTo(100, 6);
  });

  it("keeps a curtailment call: AI from the import that is left, diesel for the rest", () => {
    const call = {
      kind: "curtailment-call",
      name: "utility",
      calls: [{ start: "2026-07-14T01:00:00-05:00", end: "2026-07-14T02:00:00-05:00", capMw: 24 }],
    };
    const { result, figures } = rule(2, [call, grid(), firm(), fleet(), diesel()]);
    // Hour 0: 30 + 10 mining; hour 1: 24 + 6 diesel.
    expect(result.status).toBe("carried-out");
    expect(figures).toMatchObject({
      dieselMwh: expect.closeTo(6, 9),
      dispatchUsd: expect.closeTo(1200 - 800 + 720 + 6 * 263.7, 6),
    });
  });

  it("includes the price of CO2, which the site pays per MWh like power", () => {
    // 0.4 t/MWh at 100 USD/t are 40: at 60 power costs 100, above the strike of 80; at 30 it costs 70. 30 x 100 + 40 x
    // 70 - 800.
    const co2 = (fields: Fields = { priceUsdPerT: 100 }) => ({ kind: "emissions", name: "co2", ...fields });
    const site = (importPriceUsdPerMwh: unknown, own: Fields, fields: Fields = {}) => [
      co2(own),
      grid({ importPriceUsdPerMwh, emissionTPerMwh: 0.4, ...fields }),
      firm(),
      fleet(),
    ];
    const { result, figures } = rule(2, site([60, 30], { priceUsdPerT: 100 }));
    expect(figures?.dispatchUsd).toBeCloseTo(3000 + 2800 - 800, 6);
    expect(result.planIsWorthUsd).toBeCloseTo(0, 6);
    expect(result.detail).toContain("ignores demand charges. The price of power includes that of CO2.");
    // A fifth is lost on the way: 50 / 0.8 + 40 x 0.4 / 0.8 = 82.5 at the bus, though 62.5 + 16 = 78.5.
    const lossy = rule(1, site(50, { priceUsdPerT: 40 }, { lossFraction: 0.2 }));
    expect(lossy.result.plan?.assets.fleet.netBusMw[0]).toBeCloseTo(0, 9);
    expect(lossy.result.planIsWorthUsd).toBeCloseTo(0, 6);
    // A cap it does not see: of 10 t the 16 of 40 MWh are too many, the plan mines nothing.
    const capped = rule(1, site(30, { cap: { co2T: 12, period: "year" } }));
    expect(capped.hybrid.status).toBe("optimal");
    expect(capped.result).toEqual({ status: "not-possible", detail: expect.stringContaining("cap.co2T") });
    expect(rule(1, site(30, { cap: { co2T: 16, period: "year" } })).result.detail).toContain(
      "It has no regard to the cap on CO2.",
    );
  });

  it("uses wind before power that CO2 makes more expensive, and engines by fuel and CO2, in any step", () => {
    // Half hours: 20 MW of wind at 25 USD/MWh; the grid's 10 and 40 x 0.4 = 16. Then 30 - 20 from the grid.
    const wind = renewable({ availability: 1, costUsdPerMwh: 25 });
    const plan = parseRequest({
      horizon: horizon(1, 30),
      bitcoin,
      assets: [
        grid({ importPriceUsdPerMwh: 10, emissionTPerMwh: 0.4 }),
        firm(),
        wind,
        { kind: "emissions", name: "co2", priceUsdPerT: 40 },
      ],
    });
    expect(drain(runThresholdRule(plan, runPlan(plan), {})).plan?.assets.grid.netBusMw[0]).toBeCloseTo(10, 9);
    // 10 MMBtu/MWh at 5 USD, 50 kg each: 50 USD and 0.5 t x 40 = 20, above 26 and under 80 of mining.
    const engines = {
      kind: "firm-generation",
      name: "engines",
      units: 1,
      unitMw: 20,
      fuelUsdPerMmbtu: 5,
      heatRateMmbtuPerMwh: 10,
      omUsdPerMwh: 0,
      co2KgPerMmbtu: 50,
    };
    const site = (usdPerT: number) =>
      rule(1, [
        grid({ importLimitMw: 30, importPriceUsdPerMwh: 10, emissionTPerMwh: 0.4 }),
        firm(),
        fleet(),
        engines,
        { kind: "emissions", name: "co2", priceUsdPerT: usdPerT },
      ]).result;
    expect(site(40).plan?.assets.engines.netBusMw[0]).toBeCloseTo(10, 9);
    // At 70 USD/t a MWh of the engines costs 85.
    expect(site(70).plan?.assets.engines.netBusMw[0]).toBeCloseTo(0, 9);
    expect(site(70).planIsWorthUsd).toBeCloseTo(0, 6);
  });

  it("breaks the difference down by item: the rule ignores the demand charge", () => {
    // The rule mines 10 MW on top of 30: 40 MW of peak at 200 = 8000; the plan's 30 MW cost 6000, and mining's 10 x (80
    // - 30) = 500 are not worth 2000.
    const { result } = rule(1, [grid({ demandCharge: { usdPerMwMonth: 200 } }), firm(), fleet()]);
    expect(result.planIsWorthUsd).toBeCloseTo(1500, 6);
    expect(result.differenceUsdByItem).toEqual([
      { asset: "grid", item: "import energy", kind: "cash", usd: expect.closeTo(300, 6) },
      { asset: "grid", item: "demand charge 2026-07", kind: "cash", usd: expect.closeTo(2000, 6) },
      { asset: "fleet", item: "mining income", kind: "cash", usd: expect.closeTo(-800, 6) },
    ]);
    expect(result.detail).toContain("ignores demand charges");
    expect(result.plan?.assets.fleet.netBusMw[0]).toBeCloseTo(-10, 9);
  });

  it.each([
    ["cyclic with self-discharge", { end: { rule: "cyclic" }, selfDischargePerHour: 0.1 }, 10, 8.1],
    ["more at the end than at the start", { end: { rule: "at-least", storedMwh: 12 } }, 10, 10],
    ["self-discharge at the floor", { minStoredMwh: 10, selfDischargePerHour: 0.1 }, 10, 8.1],
  ])(
    "an idle battery violates its end level and floor, and the rule reports it: %s",
    (_what, fields, storedMwh, endMwh) => {
      const { hybrid, result } = rule(2, [grid(), firm(), battery(fields)], { bess: { storedMwh } });
      expect(hybrid.status).toBe("optimal");
      expect(result.detail).toMatch(/Lower limits ignored: bess storedMwh\.$/);
      const bess = result.plan?.assets.bess;
      expect(bess?.kind === "battery" && bess.totals).toMatchObject({
        endMwh: expect.closeTo(endMwh, 9),
        chargedMwh: 0,
        dischargedMwh: 0,
      });
    },
  );

  it("a site without an idle store ignores no limit", () => {
    expect(rule(1, [grid(), firm()]).result.detail).not.toContain("Lower limits ignored");
  });

  it("has no saving if the plan has no proven optimum", () => {
    const plan = parseRequest({
      horizon: horizon(1),
      initialState: { bess: { storedMwh: 10 } },
      assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
    });
    const hybrid = runPlan(plan, { nodeLimit: 0 });
    const result = drain(runThresholdRule(plan, hybrid, {}));
    expect(hybrid.status).toBe("branching-limit");
    expect(result.status).toBe("carried-out");
    expect(result).not.toHaveProperty("planIsWorthUsd");
  });
});
