import { expect, it } from "vitest";
import { cutOffWarnings } from "../../../src/assets/mining-fleet/cut-off.ts";
import { timeGrid } from "../../../src/input/time-axis.ts";
import { SolvedSite } from "../../../src/model/solved-site.ts";

const none = new Float64Array(0);
const solved = new SolvedSite(timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 30, 3, "America/Chicago"), {
  x: none,
  y: none,
  reducedCost: none,
});

it("tells of standby cut off and of power beyond the ramp, first when and how much", () => {
  const [dark, fast] = cutOffWarnings("rigs", Float64Array.of(0, 2, 1), Float64Array.of(0, 0, 4), solved);
  expect(dark).toMatchObject({
    code: "rigs-cut-off",
    text: expect.stringMatching(/^rigs: 1\.500 MWh .* first at 2026-07-14 00:30/),
  });
  expect(fast).toMatchObject({
    code: "ramp-exceeded",
    text: expect.stringMatching(/^rigs: 4\.000 MW .* first at 2026-07-14 01:00/),
  });
});

it("is silent where nothing is cut off, rounding apart", () => {
  expect(cutOffWarnings("rigs", Float64Array.of(0, 1e-9, 0), undefined, solved)).toEqual([]);
  expect(cutOffWarnings("rigs", new Float64Array(3), new Float64Array(3), solved)).toEqual([]);
});
