import { describe, expect, it } from "vitest";
import type { CaseFigures } from "../../src/plan/case-figures.ts";
import { dieselHeadline, displacement, type ComparedCase } from "../../src/plan/diesel-headline.ts";

const figures = (dieselMwh: number, unservedMwh = 0): CaseFigures => ({
  dieselMwh,
  dieselL: 263.7 * dieselMwh,
  dieselUsd: 300 * dieselMwh,
  dieselCo2T: 0.7 * dieselMwh,
  dieselUnitHours: dieselMwh / 2,
  asRun: { dieselL: 270 * dieselMwh, unitHours: dieselMwh / 2, hours: 1 },
  unservedMwh,
  unservedMwhByLoad: { inference: unservedMwh },
  demandMwh: 1000,
  lostThroughputMwh: 0,
  lostThroughputUsd: 0,
  throttledMwh: 0,
  siteCo2T: undefined,
  dispatchUsd: 0,
});
const hybrid = figures(10);
const compared = (
  id: ComparedCase["id"],
  dieselMwh: number,
  totalUsd?: number,
  over: Partial<ComparedCase> = {},
): ComparedCase => ({
  id,
  what: `case ${id}`,
  status: "optimal",
  figures: figures(dieselMwh),
  ...displacement(figures(dieselMwh), hybrid),
  sameService: true,
  ...(totalUsd === undefined ? {} : { totalUsd }),
  ...over,
});
const infeasible = (id: ComparedCase["id"]): ComparedCase => ({
  id,
  what: `case ${id}`,
  status: "infeasible",
  detail: "short 3 MW.\nshort 2 MW",
});
const ground = { extraImportMw: 15, basis: "utility letter", lacks: [], inherits: [] };

describe("dieselHeadline", () => {
  it("is against the AI-only case of least total cost, not of most diesel", () => {
    const headline = dieselHeadline(
      hybrid,
      [compared("B0", 40, 9000), compared("B1", 12, 7000), compared("B2", 30, 8000)],
      ground,
    );
    expect(headline).toMatchObject({
      comparable: true,
      certainty: "determined",
      against: "B1",
      displacedMwh: 2,
      displacedUsd: 600,
      displacedCo2T: expect.closeTo(1.4, 12),
      displacedL: expect.closeTo(527.4, 9),
      displacedAsRunL: expect.closeTo(540, 9),
    });
    expect(headline.sentence).toBe(
      "Diesel displaced: 2.0 MWh (527 L, as run 540 L) against B1, case B1, the AI-only case of least total " +
        "cost. Basis of the AI-only limit: utility letter.",
    );
  });

  it("names what only the hybrid has and what starts in the hybrid's state, and ends the basis once", () => {
    const { sentence } = dieselHeadline(hybrid, [compared("B0", 40, 9000)], {
      ...ground,
      basis: "Utility letter.",
      lacks: ["bess", "sun"],
      inherits: ["grid", "gensets"],
    });
    expect(sentence).toContain(
      "Basis of the AI-only limit: Utility letter. The AI-only site lacks bess, sun. No " +
        "counterfactual.initialState was given, so the AI-only site starts in the hybrid's state of grid, gensets.",
    );
  });

  it("takes B0 in a tie of costs", () => {
    expect(dieselHeadline(hybrid, [compared("B0", 40, 7000), compared("B1", 40, 7000)], ground).against).toBe("B0");
  });

  it("reports a negative displacement as such", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 9000), compared("B1", 7.5, 7000)], ground);
    expect(headline.displacedMwh).toBe(-2.5);
    expect(headline.sentence).toContain("Diesel displaced: -2.5 MWh (-659 L, as run -675 L) against B1");
  });

  it("prints rounding of the solver as 0, never -0", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 10, 9000, { figures: figures(10 - 1e-9) })], ground);
    expect(headline.sentence).toContain("Diesel displaced: 0.0 MWh (0 L, as run 0 L)");
  });

  it("reads undetermined, at most, if the carrying cost is not given", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 9000), compared("B1", 12)], ground);
    expect(headline).toMatchObject({ comparable: true, certainty: "at-most", against: "B0", displacedMwh: 30 });
    expect(headline.sentence).toMatch(
      /^Diesel displaced is undetermined, at most 30\.0 MWh \(7,911 L, as run 8,100 L\) against case B0: extraImportUsdPerMwMonth was not given/,
    );
    // Rounding of the solver does not make another case the bound.
    expect(dieselHeadline(hybrid, [compared("B0", 40, 9000), compared("B1", 40 + 1e-9)], ground).against).toBe("B0");
    expect(headline.sentence).toContain("15.0 MW");
    expect(headline.sentence).toContain("utility letter");
  });

  it("an undetermined figure is bounded by the cheapest case of known cost, not by B0", () => {
    // B2 and B3 cost less than B0 whatever import costs: B0's 30 MWh are beaten. B1 might be cheapest, with 2 MWh.
    const cases = [compared("B0", 40, 9000), compared("B1", 12), compared("B2", 30, 8000), compared("B3", 15, 7000)];
    expect(dieselHeadline(hybrid, cases, ground)).toMatchObject({
      certainty: "at-most",
      against: "B3",
      displacedMwh: 5,
    });
    expect(dieselHeadline(hybrid, cases.slice(0, 3), ground)).toMatchObject({ against: "B2", displacedMwh: 20 });
  });

  it("states the throughput that throttling costs each side, with its price", () => {
    const lost = { lostThroughputMwh: 1.25, lostThroughputUsd: 1000 };
    const b3 = compared("B3", 10, 7000, { figures: { ...figures(10), ...lost } });
    expect(dieselHeadline(hybrid, [compared("B0", 40, 9000), b3], ground)).toMatchObject({
      against: "B3",
      displacedMwh: 0,
      sentence: expect.stringContaining(
        " AI throughput lost by throttling: B3 1.3 MWh (1,000 USD, in its total). Basis",
      ),
    });
    expect(dieselHeadline({ ...hybrid, ...lost }, [compared("B0", 40, 9000)], ground).sentence).toContain(
      "throttling: the hybrid 1.3 MWh (1,000 USD, in its total).",
    );
  });

  it("groups what is large as the table does", () => {
    // 1234.5 MWh more than the hybrid's 10: x 263.7 = 325537.65 L, x 270 = 333315 L.
    const { sentence } = dieselHeadline(hybrid, [compared("B0", 1244.5, 9000)], ground);
    expect(sentence).toContain("1,234.5 MWh (325,538 L, as run 333,315 L)");
  });

  it("says how the carrying cost was reckoned", () => {
    const cases = [
      compared("B0", 40, 9000),
      compared("B1", 12, 7000, { carrying: "50 MW x 9500 USD x 0.005376 months = 2554 USD" }),
    ];
    expect(dieselHeadline(hybrid, cases, ground).sentence).toContain(
      "least total cost. Carrying: B1 50 MW x 9500 USD x 0.005376 months = 2554 USD. Basis",
    );
  });

  it("has no figure where unserved energy differs", () => {
    const b0 = compared("B0", 40, 7000, { figures: figures(40, 3), sameService: false });
    for (const b1 of [compared("B1", 12, 9000), compared("B1", 12)]) {
      const headline = dieselHeadline(hybrid, [b0, b1], ground);
      expect(headline).toEqual({
        comparable: false,
        certainty: "none",
        sentence: "No diesel figure: not comparable, B0 leaves 3.0 MWh of AI load unserved and the hybrid 0.0 MWh.",
      });
    }
  });
});

