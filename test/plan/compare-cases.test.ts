import { describe, expect, it } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { compareCases } from "../../src/plan/compare-cases.ts";
import { summary } from "../../src/report/summary.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { seededUniform } from "../support/random-programs.ts";
import { bitcoin, diesel, firm, fleet, grid, horizon, renewable } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Expensive enough that carrying idle import never pays: 15 MW x 1e6 USD/MW-month / 744 h = 20161 USD for an hour. */
const EXPENSIVE = 1_000_000;
/** 15 MW x 7440 / 744 = 150 USD for an hour, far below the diesel it replaces. */
const CHEAP = 7440;

function compare(
  site: {
    hours?: number;
    demandMw: number | number[];
    importMw?: number | number[];
    more?: Fields[];
    mining?: Fields;
    sets?: number;
    grid?: Fields;
    firm?: Fields;
  },
  counterfactual: Fields,
) {
  const hours = site.hours ?? (Array.isArray(site.demandMw) ? site.demandMw.length : 1);
  return compareCases(
    parseRequest({
      horizon: horizon(hours),
      bitcoin,
      assets: [
        grid({ importLimitMw: site.importMw ?? 60, emissionTPerMwh: 0.4, ...site.grid }),
        firm({ facilityMw: site.demandMw, ...site.firm }),
        fleet(site.mining),
        diesel({ sets: site.sets ?? 50 }),
        ...(site.more ?? []),
      ],
      counterfactual: {
        aiOnlyImportLimitMw: 45,
        basis: "allocation letter of May",
        assetsAiOnlyKeeps: ["gensets"],
        extraImportUsdPerMwMonth: EXPENSIVE,
        ...counterfactual,
      },
    }),
  );
}

const dieselOf = (comparison: ReturnType<typeof compare>, id: string) =>
  comparison.cases.find((c) => c.id === id)?.figures?.dieselMwh;

