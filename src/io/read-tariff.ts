/** Reads a rate of the Utility Rate Database (URDB, openei.org) as the tariff of a grid connection. */
import { PlanInputError } from "../errors.ts";
import { parseJson } from "./json-text.ts";
import { namesListed, noticesListed } from "./read-limits.ts";
import type { ReadTariffOptions, TariffFields } from "./urdb/tariff-fields.ts";
import { noticesAbout } from "./urdb/about.ts";
import { demandParts } from "./urdb/demand.ts";
import { energyParts } from "./urdb/energy.ts";
import { MONTHS, UrdbFields } from "./urdb/fields.ts";
import { shortJson, describeValue } from "./describe-value.ts";

export interface Tariff {
  /** Names of utility and rate, as far as given. */
  readonly name: string;
  /**
   * `importPriceUsdPerMwh` is 0, because the energy price is in `touEnergyCharge` and `energyTiers`; export has its
   * own.
   */
  readonly fields: TariffFields;
  readonly notices: readonly string[];
}

const USD_PER_YEAR = ["$/year", "$/yr"];

/**
 * Reads a URDB rate: a parsed object or its text, alone or as the only item of a response. USD/kWh become USD/MWh,
 * `rate` and `adj` are added, and periods retain their numbers. It reads the field names of the API and of the full
 * download.
 *
 * Charges that a linear program cannot represent are refused with the reason. Fields that are not read are named in the
 * notices. A text may be nested on 100 levels; at most 100 errors and 100 notices are listed, and the others are
 * counted.
 *
 * @throws PlanInputError listing the errors with their JSON path.
 * @example const { fields } = readTariff(text); const grid = { kind: "grid", name: "grid", importLimitMw: 40, ...fields
 * };
 */
export function readTariff(json: unknown, options: ReadTariffOptions = {}): Tariff {
  checkOptions(options);
  const urdb = new UrdbFields(rateIn(typeof json === "string" ? parsed(json) : json));
  const months = monthsOf(options);
  if (options.powerFactor !== undefined && !(options.powerFactor > 0 && options.powerFactor <= 1))
    urdb.fault("options.powerFactor", `${options.powerFactor}`, "a number above 0 and up to 1", "give kW per kVA");
  urdb.throwIfAny();
  const name = [urdb.text("utility"), urdb.text("name")].filter(Boolean).join(", ");
  const fields = {
    importPriceUsdPerMwh: 0,
    ...energyParts(urdb, months, options),
    ...demandParts(urdb, months, options),
    ...fixedParts(urdb),
    ...minimumParts(urdb),
  };
  const kvar = "demandreactivepowercharge";
  if (urdb.number(kvar))
    urdb.fault(
      kvar,
      "a charge per kVAr",
      "no such charge: reactive power is not modelled",
      "set it to 0 to ignore the charge",
    );
  const about = noticesAbout(urdb);
  if (Object.keys(fields).length === 1)
    urdb.fault(
      "tariff",
      "no known charge",
      "a rate with energyratestructure or another charge",
      "give one rate of the database as JSON",
    );
  urdb.throwIfAny();
  if (!fields.touEnergyCharge) urdb.notices.push("the rate has no energy rates: importPriceUsdPerMwh is 0.");
  if (options.months) urdb.notices.push(`rates are used for these months only: ${options.months.join(", ")}.`);
  urdb.notices.push(...about);
  const { unread } = urdb;
  if (unread.length > 0) urdb.notices.push(`not read: ${namesListed(unread)}.`);
  return { name: name || "tariff", fields, notices: noticesListed(urdb.notices) };
}

function parsed(text: string): unknown {
  const found = parseJson(text);
  return "value" in found ? found.value : refuse("tariff", found.given, found.wanted, found.fix);
}

function refuse(path: string, given: string, wanted: string, fix: string): never {
  throw new PlanInputError([{ path, given, wanted, fix }]);
}

