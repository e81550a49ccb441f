import { describe, expect, it, vi } from "vitest";
import { PlanInputError } from "../src/errors.ts";
import { countTurns } from "./support/count-turns.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, renewable, spot } from "./support/small-sites.ts";
import { compareBaselines, planPower, planPowerAsync } from "./support/untyped.ts";

describe("planPower", () => {
  it("answers the example of its own docstring: mines in the first hour, sleeps in the second", () => {
    const result = planPower({
      horizon: { start: "2026-07-14T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 2 },
      bitcoin: { hashpriceUsdPerPhDay: 40 },
      assets: [
        { kind: "grid", name: "grid", importLimitMw: 60, importPriceUsdPerMwh: [35, 140] },
        { kind: "ai-firm", name: "inference", facilityMw: 30, vollUsdPerMwh: 5000 },
        { kind: "mining-fleet", name: "s21", rig: "Antminer S21", rigs: 5000 },
      ],
    });
    expect(result.status).toBe("optimal");
    if (result.status !== "optimal") return;
    const s21 = result.assets.s21;
    if (s21.kind !== "mining-fleet") throw new Error(s21.kind);
    expect([...s21.series.rigsOn]).toEqual([5000, 0]);
    // 5000 x 3500 W x PUE 1.05 x uptime 0.96 = 17.64 MW, asleep 5000 x 25 W x 1.05 x 0.96 = 0.126 MW
    expect([...s21.series.powerMw]).toEqual([expect.closeTo(17.64, 9), expect.closeTo(0.126, 9)]);
    // 41.6667 x 40 / 17.5 x 0.99 / 1.05 per MWh of the full draw, on the draw above standby: x 17.64 / 17.514
    expect(s21.series.strikeUsdPerMwh[0]).toBeCloseTo(
      (((1000 / 24) * 40) / 17.5) * (0.99 / 1.05) * (17.64 / 17.514),
      9,
    );
  });

  it("a whole site by hand: every megawatt goes where it is worth most", () => {
    // Import 45 MW at 30, 12 MW of wind; wants: firm 30 (VOLL 5000), spot 5 (100), mining 10 (80), battery charge at
    // the end value 90 x 0.8 = 72. 57 MW: 30 + 5 + 10 = 45, the battery takes its 5 MW, and 7 MW of import are left
    // out.
    const result = planPower({
      horizon: horizon(1),
      bitcoin,
      initialState: { bess: { storedMwh: 0 } },
      assets: [
        grid({ importLimitMw: 45 }),
        firm(),
        spot(),
        fleet(),
        renewable({ capacityMw: 12, availability: 1 }),
        battery({ end: { rule: "value", usdPerMwh: 90 } }),
        diesel(),
      ],
    });
    if (result.status !== "optimal") throw new Error(result.status);
    expect(
      Object.fromEntries(Object.entries(result.assets).map(([name, { netBusMw }]) => [name, netBusMw[0]])),
    ).toEqual({
      grid: expect.closeTo(38, 9),
      inference: -30,
      spot: -5,
      fleet: -10,
      wind: 12,
      bess: -5,
      gensets: 0,
    });
    // 38 x 30 - 500 - 800 - 4 MWh stored x 90
    expect(result.objectiveUsd).toBeCloseTo(1140 - 500 - 800 - 360, 9);
    expect(result.ledger.usdByKind).toEqual({
      cash: expect.closeTo(-160, 9),
      penalty: 0,
      expected: 0,
      valuation: expect.closeTo(-360, 9),
      sunk: 0,
    });
  });

  it("refuses bad input before any solver: every fault at once", () => {
    const solver = {
      name: "never",
      steps: (): never => {
        throw new Error("must not be reached");
      },
    };
    try {
      planPower(
        {
          horizon: { ...horizon(2), timeZone: "America/Chicgo" },
          assets: [grid({ importLimitMw: [60] }), { kind: "ai-firm", name: "x", facilityMw: Number.NaN }],
        },
        { solver },
      );
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PlanInputError);
      expect((error as PlanInputError).faults.length).toBeGreaterThanOrEqual(1);
      expect((error as Error).message).toContain("horizon.timeZone");
    }
  });

  // 79 against a strike price of 80: only linked assets show it.
  it("names what only linked assets show by its place in the input, beside the faults of other assets", () => {
    const weak = { horizon: horizon(2), bitcoin, assets: [grid(), fleet(), firm({ vollUsdPerMwh: 79 })] };
    expect(() => planPower(weak)).toThrow(
      /1 fault:\n {2}assets\[2\]\.vollUsdPerMwh: got 79, wanted more than the best strike price of mining, 80\.00/,
    );
    expect(() => planPower({ ...weak, assets: [...weak.assets, diesel({ sets: 0 })] })).toThrow(
      /2 faults:\n {2}assets\[3\]\.sets: .*\n {2}assets\[2\]\.vollUsdPerMwh: got 79/,
    );
    expect(() => compareBaselines({ ...weak, counterfactual: { basis: "" } })).toThrow(
      /assets\[2\]\.vollUsdPerMwh: got 79/,
    );
    // What mining is worth is not known without a hashprice, nor when without a horizon.
    expect(() => planPower({ ...weak, bitcoin: undefined })).toThrow(/1 fault:\n {2}bitcoin:/);
    expect(() => planPower({ ...weak, horizon: undefined })).toThrow(/1 fault:\n {2}horizon:/);
  });

  it("does not touch its input and may be called again", () => {
    const input = {
      horizon: horizon(2),
      bitcoin,
      initialState: { bess: { storedMwh: 3 } },
      assets: [grid(), firm(), fleet(), battery()],
    };
    const before = structuredClone(input);
    const first = planPower(input);
    expect(input).toEqual(before);
    expect(planPower(input)).toEqual(first);
  });

  it("next week starts where this one ends: two halves never beat the whole, and money adds up", () => {
    // A cyclic week has nothing to gain from looking ahead here: prices are flat within a half, so the sums are equal.
    const price = Array.from({ length: 8 }, (_, t) => (t % 4 === 3 ? 100 : 30));
    const part = (from: number, to: number, storedMwh: number, before: Record<string, unknown>) =>
      planPower({
        horizon: { ...horizon(to - from), start: `2026-07-14T0${from}:00:00-05:00` },
        bitcoin,
        initialState: { ...before, bess: { storedMwh } },
        assets: [
          grid({ importPriceUsdPerMwh: price.slice(from, to), demandCharge: { usdPerMwMonth: 200 } }),
          firm(),
          fleet({ restartUsdPerMw: 2 }),
          battery({ end: { rule: "free" } }),
        ],
      });
    const whole = part(0, 8, 0, {});
    const first = part(0, 4, 0, {});
    if (whole.status !== "optimal" || first.status !== "optimal") throw new Error("no plan");
    const { bess, ...rest } = first.endState;
    const second = part(4, 8, bess.storedMwh as number, rest);
    if (second.status !== "optimal") throw new Error(second.status);
    // What the first half charged for its peak is not a cost of the second: the halves sum to at least the whole.
    expect(first.objectiveUsd + second.objectiveUsd).toBeGreaterThanOrEqual(whole.objectiveUsd - 1e-6);
    expect(second.alreadySetUsd).toBeGreaterThan(0);
  });
});

