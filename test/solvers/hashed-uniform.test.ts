import { describe, expect, it } from "vitest";
import { hashedUniform } from "../../src/solvers/hashed-uniform.ts";

describe("hashedUniform", () => {
  it("spreads over [0, 1)", () => {
    const numbers = Array.from({ length: 1000 }, (_, i) => hashedUniform(i));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(new Set(numbers).size).toBe(1000);
    expect(numbers.reduce((sum, u) => sum + u, 0) / 1000).toBeCloseTo(0.5, 1);
  });
});
