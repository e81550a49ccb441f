/**
 * The exact sum of two numbers written in decimals, itself in decimals. MPS gives a two-sided row as one limit and a
 * width, and -0.1 + 0.4 in doubles is 0.30000000000000004: added as they are written and rounded once, the other limit
 * is the double that was meant, 0.3, and every pair of doubles can be written.
 */
export function addDecimals(a: string, b: string): string {
  const left = parseDecimal(a);
  const right = parseDecimal(b);
  const exponent = Math.min(left.exponent, right.exponent);
  const align = ({ digits, exponent: from }: Decimal): bigint => digits * 10n ** BigInt(from - exponent);
  return normalForm(align(left) + align(right), exponent);
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
  // Beyond what a double holds; 1e-999999999 must not become a million digits.
  if (Math.abs(Number(power ?? 0)) > 400) return parseDecimal(String(Number(text.replace(/[dD]/u, "e"))));
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, exponent: Number(power ?? 0) - fraction.length };
}

/** Without trailing zeros; with an exponent where the plain form would be long. */
function normalForm(digits: bigint, exponent: number): string {
  if (digits === 0n) return "0";
  const [, sign, all] = /^(-?)(.*)$/u.exec(String(digits))!;
  const text = all.replace(/0+$/u, "");
  const power = exponent + all.length - text.length;
  if (power >= 0 && power + text.length <= LONGEST) return sign + text + "0".repeat(power);
  if (power >= 0 || -power > Math.max(LONGEST, text.length - 1)) return `${sign}${text}e${power}`;
  const plain = text.padStart(1 - power, "0");
  return `${sign}${plain.slice(0, power)}.${plain.slice(power)}`;
}

/** Longest plain form of a whole number, and most places behind the point where there are not as many digits. */
const LONGEST = 21;