describe("planPowerAsync", () => {
  // A month with a price hill a day: long enough to be cut, short enough for a test.
  const month = {
    horizon: horizon(24 * 30),
    bitcoin,
    initialState: { bess: { storedMwh: 10 } },
    assets: [
      grid({
        importPriceUsdPerMwh: Array.from({ length: 24 * 30 }, (_, t) => 30 + 90 * ((t % 24) / 24) ** 4 + (t % 7)),
      }),
      firm(),
      fleet(),
      battery(),
      diesel(),
    ],
  };

  it("gives what planPower gives, and lets the event loop turn", async () => {
    // Every look at the clock finds a slice gone, so that the number of turns is not the machine's.
    let nowMs = 0;
    const clock = vi.spyOn(Date, "now").mockImplementation(() => (nowMs += 1000));
    const loop = countTurns();
    try {
      const result = await planPowerAsync(month);
      expect(result.status).toBe("optimal");
      expect(result).toEqual(planPower(month));
      expect(loop.turns).toBeGreaterThan(20);
    } finally {
      loop.stop();
      clock.mockRestore();
    }
  });

  it("rejects with the signal's reason in the middle of the work, and no longer turns to the caller then", async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const reason = new Error("the user left");
    const plan = planPowerAsync(month, {
      signal: controller.signal,
      onProgress: ({ phase }) => {
        seen.push(phase);
        if (seen.length === 2) controller.abort(reason);
      },
    });
    await expect(plan).rejects.toBe(reason);
    const after = seen.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([seen.length, after >= 2]).toEqual([after, true]);
    expect(planPower(month, { onProgress: ({ phase }) => void seen.push(phase) }).status).toBe("optimal");
    // What was cut short had more to do.
    expect(seen.length - after).toBeGreaterThan(after);
  });

  it("does not look at the input where the signal has fired", async () => {
    await expect(planPowerAsync("no input", { signal: AbortSignal.abort("before") })).rejects.toBe("before");
  });

  it("rejects what planPower throws for, and stops as planPower stops", async () => {
    await expect(planPowerAsync({ ...month, horizon: undefined })).rejects.toThrow(PlanInputError);
    await expect(planPowerAsync(month, { signal: {} as AbortSignal })).rejects.toThrow(/options\.signal/);
    expect((await planPowerAsync(month, { onProgress: () => "stop" })).status).toBe("stopped");
  });
});
