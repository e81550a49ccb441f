import { describe, expect, it } from "vitest";
import { FaultLog } from "../../src/io/fault-log.ts";
import { PriceSink } from "../../src/io/price-sink.ts";
import { Clock } from "../../src/io/series-rows.ts";

const place = { line: 2, column: 3, heading: "LMP" };
const sinkOf = (location?: string) => new PriceSink(new FaultLog(), { location });
const addTo = (sink: PriceSink, text: string | undefined, minutes = 60) => {
  sink.add(0, Clock.utc, minutes, text, place);
  return sink;
};

describe("PriceSink", () => {
  it("keeps the location that is asked for by name or number, else the first", () => {
    const first = sinkOf();
    expect([first.isSelected("A"), first.isSelected("A"), first.isSelected("B"), first.isSelected("A")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    first.location();
    expect(() => first.faults.throwIfAny()).toThrow(
      "got 2 locations: A, B, wanted one location; choose it with options.location",
    );
    const asked = sinkOf("B");
    expect([asked.isSelected("A"), asked.isSelected("B"), asked.location()]).toEqual([false, true, "B"]);
    const byId = sinkOf("7");
    expect([byId.isSelected("A", "6"), byId.isSelected("B", "7"), byId.location()]).toEqual([false, true, "7"]);
    expect(byId.faults.isEmpty).toBe(true);
    const typo = sinkOf("HB_HUSTON");
    typo.isSelected("HB_HOUSTON");
    typo.location();
    expect(() => typo.faults.throwIfAny()).toThrow("HB_HOUSTON");
  });

  it("takes a blank for a gap, prices per kWh a thousandfold, and a decimal comma or point as the first shows", () => {
    expect(addTo(sinkOf(), " ").rows.value[0]).toBeNaN();
    const perKwh = sinkOf();
    perKwh.setUnit("per kWh");
    expect(addTo(perKwh, "0.03205").rows.value[0]).toBe(32.05);
    const either = sinkOf();
    either.decimalComma = "either";
    addTo(addTo(either, "7"), "1,5");
    expect([...either.rows.value.subarray(0, 2)]).toEqual([7, 1.5]);
    expect(() => addTo(either, "1.5").faults.throwIfAny()).toThrow("line 2, column 3 (LMP)");
  });

  it.each([
    ["x", 60],
    [undefined, 60],
    ["25001", 60],
    ["-5001", 60],
    ["20", 0],
    ["20", -60],
    ["20", 50_000],
  ])("refuses %j of %i minutes", (text, minutes) => {
    const sink = addTo(sinkOf(), text, minutes);
    expect(sink.faults.isEmpty).toBe(false);
    expect(sink.rows.count).toBe(0);
  });

  it("counts what is left out", () => {
    const sink = sinkOf();
    sink.notices.push("said");
    sink.countIgnored("x");
    sink.countIgnored("y");
    sink.countIgnored("y");
    expect(sink.allNotices()).toEqual(["said", "Ignored: 1 row of x.", "Ignored: 2 rows of y."]);
  });
});
