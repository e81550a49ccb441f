import { describe, expect, it } from "vitest";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, renewable } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

type Fields = Readonly<Record<string, unknown>>;

function optimal(input: unknown) {
  const result = planPower(input);
  if (result.status !== "optimal") throw new Error(`${result.status}: ${result.detail}`);
  return result;
}

describe("readPrices by hand", () => {
  // Three hours, import 35 MW: hour 0 at 30 USD/MWh (mining wants 10 MW more than the 5 left: power is worth 80),
  // hour 1 at 100 (mining sleeps: power is worth its price), hour 2 with 20 MW only (30 MW firm: VOLL).
  const result = optimal({
    horizon: horizon(3),
    bitcoin,
    assets: [grid({ importLimitMw: [35, 35, 20], importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet()],
  });
  const limit = (asset: string, name: string) =>
    result.prices.limits.find((price) => price.asset === asset && price.limit === name);

  it("value of power", () => {
    expect([...result.prices.powerUsdPerMwh]).toEqual([
      expect.closeTo(80, 9),
      expect.closeTo(100, 9),
      expect.closeTo(5000, 9),
    ]);
  });

  it("value of the import limit: power's worth less its price", () => {
    expect(limit("grid", "importLimitMw")?.unit).toBe("USD/MWh");
    expect([...(limit("grid", "importLimitMw")?.value ?? [])]).toEqual([
      expect.closeTo(50, 9),
      0,
      expect.closeTo(4970, 9),
    ]);
  });

  it("are per hour, whatever the length of the interval", () => {
    // The same in quarters of an hour: duals are a fourth, prices are not.
    const quarters = optimal({
      horizon: horizon(3, 15),
      bitcoin,
      assets: [grid({ importLimitMw: [35, 35, 20], importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet()],
    });
    expect(quarters.objectiveUsd).toBeCloseTo(result.objectiveUsd / 4, 6);
    for (let t = 0; t < 3; t++)
      expect(quarters.prices.powerUsdPerMwh[t]).toBeCloseTo(result.prices.powerUsdPerMwh[t], 9);
  });

  it("a limit over the plan has one price, per unit of what it limits", () => {
    // 10 MW short for 3 h; the tank holds 2637 L = 10 MWh. One more litre gives 1 / 263.7 MWh worth 5000 - 263.7 each.
    const dry = optimal({
      horizon: horizon(3),
      assets: [grid({ importLimitMw: 20 }), firm(), diesel({ tankL: 2637 })],
    });
    const fuel = dry.prices.limits.find(({ asset }) => asset === "gensets")?.limit;
    expect(fuel).toBe("sets");
    const tank = dry.prices.limits.find((price) => price.limit === "tankL");
    expect(tank?.unit).toBe("USD/L");
    expect([...(tank?.value ?? [])]).toEqual([expect.closeTo((5000 - 263.7) / 263.7, 6)]);
  });
});

/** (f(+eps) - f(0)) / eps and (f(0) - f(-eps)) / eps. */
function slopes(cost: (shift: number) => number, eps: number) {
  const base = cost(0);
  return { right: (cost(eps) - base) / eps, left: (base - cost(-eps)) / eps };
}

describe("prices against finite differences", () => {
  const count = 12;
  const EPS = 1e-3;
  const TOLERANCE = 1e-3;
  const demand = Array.from({ length: count }, (_, t) => 28 + 4 * Math.sin(t));
  const importLimit = Array.from({ length: count }, (_, t) => (t >= 5 && t < 8 ? 18 : 45));
  const price = Array.from({ length: count }, (_, t) => (t % 5 === 3 ? 150 : 31 + 2 * t));
  const site = (shifts: {
    demandMw?: readonly [number, number];
    importMw?: readonly [number, number];
    bess?: Fields;
    gensets?: Fields;
    exports?: boolean;
  }): Fields => {
    const moved = (values: readonly number[], shift?: readonly [number, number]) =>
      values.map((v, t) => (t === shift?.[0] ? v + shift[1] : v));
    return {
      horizon: horizon(count, 30),
      bitcoin,
      initialState: { bess: { storedMwh: 3.3 }, grid: { peakMw: { "2026-07": 30.5 } } },
      assets: [
        grid({
          importLimitMw: moved(importLimit, shifts.importMw),
          importPriceUsdPerMwh: price,
          lossFraction: 0.02,
          demandCharge: { usdPerMwMonth: 120 },
          ...(shifts.exports === true ? { exportLimitMw: 9, exportPriceUsdPerMwh: price.map((usd) => usd - 3) } : {}),
        }),
        firm({ facilityMw: moved(demand, shifts.demandMw) }),
        fleet({ standbyWPerRig: 25, restartUsdPerMw: 3 }),
        battery({
          chargeLimitMw: 4.1,
          dischargeLimitMw: 6.3,
          maxStoredMwh: 9.7,
          end: { rule: "value", usdPerMwh: 37 },
          wearUsdPerMwh: 1,
          ...shifts.bess,
        }),
        renewable({ capacityMw: 7.3 }),
        diesel({ sets: 3, tankL: 1500, ...shifts.gensets }),
      ],
    };
  };
  const costOf = (input: Fields) => optimal(input).objectiveUsd;

  it.each([false, true])("value of power, every interval (export: %s)", (exports) => {
    const { prices, stepHours } = optimal(site({ exports }));
    for (let t = 0; t < count; t++) {
      const { left, right } = slopes((shift) => costOf(site({ exports, demandMw: [t, shift] })), EPS);
      const slope = prices.powerUsdPerMwh[t] * stepHours;
      expect(slope, `interval ${t}: ${left} to ${right}`).toBeGreaterThanOrEqual(left - TOLERANCE);
      expect(slope, `interval ${t}: ${left} to ${right}`).toBeLessThanOrEqual(right + TOLERANCE);
    }
  });

  it.each([false, true])("value of the import limit, every interval (export: %s)", (exports) => {
    const { prices, stepHours } = optimal(site({ exports }));
    const value = prices.limits.find(({ limit }) => limit === "importLimitMw")?.value ?? new Float64Array(0);
    expect(Math.max(...value)).toBeGreaterThan(10);
    for (let t = 0; t < count; t++) {
      const { left, right } = slopes((shift) => costOf(site({ exports, importMw: [t, shift] })), EPS);
      const slope = -value[t] * stepHours;
      expect(slope, `interval ${t}: ${left} to ${right}`).toBeGreaterThanOrEqual(Math.min(left, right) - TOLERANCE);
      expect(slope, `interval ${t}: ${left} to ${right}`).toBeLessThanOrEqual(Math.max(left, right) + TOLERANCE);
    }
  });

  it("value of the store's size, the battery's power and the tank: sums over the plan", () => {
    const { prices, stepHours } = optimal(site({}));
    // Of 1500 L enough are left; 300 L are too few.
    const dry = optimal(site({ gensets: { tankL: 300 } })).prices;
    const total = (asset: string, limit: string, { limits } = prices) =>
      limits
        .filter((p) => p.asset === asset && p.limit.startsWith(limit))
        .reduce((sum, p) => sum + p.value.reduce((a, b) => a + b, 0), 0);
    const cases: readonly [string, number, (shift: number) => Fields][] = [
      ["maxStoredMwh", total("bess", "maxStoredMwh"), (shift) => site({ bess: { maxStoredMwh: 9.7 + shift } })],
      [
        "dischargeLimitMw",
        total("bess", "dischargeLimitMw") * stepHours,
        (shift) => site({ bess: { dischargeLimitMw: 6.3 + shift } }),
      ],
      [
        "chargeLimitMw",
        total("bess", "chargeLimitMw") * stepHours,
        (shift) => site({ bess: { chargeLimitMw: 4.1 + shift } }),
      ],
      ["tankL", 1000 * total("gensets", "tankL", dry), (shift) => site({ gensets: { tankL: 300 + 1000 * shift } })],
    ];
    for (const [name, value, input] of cases) {
      const { left, right } = slopes((shift) => costOf(input(shift)), EPS);
      expect(-value, `${name}: ${left} to ${right}`).toBeGreaterThanOrEqual(Math.min(left, right) - TOLERANCE);
      expect(-value, `${name}: ${left} to ${right}`).toBeLessThanOrEqual(Math.max(left, right) + TOLERANCE);
    }
    expect(cases.filter(([, value]) => value > 1).length).toBeGreaterThanOrEqual(3);
  });
});
