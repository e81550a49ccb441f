import { describe, expect, it } from "vitest";
import { Clock, SeriesRows } from "../../src/io/series-rows.ts";

describe("SeriesRows", () => {
  it("keeps every row while it grows", () => {
    const rows = new SeriesRows();
    for (let i = 0; i < 5000; i++) rows.add(i * 1000, i % 2 === 0 ? Clock.utc : Clock.wallSecond, 60, -i, i + 2);
    expect(rows.count).toBe(5000);
    for (const i of [0, 1023, 1024, 2049, 4999]) {
      expect([rows.atMs[i], rows.clock[i], rows.minutes[i], rows.value[i], rows.line[i]]).toEqual([
        i * 1000,
        i % 2 === 0 ? Clock.utc : Clock.wallSecond,
        60,
        -i,
        i + 2,
      ]);
    }
  });
});
