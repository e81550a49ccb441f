import { withContracts } from "./random-contracts.ts";
import { seededUniform } from "./random-programs.ts";
import { randomSite, type SiteInput } from "./random-sites.ts";

/**
 * A random site whose AI must be served whatever it costs, with less import: many have no schedule. Same seed, same
 * site.
 */
export function tightSite(seed: number): SiteInput {
  return tightened(randomSite(seed), seed);
}

/**
 * The same with limits of more kinds: engines in whole units or committed by share, contracts, calls, caps of a year.
 */
export function tightSiteOfManyLimits(seed: number): SiteInput {
  const site = randomSite(seed);
  const uniform = seededUniform(seed * 69069 + 5);
  const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const engines = {
    kind: "firm-generation",
    name: "engines",
    units: whole(1, 3),
    unitMw: whole(1, 4),
    fuelUsdPerMmbtu: 3,
    heatRateMmbtuPerMwh: 8,
    co2KgPerMmbtu: 53,
    omUsdPerMwh: 5,
    ...(uniform() < 0.4 && {
      onlineShare: Array.from({ length: site.horizon.count }, () => whole(0, 10) / 10),
      minLoadFraction: 0.3,
    }),
    ...(uniform() < 0.3 && { rampUpMwPerH: whole(1, 3) }),
    ...(uniform() < 0.4 && { energyMwhPerYear: whole(5, 60) }),
  };
  const caps = uniform() < 0.3 ? [{ kind: "emissions", name: "co2", cap: { co2T: whole(5, 80), period: "year" } }] : [];
  const withFactor = site.assets.map((asset) => (asset.kind === "grid" ? { emissionTPerMwh: 0.4, ...asset } : asset));
  const more = { ...site, assets: [...withFactor, engines, ...caps] };
  const tight = tightened(more, seed);
  if (uniform() < 0.5) return tight;
  const { assets, ...rest } = withContracts(tight, seed);
  return { ...rest, assets: assets.map(({ missUsdPerMwh: _miss, ...asset }) => asset as (typeof assets)[number]) };
}

/** A site of limits that its state has used a part of: ramps, wake-up, caps of a year. One of them is too small. */
export function tightSiteOfStates(seed: number): SiteInput {
  const uniform = seededUniform(seed * 69069 + 11);
  const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
  const base = { kind: "ai-firm", name: "ai", facilityMw: whole(5, 7) };
  const fleet = (fields: object) => ({
    kind: "mining-fleet",
    name: "fleet",
    rig: { hashrateThPerS: 200, powerW: 3500 },
    rigs: 2000,
    standbyWPerRig: 0,
    pue: 1,
    uptime: 1,
    poolFee: 0,
    ...fields,
  });
  const sold = {
    kind: "flexibility-product",
    name: "product",
    backedBy: ["fleet"],
    priceUsdPerMwHour: 3,
    deployedShare: 0,
    durationHours: 1,
    responseMinutes: 30,
    committedMw: whole(4, 9),
  };
  const engines = (fields: object) => ({
    kind: "firm-generation",
    name: "engines",
    units: 2,
    unitMw: 5,
    fuelUsdPerMmbtu: 3,
    heatRateMmbtuPerMwh: 8,
    co2KgPerMmbtu: 53,
    omUsdPerMwh: 5,
    ...fields,
  });
  const sets = (fields: object) => ({
    kind: "diesel",
    name: "sets",
    sets: 4,
    unitMw: 2,
    fuelUsdPerL: 1,
    omUsdPerMwh: 1,
    ...fields,
  });
  const asleep = { fleet: { powerMw: whole(0, 2), awakeShare: 0.1 } };
  const used = whole(10, 49);
  const cases: readonly [importMw: number, assets: readonly object[], state: object][] = [
    [40, [fleet({ wakeUp: { shareOfRigs: whole(1, 4) / 10, everyMinutes: 60 } }), sold], asleep],
    [40, [fleet({ wakeUp: { rigsPerMinute: whole(2, 9) } }), sold], asleep],
    [40, [fleet({ rampUpMwPerH: whole(1, 3) }), sold], asleep],
    [40, [fleet({ rigs: whole(700, 1000) }), sold], {}],
    [2, [engines({ rampUpMwPerH: 1 })], { engines: { powerMw: whole(0, 2) } }],
    [2, [engines({ energyMwhPerYear: 50 })], { engines: { energyMwhByYear: { 2026: used } } }],
    [2, [engines({ unitHoursPerYear: 50 })], { engines: { unitHoursByYear: { 2026: used } } }],
    [2, [sets({ unitHoursCap: 50 })], { sets: { unitHoursUsed: used } }],
    [
      2,
      [sets({ permit: { class: "non-emergency", hoursPerYear: 50 } })],
      { sets: { permitHoursByYear: { 2026: Math.max(46, used) } } },
    ],
    [
      2,
      [{ ...base, name: "capped", vollUsdPerMwh: 9000, interruptionCap: { hoursPerYear: 50 } }, sets({})],
      { capped: { interruptedHours: { 2026: Math.max(47, used) } } },
    ],
    [
      40,
      [{ kind: "emissions", name: "co2", cap: { co2T: 50, period: "month" } }],
      { co2: { co2TByPeriod: { "2026-07": Math.max(45, used) } } },
    ],
  ];
  const [importLimitMw, assets, initialState] = cases[seed % cases.length];
  return {
    horizon: {
      start: "2026-07-14T00:00:00-05:00",
      timeZone: "America/Chicago",
      intervalMinutes: 60,
      count: whole(3, 5),
    },
    bitcoin: { hashpriceUsdPerPhDay: 60 },
    initialState,
    assets: [
      { kind: "grid", name: "grid", importLimitMw, importPriceUsdPerMwh: 50, emissionTPerMwh: 0.5 },
      base,
      ...assets,
    ],
  } as unknown as SiteInput;
}

function tightened(site: SiteInput, seed: number): SiteInput {
  const share = 0.1 + 0.05 * (seed % 9);
  const less = (mw: unknown): unknown =>
    Array.isArray(mw)
      ? mw.map((value: number) => Number((share * value).toFixed(2)))
      : Number((share * (mw as number)).toFixed(2));
  const assets = site.assets.map((asset) => {
    const { vollUsdPerMwh: _voll, importLimitMw, jobs, ...rest } = asset;
    const owed = Array.isArray(jobs) && {
      jobs: jobs.map(({ unmetUsdPerMwh: _unmet, ...job }: Record<string, unknown>) => job),
    };
    return {
      ...rest,
      ...(importLimitMw !== undefined && { importLimitMw: less(importLimitMw) }),
      ...owed,
    } as (typeof site.assets)[number];
  });
  return { ...site, assets };
}
