interface Vector<Self> {
  readonly length: number;
  [k: number]: number;
  slice(start?: number, end?: number): Self;
}

/** The entries `from[at[k]]`, in the order of `at`, in an array of the same type as `from`. */
export function gather<Kind extends Vector<Kind>>(from: Kind, at: Int32Array): Kind {
  const taken = new (from.constructor as new (length: number) => Kind)(at.length);
  for (let k = 0; k < at.length; k++) taken[k] = from[at[k]];
  return taken;
}
