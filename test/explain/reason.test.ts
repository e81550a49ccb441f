import { describe, expect, it } from "vitest";
import { reasonOf } from "../../src/explain/reason.ts";
import { explained } from "../support/explained-plans.ts";
import { bitcoin, battery, firm, fleet, grid, horizon } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

const reason = (site: Fields, asset: string, name: string, t = 0) => {
  const plan = explained(site);
  const block = plan.built.site.columnBlocks.find((found) => found.asset === asset && found.name === name);
  if (!block) throw new Error(`no ${name}`);
  return reasonOf(plan, block, t).reason;
};

describe("reasonOf by hand", () => {
  // Power at 100: the fleet's strike is 80. At 30 it takes all 10 MW: of 60 MW 20 are idle, so power is worth its
  // price.
  const site = (price: number, over: Fields = {}): Fields => ({
    horizon: horizon(1),
    bitcoin,
    assets: [grid({ importPriceUsdPerMwh: price, ...over }), firm(), fleet()],
  });

  it("asleep: power > strike, and the difference is the reduced cost", () => {
    expect(reason(site(100), "fleet", "aboveStandbyMw")).toMatchObject({
      value: 0,
      state: "at-lower-bound",
      netUsd: expect.closeTo(20, 9),
      perUnit: "USD/MWh",
      sentence: "fleet asleep: power 100 > strike 80 USD/MWh",
      terms: [
        { what: "mining income", usd: expect.closeTo(-80, 9) },
        { what: "power", usd: expect.closeTo(100, 9) },
      ],
    });
  });

  it("awake: power < strike, limited by the number of rigs", () => {
    expect(reason(site(30), "fleet", "aboveStandbyMw")).toMatchObject({
      state: "at-upper-bound",
      bindingLimit: "rigs",
      netUsd: expect.closeTo(-50, 9),
      sentence:
        "fleet awake: power 30 < strike 80 USD/MWh; limited by rigs 10 MW, of which one more MWh is worth 50 USD",
    });
  });

  it("partly awake: power = strike, and only the available power limits it", () => {
    const { bindingLimit, ...half } = reason(site(30, { importLimitMw: 35 }), "fleet", "aboveStandbyMw");
    expect(half).toMatchObject({
      value: expect.closeTo(5, 9),
      state: "between-bounds",
      netUsd: expect.closeTo(0, 9),
      sentence: "fleet partly awake: power 80 = strike 80 USD/MWh",
    });
    expect(bindingLimit).toBeUndefined();
  });

  it("between its bounds a quantity is limited by the rows that charge it, at a bound it is not", () => {
    // Given prices: 30 of energy and 200 of the month's peak are the 230 that power is worth.
    const plan = explained({
      horizon: horizon(1),
      assets: [grid({ importPriceUsdPerMwh: 30, demandCharge: { usdPerMwMonth: 200 } }), firm()],
    });
    const { site: model, lp } = plan.built;
    const block = model.columnBlocks.find(({ name }) => name === "importMw")!;
    const y = new Float64Array(lp.numRows);
    for (let k = lp.colStart[block.start]; k < lp.colStart[block.start + 1]; k++)
      y[lp.rowIndex[k]] = (lp.rowIndex[k] === model.balance.start ? 230 : -200) / lp.value[k];
    const at = (importMw: number) => {
      const x = plan.solution.x.slice();
      x[block.start] = importMw;
      return reasonOf({ ...plan, solution: { ...plan.solution, x, y } }, block, 0).reason;
    };
    expect(at(30)).toMatchObject({
      state: "between-bounds",
      netUsd: expect.closeTo(0, 9),
      sentence: expect.stringContaining("; limited by peak 2026-07"),
    });
    expect(at(0)).toMatchObject({ state: "at-lower-bound", netUsd: expect.closeTo(0, 9) });
    expect(at(0).sentence).not.toContain("limited by");
  });

  it("equal limits in an outage: the quantity is fixed, and its worth is given", () => {
    const outage = { horizon: horizon(1), assets: [grid({ importLimitMw: 0 }), firm()] };
    expect(reason(outage, "grid", "importMw")).toMatchObject({
      state: "fixed",
      bindingLimit: "importLimitMw",
      netUsd: expect.closeTo(-4970, 9),
    });
  });

  it("states prices per MWh in quarter-hour intervals too", () => {
    const quarter = {
      horizon: horizon(1, 15),
      bitcoin,
      assets: [grid({ importPriceUsdPerMwh: 100 }), firm(), fleet()],
    };
    expect(reason(quarter, "fleet", "aboveStandbyMw").sentence).toBe("fleet asleep: power 100 > strike 80 USD/MWh");
  });

  it("a battery at its floor, and the rule that excludes charging while it discharges", () => {
    // 8 MWh for one hour at 5000 USD/MWh of unserved load: 5 MW x 1 / 0.8 = 6.25 MWh leave 1.75; with 5 MWh it is
    // empty.
    const bank = (storedMwh: number) => ({
      horizon: horizon(1),
      initialState: { bess: { storedMwh } },
      assets: [grid({ importLimitMw: 20 }), firm(), battery()],
    });
    expect(reason(bank(8), "bess", "dischargeMw")).toMatchObject({
      state: "at-upper-bound",
      bindingLimit: "dischargeLimitMw",
      sentence: expect.stringContaining("bess dischargeMw 5 MW: 0 < power 5000 USD/MWh"),
    });
    // One MWh more in store is 0.8 MWh at the bus: 4000.
    expect(reason(bank(5), "bess", "storedMwh")).toMatchObject({
      value: 0,
      bindingLimit: "minStoredMwh",
      netUsd: expect.closeTo(4000, 6),
      perUnit: "USD/MWh",
    });
    expect(reason(bank(5), "bess", "chargeMw")).toMatchObject({
      barredBy: "bess charges and discharges",
      sentence: expect.stringContaining("; fixed at 0, since otherwise bess charges and discharges"),
    });
  });
});
