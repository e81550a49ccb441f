/**
 * Energy rates of a URDB rate: periods by time of use, and tiers that rise with the month's energy. The planner models
 * tiers whose steps are the same in all periods:
 *
 *     rate_{p,k} = rate_{p,0} + step_k, bounds_p,k = bounds_k tou rate_{p,0}, energy tier k at step_k >= step_{k-1}
 *
 * The `sell` rates of the periods become the export price by time of use, one for each period in all tiers.
 */
import { MONTHS, perMega, type UrdbFields, type UrdbTier } from "./urdb-fields.ts";
import { shortJson } from "./describe-value.ts";

/** USD per kWh; a higher rate was probably given in cents. */
const MAX_USD_PER_KWH = 5;
/** Two differences of rates, USD/kWh, closer than this are equal: rounding. */
const SAME_RATE = 1e-9;

interface Schedule {
  readonly weekday: string[][];
  readonly weekend: string[][];
}

interface EnergyParts {
  readonly touExportPrice?: Schedule & { readonly usdPerMwh: Readonly<Record<string, number>> };
  readonly touEnergyCharge?: {
    readonly usdPerMwh: Readonly<Record<string, number>>;
    readonly weekday: string[][];
    readonly weekend: string[][];
  };
  readonly energyTiers?: { readonly tiers: { readonly usdPerMwh: number; readonly upToMwh?: number }[] };
}

/** `months` (0 to 11): the months whose rates are used. */
export function energyParts(urdb: UrdbFields, months: readonly number[]): EnergyParts {
  const structure = urdb.structure("energyratestructure");
  const fuel = urdb.byMonth("fueladjustmentsmonthly") ?? [];
  if (!structure) {
    if (fuel.some((usd) => usd !== 0))
      urdb.fault(
        "energyratestructure",
        "nothing",
        "energy rates, since there are fueladjustmentsmonthly",
        "load the rate again",
      );
    return {};
  }
  const weekdays = urdb.schedule("energyweekdayschedule", structure.length);
  const weekends = urdb.schedule("energyweekendschedule", structure.length);
  if (!weekdays || !weekends) return {};
  const used = [...new Set(months.flatMap((month) => [...weekdays[month], ...weekends[month]]))].toSorted(
    (a, b) => a - b,
  );
  const varies = new Set(months.map((month) => fuel[month] ?? 0)).size > 1;
  const nameOf = (period: number, month: number) =>
    varies ? `period ${period} month ${month + 1}` : `period ${period}`;
  const usdPerMwh: Record<string, number> = {};
  const days = (schedule: readonly (readonly number[])[]) =>
    Array.from({ length: MONTHS }, (_, calendar) => {
      const month = months.includes(calendar) ? calendar : months[0];
      return schedule[month].map((period) => {
        const name = nameOf(period, month);
        usdPerMwh[name] = perMega(structure[period][0].usdPerUnit + (fuel[month] ?? 0));
        return name;
      });
    });
  const [weekday, weekend] = [days(weekdays), days(weekends)];
  for (const period of used)
    for (const { path, usdPerUnit } of structure[period]) checkRate(urdb, `${path}.rate`, usdPerUnit, "with adj");
  for (const month of months) checkRate(urdb, `fueladjustmentsmonthly[${month}]`, fuel[month] ?? 0, "of fuel");
  const energyTiers = tiersOf(
    urdb,
    used.map((period) => structure[period]),
  );
  const touExportPrice = exportPrice(urdb, structure, used, months, weekdays, weekends);
  return {
    touEnergyCharge: { usdPerMwh, weekday, weekend },
    ...(energyTiers && { energyTiers }),
    ...(touExportPrice && { touExportPrice }),
  };
}