describe("dieselHeadline where a case has no plan", () => {
  it(
    "an infeasible case costs infinity: it is named by its first reason, and the least of the rest is the " +
      "reference",
    () => {
      const headline = dieselHeadline(
        hybrid,
        [infeasible("B0"), compared("B1", 12, 9000), compared("B2", 30, 8000)],
        ground,
      );
      expect(headline).toMatchObject({ comparable: true, certainty: "determined", against: "B2", displacedMwh: 20 });
      expect(headline.sentence).toContain("least total cost. B0 (case B0) has no plan: infeasible, short 3 MW. Basis");
    },
  );

  it("with one feasible case nothing is undetermined, priced or not", () => {
    expect(dieselHeadline(hybrid, [infeasible("B0"), compared("B1", 12)], ground)).toMatchObject({
      certainty: "determined",
      against: "B1",
      displacedMwh: 2,
    });
  });

  it("without B0 an undetermined figure is bounded by the case with the most diesel", () => {
    const headline = dieselHeadline(hybrid, [infeasible("B0"), compared("B1", 12), compared("B2", 30, 8000)], ground);
    expect(headline).toMatchObject({ certainty: "at-most", against: "B2", displacedMwh: 20 });
  });

  it("gives no figure if no case is feasible, or if one was not solved to optimality", () => {
    expect(dieselHeadline(hybrid, [infeasible("B0"), infeasible("B1")], ground)).toEqual({
      comparable: false,
      certainty: "none",
      sentence:
        "No diesel figure. B0 (case B0) has no plan: infeasible, short 3 MW. B1 (case B1) has no plan: " +
        "infeasible, short 3 MW.",
    });
    for (const status of ["branching-limit", "time-limit"]) {
      const headline = dieselHeadline(
        hybrid,
        [compared("B0", 40, 7000), { ...infeasible("B1"), status, detail: "why" }],
        ground,
      );
      expect(headline).toEqual({
        comparable: false,
        certainty: "none",
        sentence: `No diesel figure. B1 (case B1) has no plan: ${status}, why.`,
      });
    }
  });

  it("figures are present exactly if certainty says so", () => {
    const headline = dieselHeadline(hybrid, [compared("B0", 40, 9000)], ground);
    // Narrowed by certainty: the types of the figures are numbers here.
    const mwh: number = headline.certainty === "none" ? NaN : headline.displacedMwh;
    expect(mwh).toBe(30);
  });
});
