import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { seededUniform } from "../support/random-programs.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

/** Random sites with generation from bought fuel, a tank with deliveries, permits, and a price and cap on CO2. */

const SITES = runs(60, 8);
const RELATIVE = 1e-7;

function fuelSite(seed: number) {
  const uniform = seededUniform(seed * 2654435761 + 31);
  const chance = (p: number) => uniform() < p;
  const between = (from: number, to: number, digits = 2) => Number((from + uniform() * (to - from)).toFixed(digits));
  const intervalMinutes = chance(0.3) ? 30 : 60;
  const count = 24;
  // Some plans cross the end of the local year.
  const start = chance(0.3) ? "2026-12-31T18:00:00-06:00" : "2026-07-31T12:00:00-05:00";
  const series = (value: (t: number) => number) => Array.from({ length: count }, (_, t) => value(t));
  const stamp = (hours: number) => new Date(Date.parse(start) + hours * 3_600_000).toISOString();
  const out = Math.floor(uniform() * 20);
  const online = chance(0.4);
  const years = (value: number) => ({ 2026: value, 2027: 0 });
  const engines = {
    kind: "firm-generation",
    name: "engines",
    units: 4,
    unitMw: between(1, 5),
    fuelUsdPerMmbtu: series(() => between(-1, 9)),
    heatRateMmbtuPerMwh: between(7, 10),
    noLoadMmbtuPerHPerMw: chance(0.5) ? between(0.2, 1.5) : 0,
    omUsdPerMwh: between(0, 12),
    co2KgPerMmbtu: 53.06,
    minLoadFraction: 0.3,
    ...(online ? { onlineShare: series(() => (chance(0.5) ? 1 : 0.5)) } : {}),
    ...(chance(0.4) ? { availability: series((t) => (t > 15 ? 0.5 : 1)) } : {}),
    ...(chance(0.5) ? { rampUpMwPerH: between(1, 6), rampDownMwPerH: between(1, 6) } : {}),
    ...(chance(0.4) ? { energyMwhPerYear: between(100, 200) } : {}),
    ...(chance(0.3) ? { unitHoursPerYear: between(110, 160) } : {}),
    ...(chance(0.3) ? { fuelMmbtuPerYear: between(1000, 2000) } : {}),
  };
  const permit = chance(0.4)
    ? { class: "non-emergency", ...(chance(0.7) ? { hoursPerYear: between(1, 6) } : {}) }
    : {
        class: "emergency",
        ...(chance(0.5) ? { emergency: series(() => (chance(0.3) ? between(0, 1) : 0)) } : {}),
        ...(chance(0.7) ? { nonEmergency: between(0, 1) } : {}),
      };
  const assets = [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: series((t) => (t >= out && t < out + 4 ? (chance(0.5) ? 0 : 8) : 25)),
      importPriceUsdPerMwh: series(() => between(-5, 120)),
      emissionTPerMwh: series(() => between(0.05, 0.7)),
    },
    { kind: "ai-firm", name: "inference", facilityMw: series(() => between(12, 20)), vollUsdPerMwh: 9000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 2000 },
    { kind: "battery", name: "bess", chargeLimitMw: 4, dischargeLimitMw: 4, maxStoredMwh: 12, wearUsdPerMwh: 3 },
    engines,
    {
      kind: "diesel",
      name: "gensets",
      sets: 4,
      unitMw: 2,
      fuelUsdPerL: 0.9,
      omUsdPerMwh: 15,
      tankL: 3000,
      permit,
      deliveries: [
        { at: stamp(3.25), orderedL: between(0, 900, 0), usdPerL: 1 },
        { at: stamp(8), upToL: 3000, usdPerL: between(0.8, 1.4) },
      ],
    },
    {
      kind: "emissions",
      name: "co2",
      ...(chance(0.8) ? { priceUsdPerT: series(() => between(0, 120)) } : {}),
      cap: { co2T: between(40, 200), period: chance(0.5) ? "month" : "year" },
    },
  ];
  return {
    horizon: { start, timeZone: "America/Chicago", intervalMinutes, count },
    bitcoin: { hashpriceUsdPerPhDay: 45 },
    assets,
    initialState: {
      bess: { storedMwh: between(0, 12), storedCo2T: between(0, 5) },
      engines: {
        ...(chance(0.7) ? { powerMw: between(0, 4) } : {}),
        energyMwhByYear: years(20),
        unitHoursByYear: years(30),
        fuelMmbtuByYear: years(100),
      },
      gensets: { fuelL: between(0, 2800, 0), permitHoursByYear: years(2) },
      co2: {},
    },
  };
}

