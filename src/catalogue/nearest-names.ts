/** "Did you mean": the names closest to a misspelt one, by edit distance (Levenshtein 1966). */

/** `did you mean "a", "b"?` of up to `limit` near names; undefined where none is near. */
export function didYouMean(given: string, names: Iterable<string>, limit?: number): string | undefined {
  const near = nearestNames(given, names, limit);
  return near.length === 0 ? undefined : `did you mean ${near.map((name) => JSON.stringify(name)).join(", ")}?`;
}

/** Up to `limit` of `names` within reach of a slip of the pen (two fifths of the letters), nearest first. */
export function nearestNames(given: string, names: Iterable<string>, limit = 1): string[] {
  const wanted = given.slice(0, 80).toLowerCase();
  return [...names]
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= 0.4 * Math.max(wanted.length, name.length))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(swap, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
