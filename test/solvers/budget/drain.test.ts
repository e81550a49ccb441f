import { afterEach, describe, expect, it, vi } from "vitest";
import { drain, drainAsync } from "../../../src/solvers/budget/drain.ts";
import { countTurns } from "../../support/count-turns.ts";

/** Batches of about a millisecond; notes whether it was closed early. */
function* work(numBatches: number, log: string[]): Generator<number, string> {
  try {
    for (let k = 0; k < numBatches; k++) {
      const until = performance.now() + 1;
      while (performance.now() < until);
      yield k;
    }
    return "done";
  } finally {
    log.push("closed");
  }
}

describe("drain", () => {
  it("runs to the end and gives what is returned", () => {
    expect(drain(work(3, []))).toBe("done");
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("drainAsync", () => {
  it("does without setImmediate, as browsers must", async () => {
    vi.stubGlobal("setImmediate", undefined);
    expect(await drainAsync(work(50, []))).toBe("done");
  });

  it("gives the same, and lets the event loop turn", async () => {
    let nowMs = 0;
    vi.spyOn(Date, "now").mockImplementation(() => (nowMs += 1000));
    const loop = countTurns();
    expect(await drainAsync(work(10, []))).toBe("done");
    loop.stop();
    expect(loop.turns).toBeGreaterThanOrEqual(9);
  });

  it("ends when the signal fires, with its reason, and closes the work", async () => {
    const controller = new AbortController();
    const log: string[] = [];
    setTimeout(() => controller.abort(new Error("enough")), 15);
    await expect(drainAsync(work(20_000, log), controller.signal)).rejects.toThrow("enough");
    expect(log).toEqual(["closed"]);
  });

  it("does not begin if the signal has already fired", async () => {
    let begun = false;
    function* steps(): Generator<number, string> {
      begun = true;
      yield 1;
      return "done";
    }
    await expect(drainAsync(steps(), AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
    expect(begun).toBe(false);
  });

  it("hands on what the work throws", async () => {
    function* steps(): Generator<number, string> {
      yield 1;
      throw new RangeError("broken");
    }
    await expect(drainAsync(steps())).rejects.toThrow(RangeError);
  });
});
