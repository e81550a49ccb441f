import { expect, it } from "vitest";
import { readCashLine } from "../../src/finance/cash-line.ts";
import { read } from "../support/finance-frame.ts";

it("a line, with the driver of power and no other default", () => {
  const line = (given: object) => read({ name: "a", usd: [1, -2], ...given }, (fields) => readCashLine(fields, 2));
  expect(line({ kind: "power" })).toEqual({ name: "a", kind: "power", usd: [1, -2], driver: "power-price" });
  expect(line({ kind: "merchant" })).toEqual({ name: "a", kind: "merchant", usd: [1, -2] });
  expect(line({ kind: "operations", serves: "merchant", driver: "output" })).toMatchObject({
    serves: "merchant",
    driver: "output",
  });
  expect(() => line({ kind: "tax" })).toThrow('"contracted", "merchant"');
  expect(() => line({ kind: "power", usd: [1] })).toThrow("a list of 2 numbers, one per period");
  expect(() => line({ kind: "power", serves: "all" })).toThrow("serves");
});
