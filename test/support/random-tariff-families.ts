/**
 * Random tariffs of three families, with the parts and fields that `random-tariffs.ts` lacks, and states that have
 * begun: ratchets (also of one period), least billed demand, rates and tiers by month and period, coincident groups,
 * contracted capacity; export credits in USD; net metering in kWh. For plans over the clock change of 1 November 2026
 * in Chicago, or of 29 March in Berlin, and over a month's end.
 */
import fc from "fast-check";

type Fields = Readonly<Record<string, unknown>>;

export interface TariffCase {
  readonly start: string;
  readonly timeZone: string;
  readonly tariff: Fields;
  /** Import where positive, export where negative, MW by the hour. */
  readonly net: readonly number[];
  readonly state: Fields;
}

const START = "2026-10-31T00:00:00-05:00";
const HOURS = 73;
const PERIODS = ["peak", "shoulder", "night"] as const;

const usd = (min: number, max: number) => fc.integer({ min, max });
const twelve = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 12, maxLength: 12 });
const rate = (min: number, max: number) => fc.oneof(usd(min, max), twelve(usd(min, max)));
const byPeriod = <Value>(value: fc.Arbitrary<Value>) => fc.record({ peak: value, shoulder: value, night: value });
const somePeriods = <Value>(value: fc.Arbitrary<Value>) =>
  fc.record({ peak: value, shoulder: value, night: value }, { requiredKeys: [] });
const day = fc.array(fc.constantFrom(...PERIODS), { minLength: 24, maxLength: 24 });
const schedules = { weekday: day, weekend: fc.oneof(day, fc.constant("night")) };
const volume = usd(0, 40);

const ratchet = fc.oneof(
  fc.record({ share: fc.constantFrom(0.5, 0.8, 1), lastMonths: usd(1, 12) }),
  fc.record({
    share: fc.constantFrom(0.5, 0.8, 1),
    months: fc.uniqueArray(usd(1, 12), { minLength: 1, maxLength: 5 }),
  }),
);

/** Three tiers whose bounds and rates rise in every month. */
const tiers = fc.tuple(rate(20, 200), rate(5, 300), rate(3, 9), rate(0, 9), rate(0, 40)).map(([a, b, c, d, e]) => {
  const plus = (x: number | number[], y: number | number[]): number | number[] => {
    if (typeof x === "number" && typeof y === "number") return x + y;
    const at = (value: number | number[], month: number) => (typeof value === "number" ? value : value[month]);
    return Array.from({ length: 12 }, (_, month) => at(x, month) + at(y, month));
  };
  return [
    { upToMwh: a, usdPerMwh: c },
    { upToMwh: plus(a, b), usdPerMwh: plus(c, d) },
    { usdPerMwh: plus(plus(c, d), e) },
  ];
});
const energyTiers = fc.oneof(fc.record({ tiers }), fc.record({ periods: byPeriod(tiers), ...schedules }));

const hoursListed = (most: number) =>
  fc
    .uniqueArray(usd(0, HOURS - 1), { minLength: 1, maxLength: most })
    .map((hours) => hours.map((hour) => new Date(Date.parse(START) + hour * 3_600_000).toISOString()));
/** Probabilities that add up to the peaks at most: `certain` where all of them are peaks. */
const listed = (most: number, peaks: number) =>
  hoursListed(most).map((starts) =>
    starts.map((start) => ({ start, probability: starts.length <= peaks ? 1 : (0.99 * peaks) / starts.length })),
  );
const form = fc.constantFrom("mean", "maximum");
const group = (name: string) =>
  usd(1, 3).chain((peaks) =>
    fc.record({
      name: fc.constant(name),
      usdPerMw: usd(200, 9000),
      peaks: fc.constant(peaks),
      intervals: listed(6, peaks),
      form,
    }),
  );
const groups = fc.tuple(group("a"), group("b"));
const coincidentPeak = fc.oneof(
  fc.record({ intervalMinutes: fc.constant(60), groups }),
  fc.record({
    usdPerMwYear: usd(2000, 90_000),
    months: fc.constant([10, 11]),
    intervalMinutes: fc.constant(60),
    intervals: listed(6, 1),
    form,
    groups,
  }),
  fc.record({
    usdPerMwYear: usd(2000, 90_000),
    months: fc.constant([10, 11]),
    peaksPerYear: fc.constant(2),
    intervalMinutes: fc.constant(60),
    intervals: listed(8, 2),
    form,
  }),
);

