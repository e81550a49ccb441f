import { describe, expect, it } from "vitest";
import { announcedCalls, callTiming, timingNotices } from "../../../src/assets/curtailment-call/timing.ts";

const times = { noticeMinutes: 0, relaySeconds: 1, shedSeconds: 5, rideThroughSeconds: 10 };

describe("callTiming", () => {
  it.each([
    // Relay and rigs take 6 s in all.
    { change: {}, timing: "within-ride-through" },
    { change: { rideThroughSeconds: 6 }, timing: "within-ride-through" },
    { change: { rideThroughSeconds: 5.9 }, timing: "too-late" },
    { change: { noticeMinutes: 0.1 }, timing: "within-notice" },
    { change: { noticeMinutes: 0.09 }, timing: "within-ride-through" },
    { change: { shedSeconds: 400, noticeMinutes: 5 }, timing: "too-late" },
    { change: { shedSeconds: undefined, noticeMinutes: 60 }, timing: "unknown" },
  ])("$change: $timing", ({ change, timing }) => {
    expect(callTiming({ ...times, ...change }, 8)).toBe(timing);
  });

  it("needs no time where nothing has to go, and knows nothing of what was before the plan", () => {
    const slow = { ...times, shedSeconds: 400 };
    expect(callTiming(slow, 0)).toBe("nothing-to-shed");
    expect(callTiming(slow, undefined)).toBe("unknown");
  });
});

describe("timingNotices", () => {
  it("names the calls that come too late, and those that mining alone does not answer", () => {
    const drops = [
      { start: "A", dropMw: 8, minedDropMw: 8 },
      { start: "B", dropMw: 8, minedDropMw: 5 },
      { start: "C", dropMw: 0 },
      { start: "D" },
    ];
    expect(timingNotices("utility", times, drops)).toEqual([
      "utility: at B more has to go than mining gives up; whether battery, diesel or AI make that in time is " +
        "not checked.",
    ]);
    expect(timingNotices("utility", { ...times, shedSeconds: 40 }, drops)).toEqual([
      "utility: too late for the call of A, B: relay and rigs take 41 s, the notice is 0 s and the UPS holds 10 s.",
      expect.stringContaining("at B more has to go"),
    ]);
  });
});

describe("announcedCalls", () => {
  it("gives each call its place, its start, the notice in hours, and the contract without it", () => {
    const call = (start: number) => ({ start, end: start + 1, capMw: 5 });
    const spec = {
      kind: "curtailment-call" as const,
      name: "utility",
      calls: [call(1000), call(2000)],
      ...times,
      noticeMinutes: 90,
      aiOnlyKeeps: true,
    };
    const [, second] = announcedCalls(spec);
    expect(second).toEqual({
      path: "calls[1]",
      startMs: 2000,
      noticeHours: 1.5,
      without: { ...spec, calls: [call(1000)] },
    });
  });
});
