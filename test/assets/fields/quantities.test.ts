import { describe, expect, it } from "vitest";
import { describeQuantity, quantity, type Quantity } from "../../../src/assets/fields/quantities.ts";

const all: readonly [string, Quantity][] = Object.entries(quantity);

describe("quantities", () => {
  it.each(all)(
    "%s has a range that is not empty, and a hint wherever a suspicion is raised",
    (_, { min = 0, max = Infinity, suspectIfAllBelow, suspect, unit }) => {
      expect(min).toBeLessThan(max);
      expect(unit).not.toBe("");
      expect(suspectIfAllBelow === undefined).toBe(suspect === undefined);
      expect(suspectIfAllBelow ?? 0).toBeLessThan(max);
    },
  );

  it("describes a range in words", () => {
    expect(describeQuantity(quantity.powerMw)).toBe("a number of MW from 0 to 10000");
    expect(describeQuantity(quantity.efficiency)).toBe("a number above 0 and up to 1");
    expect(describeQuantity(quantity.litre)).toBe("a number of L of 0 or more");
    expect(describeQuantity({ unit: "MW/h", aboveMin: true })).toBe("a number of MW/h above 0");
    expect(describeQuantity({ unit: "MW", min: -5, max: 5 })).toBe("a number of MW from -5 to 5");
  });
});
