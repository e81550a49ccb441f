import { describe, expect, it } from "vitest";
import { FaultLog } from "../../../src/io/fault-log.ts";
import { SequenceFilter } from "../../../src/io/markets/sequence-filter.ts";
import { PriceSink } from "../../../src/io/price-sink.ts";

const open = (wanted?: string) => {
  const sink = new PriceSink(new FaultLog(), {});
  return { sink, one: new SequenceFilter(sink, wanted) };
};

describe("OneSequence", () => {
  it("takes the only one, and faults a second", () => {
    const { sink, one } = open();
    expect([one.accepts("1", { line: 2 }), one.accepts("1", { line: 3 })]).toEqual([true, true]);
    expect(sink.faults.isEmpty).toBe(true);
    expect(one.accepts("2", { line: 4 })).toBe(false);
    expect(() => sink.faults.throwIfAny()).toThrow(
      'line 4: got a second sequence, "2", wanted one sequence; choose one with options.sequence: "1" or "2"',
    );
  });

  it("takes the one that is asked for, and faults where it never comes", () => {
    const { sink, one } = open("2");
    expect([one.accepts("1", { line: 2 }), one.accepts("2", { line: 3 })]).toEqual([false, true]);
    one.checkFound();
    expect(sink.faults.isEmpty).toBe(true);
    const other = open("3");
    other.one.accepts("1", { line: 2 });
    other.one.checkFound();
    expect(() => other.sink.faults.throwIfAny()).toThrow('options.sequence "3"');
  });
});
