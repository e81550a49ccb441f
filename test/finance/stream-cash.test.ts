import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CashLine } from "../../src/finance/cash-line.ts";
import { streamCash } from "../../src/finance/stream-cash.ts";

const line = (kind: CashLine["kind"], usd: number, more: Partial<CashLine> = {}): CashLine => ({
  name: kind,
  kind,
  usd: [usd],
  ...more,
});
const of = (lines: readonly CashLine[], tax = 0) => {
  const { contractedUsd, merchantUsd } = streamCash(lines, [tax], 0);
  return [contractedUsd[0], merchantUsd[0]];
};

describe("streamCash", () => {
  // Income 75 and 25: of 20 shared costs 15 are contracted.
  it("shares costs by income, and gives costs to the income they serve", () => {
    expect(of([line("contracted", 75), line("merchant", 25), line("power", -20)])).toEqual([60, 20]);
    expect(of([line("contracted", 75), line("merchant", 25), line("power", -20, { serves: "merchant" })])).toEqual([
      75, 5,
    ]);
    expect(
      of([line("contracted", 75), line("merchant", 25), line("operations", -20, { serves: "contracted" })]),
    ).toEqual([55, 25]);
    expect(of([line("merchant", 25), line("hedge", -5)])).toEqual([0, 20]);
    expect(of([line("power", 7)])).toEqual([0, 7]);
  });

  it("a loss of one stream is paid by the other", () => {
    expect(of([line("contracted", 75), line("merchant", 5), line("power", -20, { serves: "merchant" })])).toEqual([
      60, 0,
    ]);
    expect(of([line("contracted", 5), line("merchant", 75), line("power", -20, { serves: "contracted" })])).toEqual([
      0, 60,
    ]);
    expect(of([line("contracted", 5), line("power", -20)])).toEqual([0, 0]);
  });

  it("tax is shared by what is left", () => {
    expect(of([line("contracted", 60), line("merchant", 20)], 8)).toEqual([54, 18]);
    expect(of([line("contracted", 60), line("merchant", 20)], 80)).toEqual([0, 0]);
  });

  it("is 0 before operation", () => {
    expect(streamCash([line("contracted", 60)], [0], 1)).toEqual({ contractedUsd: [0], merchantUsd: [0] });
  });

  it("adds up to the cash, and more income never lowers the service that 1.30 and 2.00 allow", () => {
    const usd = fc.integer({ min: 0, max: 1000 });
    const serves = fc.constantFrom("contracted" as const, "merchant" as const, "both" as const);
    const service = ([c, m]: number[]): number => c / 1.3 + m / 2;
    fc.assert(
      fc.property(usd, usd, usd, usd, serves, fc.boolean(), (c, m, cost, more, by, isContracted) => {
        const lines = (dc: number, dm: number) => [
          line("contracted", c + dc),
          line("merchant", m + dm),
          line("power", -cost, { serves: by }),
        ];
        const before = of(lines(0, 0));
        expect(before[0] + before[1]).toBeCloseTo(Math.max(0, c + m - cost), 6);
        const after = of(isContracted ? lines(more, 0) : lines(0, more));
        expect(service(after)).toBeGreaterThanOrEqual(service(before) - 1e-9);
      }),
    );
  });
});