it(`${SITES} random sites: HiGHS agrees, and the plan keeps its fuel, hours and tonnes`, ({ annotate }) => {
  const endings: Record<string, number> = {};
  let binding = 0;
  for (let seed = 0; seed < SITES; seed++) {
    const site = fuelSite(seed);
    const { lp } = buildSite(parseRequest(site));
    const ours = solveLp(lp);
    const oracle = solveWithHighs(lp);
    expect(ours.status, `seed ${seed}`).toBe(oracle.status);
    expect(checkSolution(lp, ours).ok, `seed ${seed}`).toBe(true);
    endings[ours.status] = (endings[ours.status] ?? 0) + 1;
    if (ours.status !== "optimal") continue;
    expect(
      Math.abs(ours.objective - oracle.objective) / Math.max(1, Math.abs(oracle.objective)),
      `seed ${seed}`,
    ).toBeLessThan(RELATIVE);

    const result = planPower(site);
    if (result.status !== "optimal") continue;
    endings.planned = (endings.planned ?? 0) + 1;
    const { gensets, co2, engines } = result.assets;
    if (
      gensets.kind !== "diesel" ||
      co2.kind !== "emissions" ||
      engines.kind !== "firm-generation" ||
      !result.emissions
    )
      throw new Error("assets");
    // The tank: initial stock plus deliveries minus fuel burnt, within its capacity at the end of every interval.
    const { fuelL } = site.initialState.gensets;
    const [ordered, chosen] = gensets.deliveries ?? [];
    const tank = gensets.series.tankL ?? new Float64Array(0);
    expect(Math.min(...tank), `seed ${seed}`).toBeGreaterThan(-1e-3);
    expect(Math.max(...tank), `seed ${seed}`).toBeLessThan(3000 + 1e-3);
    expect(tank[tank.length - 1]).toBeCloseTo(
      fuelL + (ordered?.litres ?? 0) + (chosen?.litres ?? 0) - gensets.totals.fuelL,
      2,
    );
    // CO2 calculated in three ways: by the asset, by the totals of the sources, by the attribution.
    const own = [result.assets.grid, gensets, engines].reduce(
      (total, { totals }) => total + ("co2T" in totals ? (totals.co2T ?? 0) : 0),
      0,
    );
    expect(co2.totals.co2T).toBeCloseTo(own, 5);
    const { byLoadT, storedChangeT, unattributedT, totalT } = result.emissions;
    expect(totalT).toBeCloseTo(own, 5);
    expect(Object.values(byLoadT).reduce((total, t) => total + t, storedChangeT + unattributedT)).toBeCloseTo(own, 5);
    for (const { alreadyT, emittedT, capT, marginalUsdPerT } of co2.caps) {
      expect(alreadyT + emittedT).toBeLessThanOrEqual(capT + 1e-5);
      if (marginalUsdPerT > 1e-3) {
        binding++;
        expect(alreadyT + emittedT, `seed ${seed}`).toBeCloseTo(capT, 4);
      }
    }
    // The next plan accepts the end state.
    const next = {
      ...site,
      initialState: result.endState,
      horizon: {
        ...site.horizon,
        start: new Date(
          Date.parse(site.horizon.start) + site.horizon.count * site.horizon.intervalMinutes * 60_000,
        ).toISOString(),
      },
    };
    expect(() => buildSite(parseRequest(next)), `seed ${seed}`).not.toThrow();
  }
  void annotate(`${JSON.stringify(endings)}, caps that bind ${binding}`);
  expect(endings.planned).toBeGreaterThan(0.3 * SITES);
  expect(binding).toBeGreaterThan(runs(5, 0));
});
