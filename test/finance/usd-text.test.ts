import { expect, it } from "vitest";
import { usdText } from "../../src/finance/usd-text.ts";

it.each([
  [0, "0 USD"],
  [-0.4, "0 USD"],
  [999.5, "1,000 USD"],
  [-1234567, "-1,234,567 USD"],
  [100_000, "100,000 USD"],
])("%f is %s", (usd, text) => {
  expect(usdText(usd)).toBe(text);
});
