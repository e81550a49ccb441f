import { describe, expect, it } from "vitest";
import { Strips, transposeStrips } from "../../src/sparse/strips.ts";

const entries = (s: Strips, v: number) =>
  Object.fromEntries(Array.from(s.index.slice(s.start[v], s.end[v]), (i, k) => [i, s.value[s.start[v] + k]]));

describe("Strips", () => {
  it("moves a strip that outgrows its room, others untouched", () => {
    const s = new Strips(2, 2);
    s.open(0, 1);
    s.open(1, 1);
    s.append(1, 7, 70);
    for (let i = 0; i < 9; i++) s.append(0, i, i + 0.5);
    expect(entries(s, 0)).toEqual(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [i, i + 0.5])));
    expect(entries(s, 1)).toEqual({ 7: 70 });
  });

  it("removes an entry, and ignores one that is not there", () => {
    const s = new Strips(1, 4);
    s.open(0, 3);
    s.append(0, 1, 10);
    s.append(0, 2, 20);
    s.append(0, 3, 30);
    s.remove(0, 1);
    s.remove(0, 9);
    expect(entries(s, 0)).toEqual({ 2: 20, 3: 30 });
  });

  it("transposes, with room to spare", () => {
    const from = new Strips(3, 8);
    from.open(0, 2);
    from.append(0, 1, 5);
    from.append(0, 2, 6);
    from.open(2, 1);
    from.append(2, 1, 7);
    const to = new Strips(3, 0);
    transposeStrips(from, to, 2);
    expect([entries(to, 0), entries(to, 1), entries(to, 2)]).toEqual([{}, { 0: 5, 2: 7 }, { 0: 6 }]);
    expect(to.capacityEnd[1] - to.end[1]).toBe(2);
  });
});
