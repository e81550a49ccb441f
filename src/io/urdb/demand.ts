/**
 * Demand charges of a URDB rate: flat by month, time of use, the ratchet (lookback) and coincident peaks. USD per kW;
 * per kVA only with a power factor, since kVA = kW / powerFactor and therefore USD/kW = USD/kVA / powerFactor.
 */
import { coincidentParts } from "./coincident.ts";
import type { ReadTariffOptions, TariffFields } from "./tariff-fields.ts";
import { MONTHS, perMega, type UrdbFields, type UrdbTier } from "./fields.ts";
import { shortJson } from "../describe-value.ts";

type Parts = Partial<
  Pick<TariffFields, "demandCharge" | "touDemandCharge" | "coincidentPeak" | "billingIntervalMinutes">
>;
type Ratchet = NonNullable<NonNullable<Parts["demandCharge"]>["ratchet"]>;

/** USD per kW and month; a higher rate was probably given per MW or in cents. */
const MAX_USD_PER_KW = 1000;

/** `months` (0 to 11): the months whose rates are used. */
export function demandParts(urdb: UrdbFields, months: readonly number[], options: ReadTariffOptions): Parts {
  const ratchet = ratchetOf(urdb);
  const tou = touParts(urdb, months, options);
  const flat = flatParts(urdb, months, options);
  if (ratchet && !flat.demandCharge)
    urdb.fault(
      "lookbackpercent",
      shortJson(ratchet.share),
      "a flat demand rate: URDB does not say which period's demand the ratchet looks back on",
      "set it to 0 to omit the ratchet, and add it to touDemandCharge.ratchets",
    );
  const demandCharge = flat.demandCharge && { ...flat.demandCharge, ...(ratchet && { ratchet }) };
  const window = urdb.number("demandwindow");
  const minutes = ([15, 30, 60] as const).find((each) => each === window);
  if (window !== undefined && minutes === undefined)
    urdb.fault(
      "demandwindow",
      `${window} minutes`,
      "15, 30 or 60 minutes",
      "remove it, so that demand is billed by the plan's intervals",
    );
  const hasDemand = demandCharge !== undefined || tou.touDemandCharge !== undefined;
  if (hasDemand && window === undefined)
    urdb.notices.push(
      "the rate has no demandwindow: demand is billed by the plan's intervals unless billingIntervalMinutes is given.",
    );
  return {
    ...tou,
    ...(demandCharge && { demandCharge }),
    ...coincident(urdb, months, options),
    ...(hasDemand && minutes && { billingIntervalMinutes: minutes }),
  };
}

function touParts(urdb: UrdbFields, months: readonly number[], options: ReadTariffOptions): Parts {
  const structure = urdb.structure("demandratestructure");
  if (!structure) return {};
  const perKw = unitOf(urdb, "demandrateunit", structure, options);
  const schedules = [
    urdb.schedule("demandweekdayschedule", structure.length),
    urdb.schedule("demandweekendschedule", structure.length),
  ];
  const usdPerMwMonth: Record<string, number> = {};
  const [weekday, weekend] = schedules.map((schedule) =>
    Array.from({ length: MONTHS }, (_, calendar) =>
      (schedule?.[months.includes(calendar) ? calendar : months[0]] ?? []).map((period) => {
        usdPerMwMonth[`period ${period}`] ??= rateOf(urdb, structure[period]) * perKw;
        return `period ${period}`;
      }),
    ),
  );
  return { touDemandCharge: { usdPerMwMonth, weekday, weekend } };
}

function flatParts(
  urdb: UrdbFields,
  months: readonly number[],
  options: ReadTariffOptions,
): Pick<Parts, "demandCharge"> {
  const structure = urdb.structure("flatdemandstructure");
  const periods = urdb.byMonth("flatdemandmonths");
  if (!structure) return {};
  const perKw = unitOf(urdb, "flatdemandunit", structure, options);
  if (!periods) {
    urdb.fault("flatdemandmonths", "nothing", `the period of each of ${MONTHS} months`, "load the rate again");
    return {};
  }
  const own = periods.map((period, month) => urdb.period(period, `flatdemandmonths[${month}]`, structure.length));
  const rates = new Map(months.map((month) => [own[month], rateOf(urdb, structure[own[month]]) * perKw]));
  const [first] = rates.values();
  if ([...rates.values()].every((rate) => rate === first)) return { demandCharge: { usdPerMwMonth: first } };
  // Months outside the plan repeat the first month of the plan.
  return {
    demandCharge: {
      usdPerMwMonth: Array.from(
        { length: MONTHS },
        (_, calendar) => rates.get(own[months.includes(calendar) ? calendar : months[0]]) as number,
      ),
    },
  };
}

