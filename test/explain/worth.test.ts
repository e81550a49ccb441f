import { describe, expect, it } from "vitest";
import { type Worth, type WorthQuestion, worthSteps } from "../../src/explain/worth.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { explained } from "../support/explained-plans.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;
const worth = (site: Fields, question: WorthQuestion = {}): Worth => drain(worthSteps(explained(site), question));
const near = (usdPerUnit: number, validFor: number) => ({
  usdPerUnit: expect.closeTo(usdPerUnit, 6),
  validFor: expect.closeTo(validFor, 6),
});

describe("worth by hand", () => {
  // 20 MW of import: 10 MW are missing in hour 0 (30 firm), 4 in hour 1 (24 firm), none in hour 2 (15 firm, 5 idle).
  const site = { horizon: horizon(3), assets: [grid({ importLimitMw: 20 }), firm({ facilityMw: [30, 24, 15] })] };

  it("interconnection: a MW in every hour is worth the load it serves, until the first hour has enough", () => {
    // More: 2 x 4970, until 4 MW fill hour 1. Less: as much, until 5 MW less leave hour 2 short as well.
    const {
      limits: [line],
      directionsFixed,
    } = worth(site);
    expect(line).toMatchObject({
      asset: "grid",
      limit: "importLimitMw",
      unit: "MW",
      value: 20,
      everyInterval: true,
      more: near(2 * 4970, 4),
      less: near(2 * 4970, 5),
    });
    expect(line.sentence).toBe(
      "grid importLimitMw 20 MW: one MW more in every interval saves 9940 USD, for 4 MW; one less costs 9940 " +
        "USD, for 5 MW",
    );
    expect(directionsFixed).toBe(false);
  });

  it("two different sides if an hour is served exactly", () => {
    // Hour 1 asks for exactly 20: more is worth hour 0's 4970 alone, less costs both.
    const {
      limits: [line],
    } = worth({ ...site, assets: [grid({ importLimitMw: 20 }), firm({ facilityMw: [30, 20, 15] })] });
    expect([line.more, line.less]).toEqual([
      expect.objectContaining(near(4970, 10)),
      expect.objectContaining(near(2 * 4970, 5)),
    ]);
  });

  it("a limit reduced by a call grows in proportion, and the limit in an outage stays 0", () => {
    // 40, 20 and 0 MW for 60 firm: a MW more is 1, 0.5 and 0 MW: 1.5 x 4970, until 20 MW fill hour 0; hour 1 has 30
    // then.
    const {
      limits: [line],
    } = worth({ horizon: horizon(3), assets: [grid({ importLimitMw: [40, 20, 0] }), firm({ facilityMw: 60 })] });
    expect(line).toMatchObject({ value: 40, more: near(1.5 * 4970, 20), less: near(1.5 * 4970, 40) });
    expect(line.less.end).toBe("infeasible");
  });

  it("a battery's power and its energy", () => {
    // Hour 0 at 30, hour 1 at 100; 0.8 each way, 5 MW: 5 MWh bought make 4 stored, 3.2 sold for 100: 170 USD. The limit
    // on charging binds: a MW more is 0.64 x 100 - 30 = 34, until discharge meets 5 MW: 7.8125 - 5.
    const day = {
      horizon: horizon(2),
      initialState: { bess: { storedMwh: 0 } },
      assets: [grid({ importPriceUsdPerMwh: [30, 100] }), firm()],
    };
    const power = worth({ ...day, assets: [...day.assets, battery()] }, { asset: "bess" });
    const of = (limit: string, { limits }: Worth = power) => limits.find((line) => line.limit === limit);
    expect(of("chargeLimitMw")).toMatchObject({ more: near(34, 2.8125), less: near(34, 5) });
    expect(of("dischargeLimitMw")).toMatchObject({ more: { usdPerUnit: 0, validFor: Infinity }, less: near(0, 1.8) });
    expect(of("maxStoredMwh")).toMatchObject({ more: { usdPerUnit: 0, validFor: Infinity }, less: near(0, 16) });
    // A store of 2 MWh: a MWh more is 0.8 x 100 - 30 / 0.8 = 42.5, until charging meets 5 MW at 4 MWh.
    const energy = worth({ ...day, assets: [...day.assets, battery({ maxStoredMwh: 2 })] }, { asset: "bess" });
    expect(of("maxStoredMwh", energy)).toMatchObject({ unit: "MWh", more: near(42.5, 2), less: near(42.5, 2) });
    expect(energy.directionsFixed).toBe(true);
  });

  it("fuel, per litre, until all load is served", () => {
    // 10 MW missing for 3 h, fuel for one of them.
    const {
      limits: [line],
    } = worth(
      { horizon: horizon(3), assets: [grid({ importLimitMw: 20 }), firm(), diesel({ tankL: 2637 })] },
      { limit: "tankL" },
    );
    expect(line).toMatchObject({
      everyInterval: false,
      unit: "L",
      more: near((5000 - 263.7) / 263.7, 2 * 2637),
      less: near((5000 - 263.7) / 263.7, 2637),
    });
  });

  it("a litre in stock and a litre of tank capacity are separate limits", () => {
    // 5 MWh missing in each of 4 h take 1318.5 L an hour; 900 are at hand, and hour 2 may bring what a tank of 1000 L
    // has room for.
    const deliveries = [{ at: "2026-07-14T02:00:00-05:00", upToL: 1318.5, usdPerL: 1 }];
    const delivered = {
      horizon: horizon(4),
      initialState: { gensets: { fuelL: 900 } },
      assets: [grid({ importLimitMw: 25 }), firm(), diesel({ tankL: 1000, deliveries })],
    };
    const limits = worth(delivered).limits.filter(({ limit }) => limit === "tankL" || limit === "initialState.fuelL");
    expect(limits.map(({ limit, value }) => [limit, value])).toEqual([
      ["initialState.fuelL", 900],
      ["tankL", 1000],
    ]);
    for (const { sentence, limit, more } of limits) {
      expect(sentence).toContain(`gensets ${limit}`);
      // Either litre makes 1 / 263.7 MWh, worth 5000 - 263.7 each.
      expect(more.usdPerUnit).toBeCloseTo((5000 - 263.7) / 263.7, 6);
    }
  });

  it("the row of an either-or rule does not hide the worth of import", () => {
    const exporting = {
      horizon: horizon(1),
      bitcoin,
      assets: [grid({ importLimitMw: 35, exportLimitMw: 20, exportPriceUsdPerMwh: 25 }), firm(), fleet()],
    };
    const {
      limits: [line],
      notPriced,
    } = worth(exporting, { asset: "grid" });
    expect(line).toMatchObject({ limit: "importLimitMw", more: near(50, 5), less: near(50, 5) });
    // Export is held at zero while the site imports.
    expect(notPriced[0]).toMatch(/^grid exportLimitMw: 0 in every interval, or fixed/);
  });

  it("reports a side without a plan", () => {
    const {
      limits: [line],
    } = worth({ horizon: horizon(1), assets: [grid({ importLimitMw: 30 }), firm({ vollUsdPerMwh: undefined })] });
    expect(line.less).toEqual({ usdPerUnit: Infinity, validFor: 0, end: "infeasible" });
    expect(line.sentence).toMatch(/; any less leaves no plan$/);
  });

  it("says that nothing depends on notice", () => {
    expect(worth(site).notPriced).toEqual(["an hour of notice: the question covers no curtailment call"]);
  });

  it("lists the limits of the plan", () => {
    expect(() => worth(site, { limit: "capMw" })).toThrow(
      "worth: got capMw, wanted a limit of the plan: grid importLimitMw; name one of these, or leave it out for all",
    );
  });
});

