/** Runs of intervals in which a level does not change. */
export interface Span {
  /** Intervals [from, to). */
  readonly from: number;
  readonly to: number;
}

/** Merges neighbouring intervals from `first` on for which `isSame(t - 1, t)`. */
export function spans(first: number, count: number, isSame: (before: number, t: number) => boolean): Span[] {
  const found: Span[] = [];
  let from = first;
  for (let t = first + 1; t <= count; t++) {
    if (t < count && isSame(t - 1, t)) continue;
    found.push({ from, to: t });
    from = t;
  }
  return first < count ? found : [];
}
