import { describe, expect, it } from "vitest";
import { ledgerCashLines } from "../../src/finance/ledger-lines.ts";
import { planPower } from "../../src/plan-power.ts";
import type { OptimalPlan } from "../../src/plan/plan-result.ts";

/** Two days around a month's end: firm AI, rigs, a demand charge by month and a genset that stays idle. */
function twoDays(): OptimalPlan {
  const plan = planPower({
    horizon: { start: "2027-01-31T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 48 },
    bitcoin: { hashpriceUsdPerPhDay: 50 },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: 50,
        importPriceUsdPerMwh: 40,
        demandCharge: { usdPerMwMonth: 1000 },
      },
      { kind: "ai-firm", name: "tenant", facilityMw: 10, vollUsdPerMwh: 5000, revenueUsdPerFacilityMwh: 150 },
      { kind: "ai-spot", name: "gpus", itMw: 4, pue: 1.25, revenueUsdPerItMwh: 200 },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 2000, omUsdPerMwh: 3 },
    ],
  } as never);
  if (plan.status !== "optimal") throw new Error(`${plan.status}: ${plan.detail}`);
  return plan;
}

describe("ledgerCashLines", () => {
  const plan = twoDays();
  const { lines, periods, hoursByPeriod } = ledgerCashLines(plan);

  it("months of the plan's own calendar", () => {
    expect(periods).toEqual({ start: "2027-01", every: "month", count: 2 });
    expect(hoursByPeriod).toEqual([24, 24]);
    expect(ledgerCashLines(plan, { every: "quarter" }).periods).toEqual({
      start: "2027-01",
      every: "quarter",
      count: 1,
    });
    expect(ledgerCashLines(plan, { every: "year" }).periods.start).toBe("2027-01");
  });

  it("the sum of the lines is the cash of the ledger, with the sign of cash", () => {
    const { cash, expected, sunk } = plan.ledger.usdByKind;
    const sum = lines.reduce((total, line) => total + line.usd.reduce((one, usd) => one + usd, 0), 0);
    expect(sum).toBeCloseTo(-(cash + expected + sunk), 6);
    expect(plan.ledger.usdByKind.valuation).not.toBe(undefined);
  });

  it("what an asset is decides the kind", () => {
    const kinds = Object.fromEntries(lines.map(({ name, kind, driver, serves }) => [name, [kind, driver, serves]]));
    expect(kinds["tenant: AI revenue"]).toEqual(["contracted", undefined, undefined]);
    expect(kinds["gpus: spot AI revenue"]).toEqual(["merchant", undefined, undefined]);
    expect(kinds["rigs: mining income"]).toEqual(["merchant", "hashprice", undefined]);
    expect(kinds["rigs: mining O&M"]).toEqual(["operations", undefined, "merchant"]);
    expect(kinds["grid: import energy"]).toEqual(["power", "power-price", undefined]);
  });

  it("a charge that names its month is in it, and is one line", () => {
    const demand = lines.find(({ name }) => name.startsWith("grid: demand charge"));
    expect(demand?.usd).toHaveLength(2);
    const items = plan.ledger.lines.filter(({ item }) => item.startsWith("demand charge"));
    expect(items).toHaveLength(2);
    expect(demand?.usd).toEqual(items.map(({ usd }) => expect.closeTo(-usd, 6)));
  });

  it("kinds by asset or by item", () => {
    const kinds = { gpus: { kind: "contracted" }, "rigs: mining O&M": { kind: "power" } } as const;
    const named = new Map(ledgerCashLines(plan, { kinds }).lines.map((line) => [line.name, line]));
    expect(named.get("gpus: spot AI revenue")?.kind).toBe("contracted");
    expect(named.get("rigs: mining O&M")).toMatchObject({ kind: "power" });
  });

  it("charges without a month are spread over the hours", () => {
    const ledger = { ...plan.ledger, lines: [{ asset: "grid", item: "fee", kind: "cash" as const, usd: 48 }] };
    expect(ledgerCashLines({ ...plan, ledger }).lines[0].usd).toEqual([-24, -24]);
    const penalty = [{ asset: "tenant", item: "unserved", kind: "penalty" as const, usd: 48 }];
    const found = ledgerCashLines({ ...plan, ledger: { ...plan.ledger, lines: penalty } });
    expect(found.lines).toEqual([]);
    expect(found.notices.join(" ")).toContain("are left out");
  });

  it("says what was left out, and only that", () => {
    const bare = { ...plan.ledger, lines: plan.ledger.lines.filter(({ kind }) => kind === "cash"), alreadySet: [] };
    expect(ledgerCashLines({ ...plan, ledger: bare }).notices).toHaveLength(1);
    const set = { ...bare, alreadySet: [{ asset: "grid", item: "peak", usd: 5 }] };
    expect(ledgerCashLines({ ...plan, ledger: set }).notices.join(" ")).toContain("alreadySet");
  });

  it("faults", () => {
    expect(() => ledgerCashLines({} as never)).toThrow("a plan, as planPower returns it");
    expect(() => ledgerCashLines(plan, { every: "week" as never })).toThrow("month, quarter, year");
  });
});
