/**
 * Energy rates of a URDB rate: periods by time of use at the rate of their first tier with the month's fuel adjustment,
 * what further tiers add (`tiers.ts`), and what exported energy earns (`export-rule.ts`).
 */
import { checkRate, exportParts } from "./export-rule.ts";
import { perMega, type UrdbFields } from "./fields.ts";
import { namedDays, periodName, periodsUsed, type NamedDays } from "./periods.ts";
import type { ReadTariffOptions, TariffFields } from "./tariff-fields.ts";
import { tiersOf } from "./tiers.ts";

type RatesByPeriod = NamedDays & { readonly usdPerMwh: Readonly<Record<string, number>> };

type EnergyParts = Pick<TariffFields, "energyTiers" | "netMetering"> & {
  readonly touEnergyCharge?: RatesByPeriod;
  readonly touExportPrice?: RatesByPeriod;
};

/** `months` 0 to 11: those whose rates are to hold. */
export function energyParts(urdb: UrdbFields, months: readonly number[], options: ReadTariffOptions): EnergyParts {
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
  const energy = { structure, weekdays, weekends, months };
  const used = periodsUsed(energy);
  for (const period of used)
    for (const { path, usdPerUnit } of structure[period]) checkRate(urdb, `${path}.rate`, usdPerUnit, "with adj");
  for (const month of months) checkRate(urdb, `fueladjustmentsmonthly[${month}]`, fuel[month] ?? 0, "of fuel");
  const varies = new Set(months.map((month) => fuel[month] ?? 0)).size > 1;
  const usdPerKwh = (period: number, month: number) => structure[period][0].usdPerUnit + (fuel[month] ?? 0);
  const usdPerMwh: Record<string, number> = {};
  const days = namedDays(energy, (period, month) => {
    const name = varies ? `${periodName(period)} month ${month + 1}` : periodName(period);
    usdPerMwh[name] = perMega(usdPerKwh(period, month));
    return name;
  });
  const energyTiers = tiersOf(urdb, energy);
  return {
    touEnergyCharge: { usdPerMwh, ...days },
    ...(energyTiers && { energyTiers }),
    ...exportParts(urdb, energy, usdPerKwh, options),
  };
}
