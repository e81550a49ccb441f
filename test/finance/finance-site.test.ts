import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { financeSite } from "../../src/finance/finance-site.ts";
import type { CashLine } from "../../src/finance/cash-line.ts";
import { usualStresses } from "../../src/finance/stress.ts";
import { smallSite } from "../support/finance-site.ts";

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

describe("financeSite", () => {
  // S = 25 a year, 25 x 3.99271 (5 years at 8 %) = 99.82; gearing allows 80.
  it("gearing limits the small site's debt, and the service is S scaled by 80 / 99.82", () => {
    const { sizing, schedules, ratios, sources, uses } = financeSite(smallSite());
    expect(sizing).toMatchObject({ debtUsd: 80, limitedBy: "gearing", gearingLimitUsd: 80 });
    expect(sizing?.capacityUsd).toBeCloseTo(99.81775, 5);
    expect(schedules[0].serviceUsd[1]).toBeCloseTo((25 * 80) / 99.81775, 4);
    expect(ratios.coverage.minimum?.dscr).toBeCloseTo(36 / 20.03652, 4);
    expect(sources).toEqual([
      { name: "term loan", usd: 80 },
      { name: "equity", usd: 20 },
    ]);
    expect(uses).toEqual([{ name: "construction cost", usd: 100 }]);
    expect(ratios.debtShare).toBeCloseTo(0.8, 12);
    expect(ratios.weightedCostOfCapital).toBeCloseTo(0.8 * 0.08 + 0.2 * 0.12, 12);
  });

  // Equity -20, then 36 - 20.03652 a year.
  it("the return on equity", () => {
    const { ratios } = financeSite(smallSite());
    expect(ratios.equityReturn.status).toBe("one");
    const rate = ratios.equityReturn.rates[0];
    expect((15.96348 * (1 - (1 + rate) ** -5)) / rate).toBeCloseTo(20, 4);
    expect(ratios.equityPaybackYears).toBeCloseTo(1 + 4.03652 / 15.96348, 4);
    expect(ratios.equityValueUsd).toBeCloseTo(15.96348 * ((1 - 1.12 ** -5) / 0.12) - 20, 3);
    expect(ratios.siteReturn.rates[0]).toBeCloseTo(0.234, 3);
  });

  it("cash limits the debt where the site costs more, and DSCR and LLCR follow", () => {
    const lines = smallSite().lines.map((line) =>
      line.kind === "capex" ? { ...line, usd: [-500, 0, 0, 0, 0, 0] } : line,
    );
    const { sizing, ratios } = financeSite(smallSite({ lines }));
    expect(sizing?.limitedBy).toBe("cash");
    expect(sizing?.debtUsd).toBeCloseTo(99.81775, 5);
    expect(ratios.coverage.average).toBeCloseTo(36 / 25, 9);
    expect(ratios.llcr).toBeCloseTo(36 / 25, 9);
    expect(ratios.plcr).toBeCloseTo(36 / 25, 9);
  });

  // Two quarters of construction, 60 and 40. Draws of 60 % and 40 % of D, 2 % a quarter on the first, a fee of 1 % at
  // the first draw, and service of two quarters in reserve. Sources equal uses, and D is 80 % of them.
  it("gearing on total uses has a closed form: interest, fees and reserve are within it", () => {
    const quarters = (usd: number): number[] => [0, 0, ...new Array<number>(20).fill(usd)];
    const { sizing, sources, uses } = financeSite(
      smallSite({
        periods: { start: "2027-01", every: "quarter", count: 22 },
        constructionPeriods: 2,
        lines: [
          { name: "shell", kind: "capex", usd: [-60, -40, ...new Array<number>(20).fill(0)] },
          { name: "lease", kind: "contracted", usd: quarters(30) },
        ],
        sculpted: {
          name: "loan",
          ratePerYear: 0.08,
          repaymentPeriods: 20,
          gearing: 0.8,
          gearingOn: "total-uses",
          upfrontFee: 0.01,
          commitmentFeePerYear: 0.004,
        },
        conditions: { reserveMonths: 6 },
      }),
    );
    const total = sum(uses.map(({ usd }) => usd));
    expect(sum(sources.map(({ usd }) => usd))).toBeCloseTo(total, 9);
    expect(sizing?.debtUsd).toBeCloseTo(0.8 * total, 9);
    const debt = sizing?.debtUsd ?? 0;
    const named = Object.fromEntries(uses.map(({ name, usd }) => [name, usd]));
    expect(named["interest during construction"]).toBeCloseTo(0.6 * debt * 0.02, 9);
    expect(named["fees"]).toBeCloseTo(debt * (0.01 + 0.001 * (1 + 0.4)), 9);
  });

  it("gearing on total uses counts all debt: with an equipment loan, 70 % of all uses are debt", () => {
    const sculpted = {
      name: "loan",
      ratePerYear: 0.08,
      repaymentPeriods: 5,
      gearing: 0.7,
      gearingOn: "total-uses",
      upfrontFee: 0.03,
    } as const;
    const rigs = {
      kind: "equipment-loan",
      name: "rigs",
      ratePerYear: 0.1,
      equipmentUsd: 20,
      advanceRate: 0.6,
    } as const;
    const debts = [{ ...rigs, repaymentPeriods: 4, declinePerYear: 0.4, upfrontFee: 0.05 }];
    const { sizing, uses, sources } = financeSite(smallSite({ sculpted, debts, conditions: { reserveMonths: 3 } }));
    const total = sum(uses.map(({ usd }) => usd));
    expect(sizing?.limitedBy).toBe("gearing");
    expect((sizing?.debtUsd ?? 0) + 12).toBeCloseTo(0.7 * total, 9);
    expect(sum(sources.map(({ usd }) => usd))).toBeCloseTo(total, 9);
  });

  it("capex of operation lowers CFADS and not the equity before operation, unlike construction cost", () => {
    const lines = smallSite().lines.map((line) =>
      line.kind === "capex" ? { ...line, usd: [-100, -6, 0, 0, 0, 0] } : line,
    );
    const { sizing, schedules, waterfall } = financeSite(smallSite({ lines }));
    expect(sizing?.gearingLimitUsd).toBe(80);
    expect(schedules[0].drawnUsd).toEqual([80, 0, 0, 0, 0, 0]);
    expect(waterfall.cfadsUsd.slice(1, 3)).toEqual([30, 36]);
  });

  it("never lends more than the site costs, also where gearing on total uses would", () => {
    const sculpted = {
      name: "loan",
      ratePerYear: 0.08,
      repaymentPeriods: 5,
      gearing: 1,
      gearingOn: "total-uses",
      upfrontFee: 0.1,
    } as const;
    const { sizing } = financeSite(
      smallSite({
        sculpted,
        lines: smallSite().lines.map((line) => ({
          ...line,
          usd: line.usd.map((usd) => (line.kind === "capex" ? usd : 10 * usd)),
        })),
      }),
    );
    expect(sizing?.debtUsd).toBe(100);
  });

  it("other debt takes its part of the gearing and of the service", () => {
    const debts = [
      {
        kind: "equipment-loan",
        name: "rigs",
        ratePerYear: 0.1,
        equipmentUsd: 50,
        advanceRate: 0.6,
        repaymentPeriods: 2,
        declinePerYear: 0.4,
      },
    ] as const;
    const { sizing, schedules, uses, sources } = financeSite(smallSite({ debts }));
    expect(sizing?.gearingLimitUsd).toBe(50);
    expect(sizing?.targetServiceUsd[1]).toBeCloseTo(25 - schedules[1].serviceUsd[1], 9);
    expect(sum(sources.map(({ usd }) => usd))).toBeCloseTo(sum(uses.map(({ usd }) => usd)), 9);
  });

  it("names breaches under stress by period, with the base case's debt", () => {
    const conditions = { lockUpDscr: 1.3, defaultDscr: 1.1 };
    const found = financeSite(smallSite({ conditions, stresses: usualStresses("2030") }));
    expect(found.breaches).toEqual([]);
    const by = new Map(found.stresses.map((stress) => [stress.name, stress]));
    expect(by.get("tenant default")?.breaches.map(({ period, kind }) => `${period} ${kind}`)).toEqual([
      "2030 default",
      "2030 unpaid",
      "2031 default",
      "2031 unpaid",
      "2032 default",
      "2032 unpaid",
    ]);
    // 36 - 18 (1 - 0.7) = 30.6 over 20.04, and 36 - 18 (1 - 1 / 1.2) = 33.
    expect(by.get("hashprice -30 %")?.ratios.coverage.minimum?.dscr).toBeCloseTo(30.6 / 20.03652, 5);
    expect(by.get("difficulty +20 %")?.ratios.coverage.minimum?.dscr).toBeCloseTo(33 / 20.03652, 5);
    expect(by.get("power +50 %")?.ratios.coverage.minimum?.dscr).toBeCloseTo(32 / 20.03652, 5);
    expect(by.get("halving")?.waterfall.testedDscr[2]).toBeCloseTo(36 / 20.03652, 5);
    expect(by.get("halving")?.waterfall.testedDscr[3]).toBeCloseTo(27 / 20.03652, 5);
    // Half a year late: 18 in the first year of operation.
    expect(by.get("delay of 6 months")?.breaches[0]).toMatchObject({ period: "2028", kind: "default" });
    expect(by.get("delay of 6 months")?.breaches[0].value).toBeCloseTo(18 / 20.03652, 5);
    expect(by.get("hashprice -30 %")?.headroom).toBeCloseTo(1 - (1.1 * 20.03652) / 30.6, 5);
  });

  it("no debt on negative EBITDA, no NaN, and the reason in words", () => {
    const lines = smallSite().lines.map((line) =>
      line.kind === "merchant" || line.kind === "contracted" ? { ...line, usd: line.usd.map((usd) => usd / 10) } : line,
    );
    const found = financeSite(smallSite({ lines }));
    expect(found.sizing).toMatchObject({ debtUsd: 0, limitedBy: "no cash" });
    expect(found.ratios.equityReturn.status).toBe("none");
    expect(found.ratios.coverage.minimum).toBeUndefined();
    expect(found.ratios.llcr).toBeUndefined();
    expect(found.notices.join(" ")).toContain("no period has cash");
    const wrong: string[] = [];
    JSON.stringify(found, (key, value: unknown) => {
      if (typeof value === "number" && !Number.isFinite(value)) wrong.push(key);
      return value;
    });
    expect(wrong).toEqual([]);
  });

  it("a lease that carries the rigs: a mining loss lowers what is lent on the lease", () => {
    const lines = smallSite().lines.map((line) =>
      line.name === "power" ? { ...line, usd: line.usd.map((usd) => 5 * usd) } : line,
    );
    // 26 of lease and -22 of mining: 4 / 1.3 a year.
    expect(financeSite(smallSite({ lines })).sizing?.targetServiceUsd[1]).toBeCloseTo(4 / 1.3, 9);
  });

  it("after true tax, DSCR is at least its target", () => {
    const tax = { rate: 0.26, assets: [{ name: "shell", basisUsd: 100, method: "macrs-5" }] } as const;
    const { ratios, unleveredTaxUsd, waterfall } = financeSite(
      smallSite({ tax, sculpted: { ...smallSite().sculpted!, gearing: 1 } }),
    );
    expect(sum(unleveredTaxUsd)).toBeGreaterThan(sum(waterfall.taxUsd));
    expect(ratios.coverage.minimum?.dscr).toBeGreaterThanOrEqual(36 / 25 - 1e-9);
  });

  it("real money is inflated before it pays nominal debt", () => {
    const money = { basis: "real", inflationPerYear: 0.02, priceLevel: "2028-01" } as const;
    const { cashFlow, notices } = financeSite(smallSite({ money }));
    expect(cashFlow.usdByKind.contracted[1]).toBeCloseTo(30 * 1.02, 9);
    expect(cashFlow.usdByKind.capex[0]).toBeCloseTo(-100, 9);
    expect(notices[0]).toContain("real money of 2028-01");
  });

  it("a site that stands: the loan pays its owners", () => {
    const lines = smallSite().lines.filter(({ kind }) => kind !== "capex");
    const { sizing, sources, uses, ratios } = financeSite(
      smallSite({ lines, sculpted: { ...smallSite().sculpted!, costUsd: 100 } }),
    );
    expect(sizing?.debtUsd).toBe(80);
    expect(sources).toEqual([{ name: "term loan", usd: 80 }]);
    expect(uses).toEqual([{ name: "cash drawn ahead of need", usd: 80 }]);
    expect(ratios.equityReturn.detail).toContain("nothing is ever paid in");
  });

  it("without any debt", () => {
    const { sculpted: _sculpted, ...bare } = smallSite();
    const found = financeSite(bare);
    expect(found.ratios).toMatchObject({ debtShare: 0, llcr: undefined });
    expect(found.ratios.weightedCostOfCapital).toBeCloseTo(0.12, 12);
    expect(found.ratios.equityReturn.rates[0]).toBeCloseTo(found.ratios.siteReturn.rates[0], 9);
    expect(found.headroom).toBeUndefined();
  });

  it("sources equal uses, balances end at 0, and more cash never lowers the debt", () => {
    const amounts = fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 5, maxLength: 5 });
    const kind = fc.constantFrom("contracted" as const, "merchant" as const);
    fc.assert(
      fc.property(amounts, amounts, kind, fc.integer({ min: 0, max: 30 }), fc.nat(4), (a, b, more, extra, at) => {
        const lines = (usd: number): CashLine[] => [
          { name: "build", kind: "capex", usd: [-100, 0, 0, 0, 0, 0] },
          {
            name: "c",
            kind: "contracted",
            usd: [0, ...a.map((one, t) => (more === "contracted" && t === at ? one + usd : one))],
          },
          {
            name: "m",
            kind: "merchant",
            usd: [0, ...b.map((one, t) => (more === "merchant" && t === at ? one + usd : one))],
          },
        ];
        const [poor, rich] = [0, extra].map((usd) => financeSite(smallSite({ lines: lines(usd) })));
        expect(rich.sizing!.debtUsd).toBeGreaterThanOrEqual(poor.sizing!.debtUsd - 1e-9);
        expect(sum(poor.sources.map(({ usd }) => usd))).toBeCloseTo(sum(poor.uses.map(({ usd }) => usd)), 9);
        expect(poor.schedules[0].closingUsd.at(-1)).toBe(0);
        expect(poor.breaches.filter(({ kind: breach }) => breach === "unpaid")).toEqual([]);
      }),
    );
  });

  it.each([
    [{ periods: undefined }, "input.periods"],
    [{ constructionPeriods: 6 }, "fewer than the 6 periods"],
    [{ money: {} }, "input.money.basis"],
    [{ lines: [] }, "input.lines"],
    [
      { debts: [{ kind: "notes", name: "term loan", ratePerYear: 0, amountUsd: 1, maturesIn: "2028" }] },
      "a name of its own for each debt",
    ],
    [{ discountRatePerYear: 12 }, "write 12 % as 0.12"],
    [{ stresses: [{ name: "x", halving: { from: "1999" } }] }, "a period from 2027 to 2032"],
    [{ conditons: {} }, 'did you mean "conditions"?'],
    [{ sculpted: { name: "l", ratePerYear: 0.08, repaymentPeriods: 6, gearing: 0.8 } }, "at most 5 periods"],
  ])("faults: %o", (more, words) => {
    expect(() => financeSite(smallSite(more as never))).toThrow(words);
  });
});
