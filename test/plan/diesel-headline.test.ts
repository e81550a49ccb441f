import { describe, expect, it } from "vitest";
import type { CaseFigures } from "../../src/plan/case-figures.ts";
import { dieselHeadline, type ComparedCase } from "../../src/plan/diesel-headline.ts";

const figures = (dieselMwh: number, unservedMwh = 0): CaseFigures => ({
  dieselMwh, dieselL: 263.7 * dieselMwh, dieselUsd: 300 * dieselMwh, dieselCo2T: 0.7 * dieselMwh, dieselUnitHours: dieselMwh / 2,
  asRun: { dieselL: 270 * dieselMwh, unitHours: dieselMwh / 2, hours: 1 }, unservedMwh, unservedMwhByLoad: { inference: unservedMwh }, demandMwh: 1000, siteCo2T: undefined, dispatchUsd: 0,
});
const hybrid = figures(10);
const compared = (id: ComparedCase["id"], dieselMwh: number, totalUsd?: number, over: Partial<ComparedCase> = {}): ComparedCase => ({
  id, what: `case ${id}`, status: "optimal", figures: figures(dieselMwh), displacedMwh: dieselMwh - 10, displacedL: 263.7 * (dieselMwh - 10), sameService: true,
  ...(totalUsd === undefined ? {} : { totalUsd }), ...over,
});
const priced = { mw: 15, carryingUsd: 500 };

describe("dieselHeadline", () => {
  it("is against the AI-only case of least total cost, not of most diesel", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 9000), compared("B1", 12, 7000), compared("B2", 30, 8000)], priced, { basis: "utility letter", lacks: [] });
    expect(headline).toMatchObject({
      comparable: true, certainty: "determined", against: "B1", displacedMwh: 2, displacedUsd: 600,
      displacedCo2T: expect.closeTo(1.4, 12), displacedL: expect.closeTo(527.4, 9),
    });
    expect(headline.sentence).toBe(
      "Diesel displaced: 2.0 MWh (527 L) against B1, case B1, the AI-only case of least total cost. Basis of the AI-only limit: utility letter.",
    );
  });

  it("names what only the hybrid has, and ends the basis once", () => {
    const { sentence } = dieselHeadline(hybrid, [compared("B0", 40, 9000)], priced, { basis: "Utility letter.", lacks: ["bess", "sun"] });
    expect(sentence.endsWith("Basis of the AI-only limit: Utility letter. The AI-only site lacks bess, sun.")).toBe(true);
  });

  it("takes B0 in a tie of costs", () => {
    expect(dieselHeadline(hybrid, [compared("B0", 40, 7000), compared("B1", 40, 7000)], priced, { basis: "x", lacks: [] }).against).toBe("B0");
  });

  it("prints a negative displacement as negative", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 9000), compared("B1", 7.5, 7000)], priced, { basis: "x", lacks: [] });
    expect(headline.displacedMwh).toBe(-2.5);
    expect(headline.sentence).toContain("Diesel displaced: -2.5 MWh (-659 L) against B1");
  });

  it("prints rounding of the solver as 0, never -0", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 10, 9000, { displacedMwh: -1e-9, displacedL: -1e-7 })], priced, { basis: "x", lacks: [] });
    expect(headline.sentence).toContain("Diesel displaced: 0.0 MWh (0 L)");
  });

  it("reads undetermined, at most, where the carrying cost is not stated", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 9000), compared("B1", 12)], { mw: 15, carryingUsd: undefined }, { basis: "utility letter", lacks: [] });
    expect(headline).toMatchObject({ comparable: true, certainty: "at-most", against: "B0", displacedMwh: 30 });
    expect(headline.sentence).toMatch(/^Diesel displaced is undetermined, at most 30\.0 MWh \(7911 L\) against case B0: extraImportUsdPerMwMonth was not given/);
    expect(headline.sentence).toContain("15.0 MW");
    expect(headline.sentence).toContain("utility letter");
  });

  it("has no figure where unserved energy differs", () => {
    const b0 = compared("B0", 40, 7000, { figures: figures(40, 3), sameService: false });
    for (const extra of [priced, { mw: 15, carryingUsd: undefined }]) {
      const headline = dieselHeadline(hybrid, [b0, compared("B1", 12, 9000)], extra, { basis: "x", lacks: [] });
      expect(headline).toEqual({
        comparable: false, certainty: "none",
        sentence: "No diesel figure: not comparable, B0 leaves 3.0 MWh of AI load unserved and the hybrid 0.0 MWh.",
      });
    }
  });

  it("has no figure where a case has no plan", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 7000), { id: "B1", what: "case B1", status: "infeasible", detail: "short 3 MW" }], priced, { basis: "x", lacks: [] });
    expect(headline).toEqual({ comparable: false, certainty: "none", sentence: "No diesel figure: B1 (case B1) has no plan: infeasible, short 3 MW." });
  });
});
