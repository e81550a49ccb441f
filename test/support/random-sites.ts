/**
 * Seeded random plan inputs that hold every kind of asset and are valid at the context: outages, spikes and negative
 * prices, clock-change days, several step lengths, tanks, caps, ramps, windows, states. Some are infeasible (firm load
 * that must be served in an outage), some break an either-or rule (negative prices). Same seed, same site.
 */
import { times } from "../conformance/asset-shares.ts";
import { seededUniform } from "./random-programs.ts";

export type AssetInput = { readonly kind: string; readonly name: string } & Readonly<Record<string, unknown>>;

export interface SiteInput {
  readonly horizon: {
    readonly start: string;
    readonly timeZone: string;
    readonly intervalMinutes: number;
    readonly count: number;
  };
  readonly bitcoin: { readonly hashpriceUsdPerPhDay: number | readonly number[] };
  readonly assets: readonly AssetInput[];
  readonly initialState: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface RandomSiteOptions {
  /**
   * Only what is the same on a finer time axis: no ramps (a rate), no self-discharge (compounds inside an interval),
   * jobs on whole intervals, moving within days only where days are whole intervals. Default false.
   */
  readonly splittable?: boolean;
}

/** Zone and start, most of them a few hours before a clock change or the end of a month. */
const PLACES: readonly (readonly [string, string])[] = [
  ["America/Chicago", "2026-07-14T00:00:00-05:00"],
  ["America/Chicago", "2026-03-07T18:00:00-06:00"],
  ["America/Chicago", "2026-10-31T18:00:00-05:00"],
  ["Europe/Berlin", "2026-03-28T20:00:00+01:00"],
  ["Europe/Berlin", "2026-10-24T20:00:00+02:00"],
  ["Australia/Lord_Howe", "2026-04-04T18:00:00+11:00"],
  ["Asia/Kolkata", "2026-06-30T12:00:00+05:30"],
  ["UTC", "2026-12-31T00:00:00Z"],
];

const RIGS = ["Antminer S21", "Antminer S21 XP", "Antminer S19j Pro", "Whatsminer M60S"];

export function randomSite(seed: number, options: RandomSiteOptions = {}): SiteInput {
  const splittable = options.splittable === true;
  const uniform = seededUniform(seed * 2246822519 + 977);
  const chance = (p: number): boolean => uniform() < p;
  const whole = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
  const between = (from: number, to: number, digits = 2): number =>
    Number((from + uniform() * (to - from)).toFixed(digits));
  const pick = <T>(from: readonly T[]): T => from[whole(0, from.length - 1)];

  const [timeZone, start] = pick(PLACES);
  const intervalMinutes = splittable ? pick([60, 60, 120]) : pick([60, 60, 60, 30, 15, 5, 120]);
  const count = whole(24, splittable ? 30 : 48);
  const dt = intervalMinutes / 60;
  // After a clock change an interval may lie in two local days, and moves in whole intervals.
  const straddlesMidnight = splittable && (intervalMinutes > 60 || timeZone === "Australia/Lord_Howe");
  const series = (value: (t: number) => number): number[] => Array.from({ length: count }, (_, t) => value(t));
  const stamp = (t: number): string => new Date(Date.parse(start) + t * intervalMinutes * 60_000).toISOString();
  const assets: AssetInput[] = [];
  const initialState: Record<string, Record<string, unknown>> = {};

  const importMw = whole(40, 110);
  const outages = chance(0.5)
    ? Array.from({ length: whole(1, 2) }, () => ({
        from: whole(0, count - 1),
        length: whole(1, 8),
        mw: chance(0.5) ? 0 : whole(5, importMw),
      }))
    : [];
  const mean = between(25, 70);
  const negative = chance(0.15);
  const price = series((t) => {
    if (chance(0.04)) return between(300, 4000);
    if (negative && chance(0.1)) return between(-60, 0);
    return Number((mean * (1 + 0.5 * Math.sin((t * dt * Math.PI) / 12)) + between(-8, 8)).toFixed(2));
  });
  const exporting = chance(0.5);
  const spread = chance(0.1) ? -1 : between(0.5, 6);
  const importLimit = (t: number): number =>
    outages.reduce((mw, o) => (t >= o.from && t < o.from + o.length ? Math.min(mw, o.mw) : mw), importMw);
  assets.push({
    kind: "grid",
    name: "grid",
    importLimitMw: outages.length === 0 ? importMw : series(importLimit),
    importPriceUsdPerMwh: price,
    ...(chance(0.4) ? { importAdderUsdPerMwh: between(0, 12) } : {}),
    ...(exporting
      ? {
          exportLimitMw: outages.length === 0 ? whole(10, 40) : series((t) => (importLimit(t) === 0 ? 0 : 25)),
          exportPriceUsdPerMwh: price.map((usd) => Number((usd - spread).toFixed(2))),
          ...(chance(0.3) ? { exportFeeUsdPerMwh: between(0, 3) } : {}),
        }
      : {}),
    ...(chance(0.5) ? { lossFraction: between(0, 0.03, 3) } : {}),
    ...(chance(0.5) ? { emissionTPerMwh: series(() => between(0.1, 0.7)) } : {}),
    ...(chance(0.5) ? { demandCharge: { usdPerMwMonth: whole(500, 12_000), prorate: chance(0.3) } } : {}),
  });
  if (chance(0.4)) initialState.grid = { peakMw: { [start.slice(0, 7)]: between(0, importMw) } };

  for (let i = 0, n = whole(1, 2); i < n; i++) {
    const base = between(8, (0.55 * importMw) / n);
    const it = chance(0.5);
    const demand = series((t) =>
      Number((base * (1 + 0.3 * Math.sin((t * dt * Math.PI) / 12 + i)) + between(0, 2)).toFixed(2)),
    );
    assets.push({
      kind: "ai-firm",
      name: `firm ${i + 1}`,
      ...(it
        ? { itMw: demand, pue: chance(0.5) ? between(1.1, 1.4) : series(() => between(1.1, 1.4)) }
        : { facilityMw: demand }),
      ...(chance(0.93) ? { vollUsdPerMwh: 9000 + 3000 * i } : {}),
      ...(chance(0.25) && !straddlesMidnight ? { flexibleShare: between(0.05, 0.3) } : {}),
    });
  }

  if (chance(0.6)) {
    const jobs = Array.from({ length: whole(1, 3) }, (_, j) => {
      const from = whole(-3, count - 2);
      const length = whole(2, count);
      const maxMw = between(3, 15);
      const energy = Number((uniform() * 0.9 * Math.min(length, count) * dt * maxMw).toFixed(2));
      return {
        name: `job ${j + 1}`,
        ...(chance(0.5) ? { energyItMwh: energy } : { energyFacilityMwh: energy }),
        release: stamp(from + (splittable || chance(0.7) ? 0 : 0.4)),
        deadline: stamp(Math.max(2, from + length) + (splittable || chance(0.7) ? 0 : 0.3)),
        maxMw,
        ...(chance(0.9) ? { unmetUsdPerMwh: between(60, 800) } : {}),
      };
    });
    assets.push({
      kind: "ai-deferrable",
      name: "batch",
      pue: 1.2,
      jobs,
      ...(chance(0.4) ? { capMw: between(8, 30) } : {}),
    });
    if (chance(0.3)) initialState.batch = { openMwh: { "job 1": between(0, 10) } };
  }

  if (chance(0.6)) {
    const way = whole(0, 2);
    assets.push({
      kind: "ai-spot",
      name: "spot",
      ...(way === 0
        ? { facilityMw: between(4, 25), revenueUsdPerFacilityMwh: series(() => between(20, 160)) }
        : way === 1
          ? { itMw: series(() => between(2, 20)), pue: 1.25, revenueUsdPerItMwh: between(30, 200) }
          : {
              itMw: between(4, 20),
              pue: 1.25,
              revenueUsdPerGpuHour: series(() => between(0.02, 0.3)),
              kwPerGpu: 1.275,
            }),
    });
  }

  for (let i = 0, n = whole(0, 10) === 0 ? 0 : whole(1, 3); i < n; i++) {
    const ramp = !splittable && chance(0.25);
    const name = `fleet ${i + 1}`;
    assets.push({
      kind: "mining-fleet",
      name,
      rig: chance(0.7) ? pick(RIGS) : { hashrateThPerS: between(90, 300), powerW: whole(2800, 4000) },
      rigs: whole(400, 6000),
      standbyWPerRig: pick([0, 25, 75]),
      uptime: between(0.9, 1),
      deenergizeUsdPerMwh: 500,
      ...(chance(0.3) ? { omUsdPerMwh: between(0, 4) } : {}),
      ...(ramp ? { rampUpMwPerH: between(10, 60), rampDownMwPerH: between(20, 80) } : {}),
      ...(chance(0.3) ? { restartUsdPerMw: between(0.5, 5) } : {}),
    });
    if (chance(0.4)) initialState[name] = { powerMw: between(0, 0.9) };
  }

  if (chance(0.7)) {
    const maxStoredMwh = between(15, 80);
    const storedMwh = between(2, maxStoredMwh - 1);
    assets.push({
      kind: "battery",
      name: "bess",
      chargeLimitMw: between(4, 25),
      dischargeLimitMw: between(4, 25),
      ...(chance(0.5) ? { minStoredMwh: 1.5 } : {}),
      maxStoredMwh,
      wearUsdPerMwh: pick([0, 2, 8]),
      ...(!splittable && chance(0.3) ? { selfDischargePerHour: 0.002 } : {}),
      ...pick<Record<string, unknown>>([
        {},
        { end: { rule: "free" } },
        { end: { rule: "at-least", storedMwh: Number((0.8 * storedMwh).toFixed(2)) } },
        { end: { rule: "cyclic" } },
        { end: { rule: "value", usdPerMwh: between(10, 60) } },
      ]),
    });
    initialState.bess = { storedMwh };
  }

  for (let i = 0, n = whole(0, 2); i < n; i++) {
    assets.push({
      kind: "renewable",
      name: `${i === 0 ? "sun" : "wind"}`,
      technology: i === 0 ? "solar" : "wind",
      capacityMw: between(10, 60),
      availability: series((t) =>
        i === 0 ? Math.max(0, Number(Math.sin(((t * dt) % 24) * (Math.PI / 12)).toFixed(3))) : between(0, 1, 3),
      ),
      ...(chance(0.3) ? { costUsdPerMwh: between(-10, 30) } : {}),
      ...(chance(0.2) ? { curtailmentUsdPerMwh: between(1, 10) } : {}),
    });
  }

  if (chance(0.75)) {
    const sets = whole(2, 20);
    assets.push({
      kind: "diesel",
      name: "gensets",
      sets,
      unitMw: 2,
      fuelUsdPerL: between(0.6, 1.2),
      omUsdPerMwh: between(0, 25),
      ...(chance(0.5) ? { tankL: whole(2, 60) * 1000 } : {}),
      ...(chance(0.3) ? { unitHoursCap: between(1, 60) } : {}),
      ...(chance(0.15) ? { availability: series((t) => (t % 2 === 0 ? 1 : 0.5)) } : {}),
      ...(chance(0.2) ? { allowExport: true } : {}),
      ...(chance(0.2) ? { allowMining: true } : {}),
    });
    const diesel = assets[assets.length - 1];
    if (chance(0.4)) {
      initialState.gensets = {
        ...(diesel.tankL === undefined ? {} : { fuelL: 0.7 * (diesel.tankL as number) }),
        ...(diesel.unitHoursCap === undefined ? {} : { unitHoursUsed: 0.3 * (diesel.unitHoursCap as number) }),
      };
    }
  }

  return {
    horizon: { start, timeZone, intervalMinutes, count },
    bitcoin: { hashpriceUsdPerPhDay: chance(0.5) ? between(30, 60) : series(() => between(30, 60)) },
    assets,
    initialState,
  };
}

/** The same site on a time axis four times as fine: series are repeated, single numbers stay. */
export function splitInFour(site: SiteInput): SiteInput {
  const { count, intervalMinutes } = site.horizon;
  const finer = (value: unknown): unknown =>
    Array.isArray(value) && value.length === count && value.every((v) => typeof v === "number")
      ? value.flatMap((v) => [v, v, v, v])
      : value;
  const bitcoin = { hashpriceUsdPerPhDay: finer(site.bitcoin.hashpriceUsdPerPhDay) as number | number[] };
  const assets = site.assets.map(
    (asset) => Object.fromEntries(Object.entries(asset).map(([key, value]) => [key, finer(value)])) as AssetInput,
  );
  return {
    ...site,
    horizon: { ...site.horizon, count: 4 * count, intervalMinutes: intervalMinutes / 4 },
    bitcoin,
    assets,
  };
}

/** Every amount of money times `factor`: fields whose name holds `usd`, at any depth. */
export function scaleMoney<T>(input: T, factor: number): T {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, /usd/iu.test(key) ? times(inner, factor) : walk(inner)]),
    );
  };
  return walk(input) as T;
}
