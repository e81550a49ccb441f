import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itPowerMw } from "../../src/assets/ai-load/ai-power.ts";
import { gpuHoursToItMwh, requestsToItMw, usdPerFacilityMwh, usdPerItMwh, weekShape } from "../../src/io/ai-demand.ts";
import { azureCoding, azureConversation } from "../../src/io/ai-request-shapes.ts";

const servers = { servers: 1000, perSecondPerServer: 40, peakKwPerServer: 10.2, idleShareOfPeak: 0.3 };

describe("requestsToItMw", () => {
  it("keeps the idle power: 40,000, 4,000 and no requests/s are 10.2, 3.06 + 7.14 x 0.1 and 3.06 MW", () => {
    requestsToItMw([40_000, 4000, 0], servers).forEach((mw, i) => expect(mw).toBeCloseTo([10.2, 3.774, 3.06][i], 12));
  });

  it("is what an asset makes of the same requests", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 40_000, noNaN: true }), { minLength: 1, maxLength: 24 }),
        (rates) => {
          const perSecond = Float64Array.from(rates);
          const mw = requestsToItMw(perSecond, servers);
          itPowerMw({ requests: { ...servers, perSecond } }).forEach((wanted, t) =>
            expect(mw[t]).toBeCloseTo(wanted, 9),
          );
        },
      ),
      { seed: 20260714, numRuns: 30 },
    );
  });

  it.each<[string, number[], Partial<typeof servers>]>([
    ["requestsPerSecond[1]: got 40001, wanted a rate from 0 to servers x perSecondPerServer = 40000", [1, 40_001], {}],
    ["requestsPerSecond[0]: got -1", [-1], {}],
    ["requestsPerSecond[0]: got NaN", [Number.NaN], {}],
    ["servers: got 0", [0], { servers: 0 }],
    ["idleShareOfPeak: got 30, wanted a share from 0 to 1", [0], { idleShareOfPeak: 30 }],
  ])("refuses %s", (message, rates, fields) => {
    expect(() => requestsToItMw(rates, { ...servers, ...fields })).toThrow(message);
  });
});

describe("GPU-hours", () => {
  it("4000 GPU-h of 1.275 kW are 5.1 MWh of IT", () => {
    expect(gpuHoursToItMwh(4000, 1.275)).toBeCloseTo(5.1, 12);
  });

  // 2.35 / 1.275 kW = 1843.14 USD per IT MWh; / 1.25 = 1474.51 at the bus.
  it("an H100 at 2.35 USD/GPU-h earns 1,843 USD per IT MWh and 1,475 per facility MWh", () => {
    expect(usdPerItMwh(2.35, 1.275)).toBeCloseTo(1843.137, 3);
    expect(usdPerFacilityMwh(2.35, 1.275, 1.25)).toBeCloseTo(1474.51, 2);
  });

  it("energy times price per MWh is GPU-hours times price per GPU-hour", () => {
    expect(gpuHoursToItMwh(700, 0.9) * usdPerItMwh(2, 0.9)).toBeCloseTo(1400, 9);
  });

  it("refuses a GPU without power, a PUE below 1, energy below 0", () => {
    expect(() => gpuHoursToItMwh(1, 0)).toThrow("kwPerGpu: got 0");
    expect(() => gpuHoursToItMwh(-1, 1)).toThrow("gpuHours: got -1");
    expect(() => usdPerFacilityMwh(2, 1, 0.8)).toThrow("pue: got 0.8");
    expect(() => usdPerItMwh(Number.NaN, 1)).toThrow("usdPerGpuHour: got NaN");
  });
});

