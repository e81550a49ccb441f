import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { FinanceInput } from "../../../src/finance/finance-input.ts";
import { financeSite } from "../../../src/finance/finance-site.ts";
import { financeWorkbook, workbookSheets } from "../../../src/finance/workbook/finance-workbook.ts";
import { smallSite } from "../../support/finance-site.ts";
import { hasSpreadsheet, recalculated, rowOf, type Values } from "../../support/spreadsheet.ts";

/** Everything at once: quarters, real money, tax with losses, two streams, three loans, reserve, sweep, covenants. */
function fullSite(): FinanceInput {
  const count = 26;
  const from = 3;
  const flat = (usd: number, growth = 0): number[] =>
    Array.from({ length: count }, (_, t) => (t < from ? 0 : usd * (1 + growth) ** (t - from)));
  return {
    name: "full",
    periods: { start: "2027-04", every: "quarter", count },
    constructionPeriods: from,
    money: { basis: "real", inflationPerYear: 0.02, priceLevel: "2026-10" },
    lines: [
      { name: "shell", kind: "capex", usd: [-60e6, -90e6, -50e6, ...new Array<number>(count - from).fill(-50_000)] },
      { name: "lease", kind: "contracted", usd: flat(9e6) },
      { name: "mining", kind: "merchant", driver: "hashprice", usd: [1e6, 1e6, 1e6, ...flat(8e6, -0.06).slice(from)] },
      { name: "forward", kind: "hedge", usd: flat(100_000, 0.05) },
      { name: "power of rigs", kind: "power", serves: "merchant", usd: flat(-2.5e6) },
      { name: "staff", kind: "operations", usd: flat(-1e6) },
      { name: "renewal", kind: "reserve", usd: flat(-100_000) },
    ],
    tax: {
      rate: 0.26,
      openingLossesUsd: 2e6,
      assets: [
        { name: "shell", basisUsd: 150e6, method: "macrs-15" },
        { name: "rigs", basisUsd: 30e6, method: "macrs-5" },
      ],
    },
    sculpted: {
      name: "term loan",
      ratePerYear: 0.0775,
      repaymentPeriods: 20,
      gearing: 0.6,
      gearingOn: "total-uses",
      upfrontFee: 0.02,
      commitmentFeePerYear: 0.005,
    },
    debts: [
      {
        kind: "equipment-loan",
        name: "rigs",
        ratePerYear: 0.11,
        equipmentUsd: 20e6,
        advanceRate: 0.5,
        deliveredIn: "2027-Q3",
        repaymentPeriods: 10,
        declinePerYear: 0.35,
      },
      {
        kind: "convertible",
        name: "converts",
        ratePerYear: 0.01,
        amountUsd: 8e6,
        maturesIn: "2031-Q2",
        atMaturity: "shares",
      },
      {
        kind: "notes",
        name: "notes",
        ratePerYear: 0.08,
        amountUsd: 6e6,
        maturesIn: "2032-Q4",
        issuedIn: "2027-Q4",
        upfrontFee: 0.01,
      },
    ],
    conditions: { reserveMonths: 6, sweepShare: 0.3, lockUpDscr: 1.35, defaultDscr: 1.1 },
    discountRatePerYear: 0.12,
  };
}

/** A site that cannot pay: leases stop in the third year of operation. */
function failingSite(): FinanceInput {
  const conditions = { reserveMonths: 6, lockUpDscr: 1.2, defaultDscr: 1.05 };
  const debts = [{ kind: "term-loan", name: "second", ratePerYear: 0.1, amountUsd: 15, repaymentPeriods: 4 }] as const;
  const { sculpted: _sculpted, ...site } = smallSite({ conditions });
  const lines = site.lines.map((line) => {
    if (line.kind === "contracted") return { ...line, usd: [0, 30, 2, -40, 30, 60] };
    return line.kind === "capex" ? { ...line, usd: [-100, 0, 0, -4, 0, 0] } : line;
  });
  const first = {
    kind: "term-loan",
    name: "first",
    ratePerYear: 0.08,
    amountUsd: 60,
    repaymentPeriods: 5,
    repayment: "level-principal",
  } as const;
  return { ...site, lines, debts: [first, ...debts] };
}