describe("worth of a year", () => {
  it("a plan shorter than a year is extrapolated with a notice", () => {
    const {
      limits: [line],
      year,
    } = worth({ horizon: horizon(24), assets: [grid({ importLimitMw: 20 }), firm()] }, { perYear: true });
    expect(year?.factor).toBe(365);
    expect(year?.rule).toMatch(
      /^the plan is 24 h, not a year; amounts are multiplied by 365, as if all 8760 h were like it/,
    );
    expect(line.more.usdPerUnitYear).toBeCloseTo(24 * 4970 * 365, 3);
  });

  it("a plan of a whole local year is not extrapolated, in spite of clock changes", () => {
    const days = { start: "2026-03-01T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 1440, count: 365 };
    const {
      limits: [line],
      year,
    } = worth({ horizon: days, assets: [grid({ importLimitMw: 20 }), firm()] }, { perYear: true });
    expect(year).toEqual({ factor: 1, rule: "the plan is a whole year" });
    expect(line.more.usdPerUnitYear).toBe(line.more.usdPerUnit);
    expect(line.more.usdPerUnit).toBeCloseTo(8760 * 4970, 0);
  });

  it("is absent unless requested", () => {
    const {
      limits: [line],
      year,
    } = worth({ horizon: horizon(1), assets: [grid({ importLimitMw: 20 }), firm()] });
    expect(year).toBeUndefined();
    expect(line.more).not.toHaveProperty("usdPerUnitYear");
  });
});
