import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDecimals, negateDecimal } from "../../../src/lp/io/decimal-sum.ts";

describe("addDecimals", () => {
  it.each([
    ["-0.1", "0.4", "0.3"],
    ["0.1", "0.2", "0.3"],
    ["1", "-1", "0"],
    ["12.", ".5", "12.5"],
    ["+2", "98", "100"],
    ["-3", "1.25", "-1.75"],
    ["1e3", "1E-3", "1000.001"],
    ["1D2", "-1d-1", "99.9"],
    ["0.05", "-0.04", "0.01"],
    ["1e300", "1e300", "2e+300"],
    ["1e-30", "0", "1e-30"],
    ["-0", "5", "5"],
    ["1e20", "1", "100000000000000000001e0"],
  ])("%s + %s = %s", (a, b, sum) => {
    expect(addDecimals(a, b)).toBe(sum);
    expect(addDecimals(b, a)).toBe(sum);
  });

  it("gives back one double from the exact distance to another (property)", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const width = addDecimals(String(b), negateDecimal(String(a)));
        expect(Number(addDecimals(String(a), width))).toBe(b + 0);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });

  it("rounds numbers outside the range of a double instead of writing out their zeros", () => {
    expect(addDecimals("1e-999999999", "2")).toBe("2");
    expect(addDecimals("1D-500", "2")).toBe("2");
  });

  it.each(["", ".", "1.2.3", "Inf", "e5", "0x1"])("refuses %j", (text) => {
    expect(() => addDecimals(text, "1")).toThrow(/not a decimal number/u);
  });
});

describe("negateDecimal", () => {
  it("negates", () => {
    expect(["5", "-5", "+5", "-.5e-3"].map(negateDecimal)).toEqual(["-5", "5", "-5", ".5e-3"]);
  });
});
