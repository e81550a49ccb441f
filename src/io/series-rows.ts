/**
 * The rows of one series in the order of the file, with stamps not yet converted to instants. Stored as columns,
 * because a file may have a million rows.
 */

/**
 * What a stamp is: an instant (UTC milliseconds), or a local time, which a flag may mark as the first or second hour in
 * autumn.
 */
export const enum Clock {
  utc,
  wall,
  wallFirst,
  wallSecond,
}

/** Initial capacity in rows; it doubles when full. */
const FIRST_ROOM = 1024;

export class SeriesRows {
  /**
   * Milliseconds; a local time is counted as if it were UTC. Like `minutes`, `value`, `clock` and `line`, valid up to
   * `count`.
   */
  atMs = new Float64Array(FIRST_ROOM);
  /** Length of the interval; NaN if the file does not state it. */
  minutes = new Float64Array(FIRST_ROOM);
  /** NaN if blank. */
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