const demand = {
  billingIntervalMinutes: fc.constantFrom(30, 60),
  demandCharge: fc.record(
    { usdPerMwMonth: rate(200, 3000), prorate: fc.boolean(), ratchet, leastBilledMw: usd(0, 40) },
    { requiredKeys: ["usdPerMwMonth", "prorate"] },
  ),
  touDemandCharge: fc.record(
    {
      usdPerMwMonth: byPeriod(rate(200, 2000)),
      ...schedules,
      ratchets: somePeriods(ratchet),
      leastBilledMw: somePeriods(usd(0, 30)),
      prorate: fc.boolean(),
    },
    { requiredKeys: ["usdPerMwMonth", "weekday", "weekend", "prorate"] },
  ),
  contractedCapacity: fc.record({
    mw: usd(0, 25),
    usdPerMwMonth: usd(200, 900),
    aboveUsdPerMwMonth: usd(200, 2000),
    prorateAbove: fc.boolean(),
  }),
};
const touEnergyCharge = fc.record({ usdPerMwh: byPeriod(usd(2, 60)), ...schedules });
const price = { importPriceUsdPerMwh: fc.constant(30), importAdderUsdPerMwh: usd(3, 9) };

const nets = (min: number, hours = HOURS) => fc.array(usd(min, 30), { minLength: hours, maxLength: hours });
/** In half of the cases import is small beside export, so that credits are left. */
const netsBothWays = fc
  .tuple(nets(-25), fc.constantFrom(1, 6))
  .map(([net, part]) => net.map((mw) => (mw > 0 ? Math.ceil(mw / part) : mw)));
const months = fc.constantFrom("2026-10", "2026-09", "2026-08", "2026-07", "2026-01", "2025-11");
const states = fc.record({
  peakMw: fc.dictionary(months, usd(0, 45)).map((peaks) => ({ "2026-10": 4, ...peaks })),
  touPeakMw: fc
    .dictionary(months, somePeriods(usd(0, 45)))
    .map((peaks): Fields => ({ "2026-10": { peak: 3 }, ...peaks })),
  proratedShare: fc.constantFrom({ "2026-10": 0.4 }, { "2026-10": 0.9 }),
  coincidentPeakMw: fc.constantFrom({}, { "2026-10": 5 }),
  coincidentYearPeaks: fc.constantFrom({}, { "2026": { finishedMw: [9, 4], chargedMw: 13 } }),
  coincidentGroupPeaks: fc.constantFrom({}, { a: { finishedMw: [17], chargedMw: 17 } }),
});
const volumes = fc.record({ monthMwh: volume.map((mwh) => ({ "2026-10": 5 * mwh })) });
const periodVolumes = somePeriods(volume).map((own) => ({ periodMwh: { "2026-10": own } }));

/** No export: every part of demand, with tiers by month or period. */
const demandFamily = fc
  .record({
    tariff: fc.record(
      { ...price, ...demand, touEnergyCharge, energyTiers, coincidentPeak },
      { requiredKeys: ["importPriceUsdPerMwh"] },
    ),
    net: nets(1),
    states,
    volumes,
    periodVolumes,
  })
  .map(({ tariff, net, states: state, volumes: month, periodVolumes: own }) => ({
    start: START,
    tariff,
    net,
    state: { ...state, ...(tariff.energyTiers && ("periods" in tariff.energyTiers ? own : month)) },
  }));

/** Export at a price below that of import, as a credit in USD; credits may end in October. */
const creditsFamily = fc
  .record({
    tariff: fc.record(
      {
        ...price,
        exportLimitMw: fc.constant(50),
        exportPriceUsdPerMwh: usd(3, 12),
        touExportPrice: fc.record({ usdPerMwh: byPeriod(usd(3, 15)), ...schedules }),
        exportCredits: fc.record(
          {
            leftShare: fc.constantFrom(0, 0.4, 1),
            trueUp: fc.record({ month: fc.constantFrom(10, 3), paidShare: fc.constantFrom(0, 0.5, 1) }),
          },
          { requiredKeys: ["leftShare"] },
        ),
        touEnergyCharge,
        energyTiers,
        demandCharge: demand.demandCharge,
      },
      { requiredKeys: ["importPriceUsdPerMwh", "exportLimitMw", "exportPriceUsdPerMwh", "exportCredits"] },
    ),
    net: netsBothWays,
    states,
    volumes,
    periodVolumes,
    credits: fc.record({ leftUsd: usd(0, 900), roomUsd: usd(0, 900).map((room) => ({ "2026-10": room })) }),
  })
  .map(({ tariff, net, states: state, volumes: month, periodVolumes: own, credits }) => ({
    start: START,
    tariff,
    net,
    state: {
      ...state,
      ...(tariff.energyTiers && ("periods" in tariff.energyTiers ? own : month)),
      exportCredits: credits,
    },
  }));