/** The sell rates by period; undefined if no period in use has one. */
function exportPrice(
  urdb: UrdbFields,
  structure: readonly (readonly UrdbTier[])[],
  used: readonly number[],
  months: readonly number[],
  weekdays: readonly (readonly number[])[],
  weekends: readonly (readonly number[])[],
): EnergyParts["touExportPrice"] {
  if (used.every((period) => structure[period].every(({ sellUsdPerUnit }) => sellUsdPerUnit === 0))) return undefined;
  for (const period of used) {
    const [first, ...others] = structure[period];
    checkRate(urdb, `${first.path}.sell`, first.sellUsdPerUnit, "of export");
    const other = others.find(({ sellUsdPerUnit }) => sellUsdPerUnit !== first.sellUsdPerUnit);
    if (other)
      urdb.fault(
        `${other.path}.sell`,
        `${other.sellUsdPerUnit} beside ${first.sellUsdPerUnit} USD/kWh`,
        "one sell rate in all tiers of a period",
        "give all tiers of the period the rate that will apply",
      );
  }
  const nameOf = (period: number) => `period ${period}`;
  const days = (schedule: readonly (readonly number[])[]) =>
    Array.from({ length: MONTHS }, (_, calendar) =>
      schedule[months.includes(calendar) ? calendar : months[0]].map(nameOf),
    );
  urdb.notices.push("the sell rates are read as touExportPrice: set exportLimitMw if the site may export.");
  return {
    usdPerMwh: Object.fromEntries(used.map((period) => [nameOf(period), perMega(structure[period][0].sellUsdPerUnit)])),
    weekday: days(weekdays),
    weekend: days(weekends),
  };
}

function checkRate(urdb: UrdbFields, path: string, usdPerKwh: number, what: string): void {
  if (Math.abs(usdPerKwh) > MAX_USD_PER_KWH)
    urdb.fault(
      path,
      `${usdPerKwh} USD/kWh ${what}`,
      `${-MAX_USD_PER_KWH} to ${MAX_USD_PER_KWH} USD/kWh`,
      "if this is in cents, divide by 100",
    );
}

function tiersOf(urdb: UrdbFields, periods: readonly (readonly UrdbTier[])[]): EnergyParts["energyTiers"] {
  const [first] = periods;
  const isUnlike = periods.find(
    (tiers) =>
      tiers.length !== first.length ||
      tiers.some(
        ({ usdPerUnit, max }, k) =>
          max !== first[k].max ||
          Math.abs(usdPerUnit - tiers[0].usdPerUnit - (first[k].usdPerUnit - first[0].usdPerUnit)) > SAME_RATE,
      ),
  );
  if (isUnlike) {
    urdb.fault(
      isUnlike[0].path,
      "tiers that differ from those of another period",
      "the same bounds and steps in all periods: the planner's tiers are for the whole energy of the month",
      "state the season of the plan with options.months, or omit the tiers",
    );
    return undefined;
  }
  if (first.length === 1 && first[0].max === undefined) return undefined;
  for (const { path, unit } of periods.flat())
    if (unit !== undefined && unit.toLowerCase() !== "kwh")
      urdb.fault(
        `${path}.unit`,
        shortJson(unit),
        "kWh: with tiers by the day, or by kWh per kW of demand, the cost would not be a linear program",
        "omit the tiers, and give the rate of the tier that will apply",
      );
  first.forEach(({ path, usdPerUnit, max }, k) => {
    const isLast = k === first.length - 1;
    if (isLast !== (max === undefined))
      urdb.fault(
        `${path}.max`,
        shortJson(max),
        isLast ? "no max: the last tier covers all further energy" : "the energy up to which the tier applies",
        isLast ? "remove it" : "give it",
      );
    else if (!isLast && Number(max) <= (first[k - 1]?.max ?? 0))
      urdb.fault(`${path}.max`, shortJson(max), "more than the tier before", "list tiers by increasing energy");
    if (k > 0 && usdPerUnit < first[k - 1].usdPerUnit - SAME_RATE)
      urdb.fault(
        `${path}.rate`,
        `${usdPerUnit} after ${first[k - 1].usdPerUnit} USD/kWh`,
        "rates that rise with energy: a linear program would use the cheapest tier first",
        "omit the tiers, and give the rate of the tier in which the month will end",
      );
  });
  if (first.length === 1) return undefined;
  if (periods.length > 1) urdb.notices.push("energy tiers count the month's energy over all periods.");
  return {
    tiers: first.map(({ usdPerUnit, max }) => ({
      usdPerMwh: perMega(usdPerUnit - first[0].usdPerUnit),
      ...(max !== undefined && { upToMwh: max / 1000 }),
    })),
  };
}
