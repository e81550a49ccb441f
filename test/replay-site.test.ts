import { describe, expect, it } from "vitest";
import { compareForesight, compareForesightAsync, persistence, replay, replayAsync } from "../src/replay.ts";
import type { PlanInput } from "../src/plan-input/index.ts";
import { battery, firm, grid, horizon } from "./support/small-sites.ts";

const input = {
  horizon: horizon(3),
  initialState: { bess: { storedMwh: 0 } },
  assets: [grid({ importPriceUsdPerMwh: [10, 100, 20] }), firm({ facilityMw: 10 }), battery()],
} as unknown as PlanInput;
const uncertain = [{ curve: { asset: "grid", field: "importPriceUsdPerMwh" }, forecast: persistence }];

describe("replay", () => {
  it("gives the same replay at once and in slices", async () => {
    const result = replay(input, { uncertain, horizonIntervals: 3 });
    expect(result).toMatchObject({ status: "completed", windows: 3 });
    expect(await replayAsync(input, { uncertain, horizonIntervals: 3 })).toEqual(result);
  });

  it("rejects with the reason of the signal", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(replayAsync(input, { uncertain, horizonIntervals: 3, signal })).rejects.toThrow("enough");
    await expect(compareForesightAsync(input, { uncertain, horizonIntervals: 3, signal })).rejects.toThrow("enough");
  });

  it("lists the faults of its options", () => {
    expect(() => replay(input, { uncertain: [{} as never], horizonIntervals: 0 })).toThrow(
      /has 3 faults:\n {2}options\.horizonIntervals: got 0.*\n.*0\]\.curve: got undefined.*\n.*0\]\.forecast: got/u,
    );
    const [price] = uncertain;
    const late = { ...price, history: [1, NaN], known: { publishedAtHour: 24 } };
    expect(() => replay(input, { uncertain: [late], horizonIntervals: 2 })).toThrow(
      /has 2 faults:\n.*\.history\[1\]: got NaN.*\n.*\.known\.publishedAtHour: got 24/u,
    );
    expect(() => replay(input, { uncertain: 5 as never, horizonIntervals: 2 })).toThrow("options.uncertain: got 5");
  });

  it("refuses a faulty input as planPower does", () => {
    expect(() => replay({} as never, { uncertain, horizonIntervals: 2 })).toThrow("The plan input has");
  });
});

describe("compareForesight", () => {
  it("gives five numbers", () => {
    expect(compareForesight(input, { uncertain, horizonIntervals: 3 }).numbers).toHaveLength(5);
  });
});

describe("history in the span", () => {
  const long = {
    ...input,
    horizon: { ...horizon(5), start: "2026-07-13T22:00:00-05:00" },
    assets: [grid({ importPriceUsdPerMwh: [7, 8, 10, 100, 20] }), firm({ facilityMw: 10 }), battery()],
  } as unknown as PlanInput;

  it("is known and not carried out: the same as a span that begins after it, with a history", () => {
    const [price] = uncertain;
    const known: number[][] = [];
    const watched: typeof persistence = (basis) => {
      known.push([...basis.known]);
      return persistence(basis);
    };
    const cut = replay(long, {
      uncertain: [{ ...price, history: [6], forecast: watched }],
      horizonIntervals: 3,
      historyIntervals: 2,
    });
    expect(known[0]).toEqual([6, 7, 8, 10]);
    expect(cut).toEqual(replay(input, { uncertain: [{ ...price, history: [6, 7, 8] }], horizonIntervals: 3 }));
  });

  it("leaves an interval to carry out, and names a faulty curve", () => {
    const options = { uncertain, horizonIntervals: 3 };
    expect(() => replay(long, { ...options, historyIntervals: 5 })).toThrow("options.historyIntervals: got 5");
    expect(() => replay(long, { ...options, historyIntervals: 0.5 })).toThrow("options.historyIntervals: got 0.5");
    const other = { curve: { asset: "grid", field: "x" }, forecast: persistence };
    expect(() => replay(long, { uncertain: [other], horizonIntervals: 3, historyIntervals: 2 })).toThrow(
      "uncertain[0].curve",
    );
  });
});