/** Export as a credit in MWh, over two months, or over November alone beside tiers. */
const nettingFamily = fc
  .record({
    touEnergyCharge,
    isByPeriod: fc.boolean(),
    isNovember: fc.boolean(),
    tiers,
    left: fc.constantFrom(0, 12, 30),
    trueUp: fc.option(fc.record({ month: fc.constantFrom(10, 11), usdPerMwh: fc.constantFrom(0, 11) }), {
      nil: undefined,
    }),
    demandCharge: demand.demandCharge,
    net: netsBothWays,
    states,
    credit: volume,
    room: usd(0, 60),
  })
  .map((given) => {
    const { touEnergyCharge: tou, isByPeriod, isNovember, left, trueUp, net, states: state, credit, room } = given;
    const label = isNovember ? "2026-11" : "2026-10";
    const { weekday, weekend } = tou;
    const all = Object.fromEntries(PERIODS.map((period) => [period, { leftUsdPerMwh: left }]));
    return {
      start: isNovember ? "2026-11-01T01:00:00-05:00" : START,
      net: isNovember ? net.slice(0, 40) : net,
      tariff: {
        importPriceUsdPerMwh: 30,
        exportLimitMw: 50,
        ...(isByPeriod && { touEnergyCharge: tou }),
        ...(isNovember && { energyTiers: { tiers: given.tiers } }),
        demandCharge: given.demandCharge,
        netMetering: {
          ...(isByPeriod ? { periods: all, weekday, weekend } : { leftUsdPerMwh: left }),
          ...(trueUp && { trueUp }),
        },
      },
      state: {
        ...state,
        monthMwh: { [label]: 3 * room },
        netMetering: isByPeriod
          ? { creditMwh: { peak: credit }, roomMwh: { [label]: { night: room } } }
          : { creditMwh: { all: credit }, roomMwh: { [label]: { all: room } } },
      },
    };
  });

/**
 * The same case from 29 March 2026 in Berlin, whose clock is set forward that night and whose month ends on the third
 * day: October becomes March, November April.
 */
function inSpring(given: Omit<TariffCase, "timeZone">): TariffCase {
  const spring = given.start.startsWith("2026-11") ? "2026-04-01T01:00:00+02:00" : "2026-03-29T00:00:00+01:00";
  const laterMs = Date.parse(spring) - Date.parse(given.start);
  const monthAfter: Readonly<Record<string, number>> = { 10: 3, 11: 4 };
  const moved = (value: unknown, key = ""): unknown => {
    if (key === "start") return new Date(Date.parse(value as string) + laterMs).toISOString();
    if (key === "month") return monthAfter[value as number] ?? value;
    if (key === "months" && Array.isArray(value))
      return [...new Set(value.map((month: number) => monthAfter[month] ?? month))];
    if (Array.isArray(value)) return value.map((item) => moved(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, own]) => [
        field.replace("2026-10", "2026-03").replace("2026-11", "2026-04"),
        moved(own, field),
      ]),
    );
  };
  const { tariff, net, state } = given;
  const [t, s] = [moved(tariff) as Fields, moved(state) as Fields];
  return { start: spring, timeZone: "Europe/Berlin", net, tariff: t, state: s };
}

const inEither = (cases: fc.Arbitrary<Omit<TariffCase, "timeZone">>): fc.Arbitrary<TariffCase> =>
  fc
    .tuple(cases, fc.boolean())
    .map(([given, isSpring]) => (isSpring ? inSpring(given) : { ...given, timeZone: "America/Chicago" }));

export const tariffFamilies: Readonly<Record<string, fc.Arbitrary<TariffCase>>> = {
  demand: inEither(demandFamily),
  "export credits": inEither(creditsFamily),
  "net metering": inEither(nettingFamily),
};
