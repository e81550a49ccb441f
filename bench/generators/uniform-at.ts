/**
 * A uniform number in [0, 1) for place `at` of stream `stream` of a seed, by the finaliser of MurmurHash3 (constants by
 * A. Appleby, public domain). A hash instead of a sequential generator, so that hour 5000 has the same price in every
 * window.
 */
export function uniformAt(seed: number, stream: number, at: number): number {
  return mixed(mixed(mixed(seed) ^ stream) ^ at) / 4294967296;
}

function mixed(word: number): number {
  let h = (word + 0x9e3779b9) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
