/**
 * A curve that is the whole answer of a reader of `wattsplit/io`: `{ currency, prices }` of a market's file, or
 * `{ unit, currency?, values }` of any column. Unit and currency are checked, which the values alone do not say.
 */
import { describeQuantity, type Quantity } from "../assets/fields/quantities.ts";
import { addFault, type Edge } from "./edge.ts";
import { isRecord, literal } from "./literal.ts";
import { resolveStamped } from "./stamped-curve.ts";

/** Unit of a quantity by that of a series as it is read. */
const UNITS: Readonly<Record<string, string>> = { "per MWh": "USD/MWh", MW: "MW", "t/MWh": "t/MWh", "per unit": "1" };
const CONVERT = 'read the file with options.convert: { to: "USD", rate: USD for one unit }';

/** Whether a value has the shape of a reader's answer. */
export function isFileCurve(given: unknown): given is Readonly<Record<string, unknown>> {
  return (
    isRecord(given) && (Array.isArray(given.prices) || (Array.isArray(given.values) && typeof given.unit === "string"))
  );
}

export function resolveFileCurve(
  given: Readonly<Record<string, unknown>>,
  quantity: Quantity,
  path: string,
  edge: Edge,
): Float64Array | undefined {
  const { currency, prices } = given;
  const isMarket = Array.isArray(prices);
  const unit = isMarket ? "per MWh" : String(given.unit);
  if (UNITS[unit] !== quantity.unit) {
    const what = isMarket ? "prices per MWh" : `a series in ${literal(given.unit).replace(/^the text /, "")}`;
    addFault(edge, path, what, describeQuantity(quantity), "give what is wanted here");
    return undefined;
  }
  const isPrice = unit === "per MWh";
  if (isPrice && currency !== "USD" && (isMarket || currency !== undefined)) {
    addFault(edge, `${path}.currency`, literal(currency), '"USD"', CONVERT);
    return undefined;
  }
  if (isPrice && currency === undefined) {
    edge.notices.push(
      `${path}: the prices have no currency and are taken as USD; name it by options.currency of readSeries ` +
        "and it is checked.",
    );
  }
  const [entries, field] = isMarket ? [prices, "prices"] : [given.values, "values"];
  return resolveStamped(entries as readonly unknown[], quantity, `${path}.${field}`, edge, isMarket);
}
