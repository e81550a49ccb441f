/** A longer array that starts with the entries of `from`, followed by zeros. */
export function grown<Kind extends Int32Array | Float64Array>(from: Kind, length: number): Kind {
  const longer = new (from.constructor as new (length: number) => Kind)(length);
  longer.set(from);
  return longer;
}
