/** The greatest absolute entry; 0 for an empty vector, NaN if an entry is NaN. */
export function greatestSize(vector: Float64Array): number {
  let size = 0;
  for (let k = 0; k < vector.length; k++) size = Math.max(size, Math.abs(vector[k]));
  return size;
}

/** The greatest absolute finite entry of all the vectors, 0 if every entry is infinite: for bounds. */
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
