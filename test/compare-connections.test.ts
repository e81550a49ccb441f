import { describe, expect, it } from "vitest";
import { compareConnections, compareConnectionsAsync } from "../src/compare-connections.ts";
import type { ComparedConnection } from "../src/connections/connection-comparison.ts";
import type { ConnectionsOptions, ConnectionStage } from "../src/connections/connection-option.ts";
import { PlanInputError } from "../src/errors.ts";
import type { PlanInput } from "../src/plan-input/index.ts";
import { bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";

/**
 * A day at 30 USD/MWh with 10 MW of AI, worth 100, and a fleet of 10 MW, worth 80. An hour costs 1000 USD without a
 * connection, 20 x 30 - 10 x 80 = -200 with 20 MW, and 300 with 10 MW. A year has 8760 of them.
 */
const input = {
  horizon: horizon(24),
  bitcoin,
  assets: [grid({ importLimitMw: 5 }), firm({ facilityMw: 10, vollUsdPerMwh: 100 }), fleet()],
} as unknown as PlanInput;
const YEAR_H = 8760;
/** Six of 24 hours down to the firm 10 MW. */
const curtailment = [
  { name: "evenings", curtailments: [{ start: "2026-07-14T16:00:00-05:00", end: "2026-07-14T22:00:00-05:00" }] },
];
const stage = (from: string, fields: Partial<ConnectionStage> = {}): ConnectionStage => ({
  from: `${from}T00:00:00Z`,
  importMw: 20,
  ...fields,
});
const later = { name: "firm later", stages: [stage("2028-01-01")] };
const sooner = { name: "curtailable sooner", stages: [stage("2027-01-01", { firmMw: 10, curtailment })] };
/** Two years of 365 days. */
const years = { from: "2027-01-01T00:00:00Z", to: "2028-12-31T00:00:00Z" };
const compare = (options: Partial<ConnectionsOptions>) =>
  compareConnections(input, { ...years, options: [later, sooner], ...options });

function compared(one: ComparedConnection): Extract<ComparedConnection, { status: "compared" }> {
  if (one.status !== "compared") throw new Error(one.detail);
  return one;
}

describe("firm later or curtailable sooner", () => {
  const { options, best, breakEvens } = compare({});
  const [firmLater, curtailable] = options.map(compared);

  it("costs what its stages cost, each for its years", () => {
    expect(firmLater.totalUsd).toBeCloseTo(YEAR_H * (1000 - 200), 3);
    expect(firmLater.figures.usdPerYear).toBeCloseTo((YEAR_H * 800) / 2, 3);
    expect(firmLater.stages).toMatchObject([{ years: 1 }]);
    // 18 hours at -200 and 6 at 300.
    expect(curtailable.totalUsd).toBeCloseTo(2 * YEAR_H * -75, 3);
    expect(curtailable.stages[0].worstUsdPerYear).toBeCloseTo(YEAR_H * -75, 3);
    expect(best).toBe("curtailable sooner");
  });

  it("says what is lost: AI before the connection, mining in curtailed hours", () => {
    expect(firmLater.lostAiMwhPerYear).toBeCloseTo(10 * (YEAR_H / 2), 3);
    expect(firmLater.lostMiningMwhPerYear).toBeCloseTo(10 * (YEAR_H / 2), 3);
    expect(firmLater.figures.aiUnservedMwhPerYear).toBeCloseTo(10 * (YEAR_H / 2), 3);
    expect(curtailable.lostAiMwhPerYear).toBeCloseTo(0, 3);
    expect(curtailable.lostMiningMwhPerYear).toBeCloseTo(10 * (YEAR_H / 4), 3);
    expect(curtailable.figures.curtailedHoursPerYear).toBeCloseTo(YEAR_H / 4, 6);
  });

  it("says what a year earlier is worth, and where the best one stops being the best", () => {
    expect(firmLater.yearEarlierUsd).toBeCloseTo(YEAR_H * 1200, 3);
    expect(curtailable.yearEarlierUsd).toBeCloseTo(YEAR_H * 1075, 3);
    expect(breakEvens).toHaveLength(1);
    const [{ best: one, other, differenceUsd, monthsOfDelay, curtailedHoursPerYear }] = breakEvens;
    expect([one, other]).toEqual(["curtailable sooner", "firm later"]);
    expect(differenceUsd).toBeCloseTo(YEAR_H * 950, 3);
    expect(monthsOfDelay).toBeCloseTo((12 * 950) / 1075, 6);
    // Firm it costs -200, an hour in four curtailed 125 more: 4.8 times as many would be more than a year has.
    expect(curtailedHoursPerYear).toBe(Infinity);
  });
});

describe("an option's terms", () => {
  it("fees and upgrades count; enough curtailed hours make the other one the best", () => {
    const charged = { ...later, name: "firm now", stages: [stage("2027-01-01", { feeUsdPerYear: 400_000 })] };
    const { options, best, breakEvens } = compare({ options: [charged, { ...sooner, upgradeUsd: -1_000_000 }] });
    const [firmNow, curtailable] = options.map(compared);
    expect(firmNow.figures.usdPerYear).toBeCloseTo(YEAR_H * -200 + 400_000, 3);
    expect(curtailable.figures.usdPerYear).toBeCloseTo(YEAR_H * -75 - 500_000, 3);
    expect(best).toBe("firm now");
    expect(breakEvens[0].curtailedHoursPerYear).toBeNaN();
    const again = compare({ options: [charged, { ...sooner, upgradeUsd: -2_000_000 }] });
    expect(again.best).toBe("curtailable sooner");
    // A curtailed hour costs 500; the fee of 400,000 and 1,000,000 of the upgrade pay for 2800 of them.
    expect(again.breakEvens[0].curtailedHoursPerYear).toBeCloseTo(2800, 6);
  });

  it("import by month, a firm stage after a curtailable one, and an exit", () => {
    const monthly = Array.from({ length: 12 }, (_, month) => (month === 6 ? 10 : 0));
    const stages = [
      stage("2027-01-01", { importMw: monthly }),
      stage("2028-01-01"),
      stage("2028-07-01", { importMw: 0 }),
    ];
    const [one] = compare({ options: [{ name: "steps", stages }] }).options.map(compared);
    // The span is in July.
    const days = [365, 182, 183];
    expect(one.stages.map(({ years: lasted }) => lasted * 365)).toEqual(days.map((n) => expect.closeTo(n, 6)));
    expect(one.totalUsd).toBeCloseTo(24 * (365 * 300 + 182 * -200 + 183 * 1000), 3);
  });

  it("scenarios of curtailments have their mean and their worst", () => {
    const never = { name: "never", probability: 0.75, curtailments: [] };
    const scenarios = [never, { ...curtailment[0], probability: 0.25 }];
    const options = [{ name: "seldom", stages: [stage("2027-01-01", { firmMw: 10, curtailment: scenarios })] }];
    const [one] = compare({ options }).options.map(compared);
    expect(one.figures.usdPerYear).toBeCloseTo(YEAR_H * (0.75 * -200 + 0.25 * -75), 3);
    expect(one.stages[0].worstUsdPerYear).toBeCloseTo(YEAR_H * -75, 3);
    expect(one.figures.curtailedHoursPerYear).toBeCloseTo(YEAR_H / 16, 6);
  });

  it("reserves may not be sold, and own generation must back its share", () => {
    const reserve = {
      kind: "flexibility-product",
      name: "reserve",
      backedBy: ["fleet"],
      priceUsdPerMwHour: 5,
      deployedShare: 0,
      durationHours: 1,
    };
    const sellers = { ...input, assets: [...input.assets, reserve] } as unknown as PlanInput;
    const options = [true, false].map((mayReservesBeSold) => ({
      name: `${mayReservesBeSold}`,
      stages: [stage("2027-01-01", { mayReservesBeSold })],
    }));
    const [sells, not] = compareConnections(sellers, { ...years, options }).options.map(compared);
    expect(not.figures.usdPerYear - sells.figures.usdPerYear).toBeCloseTo(YEAR_H * 50, 3);
    const backed = [{ name: "backed", stages: [stage("2027-01-01", { ownGenerationShare: 0.5 })] }];
    expect(compare({ options: backed }).options[0]).toEqual({
      name: "backed",
      status: "not-possible",
      detail:
        "From 2027-01-01T00:00:00Z: own generation and storage of 10 MW must back the connection; the site has 0 MW.",
    });
  });

  it("an option under which the site has no plan is not possible, and no best one", () => {
    const must = { ...input, assets: [grid(), firm({ vollUsdPerMwh: undefined })] } as unknown as PlanInput;
    const { options, best } = compareConnections(must, { ...years, options: [later] });
    expect(options[0].status).toBe("not-possible");
    expect(best).toBeUndefined();
  });
});

it("is the same in slices", async () => {
  const options = { ...years, options: [later, sooner] };
  expect(await compareConnectionsAsync(input, options)).toEqual(compareConnections(input, options));
});

it.each<[string, object, string]>([
  ["no options", { options: [] }, "options.options"],
  ["an end before the start", { to: years.from }, "options.to"],
  ["a start without offset", { from: "2027-01-01" }, "options.from"],
  ["another connection", { connection: "x" }, "options.connection"],
  ["eleven months", { options: [{ name: "a", stages: [stage("2027-01-01", { importMw: [1, 2] })] }] }, "importMw"],
  ["stages out of order", { options: [{ name: "a", stages: [later.stages[0], later.stages[0]] }] }, "stages[1].from"],
  ["curtailed, and all firm", { options: [{ name: "a", stages: [stage("2027-01-01", { curtailment })] }] }, "firmMw"],
  [
    "a generator without a seed",
    { options: [{ name: "a", stages: [stage("2027-01-01", { firmMw: 1, curtailment: {} as never })] }] },
    "curtailment.seed",
  ],
  [
    "a curtailment inside an interval",
    {
      options: [
        {
          name: "a",
          stages: [
            stage("2027-01-01", {
              firmMw: 1,
              curtailment: [
                { name: "b", curtailments: [{ start: "2026-07-14T16:30:00-05:00", end: "2026-07-14T22:00:00-05:00" }] },
              ],
            }),
          ],
        },
      ],
    },
    "curtailments[0].start",
  ],
])("%s is refused", (_words, options, path) => {
  const run = () => compare(options);
  expect(run).toThrow(PlanInputError);
  expect(run).toThrow(path);
});
