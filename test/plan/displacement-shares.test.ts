import { describe, expect, it } from "vitest";
import type { CaseFigures } from "../../src/plan/case-figures.ts";
import { type ComparedCase, noHeadline } from "../../src/plan/diesel-headline.ts";
import { displacementShares, type ShareStep } from "../../src/plan/displacement-shares.ts";

const figures = (dieselMwh: number, dispatchUsd: number): CaseFigures => ({
  dieselMwh,
  dieselL: 263.7 * dieselMwh,
  dieselUsd: 300 * dieselMwh,
  dieselCo2T: 0.7 * dieselMwh,
  dieselUnitHours: dieselMwh / 2,
  asRun: { dieselL: 270 * dieselMwh, unitHours: dieselMwh / 2, hours: 1 },
  unservedMwh: 0,
  unservedMwhByLoad: {},
  demandMwh: 1000,
  lostThroughputMwh: 0,
  lostThroughputUsd: 0,
  throttledMwh: 0,
  siteCo2T: undefined,
  dispatchUsd,
});
const b0 = figures(40, 9000);
const steps: ShareStep[] = [
  { source: "import", what: "larger import", figures: figures(15, 8000), alone: figures(15, 8000), carryingUsd: 500 },
  { source: "on-site", what: "on-site supply (wind)", figures: figures(12, 7500), alone: figures(30, 8800) },
  { source: "reserve", what: "mining", figures: figures(14, 2000), alone: undefined },
];
const none = noHeadline(".");

describe("displacementShares", () => {
  it("each share is the diesel before its step minus that after it", () => {
    const { shares, total } = displacementShares(b0, steps, none, []);
    expect(
      shares.map(({ displacedMwh, dispatchUsd, carryingUsd, alone }) => [
        displacedMwh,
        dispatchUsd,
        carryingUsd,
        alone?.displacedMwh,
      ]),
    ).toEqual([
      [25, -1000, 500, 25],
      [3, -500, undefined, 10],
      [-2, -5500, undefined, undefined],
    ]);
    expect(total.displacedMwh).toBe(26);
    expect(total.displacedAsRunL).toBe(26 * 270);
  });

  it("one sentence states order, shares and costs, including negative and unknown ones", () => {
    expect(displacementShares(b0, steps, none, []).sentence).toBe(
      "The displacement against B0 is 26.0 MWh; its sources, added in this order: larger " +
        "import 25.0 MWh (alone 25.0; dispatch -1,000 USD, carrying 500 USD); on-site " +
        "supply (wind) 3.0 MWh (alone 10.0; dispatch -500 USD, carrying not stated); " +
        "mining -2.0 MWh (alone not comparable; dispatch -5,500 USD, carrying not stated).",
    );
  });

  it("says what of it the headline's case has without mining", () => {
    const b2: ComparedCase = { id: "B2", what: "x", status: "optimal", figures: figures(34, 9100) };
    const headline = {
      comparable: true,
      certainty: "determined",
      against: "B2",
      sentence: "",
      displacedMwh: 20,
      displacedL: 0,
      displacedAsRunL: 0,
      displacedUsd: 0,
      displacedCo2T: 0,
    } as const;
    expect(displacementShares(b0, steps, headline, [b2]).sentence).toMatch(
      / B2 displaces 6\.0 MWh of it without mining, which leaves the headline's 20\.0\.$/,
    );
    expect(displacementShares(b0, steps, { ...headline, against: "B0" }, [{ ...b2, id: "B0" }]).sentence).not.toContain(
      "leaves",
    );
  });
});
