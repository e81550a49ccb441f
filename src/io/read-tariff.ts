/** A rate of the Utility Rate Database (openei.org) as the tariff of a grid connection. */
import { PlanInputError } from "../errors.ts";
import type { ReadTariffOptions, TariffFields } from "./tariff-fields.ts";
import { noticesAbout } from "./urdb-about.ts";
import { demandParts } from "./urdb-demand.ts";
import { energyParts } from "./urdb-energy.ts";
import { MONTHS, said, UrdbFields } from "./urdb-fields.ts";

export interface Tariff {
  /** Of utility and rate, as far as given. */
  readonly name: string;
  /** `importPriceUsdPerMwh` is 0: energy is in `touEnergyCharge` and `energyTiers`. */
  readonly fields: TariffFields;
  readonly notices: readonly string[];
}

const USD_PER_YEAR = ["$/year", "$/yr"];

/**
 * Reads a URDB rate, parsed or as text, alone or as the one item of a response. USD/kWh become USD/MWh, rate and adj are
 * added, periods keep their numbers; the API's names are known and those of the whole download. What a linear program cannot hold is refused with the reason; fields that are not
 * read are named in the notices.
 *
 * @throws PlanInputError listing every fault with its JSON path.
 * @example
 * const { fields } = readTariff(text);
 * const grid = { kind: "grid", name: "grid", importLimitMw: 40, ...fields };
 */
export function readTariff(json: unknown, options: ReadTariffOptions = {}): Tariff {
  const urdb = new UrdbFields(rateIn(typeof json === "string" ? parsed(json) : json));
  const months = monthsOf(urdb, options);
  if (options.powerFactor !== undefined && !(options.powerFactor > 0 && options.powerFactor <= 1)) urdb.fault("options.powerFactor", `${options.powerFactor}`, "a number above 0 and up to 1", "give kW per kVA");
  urdb.throwIfAny();
  const name = [urdb.text("utility"), urdb.text("name")].filter(Boolean).join(", ");
  const fields = { importPriceUsdPerMwh: 0, ...energyParts(urdb, months), ...demandParts(urdb, months, options), ...fixedParts(urdb), ...minimumParts(urdb) };
  const kvar = "demandreactivepowercharge";
  if (urdb.number(kvar)) urdb.fault(kvar, "a charge per kVAr", "none: the planner knows no reactive power", "set it to 0 to leave it out");
  const about = noticesAbout(urdb);
  if (Object.keys(fields).length === 1) urdb.fault("tariff", "no charge that is known", "a rate with energyratestructure or another charge", "give one rate of the database as JSON");
  urdb.throwIfAny();
  if (!fields.touEnergyCharge) urdb.notices.push("the rate has no energy rates: importPriceUsdPerMwh is 0.");
  if (options.months) urdb.notices.push(`the rates are those of the months ${options.months.join(", ")}.`);
  urdb.notices.push(...about);
  const { unread } = urdb;
  if (unread.length > 0) urdb.notices.push(`not read: ${unread.join(", ")}.`);
  return { name: name || "tariff", fields, notices: urdb.notices };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PlanInputError([{ path: "tariff", given: (error as Error).message, wanted: "JSON", fix: "load the rate again" }]);
  }
}

function rateIn(given: unknown): Readonly<Record<string, unknown>> {
  const refuse = (path: string, what: string, wanted: string, fix: string): never => {
    throw new PlanInputError([{ path, given: what, wanted, fix }]);
  };
  if (typeof given !== "object" || given === null || Array.isArray(given)) return refuse("tariff", said(given), "a URDB rate", "pass one rate of the answer");
  const { items } = given as { readonly items?: unknown };
  if (items === undefined) return given as Readonly<Record<string, unknown>>;
  if (!Array.isArray(items) || items.length !== 1) return refuse("items", Array.isArray(items) ? `${items.length} rates` : said(items), "one rate", "pass one of them");
  return rateIn(items[0]);
}

/** Months 0 to 11. */
function monthsOf(urdb: UrdbFields, { months }: ReadTariffOptions): number[] {
  if (!months) return Array.from({ length: MONTHS }, (_, month) => month);
  if (months.length === 0 || months.some((month) => !(Number.isInteger(month) && month >= 1 && month <= MONTHS))) urdb.fault("options.months", said(months), `months from 1 to ${MONTHS}`, "correct it");
  return months.map((month) => month - 1);
}

function fixedParts(urdb: UrdbFields): Pick<TariffFields, "fixedCharge"> {
  const [first, monthly] = [urdb.number("fixedchargefirstmeter"), urdb.number("fixedmonthlycharge")];
  const unit = urdb.text("fixedchargeunits")?.toLowerCase() ?? "$/month";
  if (urdb.number("fixedchargeeaaddl")) urdb.notices.push("fixedchargeeaaddl is not read: one meter is planned.");
  if (first !== undefined && monthly !== undefined) urdb.fault("fixedmonthlycharge", `${monthly} beside fixedchargefirstmeter`, "one of them", "remove one");
  if (!first && !monthly) return {};
  if (!first || unit === "$/month") return { fixedCharge: { usdPerMonth: first || monthly } };
  if (unit === "$/day") return { fixedCharge: { usdPerDay: first } };
  if (USD_PER_YEAR.includes(unit)) return { fixedCharge: { usdPerMonth: first / MONTHS } };
  urdb.fault("fixedchargeunits", said(unit), "$/month, $/day or $/year", "convert it");
  return {};
}

function minimumParts(urdb: UrdbFields): Pick<TariffFields, "minimumBill"> {
  const [least, monthly, annual] = [urdb.number("mincharge"), urdb.number("minmonthlycharge"), urdb.number("annualmincharge")];
  const unit = urdb.text("minchargeunits")?.toLowerCase() ?? "$/month";
  if (annual) urdb.fault("annualmincharge", `${annual}`, "a minimum by the month", "set it to 0 to leave it out: the planner's minimum bill is of a month");
  if (least && monthly) urdb.fault("minmonthlycharge", `${monthly} beside mincharge`, "one of them", "remove one");
  if (least && unit !== "$/month") urdb.fault("minchargeunits", said(unit), "$/month: the planner's minimum bill is of a month", "convert it");
  const usdPerMonth = least || monthly;
  return usdPerMonth ? { minimumBill: { usdPerMonth } } : {};
}
