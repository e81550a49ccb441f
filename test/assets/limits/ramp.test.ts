import { describe, expect, it } from "vitest";
import { declareRamps } from "../../../src/assets/limits/ramp.ts";
import { emptySite } from "../../support/plans.ts";

describe("declareRamps", () => {
  /** Upper limits of the ramp rows of a power in half-hours, with its limits as given. */
  const limits = (
    ramps: { rampUpMwPerH?: number; rampDownMwPerH?: number },
    least: readonly number[],
    most: readonly number[],
    beforeMw?: number,
  ) => {
    const site = emptySite(least.length, 30);
    const powerMw = site.addSeries("engine", "powerMw", { unit: "MW" });
    declareRamps(site, powerMw, ramps, Float64Array.from(least), Float64Array.from(most), beforeMw);
    return Object.fromEntries(
      site.rowBlocks
        .filter(({ asset }) => asset === "engine")
        .map(({ name, start, count }) => [name, Array.from({ length: count }, (_, i) => site.rowUpper.at(start + i))]),
    );
  };

  it("declares a row for each ramp there is", () => {
    expect(limits({}, [0, 0], [9, 9])).toEqual({});
    // Rows are (P_t - P_{t-1}) / dt; in the first P_{-1} stands on the right: 6 + 3 / 0.5 and 4 - 3 / 0.5.
    expect(limits({ rampUpMwPerH: 6, rampDownMwPerH: 4 }, [0, 0], [9, 9], 3)).toEqual({
      "ramp up": [12, 6],
      "ramp down": [-2, 4],
    });
    expect(limits({ rampUpMwPerH: 6 }, [0, 0], [9, 9])).toEqual({ "ramp up": [Infinity, 6] });
  });

  it("adds what is committed and what falls away, per hour", () => {
    // The least rises by 2 MW in half an hour: 4 MW/h more; the most falls by 3: 6 MW/h more. Before the plan 5 of 4
    // ran: 2 more.
    expect(limits({ rampUpMwPerH: 1, rampDownMwPerH: 1 }, [0, 2, 2], [4, 4, 1], 5)).toEqual({
      "ramp up": [1 + 10, 5, 1],
      "ramp down": [1 + 2 - 10, 1, 7],
    });
  });
});
