/**
 * Tiers of a URDB rate: rates that rise with the volume of a month. The first tier's rate is the period's own, and what
 * the tiers add to it is the planner's `energyTiers`:
 *
 *     rate_{p,k} = rate_{p,0} + step_{p,k},     step_{p,0} = 0 <= step_{p,1} <= ...
 *
 * Where all periods of each month have the same bounds and steps, the tiers are of the month's whole volume, at bounds
 * and steps by month if months differ. Where periods of one month differ, each period counts its own volume, as SAM
 * (NREL, utilityrate5) bills every period's tiers. Bounds in `kWh daily` are times the days of the month.
 */
import { MONTHS, perMega, type UrdbFields, type UrdbTier } from "./fields.ts";
import { namedDays, periodName, periodsUsed, type UrdbEnergy } from "./periods.ts";
import type { TariffFields } from "./tariff-fields.ts";
import { shortJson } from "../describe-value.ts";

type EnergyTiers = NonNullable<TariffFields["energyTiers"]>;
type Tiers = NonNullable<EnergyTiers["tiers"]>;

/** Tiers of one month or period. */
interface Steps {
  /** MWh; one fewer than steps. */
  readonly upToMwh: readonly number[];
  readonly usdPerMwh: readonly number[];
}

/** Two differences of rates, USD/kWh, this close are the same: rounding. */
const SAME_RATE = 1e-9;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FEBRUARY = 1;
const DAILY = "kwh daily";

/** Undefined where no period in use has more than one tier. */
export function tiersOf(urdb: UrdbFields, energy: UrdbEnergy): EnergyTiers | undefined {
  const { structure, months } = energy;
  const used = periodsUsed(energy);
  const periods = used.map((period) => structure[period]);
  if (periods.every((tiers) => tiers.length === 1 && tiers[0].max === undefined)) return undefined;
  for (const tiers of periods) checkTiers(urdb, tiers);
  if (periods.some((tiers) => tiers.length > 1 && isDaily(tiers)) && months.includes(FEBRUARY))
    urdb.notices.push("tiers by the day are those of 28 days in February: in a leap year they reach a day further.");
  if (periods.every((tiers) => tiers.length === 1)) return undefined;
  const byMonth = months.map((month) =>
    periodsUsed(energy, [month]).map((period) => stepsOf(structure[period], month)),
  );
  if (byMonth.every(([first, ...others]) => others.every((other) => areSame(first, other)))) {
    if (used.length > 1) urdb.notices.push("energy tiers count the month's energy over all periods.");
    return { tiers: tiersByMonth(new Map(months.map((month, i) => [month, byMonth[i][0]])), months[0]) };
  }
  urdb.notices.push("energy tiers differ by period: each period's tiers count its own energy of the month.");
  return {
    periods: Object.fromEntries(
      used.map((period) => [
        periodName(period),
        tiersByMonth(new Map(months.map((month) => [month, stepsOf(structure[period], month)])), months[0]),
      ]),
    ),
    ...namedDays(energy),
  };
}

function isDaily(tiers: readonly UrdbTier[]): boolean {
  return tiers.some(({ unit }) => unit?.toLowerCase() === DAILY);
}

function stepsOf(tiers: readonly UrdbTier[], month: number): Steps {
  const days = isDaily(tiers) ? DAYS[month] : 1;
  return {
    upToMwh: tiers.slice(0, -1).map(({ max = 0 }) => Number(((max * days) / 1000).toPrecision(12))),
    usdPerMwh: tiers.map(({ usdPerUnit }) => perMega(usdPerUnit - tiers[0].usdPerUnit)),
  };
}

function areSame(a: Steps, b: Steps): boolean {
  return (
    a.usdPerMwh.length === b.usdPerMwh.length &&
    a.upToMwh.every((mwh, k) => mwh === b.upToMwh[k]) &&
    a.usdPerMwh.every((usd, k) => Math.abs(usd - b.usdPerMwh[k]) <= 1000 * SAME_RATE)
  );
}

/**
 * One number where all months have the same, else twelve; `first` stands for months that are not wanted. A month of
 * fewer tiers than others has its last one in several parts of one rate, which bills the same.
 */
function tiersByMonth(steps: ReadonlyMap<number, Steps>, first: number): Tiers {
  const most = Math.max(...[...steps.values()].map(({ usdPerMwh }) => usdPerMwh.length));
  const filled = (month: number): Steps => {
    const { upToMwh, usdPerMwh } = (steps.get(month) ?? steps.get(first)) as Steps;
    const bounds = [...upToMwh];
    while (bounds.length < most - 1) bounds.push(2 * (bounds.at(-1) ?? 1));
    return {
      upToMwh: bounds,
      usdPerMwh: Array.from({ length: most }, (_, k) => usdPerMwh[k] ?? (usdPerMwh.at(-1) as number)),
    };
  };
  const all = Array.from({ length: MONTHS }, (_, month) => filled(month));
  const oneOrTwelve = (values: readonly number[]) =>
    values.every((value) => value === values[0]) ? values[0] : [...values];
  return Array.from({ length: most }, (_, k) => ({
    usdPerMwh: oneOrTwelve(all.map(({ usdPerMwh }) => usdPerMwh[k])),
    ...(k < most - 1 && { upToMwh: oneOrTwelve(all.map(({ upToMwh }) => upToMwh[k])) }),
  }));
}

/** Bounds that rise, rates that do not fall, and a unit that a linear program can hold. */
function checkTiers(urdb: UrdbFields, tiers: readonly UrdbTier[]): void {
  const units = new Set(tiers.map(({ unit }) => (unit ?? "kWh").toLowerCase()));
  const wrong = tiers.find(({ unit = "kWh" }) => !["kwh", DAILY].includes(unit.toLowerCase()));
  if (wrong)
    urdb.fault(
      `${wrong.path}.unit`,
      shortJson(wrong.unit),
      "kWh or kWh daily: tiers by kWh per kW grow with the month's peak, and a linear program would raise the peak " +
        "to widen a cheap tier",
      "leave the tiers out, and give the rate of the one that will hold",
    );
  else if (units.size > 1)
    urdb.fault(
      `${tiers[0].path}.unit`,
      shortJson([...units]),
      "one unit in all tiers of a period",
      "correct one of them",
    );
  tiers.forEach(({ path, usdPerUnit, max }, k) => {
    const isLast = k === tiers.length - 1;
    if (isLast !== (max === undefined))
      urdb.fault(
        `${path}.max`,
        shortJson(max),
        isLast ? "no max: the last tier covers all further energy" : "the energy up to which the tier applies",
        isLast ? "remove it" : "give it",
      );
    else if (!isLast && Number(max) <= (tiers[k - 1]?.max ?? 0))
      urdb.fault(`${path}.max`, shortJson(max), "more than the tier before", "list the tiers by energy");
    if (k > 0 && usdPerUnit < tiers[k - 1].usdPerUnit - SAME_RATE)
      urdb.fault(
        `${path}.rate`,
        `${usdPerUnit} after ${tiers[k - 1].usdPerUnit} USD/kWh`,
        "rates that rise with energy: a linear program would use the cheapest tier first",
        "leave the tiers out, and give the rate of the tier in which the month will end",
      );
  });
}