function rateOf(urdb: UrdbFields, tiers: readonly UrdbTier[]): number {
  const [{ path, usdPerUnit }] = tiers;
  for (const { path: tier, sellUsdPerUnit } of tiers) {
    const words = `${tier}.sell is not read: demand cannot be sold.`;
    if (sellUsdPerUnit !== 0 && !urdb.notices.includes(words)) urdb.notices.push(words);
  }
  if (tiers.length > 1)
    urdb.fault(
      `${path.slice(0, path.lastIndexOf("["))}`,
      `${tiers.length} tiers`,
      "one rate per period: the planner bills every MW of a peak at the same rate",
      "leave one, that of the tier in which the peak will be",
    );
  if (!(usdPerUnit >= 0 && usdPerUnit <= MAX_USD_PER_KW))
    urdb.fault(
      `${path}.rate`,
      `${usdPerUnit} USD/kW with adj`,
      `0 to ${MAX_USD_PER_KW} USD/kW`,
      "is this per MW, or in cents? correct it",
    );
  return perMega(usdPerUnit);
}

/**
 * Factor that converts the rates of a structure to USD per kW. The unit is that of the field, and tiers with their own
 * unit must agree. NB: `demandunits` is the unit of the customers' size, not of a rate.
 */
function unitOf(
  urdb: UrdbFields,
  name: string,
  structure: readonly (readonly UrdbTier[])[],
  { powerFactor }: ReadTariffOptions,
): number {
  const unit = urdb.text(name);
  const own = structure.flat().find((tier) => tier.unit !== undefined);
  const [path, named] = unit === undefined && own ? [`${own.path}.unit`, own.unit] : [name, unit];
  for (const tier of structure.flat()) {
    if (tier.unit !== undefined && tier.unit.toLowerCase() !== named?.toLowerCase())
      urdb.fault(`${tier.path}.unit`, shortJson(tier.unit), `${named}, the unit of ${path}`, "correct one of the two");
  }
  if (named === undefined) urdb.notices.push(`the rate has no ${name}: its demand rates are read as per kW.`);
  if (named === undefined || named.toLowerCase() === "kw") return 1;
  if (named.toLowerCase() === "kva" && powerFactor !== undefined) return 1 / powerFactor;
  if (named.toLowerCase() === "kva")
    urdb.fault(
      path,
      shortJson(named),
      "kW, because reactive power is not modelled",
      "give options.powerFactor, kW per kVA at the peak",
    );
  else
    urdb.fault(
      path,
      shortJson(named),
      "kW, or kVA with options.powerFactor, by the month",
      "convert the rates: daily peaks and horsepower are not modelled",
    );
  return 1;
}

function ratchetOf(urdb: UrdbFields): Ratchet | undefined {
  const share = urdb.number("lookbackpercent") ?? 0;
  const lastMonths = urdb.number("lookbackrange") ?? 0;
  const months = urdb.flagsByMonth("lookbackmonths")?.flatMap((flag, month) => (flag ? [month + 1] : [])) ?? [];
  const old = "demandratchetpercentage";
  if (urdb.byMonth(old)?.some((percent) => percent !== 0))
    urdb.fault(
      old,
      "a ratchet by month",
      "lookbackpercent with lookbackmonths or lookbackrange",
      "convert it, or set it to 0",
    );
  if (share === 0) return undefined;
  if (!(share > 0 && share <= 1))
    urdb.fault("lookbackpercent", `${share}`, "a share from 0 to 1", "divide a percentage by 100");
  else if (lastMonths > 0) {
    if (months.length > 0) urdb.notices.push("lookbackmonths is not read, since there is a lookbackrange.");
    return { share, lastMonths };
  } else if (months.length > 0) return { share, months };
  else
    urdb.fault(
      "lookbackpercent",
      `${share} without lookbackrange and lookbackmonths`,
      "what the ratchet looks back on",
      "give one of them",
    );
  return undefined;
}

function coincident(urdb: UrdbFields, months: readonly number[], options: ReadTariffOptions): Parts {
  const structure = urdb.structure("coincidentratestructure");
  const schedule = structure && urdb.schedule("coincidentrateschedule", structure.length);
  if (!structure || !schedule) return {};
  const perKw = unitOf(urdb, "coincidentrateunit", structure, options);
  const used = new Set(months.flatMap((month) => schedule[month]));
  const usdPerMw = (period: number) => (used.has(period) ? rateOf(urdb, structure[period]) * perKw : 0);
  return coincidentParts(urdb, structure, schedule, usdPerMw, months, options.coincident);
}