/** Checks the options at run time, because JavaScript callers have no types. */
function checkOptions(options: unknown): void {
  if (typeof options !== "object" || options === null)
    refuse("options", shortJson(options), "an object of options", "give one, or leave it out");
  const { months, powerFactor, coincident, netMetering } = options as Readonly<Record<string, unknown>>;
  const isMonths =
    Array.isArray(months) &&
    months.length > 0 &&
    months.every((month) => Number.isInteger(month) && month >= 1 && month <= MONTHS);
  if (months !== undefined && !isMonths)
    refuse("options.months", shortJson(months), `an array of months from 1 to ${MONTHS}`, "correct it");
  if (powerFactor !== undefined && typeof powerFactor !== "number")
    refuse("options.powerFactor", shortJson(powerFactor), "a number above 0 and up to 1", "give kW per kVA");
  const { trueUp } = (netMetering || {}) as { readonly trueUp?: { readonly month?: unknown } | null };
  const month = trueUp?.month;
  const isTrueUp = typeof month === "number" && Number.isInteger(month) && month >= 1 && month <= MONTHS;
  const isNetting = netMetering === false || (typeof netMetering === "object" && netMetering !== null);
  if ((netMetering !== undefined && !isNetting) || (trueUp !== undefined && !isTrueUp))
    refuse(
      "options.netMetering",
      shortJson(netMetering),
      `false, or { trueUp: { month, usdPerMwh } } with a month from 1 to ${MONTHS}`,
      "correct it",
    );
  if (coincident === undefined) return;
  const isRight =
    typeof coincident === "object" &&
    coincident !== null &&
    Array.isArray((coincident as { readonly intervals?: unknown }).intervals);
  if (!isRight)
    refuse(
      "options.coincident",
      shortJson(coincident),
      "{ intervalMinutes, intervals: [{ start, probability }] }",
      "correct it",
    );
}

function rateIn(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== "object" || given === null || Object.prototype.toString.call(given) !== "[object Object]") {
    return refuse(
      "tariff",
      Array.isArray(given) ? shortJson(given) : describeValue(given),
      "a URDB rate: an object, or its JSON as a text",
      "pass one rate of the answer",
    );
  }
  const { items } = given as { readonly items?: unknown };
  if (items === undefined) return given as Readonly<Record<string, unknown>>;
  if (!Array.isArray(items) || items.length !== 1)
    return refuse(
      "items",
      Array.isArray(items) ? `${items.length} rates` : shortJson(items),
      "one rate",
      "pass one of them",
    );
  const [rate] = items as readonly unknown[];
  if (typeof rate !== "object" || rate === null || Array.isArray(rate))
    return refuse("items[0]", shortJson(rate), "a URDB rate", "pass one rate of the answer");
  return rate as Readonly<Record<string, unknown>>;
}

/** Months as 0 to 11. */
function monthsOf({ months }: ReadTariffOptions): number[] {
  if (!months) return Array.from({ length: MONTHS }, (_, month) => month);
  return months.map((month) => month - 1);
}

function fixedParts(urdb: UrdbFields): Pick<TariffFields, "fixedCharge"> {
  const [first, monthly] = [urdb.number("fixedchargefirstmeter"), urdb.number("fixedmonthlycharge")];
  const unit = urdb.text("fixedchargeunits")?.toLowerCase() ?? "$/month";
  if (urdb.number("fixedchargeeaaddl")) urdb.notices.push("fixedchargeeaaddl is not read: the plan has one meter.");
  if (first !== undefined && monthly !== undefined)
    urdb.fault("fixedmonthlycharge", `${monthly} beside fixedchargefirstmeter`, "one of them", "remove one");
  if (!first && !monthly) return {};
  if (!first || unit === "$/month") return { fixedCharge: { usdPerMonth: first || monthly } };
  if (unit === "$/day") return { fixedCharge: { usdPerDay: first } };
  if (USD_PER_YEAR.includes(unit)) return { fixedCharge: { usdPerMonth: first / MONTHS } };
  urdb.fault("fixedchargeunits", shortJson(unit), "$/month, $/day or $/year", "convert it");
  return {};
}

function minimumParts(urdb: UrdbFields): Pick<TariffFields, "minimumBill"> {
  const [least, monthly, annual] = [
    urdb.number("mincharge"),
    urdb.number("minmonthlycharge"),
    urdb.number("annualmincharge"),
  ];
  const unit = urdb.text("minchargeunits")?.toLowerCase() ?? "$/month";
  if (annual)
    urdb.fault(
      "annualmincharge",
      `${annual}`,
      "a monthly minimum",
      "set it to 0 to ignore it: the planner has monthly minimum bills only",
    );
  if (least && monthly) urdb.fault("minmonthlycharge", `${monthly} beside mincharge`, "one of them", "remove one");
  if (least && unit !== "$/month")
    urdb.fault("minchargeunits", shortJson(unit), "$/month: the planner has monthly minimum bills only", "convert it");
  const usdPerMonth = least || monthly;
  return usdPerMonth ? { minimumBill: { usdPerMonth } } : {};
}
