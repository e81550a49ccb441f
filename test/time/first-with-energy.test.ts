import { expect, it } from "vitest";
import { firstWithEnergy } from "../../src/time/first-with-energy.ts";

it("finds the first interval that counts, also where no interval has as much alone", () => {
  expect(firstWithEnergy(Float64Array.of(0, 0, 5, 9), 1, 1e-6)).toBe(2);
  expect(firstWithEnergy(Float64Array.of(0, 4e-7, 4e-7, 4e-7), 1, 1e-6)).toBe(1);
  expect(firstWithEnergy(Float64Array.of(0.3, 0.3, 0.3), 0.5, 0.45)).toBe(0);
  expect(firstWithEnergy(new Float64Array(4), 1, 1e-6)).toBe(-1);
});
