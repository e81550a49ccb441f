import { describe, expect, it } from "vitest";
import { numberText, shortNumbers, signedText } from "../../src/site/number-text.ts";

describe("numbers as text", () => {
  it("are grouped, with a real minus sign and no negative zero", () => {
    expect([numberText(1_234_567.8), numberText(-0.001), numberText(-12.34), signedText(5), signedText(0)]).toEqual([
      "1,234,568",
      "0.00",
      "−12.3",
      "+5.00",
      "0",
    ]);
  });

  it("of a sentence lose digits that nobody reads; times, names and short numbers stay", () => {
    expect(shortNumbers("S19j asleep: power 31.59613 > strike 131.85712 USD/MWh at 2026-07-15T20:00:00-05:00")).toBe(
      "S19j asleep: power 31.60 > strike 131.9 USD/MWh at 2026-07-15T20:00:00-05:00",
    );
    expect(shortNumbers("saves 23430.612 USD (1221740 a year), for 0.948. Then -12.3456")).toBe(
      "saves 23,431 USD (1,221,740 a year), for 0.95. Then -12.35",
    );
  });
});