describe("compareCases: the physics of domain knowledge, by hand", () => {
  it("full blackout without on-site supply: shedding mining frees nothing, 0", () => {
    const comparison = compare({ demandMw: [30, 30, 30], importMw: [60, 0, 0] }, { aiOnlyImportLimitMw: [45, 0, 0] });
    // 60 MWh of diesel with and without mining.
    expect(comparison.hybridFigures?.dieselMwh).toBeCloseTo(60, 9);
    expect(comparison.cases.map((c) => c.displacedMwh)).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)]);
    expect(comparison.headline).toMatchObject({
      comparable: true,
      certainty: "determined",
      displacedMwh: expect.closeTo(0, 9),
    });
    expect(comparison.headline.sentence).toContain("Diesel displaced: 0.0 MWh (0 L, as run 0 L)");
  });

  it("the same import limit either way: 0, determined even without a price for extra import", () => {
    const comparison = compare(
      { demandMw: [70, 50], importMw: 60 },
      { aiOnlyImportLimitMw: 60, extraImportUsdPerMwMonth: undefined },
    );
    expect(comparison.extraImportMw).toBe(0);
    expect(comparison.headline).toMatchObject({
      certainty: "determined",
      against: "B0",
      displacedMwh: expect.closeTo(0, 9),
    });
  });

  it.each([
    // A, S, expected: min(dG = 15, A - 45 - S), never below 0
    [55, 0, 10],
    [55, 3, 7],
    [70, 3, 15],
    [40, 0, 0],
  ])(
    "import that mining pays for displaces min(dG, A - G0 - S): A %s, S %s -> %s MWh",
    (demandMw, windMw, expected) => {
      const wind = windMw === 0 ? [] : [renewable({ capacityMw: windMw, availability: 1 })];
      const comparison = compare(
        { demandMw, more: wind },
        { assetsAiOnlyKeeps: windMw === 0 ? ["gensets"] : ["gensets", "wind"] },
      );
      expect(comparison.headline).toMatchObject({
        comparable: true,
        certainty: "determined",
        against: "B0",
        displacedMwh: expect.closeTo(expected, 9),
      });
      expect(comparison.headline.displacedL).toBeCloseTo(expected * 263.7, 6);
    },
  );

  it("in a blackout, on-site supply that only the hybrid has displaces min(S, A)", () => {
    const comparison = compare(
      { demandMw: 30, importMw: 0, more: [renewable({ capacityMw: 12, availability: 1 })] },
      { aiOnlyImportLimitMw: 0 },
    );
    expect(comparison.headline).toMatchObject({ displacedMwh: expect.closeTo(12, 9) });
  });

  it("cheap idle import is what an AI-only site would buy: B1 is the reference and nothing is left", () => {
    const comparison = compare({ demandMw: 55 }, { extraImportUsdPerMwMonth: CHEAP });
    expect(dieselOf(comparison, "B0")).toBeCloseTo(10, 9);
    // B0: 45 x 30 + 10 x 263.7 = 3987; B1: 55 x 30 + 150 = 1800; hybrid: 60 x 30 - 5 x 80 + 150.
    expect(comparison.cases.map(({ totalUsd }) => totalUsd)).toEqual([
      expect.closeTo(3987, 6),
      expect.closeTo(1800, 6),
    ]);
    expect(comparison.hybridTotalUsd).toBeCloseTo(1800 - 400 + 150, 6);
    expect(comparison.headline).toMatchObject({ against: "B1", displacedMwh: expect.closeTo(0, 9) });
  });

  it("sleeping rigs burn diesel too: a negative displacement is reported as such", () => {
    // A = 70 over both limits; rigs asleep draw 4000 x 250 W = 1 MW: hybrid 11 MWh, B1 10 MWh.
    // As run: six sets 11 x 248.7 + 12 x 15 = 2915.7 L against five at full load, 2637 L.
    const comparison = compare({ demandMw: 70, mining: { standbyWPerRig: 250 } }, { extraImportUsdPerMwMonth: CHEAP });
    expect(comparison.headline).toMatchObject({ against: "B1", displacedMwh: expect.closeTo(-1, 9) });
    expect(comparison.headline.sentence).toContain("Diesel displaced: -1.0 MWh (-264 L, as run -279 L) against B1");
  });

  it("an AI-only site that cannot serve its load is named, and the possible one is the reference", () => {
    // No value of lost load and two sets of 2 MW: B0 lacks 55 - 45 - 4 = 6 MW. B1, the only one left, burns none.
    const comparison = compareCases(
      parseRequest({
        horizon: horizon(1),
        bitcoin,
        assets: [
          grid({ importLimitMw: 60 }),
          firm({ facilityMw: 55, vollUsdPerMwh: undefined }),
          fleet(),
          diesel({ sets: 2 }),
        ],
        counterfactual: { aiOnlyImportLimitMw: 45, basis: "letter", assetsAiOnlyKeeps: ["gensets"] },
      }),
    );
    expect(comparison.cases.map(({ status }) => status)).toEqual(["infeasible", "optimal"]);
    expect(comparison.headline).toMatchObject({
      comparable: true,
      certainty: "determined",
      against: "B1",
      displacedMwh: expect.closeTo(0, 9),
    });
    expect(comparison.headline.sentence).toMatch(
      / B0 \(AI only, AI-only import limit\) has no plan: infeasible, short 6 MW[^\n]*\. Basis/,
    );
  });

  it("without a price for extra import: undetermined, at most the figure against B0", () => {
    const comparison = compare({ demandMw: 55 }, { extraImportUsdPerMwMonth: undefined });
    expect(comparison.headline).toMatchObject({
      certainty: "at-most",
      against: "B0",
      displacedMwh: expect.closeTo(10, 9),
    });
    expect(comparison.headline.sentence).toContain("undetermined, at most 10.0 MWh");
    expect(comparison.hybridTotalUsd).toBeUndefined();
    expect(comparison.cases[1].totalUsd).toBeUndefined();
  });

  it("different unserved energy is not comparable: no headline figure", () => {
    // 4 MW of diesel: B0 leaves 55 - 45 - 4 = 6 MWh unserved, the hybrid none.
    const comparison = compare({ demandMw: 55, sets: 2 }, {});
    expect(comparison.cases[0].figures?.unservedMwh).toBeCloseTo(6, 9);
    const b1Expensive = comparison.cases[1].totalUsd as number;
    const b0 = comparison.cases[0].totalUsd as number;
    // 6 x 5000 USD of lost load against 15 MW of carrying: here carrying is cheaper, so B1 is the reference.
    expect(b1Expensive).toBeLessThan(b0);
    expect(comparison.headline.comparable).toBe(true);

    const few = compare({ demandMw: 48, sets: 1, importMw: 60 }, {});
    // Now B0 (1 MWh unserved, 5000 USD) is the cheapest case, and it serves less than the hybrid.
    expect(few.cases[0].figures?.unservedMwh).toBeCloseTo(1, 9);
    expect(few.headline).toMatchObject({ comparable: false, certainty: "none" });
    expect(few.headline).not.toHaveProperty("displacedMwh");
    expect(few.headline.sentence).toContain("not comparable, B0 leaves 1.0 MWh");
  });

  it("B2: AI that may move within its day needs no diesel and becomes the reference", () => {
    // 24 h: 30 MW, once 55 MW; a tenth of the day's 745 MWh may move, the peak hour's tenth is 5.5 MW of the 10
    // missing.
    const demandMw = Array.from({ length: 24 }, (_, t) => (t === 12 ? 55 : 30));
    const half = compare({ demandMw }, { aiFlexibleShare: 0.1 });
    expect(dieselOf(half, "B0")).toBeCloseTo(10, 6);
    expect(dieselOf(half, "B2")).toBeCloseTo(4.5, 6);
    expect(half.headline).toMatchObject({ against: "B2", displacedMwh: expect.closeTo(4.5, 6) });
    const all = compare({ demandMw }, { aiFlexibleShare: 0.25 });
    expect(all.headline).toMatchObject({ against: "B2", displacedMwh: expect.closeTo(0, 6) });
  });

  it("B2: a battery is the reference only while carrying it is worth it", () => {
    const battery = {
      kind: "battery",
      name: "ai battery",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      maxStoredMwh: 40,
      chargeEfficiency: 1,
      dischargeEfficiency: 1,
      wearUsdPerMwh: 0,
      end: { rule: "cyclic" },
    };
    const withBattery = (carryingUsdPerMonth: number) =>
      compare({ demandMw: [30, 55, 30, 30] }, { aiOnlyBattery: { battery, storedMwh: 10, carryingUsdPerMonth } });
    expect(withBattery(1000).headline).toMatchObject({ against: "B2", displacedMwh: expect.closeTo(0, 6) });
    // 4 of 744 h: 10 MWh of diesel cost 2337 more than import; carrying 500 000 USD a month is 2688 for these hours.
    expect(withBattery(500_000).headline).toMatchObject({ against: "B0", displacedMwh: expect.closeTo(10, 6) });
  });

  it("diesel of situation 3, a call to drop 40 %: M >= xA / (1 - x) keeps AI whole", () => {
    // A = 30 and M = 10 (of 20 needed for x = 0.4): hybrid may import 0.6 x 40 = 24, AI-only 0.6 x 30 = 18.
    const comparison = compare({ demandMw: 30, importMw: 24 }, { aiOnlyImportLimitMw: 18 });
    expect(comparison.headline).toMatchObject({ displacedMwh: expect.closeTo(6, 9) });
  });
});

