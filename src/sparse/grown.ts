/** An array of greater length with the entries of `from` first and zeros behind them. */
export function grown<Kind extends Int32Array | Float64Array>(from: Kind, length: number): Kind {
  const longer = new (from.constructor as new (length: number) => Kind)(length);
  longer.set(from);
  return longer;
}
