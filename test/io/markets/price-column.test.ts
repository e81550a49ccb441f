import { describe, expect, it } from "vitest";
import { FaultLog } from "../../../src/io/fault-log.ts";
import { Header } from "../../../src/io/header.ts";
import { priceColumn } from "../../../src/io/markets/price-column.ts";
import { PriceSink } from "../../../src/io/price-sink.ts";

const NAMES = ["LMP", "SPP"];
const find = (headings: string[], wanted?: string) => {
  const sink = new PriceSink(new FaultLog(), {});
  return { column: priceColumn(new Header(headings), sink, NAMES, wanted), isSound: sink.faults.isEmpty };
};

describe("priceColumn", () => {
  it("finds the one there is", () => {
    expect(find(["a", "spp"])).toEqual({ column: 1, isSound: true });
    expect(find(["a", "b"])).toEqual({ column: undefined, isSound: true });
  });

  it("wants a choice of several, and one that is there", () => {
    expect(find(["LMP", "SPP"]).isSound).toBe(false);
    expect(find(["LMP", "SPP"], "spp")).toEqual({ column: 1, isSound: true });
    expect(find(["LMP"], "SPP").isSound).toBe(false);
  });
});
