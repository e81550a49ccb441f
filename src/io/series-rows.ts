/**
 * The rows of one series as they are read: in the order of the file, stamps not yet instants. Columns, not objects: a
 * file may have a million rows.
 */

/**
 * What a stamp is: an instant (milliseconds of UTC), or a time on the zone's clock, which in autumn may be told apart
 * by a flag.
 */
export const enum Clock {
  utc,
  wall,
  wallFirst,
  wallSecond,
}

/** Rows that there is room for at first; doubled when they are full. */
const FIRST_ROOM = 1024;

export class SeriesRows {
  /**
   * Milliseconds; of a wall clock as if it were UTC. As `minutes`, `value`, `clock` and `line`: valid up to `count`.
   */
  atMs = new Float64Array(FIRST_ROOM);
  /** Length of the interval; NaN where the file does not say. */
  minutes = new Float64Array(FIRST_ROOM);
  /** NaN: blank. */
  value = new Float64Array(FIRST_ROOM);
  clock = new Uint8Array(FIRST_ROOM);
  line = new Int32Array(FIRST_ROOM);
  count = 0;

  add(atMs: number, clock: Clock, minutes: number, value: number, line: number): void {
    if (this.count === this.atMs.length) this.#double();
    const i = this.count++;
    this.atMs[i] = atMs;
    this.clock[i] = clock;
    this.minutes[i] = minutes;
    this.value[i] = value;
    this.line[i] = line;
  }

  #double(): void {
    const room = 2 * this.count;
    const longer = <T extends Float64Array | Uint8Array | Int32Array>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    this.atMs = longer(new Float64Array(room), this.atMs);
    this.minutes = longer(new Float64Array(room), this.minutes);
    this.value = longer(new Float64Array(room), this.value);
    this.clock = longer(new Uint8Array(room), this.clock);
    this.line = longer(new Int32Array(room), this.line);
  }
}
