/** A rate of the Utility Rate Database (openei.org) as the tariff of a grid connection. */
import { PlanInputError } from "../errors.ts";
import { parseJson } from "./json-text.ts";
import { namesListed, noticesListed } from "./read-limits.ts";
import type { ReadTariffOptions, TariffFields } from "./tariff-fields.ts";
import { noticesAbout } from "./urdb-about.ts";
import { demandParts } from "./urdb-demand.ts";
import { energyParts } from "./urdb-energy.ts";
import { MONTHS, UrdbFields } from "./urdb-fields.ts";
import { said, valueWords } from "./value-words.ts";

export interface Tariff {
  /** Of utility and rate, as far as given. */
  readonly name: string;
  /** `importPriceUsdPerMwh` is 0: energy is in `touEnergyCharge` and `energyTiers`. */
  readonly fields: TariffFields;
  readonly notices: readonly string[];
}

const USD_PER_YEAR = ["$/year", "$/yr"];

/**
 * Reads a URDB rate, parsed or as text, alone or as the one item of a response. USD/kWh become USD/MWh, rate and adj
 * are added, periods keep their numbers; the API's names are known and those of the whole download. What a linear
 * program cannot hold is refused with the reason; fields that are not read are named in the notices.
 *
 * Limits: a text of JSON on 100 levels, 100 faults and 100 notices listed, the others counted.
 *
 * @throws PlanInputError listing the faults with their JSON path.
 * @example
 * const { fields } = readTariff(text);
 * const grid = { kind: "grid", name: "grid", importLimitMw: 40, ...fields };
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
    ...energyParts(urdb, months),
    ...demandParts(urdb, months, options),
    ...fixedParts(urdb),
    ...minimumParts(urdb),
  };
  const kvar = "demandreactivepowercharge";
  if (urdb.number(kvar))
    urdb.fault(kvar, "a charge per kVAr", "none: the planner knows no reactive power", "set it to 0 to leave it out");
  const about = noticesAbout(urdb);
  if (Object.keys(fields).length === 1)
    urdb.fault(
      "tariff",
      "no charge that is known",
      "a rate with energyratestructure or another charge",
      "give one rate of the database as JSON",
    );
  urdb.throwIfAny();
  if (!fields.touEnergyCharge) urdb.notices.push("the rate has no energy rates: importPriceUsdPerMwh is 0.");
  if (options.months) urdb.notices.push(`the rates are those of the months ${options.months.join(", ")}.`);
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

/** What types cannot: JavaScript callers and JSON have none. */
function checkOptions(options: unknown): void {
  if (typeof options !== "object" || options === null)
    refuse("options", said(options), "an object of options", "give one, or leave it out");
  const { months, powerFactor, coincident } = options as Readonly<Record<string, unknown>>;
  const isMonths =
    Array.isArray(months) &&
    months.length > 0 &&
    months.every((month) => Number.isInteger(month) && month >= 1 && month <= MONTHS);
  if (months !== undefined && !isMonths)
    refuse("options.months", said(months), `an array of months from 1 to ${MONTHS}`, "correct it");
  if (powerFactor !== undefined && typeof powerFactor !== "number")
    refuse("options.powerFactor", said(powerFactor), "a number above 0 and up to 1", "give kW per kVA");
  if (coincident === undefined) return;
  const isRight =
    typeof coincident === "object" &&
    coincident !== null &&
    Array.isArray((coincident as { readonly intervals?: unknown }).intervals);
  if (!isRight)
    refuse(
      "options.coincident",
      said(coincident),
      "{ intervalMinutes, intervals: [{ start, probability }] }",
      "correct it",
    );
}

function rateIn(given: unknown): Readonly<Record<string, unknown>> {
  if (typeof given !== "object" || given === null || Object.prototype.toString.call(given) !== "[object Object]") {
    return refuse(
      "tariff",
      Array.isArray(given) ? said(given) : valueWords(given),
      "a URDB rate: an object, or its JSON as a text",
      "pass one rate of the answer",
    );
  }
  const { items } = given as { readonly items?: unknown };
  if (items === undefined) return given as Readonly<Record<string, unknown>>;
  if (!Array.isArray(items) || items.length !== 1)
    return refuse(
      "items",
      Array.isArray(items) ? `${items.length} rates` : said(items),
      "one rate",
      "pass one of them",
    );
  const [rate] = items as readonly unknown[];
  if (typeof rate !== "object" || rate === null || Array.isArray(rate))
    return refuse("items[0]", said(rate), "a URDB rate", "pass one rate of the answer");
  return rate as Readonly<Record<string, unknown>>;
}

/** Months 0 to 11. */
function monthsOf({ months }: ReadTariffOptions): number[] {
  if (!months) return Array.from({ length: MONTHS }, (_, month) => month);
  return months.map((month) => month - 1);
}

function fixedParts(urdb: UrdbFields): Pick<TariffFields, "fixedCharge"> {
  const [first, monthly] = [urdb.number("fixedchargefirstmeter"), urdb.number("fixedmonthlycharge")];
  const unit = urdb.text("fixedchargeunits")?.toLowerCase() ?? "$/month";
  if (urdb.number("fixedchargeeaaddl")) urdb.notices.push("fixedchargeeaaddl is not read: one meter is planned.");
  if (first !== undefined && monthly !== undefined)
    urdb.fault("fixedmonthlycharge", `${monthly} beside fixedchargefirstmeter`, "one of them", "remove one");
  if (!first && !monthly) return {};
  if (!first || unit === "$/month") return { fixedCharge: { usdPerMonth: first || monthly } };
  if (unit === "$/day") return { fixedCharge: { usdPerDay: first } };
  if (USD_PER_YEAR.includes(unit)) return { fixedCharge: { usdPerMonth: first / MONTHS } };
  urdb.fault("fixedchargeunits", said(unit), "$/month, $/day or $/year", "convert it");
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
      "a minimum by the month",
      "set it to 0 to leave it out: the planner's minimum bill is of a month",
    );
  if (least && monthly) urdb.fault("minmonthlycharge", `${monthly} beside mincharge`, "one of them", "remove one");
  if (least && unit !== "$/month")
    urdb.fault("minchargeunits", said(unit), "$/month: the planner's minimum bill is of a month", "convert it");
  const usdPerMonth = least || monthly;
  return usdPerMonth ? { minimumBill: { usdPerMonth } } : {};
}
