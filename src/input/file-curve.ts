/**
 * A curve given as the whole result of a reader of `wattsplit/io`: `{ currency, prices }` of a market's file, or `{
 * unit, currency?, values }` of any column. Its unit and currency are checked; a list of values alone has neither.
 */
import { describeQuantity, type Quantity } from "../assets/fields/quantities.ts";
import { addFault, type ParseContext } from "./parse-context.ts";
import { isRecord, literal } from "./literal.ts";
import { resolveStamped } from "./stamped-curve.ts";

/** Unit of a quantity, by the unit of a series from a file. */
const UNITS: Readonly<Record<string, string>> = { "per MWh": "USD/MWh", MW: "MW", "t/MWh": "t/MWh", "per unit": "1" };
const CONVERT = 'read the file with options.convert: { to: "USD", rate: USD for one unit }';

/** Whether a value has the shape of a reader's result. */
export function isFileCurve(given: unknown): given is Readonly<Record<string, unknown>> {
  return (
    isRecord(given) && (Array.isArray(given.prices) || (Array.isArray(given.values) && typeof given.unit === "string"))
  );
}

export function resolveFileCurve(
  given: Readonly<Record<string, unknown>>,
  quantity: Quantity,
  path: string,
  context: ParseContext,
): Float64Array | undefined {
  const { currency, prices } = given;
  const isMarket = Array.isArray(prices);
  const unit = isMarket ? "per MWh" : String(given.unit);
  if (UNITS[unit] !== quantity.unit) {
    const what = isMarket ? "prices per MWh" : `a series in ${literal(given.unit).replace(/^the text /, "")}`;
    addFault(context, path, what, describeQuantity(quantity), "give a series in the wanted unit");
    return undefined;
  }
  const isPrice = unit === "per MWh";
  if (isPrice && currency !== "USD" && (isMarket || currency !== undefined)) {
    addFault(context, `${path}.currency`, literal(currency), '"USD"', CONVERT);
    return undefined;
  }
  if (isPrice && currency === undefined) {
    context.notices.push(
      `${path}: the prices have no currency and are read as USD; state it with options.currency of readSeries to ` +
        "have it checked.",
    );
  }
  const [entries, field] = isMarket ? [prices, "prices"] : [given.values, "values"];
  return resolveStamped(entries as readonly unknown[], quantity, `${path}.${field}`, context, isMarket);
}
