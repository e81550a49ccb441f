/**
 * The exact sum of two decimal numbers, as a decimal number. MPS gives a two-sided row as one bound and a width, and
 * -0.1 + 0.4 in doubles is 0.30000000000000004. The exact decimal sum, rounded once, is the intended bound 0.3. In this
 * way a text can represent every pair of doubles.
 */
export function addDecimals(a: string, b: string): string {
  const terms = [a, b].map(parseDecimal);
  const exponent = Math.min(...terms.map((term) => term.exponent));
  const sum = digitsAtExponent(terms[0], exponent) + digitsAtExponent(terms[1], exponent);
  const exact = `${sum}e${exponent}`;
  // In the short form of a double, if the double equals the sum: 0.4, not 4e-1.
  const short = String(Number(exact));
  if (short === "Infinity" || short === "-Infinity") return exact;
  const double = parseDecimal(short);
  const finest = Math.min(exponent, double.exponent);
  return digitsAtExponent(double, finest) === digitsAtExponent({ digits: sum, exponent }, finest) ? short : exact;
}

function digitsAtExponent({ digits, exponent }: Decimal, finer: number): bigint {
  return digits * 10n ** BigInt(exponent - finer);
}

export function negateDecimal(text: string): string {
  return text.startsWith("-") ? text.slice(1) : `-${text.replace(/^\+/u, "")}`;
}

/** digits * 10^exponent */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

function parseDecimal(text: string): Decimal {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eEdD]([+-]?\d+))?$/u.exec(text);
  if (match === null || match[2] + match[3] === "") throw new RangeError(`not a decimal number: ${text}`);
  const [, sign, whole, fraction, power] = match;
  // Outside the range of a double; 1e-999999999 must not expand to a million digits.
  if (Math.abs(Number(power ?? 0)) > 400) return parseDecimal(String(Number(text.replace(/[dD]/u, "e"))));
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, exponent: Number(power ?? 0) - fraction.length };
}
