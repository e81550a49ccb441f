/**
 * Concave hull of measured points (power, output) from a starting point. A load of many equal machines may hold some of
 * them in one mode and the rest in another, so it reaches every point on the line between two modes, and a mode on or
 * below such a line is never needed: from the start (x_0, y_0) the efficient points have falling slopes
 *
 *     (y_1 - y_0) / (x_1 - x_0) > (y_2 - y_1) / (x_2 - x_1) > ... > 0
 *
 * Points that give no more than one of less power are left out too.
 */

/** A measured point. */
export interface HullPoint {
  readonly power: number;
  readonly output: number;
}

export interface ConcaveHull<Point> {
  /** By rising power, without the start. */
  readonly efficient: readonly Point[];
  /** By rising power. */
  readonly dropped: readonly Point[];
}

/** No point draws less than `start`. */
export function concaveHull<Point>(
  points: readonly Point[],
  start: HullPoint,
  figuresOf: (point: Point) => HullPoint,
): ConcaveHull<Point> {
  const efficient: { readonly point: Point; readonly at: HullPoint }[] = [];
  const dropped: { readonly point: Point; readonly at: HullPoint }[] = [];
  const placed = points.map((point) => ({ point, at: figuresOf(point) }));
  placed.sort((a, b) => a.at.power - b.at.power || b.at.output - a.at.output);
  for (const next of placed) {
    if (next.at.output <= (efficient.at(-1)?.at ?? start).output) {
      dropped.push(next);
      continue;
    }
    for (let last = efficient.at(-1); last; last = efficient.at(-1)) {
      const below = efficient.at(-2)?.at ?? start;
      const rise = (to: HullPoint, over: HullPoint) => (to.output - below.output) * (over.power - below.power);
      if (rise(last.at, next.at) > rise(next.at, last.at)) break;
      dropped.push(last);
      efficient.pop();
    }
    efficient.push(next);
  }
  return {
    efficient: efficient.map(({ point }) => point),
    dropped: dropped.sort((a, b) => a.at.power - b.at.power).map(({ point }) => point),
  };
}
