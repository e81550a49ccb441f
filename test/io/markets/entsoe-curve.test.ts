import { describe, expect, it } from "vitest";
import { FaultLog } from "../../../src/io/fault-log.ts";
import { addCurve, MAX_POSITIONS, type CurvePeriod } from "../../../src/io/markets/entsoe-curve.ts";
import { PriceSink } from "../../../src/io/price-sink.ts";
import { faultsOf } from "../../support/price-lines.ts";

const points = (...given: [position: number | string, price: string][]) =>
  given.map(([position, price]) => ({ position: String(position), price, place: { line: 1 } }));
const year: CurvePeriod = { startMs: 0, minutes: 15, count: MAX_POSITIONS, omitsRepeats: true };
const sinkOf = () => new PriceSink(new FaultLog(), {});

describe("addCurve", () => {
  it("holds a price where the curve holds, up to the end of the period", () => {
    const sink = sinkOf();
    addCurve(points([1, "5"], [3, "7"]), { ...year, count: 4 }, sink);
    expect([...sink.rows.value.subarray(0, sink.rows.count)]).toEqual([5, 5, 7, 7]);
    expect([...sink.repeated]).toEqual([900_000, 2_700_000]);
    const open = sinkOf();
    addCurve(points([2, "5"], [4, "7"]), { ...year, count: 5, omitsRepeats: false }, open);
    expect([...open.rows.value.subarray(0, open.rows.count)]).toEqual([5, 7]);
  });

  it("holds three years of quarter hours at most, over all periods", () => {
    const sink = sinkOf();
    for (let i = 0; i < 500; i++) addCurve(points([1, "5"]), { ...year, startMs: i * MAX_POSITIONS * 900_000 }, sink);
    expect(sink.rows.count).toBeLessThan(4 * MAX_POSITIONS);
    expect(faultsOf(() => sink.faults.throwIfAny())[0]).toMatchObject({
      wanted: "at most 105408: three years of quarter hours",
      fix: "query a year at a time",
    });
  });

  it.each(["0", "5", "1.5", "-1", "", "1e1", "0000001", "1".repeat(1000)])(
    "refuses the position %j of four",
    (position) => {
      const sink = sinkOf();
      addCurve(points([position, "5"]), { ...year, count: 4 }, sink);
      expect(faultsOf(() => sink.faults.throwIfAny())[0]).toMatchObject({ wanted: "a position from 1 to 4" });
    },
  );
});
