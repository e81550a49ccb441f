/** "Did you mean": the names closest to a misspelt one, by edit distance (Levenshtein 1966). */

/** `did you mean "a", "b"?` of up to `limit` near names; undefined where none is near. */
export function didYouMean(given: string, names: Iterable<string>, limit?: number): string | undefined {
  const near = nearestNames(given, names, limit);
  return near.length === 0 ? undefined : `did you mean ${near.map((name) => JSON.stringify(name)).join(", ")}?`;
}

/** Names that are looked at, and letters of each: a list of names from a stranger has no end. */
const [MAX_NAMES, MAX_LETTERS] = [1000, 80];
/** Share of the letters that a slip of the pen may change. */
const REACH = 0.4;

/** Up to `limit` of `names` (the first thousand are looked at) within reach of a slip of the pen, nearest first. */
export function nearestNames(given: string, names: Iterable<string>, limit = 1): string[] {
  const wanted = given.slice(0, MAX_LETTERS).toLowerCase();
  const near: { name: string; distance: number }[] = [];
  let count = 0;
  for (const name of names) {
    if (count++ === MAX_NAMES) break;
    const reach = Math.floor(REACH * Math.max(wanted.length, name.length));
    // Beyond the last of those kept no name is told; of equal ones the first is.
    const most = near.length < limit ? reach : Math.min(reach, near[limit - 1].distance - 1);
    const distance = editDistance(wanted, name.toLowerCase(), most);
    if (distance > most) continue;
    near.push({ name, distance });
    near.sort((a, b) => a.distance - b.distance).splice(limit);
  }
  return near.map(({ name }) => name);
}

/** The edit distance, or some number above `most` where it is more than that: in O(most x letters). */
function editDistance(a: string, b: string, most: number): number {
  if (most < 0 || Math.abs(a.length - b.length) > most || b.length > 2 * MAX_LETTERS) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    const current = new Array<number>(b.length + 1).fill(most + 1);
    if (from === 1) current[0] = i;
    let least = current[from - 1];
    for (let j = from; j <= to; j++) {
      const swap = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(swap, previous[j] + 1, current[j - 1] + 1);
      least = Math.min(least, current[j]);
    }
    if (least > most) return most + 1;
    previous = current;
  }
  return previous[b.length];
}
