import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { explainInfeasible } from "../../src/plan/explain-infeasible.ts";
import type { PlanResult } from "../../src/plan/plan-result.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { planWithHardRamps } from "../support/hard-ramp.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, spot } from "../support/small-sites.ts";
import { planPower } from "../support/untyped.ts";

function infeasible(input: unknown, planned: (input: unknown) => PlanResult = planPower) {
  const result = planned(input);
  if (result.status !== "infeasible") throw new Error(`expected no plan, got ${result.status}`);
  expect(result.proof.ok).toBe(true);
  return result;
}

const mustServe = { vollUsdPerMwh: undefined };

describe("explainInfeasible names the limit, when and by how much", () => {
  it("firm load of 43.2 MW under an import cap of 40 MW: short 3.2 MW in that local hour", () => {
    const result = infeasible({
      horizon: horizon(3),
      assets: [grid({ importLimitMw: 40 }), firm({ ...mustServe, facilityMw: [30, 43.2, 30] })],
    });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      asset: "site",
      limit: "balance",
      interval: 1,
      count: 1,
      at: "2026-07-14T01:00:00-05:00",
      amount: expect.closeTo(3.2, 9),
      unit: "MW",
      bindingLimits: [
        {
          asset: "grid",
          limit: "importLimitMw",
          value: 40,
          unit: "MW",
          raiseTo: expect.closeTo(43.2, 9),
        },
      ],
    });
    expect(result.irreducible?.limits.map(({ asset, limit, value, at }) => [asset, limit, value, at])).toEqual([
      ["site", "need", 43.2, "2026-07-14T01:00:00-05:00"],
      ["grid", "importLimitMw", 40, "2026-07-14T01:00:00-05:00"],
    ]);
    expect(result.detail).toBe(
      "short 3.2 MW at 2026-07-14T01:00:00-05:00: grid importLimitMw 40 MW; raise grid importLimitMw to 43.2 " +
        "MW, or price what inference may leave unserved (vollUsdPerMwh; unmetUsdPerMwh of a job)",
    );
  });

  it("tries to raise the first six limits of many, and says nothing of the others", () => {
    // Eight meters of 1 MW for 10 MW: any of them must take 3.
    const meters = Array.from({ length: 8 }, (_, k) => grid({ name: `meter ${k}`, importLimitMw: 1 }));
    const result = infeasible({
      horizon: horizon(1),
      assets: [...meters, firm({ ...mustServe, facilityMw: 10 })],
    });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0].amount).toBeCloseTo(2, 9);
    expect(result.conflicts[0].bindingLimits).toEqual(
      meters.map(({ name }, k) => ({
        asset: name,
        limit: "importLimitMw",
        value: 1,
        unit: "MW",
        ...(k < 6 && { raiseTo: expect.closeTo(3, 6) }),
      })),
    );
  });

  it("a week short is one conflict, not 168: from when to when, how much in all, where it is worst", () => {
    // 30 MW under 10 for 168 h, 31 in the 50th.
    const facilityMw = Array.from({ length: 168 }, (_, t) => (t === 49 ? 31 : 30));
    const result = infeasible({
      horizon: horizon(168),
      assets: [grid({ importLimitMw: 10 }), firm({ ...mustServe, facilityMw })],
    });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      interval: 0,
      count: 168,
      worstAt: "2026-07-16T01:00:00-05:00",
      amount: expect.closeTo(21, 9),
      total: expect.closeTo(168 * 20 + 1, 6),
    });
    expect(result.detail).toMatch(
      /^short up to 21 MW \(in all 3361 MWh\) for 168 h from 2026-07-14T00:00:00-05:00 to 2026-07-21T00:00:00-05:00, worst at 2026-07-16T01:00:00-05:00: grid importLimitMw 10 MW; raise grid importLimitMw to 31 MW at the worst, or [^\n]*$/,
    );
  });

  it("gaps, and other limits in the way, make conflicts of their own; the detail stops at five lines", () => {
    // Three hours short every night of a week, a little more each night: 7 conflicts, the last night the worst.
    const facilityMw = Array.from({ length: 168 }, (_, t) => (t % 24 < 3 ? 11 + Math.floor(t / 24) : 9));
    const nights = infeasible({
      horizon: horizon(168),
      assets: [grid({ importLimitMw: 10 }), firm({ ...mustServe, facilityMw })],
    });
    expect(nights.conflicts.map(({ interval, count, amount }) => [interval, count, Math.round(amount)])).toEqual(
      [6, 5, 4, 3, 2, 1, 0].map((day) => [24 * day, 3, day + 1]),
    );
    expect(nights.detail.split("\n")).toHaveLength(5);
    expect(nights.detail).toMatch(/\nand 3 more$/);
    // In the second hour a job is in the way as well.
    const jobs = [
      {
        name: "training",
        energyFacilityMwh: 5,
        release: "2026-07-14T01:00:00-05:00",
        deadline: "2026-07-14T02:00:00-05:00",
        maxMw: 5,
      },
    ];
    const job = infeasible({
      horizon: horizon(2),
      assets: [grid({ importLimitMw: 10 }), firm(mustServe), { kind: "ai-deferrable", name: "batch", jobs }],
    });
    expect(
      job.conflicts.map(({ interval, amount, neededBy }) => [interval, Math.round(amount), neededBy.length]),
    ).toEqual([
      [1, 25, 1],
      [0, 20, 0],
    ]);
  });

  it("distinguishes the repeated hour in autumn", () => {
    const result = infeasible({
      horizon: {
        start: "2026-11-01T00:00:00-05:00",
        timeZone: "America/Chicago",
        intervalMinutes: 60,
        count: 4,
      },
      assets: [grid({ importLimitMw: 40 }), firm({ ...mustServe, facilityMw: [30, 30, 41, 30] })],
    });
    expect(result.conflicts[0].at).toBe("2026-11-01T01:00:00-06:00");
  });

  it("never reports the row of an either-or rule, because 0 on both sides satisfies it", () => {
    // Ramp 4 MW/h down from 10: mining is 6 MW, then 2. The second hour needs 46 + 2 - 30 = 18 MW of diesel, but
    // d / 20 + m / 10 <= 1 leaves 16. A MW off the ramp (2 a MW) frees 1 of demand and 2 of diesel, so 2/3 MW mends
    // all.
    const result = infeasible(
      {
        horizon: horizon(2),
        bitcoin,
        initialState: { fleet: { powerMw: 10 } },
        assets: [
          grid({ importLimitMw: [40, 30] }),
          firm({ ...mustServe, facilityMw: [30, 46] }),
          fleet({ rampDownMwPerH: 4 }),
          diesel(),
        ],
      },
      planWithHardRamps,
    );
    expect(result.conflicts.map(({ asset }) => asset)).toEqual(["fleet"]);
    expect(result.conflicts[0].total).toBeCloseTo(2 / 3, 6);
    expect(result.detail).not.toContain("runs while mining");
  });

  it("advises a price for what may go unserved only for loads that have none", () => {
    // Firm AI with a VOLL is shed; what is short is 1 MW that a ramp keeps mining.
    const ramp = infeasible(
      {
        horizon: horizon(2),
        bitcoin,
        initialState: { fleet: { powerMw: 10 } },
        assets: [grid({ importLimitMw: [40, 1] }), firm(), spot(), fleet({ rampDownMwPerH: 4 })],
      },
      planWithHardRamps,
    );
    expect(ramp.conflicts.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(1, 6);
    expect(ramp.detail).not.toContain("Usd");
    const mixed = infeasible({
      horizon: horizon(1),
      assets: [grid({ importLimitMw: 10 }), firm(), firm({ ...mustServe, name: "core", facilityMw: 12 }), spot()],
    });
    expect(mixed.detail).toContain("price what core may leave unserved (vollUsdPerMwh");
    expect(mixed.conflicts[0].amount).toBeCloseTo(2, 9);
  });

  it("names a row by the input field that sets it", () => {
    // 10 MW for 3 h of sets of 4 MW are 7.5 of 5 h; an hour missed (2) is 4 MWh at the balance (1 each). 5 h are 20 of
    // the 30 MWh, so import takes 10 MWh more: 20 + 10 / 3 MW.
    const result = infeasible({
      horizon: horizon(3),
      assets: [grid({ importLimitMw: 20 }), firm(mustServe), diesel({ sets: 5, unitMw: 4, unitHoursCap: 5 })],
    });
    expect(result.conflicts).toMatchObject([
      {
        asset: "gensets",
        limit: "unitHoursCap",
        amount: expect.closeTo(2.5, 9),
        unit: "h",
      },
    ]);
    expect(result.detail).toBe(
      "gensets: unitHoursCap is missed by 2.5 h: gensets unitHoursCap 5 h, grid importLimitMw 20 MW; raise gensets " +
        "unitHoursCap to 7.5 h or grid importLimitMw to 23.3334 MW",
    );
  });

  it("tells a field of another unit than its limit as the user wrote it, and what it has to be", () => {
    // Rigs of 3.5 kW: 2,000 draw 7 MW of 9 sold, 2,572 draw 9.002. A tenth an hour wakes 0.7 MW where 5 are sold.
    const sold = (committedMw: number) => ({
      kind: "flexibility-product",
      name: "reserve",
      backedBy: ["rigs"],
      priceUsdPerMwHour: 3,
      deployedShare: 0,
      durationHours: 1,
      committedMw,
    });
    const site = (committedMw: number, fields: Record<string, unknown>, initialState = {}) => ({
      horizon: horizon(3),
      bitcoin,
      initialState,
      assets: [
        grid(),
        fleet({
          name: "rigs",
          rig: { hashrateThPerS: 200, powerW: 3500 },
          rigs: 2000,
          ...fields,
        }),
        sold(committedMw),
      ],
    });
    expect(infeasible(site(9, {})).conflicts[0].bindingLimits).toEqual([
      {
        asset: "rigs",
        limit: "rigs",
        value: 2000,
        unit: "rigs",
        raiseTo: 2572,
      },
    ]);
    const asleep = { rigs: { powerMw: 0, awakeShare: 0 } };
    expect(infeasible(site(5, { wakeUp: { shareOfRigs: 0.1, everyMinutes: 60 } }, asleep)).detail).toBe(
      "rigs: wakeUp.shareOfRigs is missed by 4.3 (MW/h) at 2026-07-14T00:00:00-05:00: rigs wakeUp.shareOfRigs 0.1; " +
        "raise rigs wakeUp.shareOfRigs to 0.714286",
    );
    const slow = infeasible(site(5, { wakeUp: { rigsPerMinute: 3 } }, asleep));
    expect(slow.conflicts[0].bindingLimits).toMatchObject([
      {
        limit: "wakeUp.rigsPerMinute",
        value: 3,
        unit: "rigs/min",
        raiseTo: 23.8096,
      },
    ]);
  });

  it("names the import limit also where the site may export (the price may stand at the either-or row)", () => {
    for (const exportLimitMw of [1, 20, 400]) {
      const result = infeasible({
        horizon: horizon(2),
        assets: [
          grid({ importLimitMw: 40, exportLimitMw, exportPriceUsdPerMwh: 25 }),
          firm({ ...mustServe, facilityMw: [30, 43.2] }),
        ],
      });
      expect(result.conflicts.map(({ bindingLimits }) => bindingLimits.map(({ limit }) => limit))).toEqual([
        ["importLimitMw"],
      ]);
    }
  });

  it("a shortage that battery and diesel only lessen: 60 - 40 - 5 - 8 = 7 MW", () => {
    const result = infeasible({
      horizon: horizon(2),
      initialState: { bess: { storedMwh: 20 } },
      assets: [
        grid({ importLimitMw: 40 }),
        firm({ ...mustServe, facilityMw: [30, 60] }),
        battery(),
        diesel({ sets: 4 }),
      ],
    });
    expect(result.conflicts[0].amount).toBeCloseTo(7, 9);
    expect(result.conflicts[0].bindingLimits.map(({ asset, limit }) => `${asset} ${limit}`)).toEqual([
      "grid importLimitMw",
      "bess dischargeLimitMw",
      "gensets sets",
    ]);
  });

  it("names an empty battery together with the limit", () => {
    // 3 MWh x 0.8 = 2.4 MW of the 6 missing: 3.6, and the store at its floor.
    const result = infeasible({
      horizon: horizon(2),
      initialState: { bess: { storedMwh: 3 } },
      assets: [grid({ importLimitMw: [30, 40] }), firm({ ...mustServe, facilityMw: [30, 46] }), battery()],
    });
    expect(result.conflicts[0]).toMatchObject({
      amount: expect.closeTo(3.6, 9),
      atMinimum: [{ asset: "bess", limit: "minStoredMwh", value: 0, unit: "MWh" }],
    });
    expect(result.detail).toMatch(
      /^short 3\.6 MW at 2026-07-14T01:00:00-05:00: grid importLimitMw 40 MW and nothing left: bess minStoredMwh 0 MWh; raise grid importLimitMw to 43\.6 MW, or price what/,
    );
  });

  it("reports what is certain without a solve if the second solve is cut short", () => {
    // The program itself takes fewer steps than the elastic one.
    const input = {
      horizon: horizon(48),
      assets: [
        grid({ importLimitMw: 40 }),
        firm({
          ...mustServe,
          facilityMw: Array.from({ length: 48 }, (_, t) => (t % 24 === 17 ? 43.2 : 30)),
        }),
      ],
    };
    const built = buildSite(parseRequest(input));
    const { conflicts, irreducible } = drain(explainInfeasible(built, { iterationLimit: 0 }));
    expect(irreducible).toBeUndefined();
    expect(conflicts.map(({ at, amount }) => [at, Number(amount.toFixed(9))])).toEqual([
      ["2026-07-14T17:00:00-05:00", 3.2],
      ["2026-07-15T17:00:00-05:00", 3.2],
    ]);
    expect(conflicts[0].sentence).toBe("short 3.2 MW or more at 2026-07-14T17:00:00-05:00; add supply");
  });

  it("a battery that cannot reach its end: 2 MWh + 3 h x 5 MW x 0.8 = 14 of 20 MWh, 6 MWh missed", () => {
    const result = infeasible({
      horizon: horizon(3),
      initialState: { bess: { storedMwh: 2 } },
      assets: [grid(), firm(), battery({ end: { rule: "at-least", storedMwh: 20 } })],
    });
    expect(result.conflicts.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(6, 9);
    expect(result.conflicts[0]).toMatchObject({
      asset: "bess",
      unit: "MWh",
      neededBy: [{ asset: "bess", value: 20, unit: "MWh" }],
    });
    // 2 + 3 h x 7.5 MW x 0.8 = 20.
    expect(result.conflicts[0].bindingLimits).toMatchObject([
      { limit: "chargeLimitMw", value: 5, raiseTo: expect.closeTo(7.5, 9) },
    ]);
    expect(result.detail).toMatch(
      /, while these must be met: bess .* 20 MWh; raise bess chargeLimitMw to 7\.5 MW, or ask for less$/,
    );
  });

  it("a job that cannot be done in its window: 3 h x 12 MW = 36 of 50 MWh, 14 MWh missed", () => {
    const result = infeasible({
      horizon: horizon(6),
      assets: [
        grid(),
        firm(),
        {
          kind: "ai-deferrable",
          name: "batch",
          jobs: [
            {
              name: "training",
              energyFacilityMwh: 50,
              release: "2026-07-14T01:00:00-05:00",
              deadline: "2026-07-14T04:00:00-05:00",
              maxMw: 12,
            },
          ],
        },
      ],
    });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      asset: "batch",
      limit: "energy of training",
      amount: expect.closeTo(14, 9),
      at: "2026-07-14T01:00:00-05:00",
    });
    expect(result.detail).toMatch(
      /^batch: energy of training is missed by 14 MWh at 2026-07-14T01:00:00-05:00: batch .*maxMw.* 12 MW; /,
    );
  });

  it("a job that fits its own cap but not under the grid's: the shortage names the job", () => {
    // 10 MW are left for 3 h = 30 of 50 MWh.
    const result = infeasible({
      horizon: horizon(6),
      assets: [
        grid({ importLimitMw: 40 }),
        firm(),
        {
          kind: "ai-deferrable",
          name: "batch",
          jobs: [
            {
              name: "training",
              energyFacilityMwh: 50,
              release: "2026-07-14T01:00:00-05:00",
              deadline: "2026-07-14T04:00:00-05:00",
              maxMw: 20,
            },
          ],
        },
      ].map((asset) => (asset.kind === "ai-firm" ? { ...asset, vollUsdPerMwh: undefined } : asset)),
    });
    expect(result.conflicts.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(20, 6);
    expect(result.detail).toContain(
      "grid importLimitMw 40 MW, while these must be met: batch energy of training 50 MWh",
    );
  });

  it("a tank that runs dry: 3 h x 10 MW x 263.7 L = 7911 of 5000 L, 2911 L missed", () => {
    const result = infeasible({
      horizon: horizon(3),
      assets: [grid({ importLimitMw: 20 }), firm(mustServe), diesel({ tankL: 5000 })],
    });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      asset: "gensets",
      limit: "fuel in tank",
      amount: expect.closeTo(2911, 3),
      unit: "L",
    });
    expect(result.conflicts[0].interval).toBeUndefined();
  });

  it("rigs that cannot be shed fast enough: the ramp and the lack of power are named together", () => {
    // 10 MW of mining, 5 MW/h down, the import falls from 40 to 30 MW under a firm load of 30.
    const result = infeasible(
      {
        horizon: horizon(2),
        bitcoin,
        initialState: { fleet: { powerMw: 10 } },
        assets: [grid({ importLimitMw: [40, 30] }), firm(mustServe), fleet({ rampDownMwPerH: 4 })],
      },
      planWithHardRamps,
    );
    expect(result.detail).toContain("grid importLimitMw 30 MW");
    expect(result.conflicts.reduce((sum, { total }) => sum + total, 0)).toBeCloseTo(2, 9);
  });

  it("no supply at all: says to add some", () => {
    const result = infeasible({
      horizon: horizon(1),
      assets: [firm(mustServe)],
    });
    expect(result.detail).toContain(
      "short 30 MW at 2026-07-14T00:00:00-05:00; add supply, or price what inference may",
    );
  });

  it("conflicts come worst first", () => {
    const result = infeasible({
      horizon: horizon(5),
      assets: [grid({ importLimitMw: 40 }), firm({ ...mustServe, facilityMw: [41, 30, 49, 30, 45] })],
    });
    expect(result.conflicts.map(({ amount }) => Math.round(amount))).toEqual([9, 5, 1]);
  });
});
