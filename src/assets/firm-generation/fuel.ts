/**
 * Fuel of a generator, in one of two forms:
 *
 *     by energy of the fuel     fuelUsdPerMmbtu, heatRateMmbtuPerMwh, noLoadMmbtuPerHPerMw, co2KgPerMmbtu
 *     by the MWh of power fuelUsdPerMwh, co2TPerMwh for fuel whose heat rate is not known or not asked for
 */
import type { FaultReport } from "../asset.ts";
import { curve, number, type Resolved, strictObject, type z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { scaled } from "../fields/series.ts";

export const fuelFields = {
  fuelUsdPerMmbtu: curve(quantity.gasUsdPerMmbtu, "Delivered").optional(),
  heatRateMmbtuPerMwh: number(
    quantity.heatRateMmbtuPerMwh,
    "Incremental; the average one where no-load fuel is 0",
  ).optional(),
  noLoadMmbtuPerHPerMw: number(quantity.mmbtuPerHourMw, "Fuel of each MW online at no load").default(0),
  co2KgPerMmbtu: number(
    quantity.kgPerMmbtu,
    "40 CFR 98 table C-1 (2016): natural gas 53.06, propane 62.87, distillate no. 2 73.96",
  ).optional(),
  fuelUsdPerMwh: curve(
    { ...quantity.costUsdPerMwh, min: -5_000 },
    "Fuel of a MWh of power; in place of fuelUsdPerMmbtu and heatRateMmbtuPerMwh",
  ).optional(),
  co2TPerMwh: number(quantity.emissionTPerMwh, "With fuelUsdPerMwh, in place of co2KgPerMmbtu").optional(),
};

const fields = strictObject(fuelFields);
type FuelFields = Resolved<z.output<typeof fields>>;

const BY_FUEL = ["fuelUsdPerMmbtu", "heatRateMmbtuPerMwh", "co2KgPerMmbtu"] as const;
const BY_POWER = ["fuelUsdPerMwh", "co2TPerMwh"] as const;

/** Refuses a fuel in both forms, or in a form that lacks a field. */
export function checkFuel(
  spec: FuelFields & { readonly fuelMmbtuPerYear?: number | undefined },
  report: FaultReport,
): void {
  const isByPower = spec.fuelUsdPerMwh !== undefined;
  const [own, other] = isByPower ? [BY_POWER, BY_FUEL] : [BY_FUEL, BY_POWER];
  for (const field of own) {
    if (spec[field] === undefined)
      report(
        field,
        "nothing",
        `${own.join(", ")} together`,
        isByPower ? "give it" : "give it, or fuelUsdPerMwh with co2TPerMwh",
      );
  }
  for (const field of other) {
    if (spec[field] !== undefined)
      report(
        field,
        `${field} beside ${own[0]}`,
        `${own.join(", ")} alone: fuel by the MMBtu, or by the MWh of power`,
        "state the fuel in one way",
      );
  }
  if (!isByPower) return;
  if (spec.noLoadMmbtuPerHPerMw > 0)
    report(
      "noLoadMmbtuPerHPerMw",
      `${spec.noLoadMmbtuPerHPerMw} beside fuelUsdPerMwh`,
      "no-load fuel beside a heat rate",
      "give fuelUsdPerMmbtu and heatRateMmbtuPerMwh, or leave it out",
    );
  if (spec.fuelMmbtuPerYear !== undefined)
    report(
      "fuelMmbtuPerYear",
      `${spec.fuelMmbtuPerYear} beside fuelUsdPerMwh`,
      "a cap on fuel beside a heat rate",
      "give energyMwhPerYear in its place",
    );
}

/** What a MWh of power and a MWh online at no load burn, cost and emit. */
export interface Fuel {
  /** By the MMBtu; undefined where fuel is given by the MWh of power. */
  readonly mmbtu: FuelRates | undefined;
  readonly usdPerMwh: Float64Array;
  readonly usdPerOnlineMwh: Float64Array;
  readonly co2T: FuelRates;
}

export interface FuelRates {
  readonly perMwh: number;
  readonly perOnlineMwh: number;
}

export function fuelOf({
  fuelUsdPerMmbtu,
  heatRateMmbtuPerMwh,
  noLoadMmbtuPerHPerMw,
  co2KgPerMmbtu,
  fuelUsdPerMwh,
  co2TPerMwh,
}: FuelFields): Fuel {
  if (fuelUsdPerMwh) {
    return {
      mmbtu: undefined,
      usdPerMwh: fuelUsdPerMwh,
      usdPerOnlineMwh: new Float64Array(fuelUsdPerMwh.length),
      co2T: { perMwh: co2TPerMwh as number, perOnlineMwh: 0 },
    };
  }
  const price = fuelUsdPerMmbtu as Float64Array;
  const perMwh = heatRateMmbtuPerMwh as number;
  const perOnlineMwh = noLoadMmbtuPerHPerMw;
  const tPerMmbtu = (co2KgPerMmbtu as number) / 1000;
  return {
    mmbtu: { perMwh, perOnlineMwh },
    usdPerMwh: scaled(price, perMwh),
    usdPerOnlineMwh: scaled(price, perOnlineMwh),
    co2T: { perMwh: perMwh * tPerMmbtu, perOnlineMwh: perOnlineMwh * tPerMmbtu },
  };
}
