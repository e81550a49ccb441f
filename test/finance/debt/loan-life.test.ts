import { describe, expect, it } from "vitest";
import { onceAt, ratesOf, readPeriod, readTenor } from "../../../src/finance/debt/loan-life.ts";
import { frame, read } from "../../support/finance-frame.ts";

describe("when loans are drawn and repaid", () => {
  it("periods by their labels", () => {
    const at = (from: unknown, fallback?: number) =>
      read({ from }, (fields) => readPeriod(fields, "from", frame(4, "quarter"), fallback));
    expect(at("2027-Q3")).toBe(2);
    expect(at(undefined, 1)).toBe(1);
    expect(() => at("2027-07")).toThrow("a period from 2027-Q1 to 2027-Q4");
    expect(() => at(3)).toThrow("a text");
  });

  it("a tenor ends within the model", () => {
    const tenor = (n: number) => read({ n }, (fields) => readTenor(fields, "n", 1, frame(4)));
    expect(tenor(3)).toBe(3);
    expect(() => tenor(4)).toThrow("at most 3 periods");
  });

  it("rates and single amounts", () => {
    expect(ratesOf(frame(2, "month"), 0.12)).toEqual([0.01, 0.01]);
    expect(onceAt(1, 5, 3)).toEqual([0, 5, 0]);
  });
});
