/**
 * The bill of a load that is given, item by item as a clerk works it out: no program, no code of the library. Hours
 * only (billing intervals of an hour at most), amounts owed before the plan left out. Local time by `Intl`.
 */
type Fields = Readonly<Record<string, unknown>>;

interface Meter {
  readonly tariff: Fields;
  readonly load: readonly number[];
  readonly start: string;
  readonly timeZone: string;
  readonly state: Fields;
}

interface Hour {
  readonly ms: number;
  readonly month: string;
  readonly hour: number;
  readonly isWeekend: boolean;
  readonly mw: number;
}

export function billedUsd({ tariff, load, start, timeZone, state }: Meter): number {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
    weekday: "short",
  });
  const hours = load.map((mw, t): Hour => {
    const ms = Date.parse(start) + t * 3_600_000;
    const parts = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, value]));
    return {
      ms,
      month: `${parts.year}-${parts.month}`,
      hour: Number(parts.hour),
      isWeekend: parts.weekday.startsWith("S"),
      mw,
    };
  });
  const last = new Map(hours.map((hour) => [hour.month, hour]));
  let usd = 0;
  for (const [month, { ms }] of last) {
    const own = hours.filter((hour) => hour.month === month);
    usd += monthUsd(
      tariff,
      month,
      own,
      own.length / monthHours(month, clock),
      (ms + 3_600_000 - startOf(month, clock)) / 3_600_000 / monthHours(month, clock),
      daysOf(own, clock),
      state,
    );
  }
  return usd;
}

function monthUsd(
  tariff: Fields,
  month: string,
  own: readonly Hour[],
  share: number,
  gone: number,
  days: number,
  state: Fields,
): number {
  const get = <T>(key: string) => tariff[key] as T | undefined;
  const before = <T>(key: string) => (state[key] as Readonly<Record<string, T>> | undefined)?.[month];
  const most = (some: readonly Hour[], set = 0) => some.reduce((mw, hour) => Math.max(mw, hour.mw), set);
  const mwh = own.reduce((sum, { mw }) => sum + mw, 0);
  let onBill = mwh * (Number(tariff.importPriceUsdPerMwh) + (get<number>("importAdderUsdPerMwh") ?? 0));

  type Periods = { weekday: string[]; weekend: string | string[] };
  const periodOf = ({ weekday, weekend }: Periods, { hour, isWeekend }: Hour) =>
    isWeekend ? (typeof weekend === "string" ? weekend : weekend[hour]) : weekday[hour];
  const energy = get<Periods & { usdPerMwh: Record<string, number> }>("touEnergyCharge");
  if (energy) for (const hour of own) onBill += hour.mw * energy.usdPerMwh[periodOf(energy, hour)];

  const set = before<number>("peakMw") ?? 0;
  const flat = get<{ usdPerMwMonth: number; prorate: boolean }>("demandCharge");
  if (flat) onBill += flat.usdPerMwMonth * (flat.prorate ? share : 1) * (most(own, set) - set);
  const tou = get<Periods & { usdPerMwMonth: Record<string, number>; prorate: boolean }>("touDemandCharge");
  if (tou) {
    for (const [period, rate] of Object.entries(tou.usdPerMwMonth)) {
      const periodSet = before<Record<string, number>>("touPeakMw")?.[period] ?? 0;
      onBill +=
        rate *
        (tou.prorate ? share : 1) *
        (most(
          own.filter((hour) => periodOf(tou, hour) === period),
          periodSet,
        ) -
          periodSet);
    }
  }
  const tiers = get<{ tiers: { upToMwh?: number; usdPerMwh: number }[] }>("energyTiers");
  if (tiers) {
    // MWh by MWh in the order they come: each at the rate of the volume so far.
    let volume = before<number>("monthMwh") ?? 0;
    for (let left = mwh; left > 0;) {
      const tier = tiers.tiers.find(({ upToMwh = Infinity }) => volume < upToMwh) as {
        upToMwh?: number;
        usdPerMwh: number;
      };
      const taken = Math.min(left, (tier.upToMwh ?? Infinity) - volume);
      onBill += taken * tier.usdPerMwh;
      volume += taken;
      left -= taken;
    }
  }
  const contract = get<{ mw: number; usdPerMwMonth: number; aboveUsdPerMwMonth: number; prorateAbove: boolean }>(
    "contractedCapacity",
  );
  let owed = 0;
  if (contract) {
    owed += contract.mw * contract.usdPerMwMonth * share;
    onBill +=
      contract.aboveUsdPerMwMonth *
      (contract.prorateAbove ? share : 1) *
      (Math.max(0, most(own, set) - contract.mw) - Math.max(0, set - contract.mw));
  }
  const fixed = get<{ usdPerMonth: number; usdPerDay: number }>("fixedCharge");
  if (fixed) owed += share * fixed.usdPerMonth + days * fixed.usdPerDay;

  const system = get<{ usdPerMwYear: number; months: number[]; intervals: { start: string; probability: number }[] }>(
    "coincidentPeak",
  );
  let expected = 0;
  let certain = 0;
  for (const { start, probability } of system?.intervals ?? []) {
    const mw = own.find(({ ms }) => ms === Date.parse(start))?.mw ?? 0;
    const usd = ((system?.usdPerMwYear ?? 0) / (system?.months.length ?? 1)) * probability * mw;
    if (probability < 1) expected += usd;
    else certain += usd;
  }
  onBill += certain;
  const minimum = get<{ usdPerMonth: number }>("minimumBill");
  const bill = before<{ usd: number; shortfallUsd: number }>("bill") ?? { usd: 0, shortfallUsd: 0 };
  const shortfall = minimum
    ? Math.max(0, minimum.usdPerMonth * gone - bill.usd - onBill - owed) - bill.shortfallUsd
    : 0;
  return onBill + expected + shortfall;
}

/** The instant at which a month begins: its zone is not at half hours. */
function startOf(month: string, clock: Intl.DateTimeFormat): number {
  const midnight = Date.parse(`${month}-01T00:00:00Z`);
  let ms = midnight - 14 * 3_600_000;
  while (wall(ms, clock) < midnight) ms += 3_600_000;
  return ms;
}

function monthHours(month: string, clock: Intl.DateTimeFormat): number {
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
  return (startOf(next, clock) - startOf(month, clock)) / 3_600_000;
}

/** Local days of some hours: each hour is its share of the 23, 24 or 25 of its day. */
function daysOf(own: readonly Hour[], clock: Intl.DateTimeFormat): number {
  const dayOf = (ms: number) => Math.floor(wall(ms, clock) / 86_400_000);
  return own.reduce((days, { ms }) => {
    let hours = 0;
    for (let shift = -25; shift <= 25; shift++) if (dayOf(ms + shift * 3_600_000) === dayOf(ms)) hours++;
    return days + 1 / hours;
  }, 0);
}

function wall(ms: number, clock: Intl.DateTimeFormat): number {
  const parts = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, value]));
  return Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day), Number(parts.hour));
}