describe("compareCases: displacement by its source", () => {
  const sharesOf = (comparison: ReturnType<typeof compare>) => {
    if (!comparison.shares.shares) throw new Error(comparison.shares.sentence);
    return comparison.shares;
  };
  const mwh = (comparison: ReturnType<typeof compare>) =>
    sharesOf(comparison).shares.map(({ source, displacedMwh, alone }) => [
      source,
      Number(displacedMwh.toFixed(6)),
      alone && Number(alone.displacedMwh.toFixed(6)),
    ]);

  it("two sources for one deficit: the earlier gets it, and each could cover it alone", () => {
    // A = 55 over G0 = 45: 10 MWh. Import to 60 removes all, so wind of 12 finds nothing; alone each removes all 10.
    const comparison = compare({ demandMw: 55, more: [renewable({ capacityMw: 12, availability: 1 })] }, {});
    expect(mwh(comparison)).toEqual([
      ["import", 10, 10],
      ["on-site", 0, 10],
      ["reserve", 0, 0],
    ]);
    expect(sharesOf(comparison).total.displacedMwh).toBeCloseTo(10, 9);
  });

  it("each takes its part, with its cost: 15 by import, 3 by wind, sleeping rigs give 1 back", () => {
    // A = 70: B0 25 of diesel, +15 import 10, + 3 wind 7, rigs asleep draw 4000 x 250 W = 1 MW: 8.
    const comparison = compare(
      { demandMw: 70, mining: { standbyWPerRig: 250 }, more: [renewable({ capacityMw: 3, availability: 1 })] },
      { extraImportUsdPerMwMonth: CHEAP },
    );
    expect(mwh(comparison)).toEqual([
      ["import", 15, 15],
      ["on-site", 3, 3],
      ["reserve", -1, -1],
    ]);
    const {
      shares: [importing, wind, mining],
      total,
      sentence,
    } = sharesOf(comparison);
    // 15 x (30 - 263.7); 15 MW x 7440 / 744; 3 x -263.7; 1 x 263.7.
    expect([importing.dispatchUsd, importing.carryingUsd]).toEqual([
      expect.closeTo(-15 * 233.7, 6),
      expect.closeTo(150, 9),
    ]);
    expect([wind.dispatchUsd, wind.carryingUsd]).toEqual([expect.closeTo(-3 * 263.7, 6), undefined]);
    expect([mining.dispatchUsd, mining.carryingUsd]).toEqual([expect.closeTo(263.7, 6), undefined]);
    expect(total.displacedMwh).toBeCloseTo(17, 9);
    expect(total.displacedAsRunL).toBeCloseTo(
      importing.displacedAsRunL + wind.displacedAsRunL + mining.displacedAsRunL,
      9,
    );
    expect(sentence).toContain(
      "The displacement against B0 is 17.0 MWh; its sources, added in this order: larger " +
        "import 15.0 MWh (alone 15.0; dispatch -3,506 USD, carrying 150 USD); on-site " +
        "supply (wind) 3.0 MWh",
    );
    // The headline is against B1, which has the import already: 3 - 1.
    expect(comparison.headline).toMatchObject({ against: "B1", displacedMwh: expect.closeTo(2, 9) });
    expect(sentence).toMatch(/ B1 displaces 15\.0 MWh of it without mining, which leaves the headline's 2\.0\.$/);
  });

  it(
    "a call to drop a fifth: what mining sheds for it is displaced as reserve, none where there is no mining " +
      "to shed",
    () => {
      // A = 40 MW: AI-only has to drop 8, by diesel; with M = 10 the call asks for 0.2 x 50 = 10, all of it mining. The
      // same G.
      const call = {
        kind: "curtailment-call",
        name: "utility",
        calls: [
          {
            start: "2026-07-14T00:00:00-05:00",
            end: "2026-07-14T01:00:00-05:00",
            reduceByFraction: 0.2,
            baseline: "own-load",
          },
        ],
      };
      const comparison = compare({ demandMw: 40, more: [call] }, { aiOnlyImportLimitMw: 60 });
      expect(mwh(comparison)).toEqual([
        ["import", 0, 0],
        ["on-site", 0, 0],
        ["reserve", 8, 8],
      ]);
    },
  );

  it("a full blackout: nothing by import, nothing by mining", () => {
    expect(mwh(compare({ demandMw: [30, 30], importMw: [60, 0] }, { aiOnlyImportLimitMw: [45, 0] }))).toEqual([
      ["import", 0, 0],
      ["on-site", 0, 0],
      ["reserve", 0, 0],
    ]);
  });

  it("the AI-only site's own states go with the last step, and it says so", () => {
    const bess = {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      maxStoredMwh: 20,
      chargeEfficiency: 1,
      dischargeEfficiency: 1,
      wearUsdPerMwh: 0,
      end: { rule: "free" },
    };
    // 10 MWh short in B0 at 45 MW, which starts empty; the hybrid at the same limit starts with 6 MWh.
    const { shares } = compareCases(
      parseRequest({
        horizon: horizon(1),
        bitcoin,
        initialState: { bess: { storedMwh: 6 } },
        assets: [grid({ importLimitMw: 45 }), firm({ facilityMw: 55 }), fleet(), diesel(), bess],
        counterfactual: {
          aiOnlyImportLimitMw: 45,
          basis: "x",
          assetsAiOnlyKeeps: ["gensets", "bess"],
          initialState: { bess: { storedMwh: 0 } },
        },
      }),
    );
    expect(shares.shares?.map(({ displacedMwh }) => Number(displacedMwh.toFixed(6)))).toEqual([0, 0, 6]);
    // Mining alone starts from the AI-only state.
    expect(shares.shares?.[2].alone?.displacedMwh).toBeCloseTo(0, 9);
    expect(shares.sentence).toContain(
      "mining as reserve, its standby deducted, and the hybrid's own initial states 6.0 MWh",
    );
  });

  it.each<[string, Parameters<typeof compare>, string]>([
    [
      "no diesel at all",
      [{ demandMw: 30 }, {}],
      "The displacement was not broken down by source: neither B0 nor the hybrid burns diesel.",
    ],
    [
      "B0 without a plan",
      [{ demandMw: 55, sets: 2, firm: { vollUsdPerMwh: undefined } }, {}],
      "The displacement was not broken down by source: B0 has no plan.",
    ],
    [
      "another service",
      [{ demandMw: 55, sets: 2 }, {}],
      "The displacement was not broken down by source: with larger import 0.0 MWh of AI load are unserved, in B0 6.0.",
    ],
    [
      "no plan of the hybrid",
      [{ demandMw: 90, sets: 1, firm: { vollUsdPerMwh: undefined } }, {}],
      "The displacement was not broken down by source: the hybrid has no plan.",
    ],
  ])("%s: says so instead of figures", (_name, [site, counterfactual], sentence) => {
    expect(compare(site, counterfactual).shares).toEqual({ sentence });
  });

  it("solves no further site once a case is known to serve less", () => {
    // 45 MW of import and 4 MW of diesel leave 6 of 55 MW unserved in B0; B1 imports 60 MW.
    const sun = renewable({ capacityMw: 3 });
    const assets = [grid({ importLimitMw: 60 }), firm({ facilityMw: 55 }), fleet(), diesel({ sets: 2 }), sun];
    const programs = new Set<string>();
    const solver: LpSolver = {
      name: "counting",
      steps: (lp, options) => {
        programs.add([lp.numCols, ...lp.colUpper].join());
        return dualSimplex.steps(lp, options);
      },
    };
    const { shares } = compareCases(
      parseRequest({
        horizon: horizon(1),
        bitcoin,
        assets,
        counterfactual: { aiOnlyImportLimitMw: 45, basis: "x", assetsAiOnlyKeeps: ["gensets"] },
      }),
      { solver },
    );
    expect(shares.sentence).toContain("with larger import");
    // The hybrid, B0, B1 and the threshold rule.
    expect(programs.size).toBe(4);
  });

  it("sums to the whole for random sites, whatever the signs", () => {
    let reported = 0;
    for (let seed = 0; seed < 12; seed++) {
      const uniform = seededUniform(seed);
      const hours = 6;
      const comparison = compare(
        {
          demandMw: Array.from({ length: hours }, () => Math.round(40 + 40 * uniform())),
          sets: 60,
          mining: { standbyWPerRig: 250 * Math.round(uniform()) },
          more: [
            renewable({
              capacityMw: 8,
              availability: Array.from({ length: hours }, () => Number(uniform().toFixed(2))),
            }),
          ],
        },
        {},
      );
      const {
        shares: { shares, sentence },
        cases: [b0],
        headline,
      } = comparison;
      if (!shares) throw new Error(sentence);
      reported++;
      for (const field of ["displacedMwh", "displacedL", "displacedUsd", "displacedAsRunL", "displacedCo2T"] as const) {
        expect(
          shares.reduce((sum, share) => sum + share[field], 0),
          `seed ${seed} ${field}`,
        ).toBeCloseTo(b0[field] ?? NaN, 6);
      }
      const dispatch = shares.reduce((sum, { dispatchUsd }) => sum + dispatchUsd, 0);
      expect(dispatch).toBeCloseTo(
        (comparison.hybridFigures?.dispatchUsd ?? NaN) - (b0.figures?.dispatchUsd ?? NaN),
        6,
      );
      expect(headline.comparable).toBe(true);
    }
    expect(reported).toBe(12);
  });
});

describe("compareCases: the peak already set", () => {
  // The hybrid's 60 MW of July cannot be the peak of a site that may import 45: with 40 MW of AI, B0 pays for 40 MW of
  // its own.
  const charged = (
    peakMw: Fields,
    counterfactual: Fields,
    gridFields: Fields = { demandCharge: { usdPerMwMonth: 200 } },
  ) =>
    compareCases(
      parseRequest({
        horizon: horizon(1),
        bitcoin,
        initialState: { grid: { peakMw } },
        assets: [grid(gridFields), firm({ facilityMw: 40 }), fleet(), diesel()],
        counterfactual: {
          aiOnlyImportLimitMw: 45,
          basis: "letter",
          assetsAiOnlyKeeps: ["gensets"],
          extraImportUsdPerMwMonth: CHEAP,
          ...counterfactual,
        },
      }),
    );

  it("is not the AI-only site's where that could not import it: asked for, by name", () => {
    expect(() => charged({ "2026-07": 60 }, {})).toThrow(PlanInputError);
    expect(() => charged({ "2026-07": 60 }, {})).toThrow(
      "counterfactual.initialState.grid: got nothing, and the hybrid's peakMw of 2026-07, 60, is above " +
        "importLimitMw, 45 at most, wanted a state the AI-only site can have come to; give the AI-only site's " +
        "own",
    );
  });

  it("is taken from counterfactual.initialState, whatever it is", () => {
    const comparison = charged({ "2026-07": 60 }, { initialState: { grid: { peakMw: { "2026-07": 0 } } } });
    // 40 x 30 + 40 x 200.
    expect(comparison.cases[0].figures?.dispatchUsd).toBeCloseTo(1200 + 8000, 6);
    expect(comparison.headline.sentence).not.toContain("hybrid's state");
  });

  it("is inherited where it is possible, and the headline says so", () => {
    const { cases, headline } = charged({ "2026-07": 45 }, {});
    // 40 x 30; the 45 x 200 of the peak already set are not a cost of either plan.
    expect(cases[0].figures?.dispatchUsd).toBeCloseTo(1200, 6);
    expect(headline.sentence).toContain(
      "No counterfactual.initialState was given, so the AI-only site starts in the hybrid's state of grid.",
    );
  });

  it("matters neither in a month the plan does not touch nor without a demand charge", () => {
    expect(charged({ "2026-06": 60 }, {}).headline.comparable).toBe(true);
    expect(charged({ "2026-07": 60 }, {}, {}).headline.comparable).toBe(true);
  });
});

describe("compareCases: what stands beside the headline", () => {
  const comparison = compare({ demandMw: [55, 30] }, {});

  it("shows every case's own schedule and notices", () => {
    const [b0] = comparison.cases;
    expect(b0.plan?.assets.gensets.netBusMw).toEqual(Float64Array.of(10, 0));
    expect(b0.plan?.objectiveUsd).toBe(b0.figures?.dispatchUsd);
  });

  it("litres as whole sets would run stand beside the program's", () => {
    // 10 MW on five sets of 2 MW at full load: the same litres; 9 MW on five: 9 x 248.7 + 5 x 2 x 15 = 2388.3, not 9 x
    // 263.7 = 2373.3.
    expect(comparison.headline.displacedAsRunL).toBeCloseTo(2637, 6);
    const nine = compare({ demandMw: 54 }, {});
    expect(nine.cases[0]).toMatchObject({
      displacedL: expect.closeTo(2373.3, 6),
      displacedAsRunL: expect.closeTo(2388.3, 6),
    });
    expect(nine.headline.displacedAsRunL).toBe(nine.cases[0].displacedAsRunL);
  });

  it("says how the carrying cost is prorated", () => {
    // 15 MW, 2 of 744 h: 1e6 x 15 / 372 = 40322.6.
    expect(comparison.headline.sentence).toContain("Carrying: B1 15 MW x 1000000 USD x 0.002688 months = 40323 USD.");
    expect(comparison.cases.map(({ carrying }) => carrying)).toEqual([
      undefined,
      "15 MW x 1000000 USD x 0.002688 months = 40323 USD",
    ]);
  });

  it("says what is known in advance, and gives every case the same figures", () => {
    expect(comparison.foresight).toBe("perfect");
    for (const { figures } of comparison.cases)
      expect(Object.keys(figures ?? {})).toEqual(Object.keys(comparison.hybridFigures ?? {}));
    expect(comparison.headline.sentence).toContain("allocation letter of May");
  });

  it("mining's own emissions, and the difference of the two sites, diesel alone never", () => {
    // Mining: 5 + 10 MWh at 0.4 t; site: 120 - 30 = 100 + ... hybrid imports 60 + 40, B0 45 + 30 and 10 MWh of diesel.
    expect(comparison.mining).toEqual({ energyMwh: expect.closeTo(15, 9), co2T: expect.closeTo(6, 9) });
    const dieselT = (10 * 263.7 * 2.69) / 1000;
    expect(comparison.headline.displacedCo2T).toBeCloseTo(dieselT, 9);
    expect(comparison.siteCo2DifferenceT).toBeCloseTo(0.4 * (100 - 75) - dieselT, 9);
    const text = summary(comparison);
    expect(text).toContain("Mining's own consumption: 15.0 MWh, 6.00 t CO2");
    expect(text).not.toMatch(/saved|saving/i);
  });

  it("the threshold rule runs the same site", () => {
    expect(comparison.thresholdRule.status).toBe("carried-out");
    expect(comparison.thresholdRule.planIsWorthUsd).toBeGreaterThanOrEqual(-1e-6);
  });

  it("no plan of the hybrid, no figure", () => {
    const none = compareCases(
      parseRequest({
        horizon: horizon(1),
        bitcoin,
        assets: [grid({ importLimitMw: 20 }), firm({ vollUsdPerMwh: undefined }), fleet(), diesel({ sets: 1 })],
        counterfactual: { aiOnlyImportLimitMw: 20, basis: "x", assetsAiOnlyKeeps: ["gensets"] },
      }),
    );
    expect(none.headline).toMatchObject({
      comparable: false,
      certainty: "none",
      sentence: expect.stringContaining("the hybrid has no plan (infeasible): short 8 MW"),
    });
    expect(none.hybridFigures).toBeUndefined();
  });

  it("needs a counterfactual, and says what to give", () => {
    const plan = parseRequest({ horizon: horizon(1), assets: [grid(), firm()] });
    expect(() => compareCases(plan)).toThrow(PlanInputError);
    expect(() => compareCases(plan)).toThrow(
      /counterfactual: got nothing, wanted the AI-only site to compare with; give/,
    );
  });
});

describe("compareCases: AI that throttles", () => {
  /** Shares of power 0.6, 0.8, 1 do 0.8, 0.95, 1 of the work: a MW less costs 0.25, then 0.75 MW of work. */
  const powerModes = [
    { powerMw: 18, throughput: 80 },
    { powerMw: 24, throughput: 95 },
    { powerMw: 30, throughput: 100 },
  ];
  const throttling = (lostThroughputUsdPerMwh: number) => ({
    powerModes,
    throughputFloor: 0.9,
    lostThroughputUsdPerMwh,
  });
  const ids = (comparison: ReturnType<typeof compare>) => comparison.cases.map(({ id }) => id);

  it("a curtailment of 20 % met by throttling alone displaces no diesel by mining", () => {
    // A = 30, M = 10, "drop 20 %": the hybrid may draw 32 and sheds 8 of mining; AI alone may draw 24. B0 burns 6 MWh
    // at 263.7 USD; B3 draws 24 MW and loses 1.5 MWh of throughput at 500 USD.
    const call = {
      kind: "curtailment-call",
      name: "utility",
      calls: [{ start: "2026-07-14T00:00:00-05:00", end: "2026-07-14T01:00:00-05:00", reduceByFraction: 0.2 }],
    };
    const site = (usd: number) =>
      compare(
        {
          demandMw: 30,
          more: [{ ...call, calls: [{ ...call.calls[0], baseline: "own-load" }] }],
          firm: throttling(usd),
        },
        { aiOnlyImportLimitMw: 60 },
      );
    const comparison = site(500);
    expect(ids(comparison)).toEqual(["B0", "B1", "B3"]);
    expect(dieselOf(comparison, "B0")).toBeCloseTo(6, 9);
    expect(dieselOf(comparison, "B3")).toBeCloseTo(0, 9);
    expect(comparison.hybridFigures?.dieselMwh).toBeCloseTo(0, 9);
    const b3 = comparison.cases[2];
    expect(b3.figures).toMatchObject({
      unservedMwh: expect.closeTo(0, 9),
      throttledMwh: expect.closeTo(6, 9),
      lostThroughputMwh: expect.closeTo(1.5, 9),
      lostThroughputUsd: expect.closeTo(750, 6),
    });
    expect(b3.totalUsd).toBeCloseTo(24 * 30 + 750, 6);
    expect(comparison.cases[0].totalUsd).toBeCloseTo(24 * 30 + 6 * 263.7, 6);
    // Lost throughput is priced, and does not count as unserved energy: the figure holds.
    expect(b3.sameService).toBe(true);
    expect(comparison.headline).toMatchObject({
      comparable: true,
      certainty: "determined",
      against: "B3",
      displacedMwh: expect.closeTo(0, 9),
      sentence: expect.stringContaining(" AI throughput lost by throttling: B3 1.5 MWh (750 USD, in its total)."),
    });
    // More expensive throughput: 0.25 x 2,000 = 500 USD for each MWh freed, more than diesel. B3 burns it, too.
    const expensive = site(2000);
    expect(expensive.headline).toMatchObject({ against: "B0", displacedMwh: expect.closeTo(6, 9) });
  });

  it("B4: what throttling does at the larger import is not credited to mining", () => {
    // A = 70. Hybrid at 60 throttles 10 of the first 14 MW, 125 USD each. B0 at 45: 25 MWh of diesel; B3 throttles 14
    // and burns 11 (the second segment costs 375). B1 at 60 burns 10; B4 throttles them, as the hybrid does.
    const comparison = compare({ demandMw: 70, firm: throttling(500) }, { extraImportUsdPerMwMonth: CHEAP });
    expect(ids(comparison)).toEqual(["B0", "B1", "B3", "B4"]);
    expect(comparison.cases.map(({ figures }) => figures?.dieselMwh)).toEqual(
      [25, 10, 11, 0].map((mwh) => expect.closeTo(mwh, 6)),
    );
    expect(comparison.cases[3].totalUsd).toBeCloseTo(60 * 30 + 10 * 125 + 150, 6);
    expect(comparison.headline).toMatchObject({ against: "B4", displacedMwh: expect.closeTo(0, 6) });
    const { shares } = comparison.shares;
    expect(shares?.map(({ source, displacedMwh, alone }) => [source, displacedMwh, alone?.displacedMwh])).toEqual(
      [
        ["throttling", 14, 14],
        ["import", 11, 15],
        ["on-site", 0, 0],
        ["reserve", 0, 0],
      ].map((row) => row.map((value) => (typeof value === "number" ? expect.closeTo(value, 6) : value))),
    );
    const text = summary(comparison);
    expect(text).toMatch(/unserved MWh +lost AI MWh +lost AI USD +total USD/);
    expect(text).toMatch(/\nB3 .* 3\.50 +1,750 +/);
  });

  it("B0 to B2 run at full power, jobs and spot load too, and loads without modes have no B3", () => {
    const spot = {
      kind: "ai-spot",
      name: "spot",
      facilityMw: 10,
      revenueUsdPerFacilityMwh: 100,
      powerModes: [
        { powerMw: 5, throughput: 80 },
        { powerMw: 10, throughput: 100 },
      ],
    };
    const comparison = compare({ demandMw: 42, more: [spot], firm: {} }, { aiFlexibleShare: 0.1 });
    expect(ids(comparison)).toEqual(["B0", "B1", "B2", "B3", "B4"]);
    expect(comparison.cases.map(({ figures }) => (figures?.throttledMwh ?? 0) > 0.1)).toEqual(
      // 3 MW are left at 45 MW, of which throttled GPUs make most. At 60 MW the last 5 MW are worth 40 USD/MWh, power
      // 30.
      [false, false, false, true, false],
    );
    expect(ids(compare({ demandMw: 42 }, {}))).toEqual(["B0", "B1"]);
  });

  it("an AI-only site with more options costs no more", () => {
    const uniform = seededUniform(20261201);
    for (let run = 0; run < 15; run++) {
      const demandMw = Array.from({ length: 4 }, () => 20 + Math.round(40 * uniform()));
      const comparison = compare(
        { demandMw, importMw: 50, firm: throttling(Math.round(2000 * uniform())) },
        { aiOnlyImportLimitMw: 35 },
      );
      const usd = new Map(comparison.cases.map(({ id, totalUsd = NaN }) => [id, totalUsd]));
      expect(usd.get("B3")).toBeLessThanOrEqual((usd.get("B0") ?? NaN) + 1e-6);
      expect(usd.get("B4")).toBeLessThanOrEqual((usd.get("B1") ?? NaN) + 1e-6);
      const total = comparison.shares.shares?.reduce((sum, { displacedMwh }) => sum + displacedMwh, 0);
      if (comparison.shares.shares) expect(total).toBeCloseTo(comparison.shares.total.displacedMwh, 6);
    }
  });
});
