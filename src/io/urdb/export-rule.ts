/**
 * What a URDB rate gives for exported energy, by `dgrules` (or the older `usenetmetering`): under "Net Metering" it
 * offsets import in kWh; under "Net Billing" it is sold at the `sell` rates of the periods. The database does not say
 * when credits end (the true-up): `options.netMetering` does. Sources: OpenEI, URDB field definitions; NREL, SAM
 * utilityrate5 (net energy metering with a rollover of kWh by time-of-use period).
 */
import { perMega, type UrdbFields } from "./fields.ts";
import { namedDays, periodName, periodsUsed, type NamedDays, type UrdbEnergy } from "./periods.ts";
import type { ReadTariffOptions, TariffFields } from "./tariff-fields.ts";
import { shortJson } from "../describe-value.ts";

type RatesByPeriod = NamedDays & { readonly usdPerMwh: Readonly<Record<string, number>> };
type Export = Pick<TariffFields, "netMetering"> & { readonly touExportPrice?: RatesByPeriod };

/** Above it a rate was probably given in cents, USD/kWh. */
const MOST_USD_PER_KWH = 5;

/** `usdPerKwh`: the first tier's rate with fuel, by period and month. */
export function exportParts(
  urdb: UrdbFields,
  energy: UrdbEnergy,
  usdPerKwh: (period: number, month: number) => number,
  { netMetering }: ReadTariffOptions,
): Export {
  const used = periodsUsed(energy);
  const sold = used.flatMap((period) => energy.structure[period]).find(({ sellUsdPerUnit }) => sellUsdPerUnit !== 0);
  const rule = urdb.text("dgrules")?.trim() ?? "";
  const isOld = urdb.get("usenetmetering") === true;
  const words = rule === "" ? "usenetmetering" : `dgrules ${shortJson(rule)}`;
  const isNetted = rule === "" ? isOld && !sold : /^net metering/iu.test(rule);
  if (isNetted && netMetering !== false) {
    if (sold) urdb.notices.push(`${sold.path}.sell is not read: under ${words} exported energy is credited in kWh.`);
    urdb.notices.push(
      `${words} is read as netMetering: set exportLimitMw if the site may export. A credit left at the plan's end ` +
        "is taken to save the least rate of its period; lower leftUsdPerMwh where it will not be used." +
        (netMetering?.trueUp ? "" : " Credits do not end: give options.netMetering.trueUp where they do."),
    );
    return { netMetering: nettedPeriods(energy, used, usdPerKwh, netMetering?.trueUp) };
  }
  if (isNetted) urdb.notices.push(`${words} is not read, as options.netMetering says.`);
  else if (/^buy all/iu.test(rule))
    urdb.notices.push(
      `${words} is not read: the planner nets generation behind the meter. Give generation that is sold whole a ` +
        "connection of its own, a plan apart.",
    );
  else if (/^net billing hourly/iu.test(rule))
    urdb.notices.push(
      `${words} nets by the hour: import and export are billed by the plan's intervals, at most an hour.`,
    );
  else if (rule !== "" && !/^net billing/iu.test(rule))
    urdb.notices.push(`${words} is not read: set exportPriceUsdPerMwh for exported energy.`);
  const touExportPrice = exportPrice(urdb, energy, used);
  if (!touExportPrice && /^net billing/iu.test(rule))
    urdb.notices.push(`${words} without sell rates: set exportPriceUsdPerMwh for exported energy.`);
  return touExportPrice ? { touExportPrice } : {};
}

function nettedPeriods(
  energy: UrdbEnergy,
  used: readonly number[],
  usdPerKwh: (period: number, month: number) => number,
  trueUp: NonNullable<Export["netMetering"]>["trueUp"],
): Export["netMetering"] {
  const least = (period: number) =>
    Math.max(
      0,
      Math.min(
        ...energy.months
          .filter((month) => periodsUsed(energy, [month]).includes(period))
          .map((month) => perMega(usdPerKwh(period, month))),
      ),
    );
  return {
    periods: Object.fromEntries(used.map((period) => [periodName(period), { leftUsdPerMwh: least(period) }])),
    ...namedDays(energy),
    ...(trueUp && { trueUp: { ...trueUp } }),
  };
}

/** The sell rates by period; undefined where no period in use has one. */
function exportPrice(urdb: UrdbFields, energy: UrdbEnergy, used: readonly number[]): RatesByPeriod | undefined {
  const { structure } = energy;
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
        "give all tiers of the period the rate that will hold",
      );
  }
  urdb.notices.push("the sell rates are read as touExportPrice: set exportLimitMw if the site may export.");
  return {
    usdPerMwh: Object.fromEntries(
      used.map((period) => [periodName(period), perMega(structure[period][0].sellUsdPerUnit)]),
    ),
    ...namedDays(energy),
  };
}

export function checkRate(urdb: UrdbFields, path: string, usdPerKwh: number, what: string): void {
  if (Math.abs(usdPerKwh) > MOST_USD_PER_KWH)
    urdb.fault(
      path,
      `${usdPerKwh} USD/kWh ${what}`,
      `${-MOST_USD_PER_KWH} to ${MOST_USD_PER_KWH} USD/kWh`,
      "if this is in cents, divide by 100",
    );
}
