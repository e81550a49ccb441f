/** The greatest absolute entry; 0 of an empty vector, NaN where one is NaN. */
export function greatestSize(vector: Float64Array): number {
  let size = 0;
  for (let k = 0; k < vector.length; k++) size = Math.max(size, Math.abs(vector[k]));
  return size;
}

/** The greatest absolute entry of all of them that is finite, 0 where none is: of limits, of which some are none. */
export function greatestFinite(...vectors: readonly Float64Array[]): number {
  let most = 0;
  for (const vector of vectors) {
    for (let k = 0; k < vector.length; k++) {
      const size = Math.abs(vector[k]);
      if (size > most && size < Infinity) most = size;
    }
  }
  return most;
}
