import { describe, expect, it } from "vitest";
import { FaultLog } from "../../../src/io/fault-log.ts";
import { Header } from "../../../src/io/header.ts";
import { areaColumns, selectedColumn } from "../../../src/io/markets/area-columns.ts";
import { PriceSink } from "../../../src/io/price-sink.ts";

const header = new Header(["Start", "SE3 Price (EUR)", "FI Price (SEK)"]);
const areas = areaColumns(header, /^(.+?) Price \((\w+)\)$/);
const retained = (location?: string) => {
  const sink = new PriceSink(new FaultLog(), { location });
  const { area } = selectedColumn(areas, header, sink);
  sink.location();
  return { area, faults: sink.faults };
};

describe("columns of areas", () => {
  it("are those whose heading fits", () => {
    expect(areas).toEqual([
      { area: "SE3", column: 1, said: "EUR" },
      { area: "FI", column: 2, said: "SEK" },
    ]);
  });

  it("are chosen by area or whole heading, and several need a choice", () => {
    expect([retained("FI").area, retained("FI Price (SEK)").area]).toEqual(["FI", "FI"]);
    expect(retained("FI").faults.isEmpty).toBe(true);
    expect(() => retained().faults.throwIfAny()).toThrow("2 locations: SE3, FI");
    expect(() => retained("NO1").faults.throwIfAny()).toThrow('options.location "NO1"');
  });
});
