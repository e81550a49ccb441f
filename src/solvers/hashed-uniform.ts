/**
 * A number in [0, 1) from an index, by an integer hash (finaliser of MurmurHash3), so that runs repeat to the last bit.
 */
export function hashedUniform(index: number): number {
  let h = Math.imul(index + 1, 0x9e3779b1) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
