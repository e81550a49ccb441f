import { expect, it } from "vitest";
import type { ControlledLoad } from "../../src/handoff/loads.ts";
import { reasonOf } from "../../src/handoff/reason.ts";

const plan = { prices: { powerUsdPerMwh: Float64Array.of(20, 60, 140) } } as never;
const load = (level: number, free: number | undefined, strike: number | undefined): ControlledLoad => ({
  asset: "x",
  side: "mining",
  levelKw: () => level,
  freeKw: () => free,
  strikeUsdPerMwh: () => strike,
  isSameLevel: () => true,
});
const span = { from: 1, to: 3 };

it.each([
  ["runs", load(5, 5, 150), "Value of power 60.00 to 140.00 USD/MWh, at most the strike price of 150.00: it runs."],
  ["yields", load(0, 5, 56), "Value of power 60.00 to 140.00 USD/MWh, at least the strike price of 56.00: it yields."],
  [
    "yields in part",
    load(2, 5, 60),
    "Value of power 60.00 to 140.00 USD/MWh, at least the strike price of 60.00: it yields in part.",
  ],
  ["needs all", load(5, 5, undefined), "All it asks for. Value of power 60.00 to 140.00 USD/MWh."],
  [
    "is scheduled",
    load(3, undefined, undefined),
    "Scheduled by its deadlines, at 3 kW. Value of power 60.00 to 140.00 USD/MWh.",
  ],
  [
    "is limited otherwise",
    load(0, 5, 150),
    "Another limit of the plan sets this level; why() of wattsplit/explain names it. " +
      "Value of power 60.00 to 140.00 USD/MWh, strike price 150.00.",
  ],
])("of a load that %s", (_, given, text) => {
  expect(reasonOf(plan, given, span)).toBe(text);
  expect(text.length).toBeLessThanOrEqual(256);
});