describe("weekShape", () => {
  it("of a week from the trace's own start is the trace by its peak: 5075 a minute on Wednesday 19:00 UTC", () => {
    const shares = weekShape(azureCoding, { start: azureCoding.start, intervalMinutes: 60, count: 168 });
    expect(Math.max(...shares)).toBe(1);
    expect(shares.indexOf(1)).toBe(5 * 24 + 19);
    expect(shares[0]).toBeCloseTo(1292 / 5075, 12);
  });

  it("keeps weekday and hour in any other week, repeats, and moves by shiftHours", () => {
    // Wednesday 2026-07-15 19:00 UTC is 14:00 in Chicago; shifted by 6 hours the peak comes at Thursday 01:00 UTC.
    const at = (start: string, shiftHours = 0) =>
      weekShape(azureCoding, { start, intervalMinutes: 60, count: 1, shiftHours })[0];
    expect(at("2026-07-15T14:00:00-05:00")).toBe(1);
    expect(at("2023-01-04T19:00:00Z")).toBe(1);
    expect(at("2026-07-16T01:00:00Z", 6)).toBe(1);
    const twice = weekShape(azureConversation, { start: "2026-07-13T00:00:00Z", intervalMinutes: 60, count: 336 });
    expect(twice.slice(168)).toEqual(twice.slice(0, 168));
  });

  it("takes the mean over what an interval covers", () => {
    // Friday 00:30 to 02:30: half of 1292, all of 1312, half of 1118, over two hours.
    const [share] = weekShape(azureCoding, { start: "2024-05-10T00:30:00Z", intervalMinutes: 120, count: 1 });
    expect(share).toBeCloseTo((1292 / 2 + 1312 + 1118 / 2) / 2 / 5075, 12);
    const quarters = weekShape(azureCoding, { start: "2024-05-10T00:00:00Z", intervalMinutes: 15, count: 5 });
    expect(quarters[3]).toBeCloseTo(1292 / 5075, 12);
    expect(quarters[4]).toBeCloseTo(1312 / 5075, 12);
  });

  it.each([
    ['start: got "2026-07-13T00:00:00"', { start: "2026-07-13T00:00:00" }],
    ["intervalMinutes: got 0", { intervalMinutes: 0 }],
    ["count: got 1.5", { count: 1.5 }],
    ["shiftHours: got NaN", { shiftHours: Number.NaN }],
  ])("refuses %s", (message, fields) => {
    expect(() =>
      weekShape(azureCoding, { start: "2026-07-13T00:00:00Z", intervalMinutes: 60, count: 2, ...fields }),
    ).toThrow(message);
  });
});

describe("reference shapes", () => {
  it("are whole weeks with their attribution, as the examples have them", () => {
    for (const shape of [azureCoding, azureConversation]) {
      expect(shape.requestsPerMinute).toHaveLength(168);
      expect(shape.attribution).toContain("AzurePublicDataset");
      expect(shape.licence).toBe("CC-BY-4.0");
    }
    // Rows of the two data sets as published, a row a request: 16,803,695 and 27,303,999.
    for (const [shape, rows] of [
      [azureCoding, 16_803_695],
      [azureConversation, 27_303_999],
    ] as const) {
      const requests = 60 * shape.requestsPerMinute.reduce((sum, mean) => sum + mean, 0);
      expect(Math.abs(requests / rows - 1)).toBeLessThan(0.0054);
    }
    expect([new Date(azureCoding.start).getUTCDay(), new Date(azureConversation.start).getUTCDay()]).toEqual([5, 0]);
  });

  // Weekdays by their UTC day: trough / peak of coding 0.10, of conversation 0.52.
  it.each([
    [azureCoding, 0.1],
    [azureConversation, 0.52],
  ])("$name: a weekday's trough is the stated share of its peak", (shape, wanted) => {
    const days = Array.from({ length: 7 }, (_, day) => shape.requestsPerMinute.slice(24 * day, 24 * day + 24));
    const first = new Date(shape.start).getUTCDay();
    const ratios = days.flatMap((day, i) =>
      [0, 6].includes((first + i) % 7) ? [] : [Math.min(...day) / Math.max(...day)],
    );
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length;
    expect(Math.abs(mean - wanted)).toBeLessThan(0.04);
  });
});