/** Every number of the workbook that has one of ours, to the cent. */
function expectEqual(values: Values, input: FinanceInput): void {
  const { waterfall, cashFlow, schedules, sizing, ratios, unleveredTaxUsd } = financeSite(input);
  const cent = (sheet: string, label: string, wanted: readonly number[]): void => {
    const [, ...found] = rowOf(values, sheet, label);
    const off = wanted.flatMap((usd, t) =>
      Math.abs(usd - found[t]) <= 0.005 ? [] : [`${sheet}, ${label}, ${t}: ${found[t]}, not ${usd}`],
    );
    expect(off).toEqual([]);
    expect(found).toHaveLength(wanted.length);
  };
  cent("Cash flow", "EBITDA", cashFlow.ebitdaUsd);
  cent("Cash flow", "tax", unleveredTaxUsd);
  for (const schedule of schedules) {
    cent("Debt", `${schedule.name}: closing balance`, schedule.closingUsd);
    cent("Debt", `${schedule.name}: service`, schedule.serviceUsd);
    cent("Debt", `${schedule.name}: fees`, schedule.feesUsd);
  }
  if (sizing) {
    cent("Cash flow", "C: contracted cash", sizing.contractedUsd);
    cent("Cash flow", "M: merchant cash", sizing.merchantUsd);
    cent("Debt", "S: service that cash allows", sizing.targetServiceUsd);
    cent("Debt", "cap: debt that later service carries", sizing.capacityByPeriodUsd);
    expect(rowOf(values, "Debt", "D: the loan")[0]).toBeCloseTo(sizing.debtUsd, 2);
  }
  for (const debt of waterfall.debts) {
    cent("Waterfall", `${debt.name}: owed at the end`, debt.closingUsd);
    cent("Waterfall", `${debt.name}: paid`, debt.paidUsd);
  }
  cent("Waterfall", "tax", waterfall.taxUsd);
  cent("Waterfall", "CFADS", waterfall.cfadsUsd);
  cent("Waterfall", "unpaid", waterfall.unpaidUsd);
  cent("Waterfall", "cash sweep", waterfall.sweptUsd);
  cent("Waterfall", "reserve account", waterfall.reserveAccountUsd);
  cent("Waterfall", "locked-up cash", waterfall.lockedUpUsd);
  cent("Waterfall", "cash drawn ahead of need", waterfall.cashUsd);
  cent("Waterfall", "paid in by owners", waterfall.equityUsd);
  cent("Waterfall", "distributions", waterfall.distributionsUsd);
  const ratio = (label: string, wanted: number | undefined): void =>
    expect(rowOf(values, "Ratios", label)[0], label).toBeCloseTo(wanted ?? Number.NaN, 9);
  ratio("least DSCR", ratios.coverage.minimum?.dscr);
  ratio("average DSCR", ratios.coverage.average);
  ratio("LLCR", ratios.llcr);
  ratio("PLCR", ratios.plcr);
  ratio("weighted average cost of capital", ratios.weightedCostOfCapital);
  if (ratios.equityReturn.status === "one") ratio("return on equity", ratios.equityReturn.rates[0]);
  if (ratios.siteReturn.status === "one") ratio("return of the site without debt", ratios.siteReturn.rates[0]);
  if (ratios.modifiedEquityReturn !== undefined) ratio("modified return on equity", ratios.modifiedEquityReturn);
  expect(rowOf(values, "Ratios", "net present value of equity")[0]).toBeCloseTo(ratios.equityValueUsd, 2);
  expect(values.get("Checks")?.find(([label]) => label === "all checks")?.[2]).toBe("right");
}

const packageName = "write-excel-file/universal";
const hasWriter = await import(packageName).then(
  () => true,
  () => false,
);
const missing = hasWriter
  ? hasSpreadsheet
    ? ""
    : " (skipped: soffice of LibreOffice is not installed)"
  : " (skipped: the package write-excel-file is not installed)";

describe("financeWorkbook", () => {
  it.skipIf(!hasWriter)("has formulas and no cached results, and its inputs are the numbers of the input", async () => {
    const files = unzipSync(await financeWorkbook(smallSite()));
    const sheets = Object.keys(files).filter((name) => /worksheets\/sheet\d+\.xml$/u.test(name));
    expect(sheets).toHaveLength(6);
    const cells = sheets.flatMap((name) => strFromU8(files[name]).match(/<c [^>]*>.*?<\/c>/gu) ?? []);
    const formulas = cells.filter((cell) => cell.includes("<f>"));
    expect(formulas.length).toBeGreaterThan(300);
    expect(formulas.filter((cell) => cell.includes("<v>"))).toEqual([]);
    expect(cells.filter((cell) => cell.includes("<v>30</v>") && !cell.includes('t="s"'))).toHaveLength(5);
  });

  it("writes no address of a row that does not exist", () => {
    for (const input of [smallSite(), fullSite(), failingSite()]) {
      const sheets = workbookSheets(input);
      const rows = new Map(sheets.map((sheet) => [sheet.name, sheet.rows]));
      let numReferences = 0;
      for (const cell of sheets.flatMap((sheet) => sheet.rows.flat())) {
        if (!cell || !("formula" in cell)) continue;
        for (const [, name, column, row] of cell.formula.matchAll(/'([^']+)'!\$?([A-Z]+)\$?(\d+)/gu)) {
          numReferences++;
          const index = [...column].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
          expect(rows.get(name)?.[Number(row) - 1]?.[index], `${cell.formula}: ${name} ${column}${row}`).toBeDefined();
        }
      }
      expect(numReferences).toBeGreaterThan(500);
    }
  });

  it.skipIf(missing !== "")(`LibreOffice computes our numbers to the cent: a small site${missing}`, async () => {
    const values = recalculated(await financeWorkbook(smallSite()));
    expectEqual(values, smallSite());
  });

  it.skipIf(missing !== "")(`... a site with everything${missing}`, async () => {
    expectEqual(recalculated(await financeWorkbook(fullSite())), fullSite());
  });

  it.skipIf(missing !== "")(`... a site that cannot pay${missing}`, async () => {
    const input = failingSite();
    expect(financeSite(input).breaches.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["default", "unpaid", "reserve", "operating shortfall"]),
    );
    expectEqual(recalculated(await financeWorkbook(input)), input);
  });

  it.skipIf(missing !== "")(`an edited input cell changes the totals${missing}`, async () => {
    const files = unzipSync(await financeWorkbook(smallSite()));
    const name = Object.keys(files).find((file) => file.endsWith("worksheets/sheet2.xml")) as string;
    const before = strFromU8(files[name]);
    // The lease of the third period: 30 becomes 12.5.
    const after = before.replace(
      /(<c r="F\d+"[^>]*><v>)30(<\/v>)/u,
      (_, head: string, tail: string) => `${head}12.5${tail}`,
    );
    expect(after).not.toBe(before);
    const lines = smallSite().lines.map((line) =>
      line.name === "lease" ? { ...line, usd: [0, 30, 12.5, 30, 30, 30] } : line,
    );
    const edited = zipSync({ ...files, [name]: strToU8(after) });
    expectEqual(recalculated(edited), smallSite({ lines }));
  });
});
