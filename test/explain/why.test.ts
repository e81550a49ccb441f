import { describe, expect, it } from "vitest";
import { type Explanation, whySteps } from "../../src/explain/why.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { explained } from "../support/explained-plans.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;
const why = (site: Fields, asset: string, at: number | string): Explanation =>
  drain(whySteps(explained(site), { asset, at }));

describe("why by hand", () => {
  it("the fleet sleeps: power price against strike price, and what would wake it", () => {
    const site = {
      horizon: horizon(2),
      bitcoin,
      assets: [grid({ importPriceUsdPerMwh: [30, 100], importLimitMw: 35 }), firm(), fleet()],
    };
    const answer = why(site, "fleet", "2026-07-14T01:59:00-05:00");
    expect(answer).toMatchObject({
      interval: 1,
      at: "2026-07-14T01:00:00-05:00",
      powerUsdPerMwh: expect.closeTo(100, 9),
      powerSetBy: ["grid importMw"],
    });
    expect(answer.text).toBe(
      [
        "2026-07-14 01:00: power 100 USD/MWh, set by grid importMw",
        "fleet asleep: power 100 > strike 80 USD/MWh; it rises by 5 MW once it earns 20 USD/MWh more",
        "(prices and moves hold for the directions of this plan)",
      ].join("\n"),
    );
  });

  it("names as price setters what is between its bounds in the power balance of the interval, and nothing else", () => {
    // Nothing pays for a cycle at 0.64, so 10 of 20 MWh stay in store: between bounds, but not in the balance. The job
    // has two hours for 6 MWh at 4 MW: 4 in the cheap one and 2 in the other, where import at 50 sets the price too.
    const site = {
      horizon: horizon(3),
      initialState: { bess: { storedMwh: 10 } },
      assets: [
        grid({ importPriceUsdPerMwh: [45, 40, 50] }),
        firm(),
        battery({ end: { rule: "at-least", storedMwh: 10 } }),
        {
          kind: "ai-deferrable",
          name: "batch",
          jobs: [
            {
              name: "night",
              energyFacilityMwh: 6,
              release: "2026-07-14T01:00:00-05:00",
              deadline: "2026-07-14T03:00:00-05:00",
              maxMw: 4,
              unmetUsdPerMwh: 900,
            },
          ],
        },
      ],
    };
    expect([0, 1, 2].map((at) => why(site, "grid", at).powerSetBy)).toEqual([
      ["grid importMw"],
      ["grid importMw"],
      ["grid importMw", "batch powerMw night"],
    ]);
  });

  it("import is limited by the month's peak, and the cost of the peak is shown", () => {
    // Two hours of 30 MW firm and a fleet at 80: 10 MW more would cost 30 in each hour and 120 in July's peak, which
    // pays 2 x (80 - 30) = 100: the fleet sleeps. Power is worth 30 and its hour's share of the 120, together 180 in
    // two hours.
    const site = {
      horizon: horizon(2),
      bitcoin,
      assets: [grid({ demandCharge: { usdPerMwMonth: 120 } }), firm(), fleet()],
    };
    const [importMw, peak] = why(site, "grid", 0).reasons;
    const share = importMw.terms.find(({ what }) => what === "peak 2026-07")?.usd ?? 0;
    const other = why(site, "grid", 1).reasons[0].terms.find(({ what }) => what === "peak 2026-07")?.usd ?? 0;
    expect(share + other).toBeCloseTo(120, 9);
    expect(importMw).toMatchObject({
      state: "between-bounds",
      value: expect.closeTo(30, 9),
      netUsd: expect.closeTo(0, 9),
    });
    expect(peak).toMatchObject({
      asset: "grid",
      quantity: "peakMw 2026-07",
      value: expect.closeTo(30, 9),
      perUnit: "USD/MW",
      sentence: "grid peakMw 2026-07 30 MW: demand charge 2026-07 120 = peak 2026-07 120 USD/MW",
    });
    expect(peak.moves).toBeUndefined();
    // A MW more in this hour costs 120 of peak, and then both hours mine one more: 120 - 2 (80 - 30).
    expect(importMw.moves?.up).toMatchObject({ usdPerUnit: expect.closeTo(20, 9), validFor: expect.closeTo(10, 9) });
  });

  it("says it in words: import is limited by the peak, rigs by their ramp", () => {
    // One hour, peak at 9500: 92 MW of AI, and rigs at 80 that would earn 50 for it.
    const site = {
      horizon: horizon(1),
      bitcoin,
      assets: [
        grid({ importLimitMw: 110, demandCharge: { usdPerMwMonth: 9500 } }),
        firm({ facilityMw: 92, vollUsdPerMwh: 50_000 }),
        fleet(),
      ],
    };
    expect(why(site, "grid", 0).text.split("\n").slice(1, 3)).toEqual([
      expect.stringMatching(
        /^grid importMw 92 MW: import energy 30 \+ peak 2026-07 9500 = power 9530 USD\/MWh; limited by peak 2026-07; it rises by 10 MW once it earns 9450 USD\/MWh more/,
      ),
      "grid peakMw 2026-07 92 MW: demand charge 2026-07 9500 = peak 2026-07 9500 USD/MW",
    ]);
    // Up from nothing by 4 MW/h, at 30 against 80.
    const ramped = {
      horizon: horizon(1),
      bitcoin,
      initialState: { fleet: { powerMw: 0 } },
      assets: [grid(), firm(), fleet({ rampUpMwPerH: 4 })],
    };
    expect(why(ramped, "fleet", 0).text).toContain(
      "fleet partly awake: power 30 + rampUpMwPerH 50 = strike 80 USD/MWh; limited by rampUpMwPerH",
    );
    // So it does not set what power is worth: the import does.
    expect(why(ramped, "fleet", 0).powerSetBy).toEqual(["grid importMw"]);
    // What only a balance is on is held by nothing.
    expect(why({ horizon: horizon(1), assets: [grid(), firm()] }, "grid", 0).text).not.toContain("held");
  });

  it("names a limit over the whole plan if it has a price", () => {
    // 10 MW missing for 3 h, the tank holds 10 MWh: a litre more saves (5000 - 263.7) / 263.7 USD.
    const answer = why(
      { horizon: horizon(3), assets: [grid({ importLimitMw: 20 }), firm(), diesel({ tankL: 2637 })] },
      "gensets",
      0,
    );
    expect(answer.reasons.map(({ quantity }) => quantity)).toEqual(["powerMw", "fuelL", "fuelL left"]);
    expect(answer.reasons[1]).toMatchObject({
      bindingLimit: "tankL",
      perUnit: "USD/L",
      netUsd: expect.closeTo(-(5000 - 263.7) / 263.7, 6),
    });
    expect(answer.text).toContain("; limited by tankL 2637 L, of which one more L is worth 17.9609 USD");
  });

  it("reports no move of a fixed side, and labels all other moves", () => {
    const site = {
      horizon: horizon(1),
      initialState: { bess: { storedMwh: 8 } },
      assets: [grid({ importLimitMw: 20 }), firm(), battery()],
    };
    const answer = why(site, "bess", 0);
    expect(answer.directionsFixed).toBe(true);
    expect(answer.reasons.map(({ quantity, barredBy, moves }) => [quantity, barredBy, moves !== undefined])).toEqual([
      ["chargeMw", "bess charges and discharges", false],
      ["dischargeMw", undefined, true],
      ["storedMwh", undefined, true],
    ]);
    const plain = why({ horizon: horizon(1), assets: [grid(), firm()] }, "grid", 0);
    expect(plain.directionsFixed).toBe(false);
    expect(plain.text).not.toContain("directions");
  });

  it("distinguishes the repeated hour in autumn by the instant", () => {
    const site = {
      horizon: { start: "2026-11-01T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 4 },
      assets: [grid(), firm()],
    };
    expect([
      why(site, "grid", "2026-11-01T01:30:00-05:00").interval,
      why(site, "grid", "2026-11-01T01:30:00-06:00").interval,
    ]).toEqual([1, 2]);
  });

  it.each<[string, string, number | string, string]>([
    ["an unknown asset", "wind", 0, 'why.asset: got "wind", wanted one of grid, inference; name an asset of the plan'],
    [
      "an interval past the end",
      "grid",
      2,
      "why.at: got 2, wanted an interval 0 to 1, or an instant from 2026-07-14T00:00:00-05:00 to before " +
        "2026-07-14T02:00:00-05:00; give an index",
    ],
    ["half an interval", "grid", 0.5, "why.at: got 0.5"],
    ["an instant before the start", "grid", "2026-07-13T23:59:00-05:00", 'why.at: got "2026-07-13T23:59:00-05:00"'],
    ["a time without an offset", "grid", "2026-07-14T00:00:00", "give an index, or ISO-8601 with its offset"],
  ])("refuses %s", (_name, asset, at, words) => {
    expect(() => why({ horizon: horizon(2), assets: [grid(), firm()] }, asset, at)).toThrow(words);
  });
});
