/** Reads the currency from the heading of a price column, and whether prices are in hundredths of it. */

/** `ct/kWh`, `cents per kWh`, `EUR-ct_kwh`, `öre/kWh`, `p/kWh`: hundredths of the currency per kWh. */
export const CENTS_PER_KWH =
  /(?:^|[^a-z])(?:(?:us|usd|eur|euro|gbp|aud|cad)[ _-]?)?(?:(?:cents?|cts?|¢|snt|öre|øre|ore|pence)(?: *\/ *|[ _]+per[ _]+|[ _]+)|[cp](?: *\/ *|[ _]+per[ _]+))kwh/i;

const CODES = "USD|EUR|GBP|AUD|CAD|NZD|SEK|NOK|DKK|ISK|PLN|CHF|CZK|HUF|RON|BGN|JPY|INR|BRL|MXN|ZAR|TRY|SGD|KRW|CNY";
const CODE = new RegExp(`(?:^|[^a-z])(?:cents? ?)?(${CODES})(?:$|[^a-z]|cents?|ct)`, "i");
/**
 * NB: a bare dollar sign means US dollars unless letters precede it. Australian and Canadian files write it bare too;
 * use `options.currency` for them.
 */
const SIGNS: readonly (readonly [pattern: RegExp, currency: string])[] = [
  [/€|snt/i, "EUR"],
  [/£|pence|(?:^|[^a-z])p\/kwh/i, "GBP"],
  [/A\$|AU\$/, "AUD"],
  [/C\$|CA\$/, "CAD"],
  [/NZ\$/, "NZD"],
  [/öre/i, "SEK"],
  [/\$|(?:^|[^a-z])us[ _-]?cents?/i, "USD"],
];
const DOLLARS = ["USD", "AUD", "CAD", "NZD", "SGD", "MXN"];

/** ISO 4217 code; undefined if the text names no currency. */
export function currencyOfHeading(heading: string): string | undefined {
  return CODE.exec(heading)?.[1].toUpperCase() ?? SIGNS.find(([pattern]) => pattern.test(heading))?.[1];
}

/** Whether a heading can mean the stated currency: a bare `$` can be any country's dollar. */
export function agreesWithCurrency(heading: string, stated: string): boolean {
  const named = currencyOfHeading(heading);
  if (named === undefined || named === stated) return true;
  return CODE.exec(heading) === null && /(?:^|[^A-Z])\$/.test(heading) && DOLLARS.includes(stated);
}
