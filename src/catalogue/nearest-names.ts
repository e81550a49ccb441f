/** "Did you mean": finds the names closest to a misspelt one, by edit distance (Levenshtein 1966). */

/** `did you mean "a", "b"?` with up to `limit` near names; undefined if no name is near. */
export function didYouMean(given: string, names: Iterable<string>, limit?: number): string | undefined {
  const near = nearestNames(given, names, limit);
  return near.length === 0 ? undefined : `did you mean ${near.map((name) => JSON.stringify(name)).join(", ")}?`;
}

/** Upper bounds on the names compared and the letters of each, because a stranger's list can be of any length. */
const [MAX_NAMES, MAX_LETTERS] = [1000, 80];
/** Share of the letters that a typing error may change. */
const REACH = 0.4;

/** Up to `limit` of `names` within reach of a typing error, nearest first; the first thousand names are compared. */
export function nearestNames(given: string, names: Iterable<string>, limit = 1): string[] {
  const wanted = given.slice(0, MAX_LETTERS).toLowerCase();
  const near: { name: string; distance: number }[] = [];
  let count = 0;
  for (const name of names) {
    if (count++ === MAX_NAMES) break;
    const reach = Math.floor(REACH * Math.max(wanted.length, name.length));
    // A name farther than the last one in the list is skipped; among equal distances the first name wins.
    const most = near.length < limit ? reach : Math.min(reach, near[limit - 1].distance - 1);
    const distance = editDistance(wanted, name.toLowerCase(), most);
    if (distance > most) continue;
    near.push({ name, distance });
    near.sort((a, b) => a.distance - b.distance).splice(limit);
  }
  return near.map(({ name }) => name);
}

/** The edit distance, or any number above `most` if it is larger, in O(most x letters). */
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
