/** Doubles as what they are: whole multiples of powers of two. */

/** Whole numbers in the ratios of the given doubles, and the exponent: value_k = whole_k * 2^exponent. */
export function toWhole(values: readonly number[]): { readonly whole: bigint[]; readonly exponent: number } {
  const parts = values.map(partsOf);
  const exponent = Math.min(...parts.map(({ mantissa, exponent: e }) => (mantissa === 0n ? Infinity : e)));
  if (exponent === Infinity) return { whole: values.map(() => 0n), exponent: 0 };
  return {
    whole: parts.map(({ mantissa, exponent: e }) => (mantissa === 0n ? 0n : mantissa << BigInt(e - exponent))),
    exponent,
  };
}

function partsOf(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const size = biased === 0 ? fraction : fraction | (1n << 52n);
  return { mantissa: high >>> 31 === 1 ? -size : size, exponent: Math.max(biased, 1) - 1075 };
}

/** numerator / denominator * 2^exponent, rounded to a double (to within a unit or two in the last place). */
export function toDouble(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator === 0n) return 0;
  const size = (n: bigint): number => (n < 0n ? -n : n).toString(2).length;
  // As many bits in the quotient as a double holds, and a few more.
  const shift = 64 - size(numerator) + size(denominator);
  const quotient =
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return scaled(Number(quotient), exponent - shift);
}

/** In two steps, so that neither power leaves the range of a double. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
