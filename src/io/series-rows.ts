/** The rows of one series as they are read: in the order of the file, stamps not yet instants. Columns, not objects: a file may have a million rows. */

/** What a stamp is: an instant (milliseconds of UTC), or a time on the zone's clock, which in autumn may be told apart by a flag. */
export const enum Clock {
  utc,
  wall,
  wallFirst,
  wallSecond,
}

export class SeriesRows {
  /** Milliseconds; of a wall clock as if it were UTC. */
  readonly atMs: number[] = [];
  readonly clock: Clock[] = [];
  /** Length of the interval; NaN where the file does not say. */
  readonly minutes: number[] = [];
  /** NaN: blank. */
  readonly value: number[] = [];
  readonly line: number[] = [];

  get count(): number {
    return this.atMs.length;
  }

  add(atMs: number, clock: Clock, minutes: number, value: number, line: number): void {
    this.atMs.push(atMs);
    this.clock.push(clock);
    this.minutes.push(minutes);
    this.value.push(value);
    this.line.push(line);
  }
}
