import { describe, expect, it } from "vitest";
import * as finance from "../../src/finance.ts";
import { financeChart, financeSummary } from "../../src/report.ts";
import { smallSite } from "../support/finance-site.ts";

/** What a caller of JavaScript may give by mistake, and what one may give on purpose. */
const thrower = (): never => {
  throw new RangeError("from the caller's object");
};
const ring: Record<string, unknown> = {};
ring["ring"] = ring;
const odd: readonly unknown[] = [
  ...[null, undefined, Number.NaN, -1, 1e308, "text", true, 10n, Symbol("s"), () => 1, [1], new Array(3)],
  ...[new Float32Array(2), new Date(0), ring, {}, Object.create(null), new Map([["a", 1]])],
  new Proxy({}, { get: thrower, ownKeys: thrower, has: thrower, getPrototypeOf: thrower }),
];
const functions = { ...finance };
const periods = smallSite().periods;

type Call = (given: never) => unknown;
const calls: readonly (readonly [string, Call])[] = [
  ...(
    [
      "financeSite",
      "sculptDebt",
      "makeWhole",
      "conversion",
      "escalatingLease",
      "hashpriceForward",
      "hashpriceFuture",
      "treasury",
      "exceedance",
      "projectLine",
      "ledgerCashLines",
      "serviceCoverage",
      "lifeCoverage",
      "internalReturn",
      "weightedCostOfCapital",
    ] as const
  ).map((name): [string, Call] => [`${name}(given)`, (given) => functions[name](given)]),
  ...Object.keys(smallSite()).map((field): [string, Call] => [
    `financeSite({ ${field} })`,
    (given) => finance.financeSite({ ...smallSite(), [field]: given }),
  ]),
  ...(["tax", "conditions", "debts", "stresses", "constructionPeriods"] as const).map((field): [string, Call] => [
    `financeSite({ ${field} })`,
    (given) => finance.financeSite({ ...smallSite(), [field]: given }),
  ]),
  ["financeWorkbook(given)", (given) => finance.financeWorkbook(given)],
  ["leaseLine(given)", (given) => finance.leaseLine(given, periods)],
  ["leaseLine(lease, given)", (given) => finance.leaseLine({ name: "a" } as never, given)],
  ["regroupLines(given)", (given) => finance.regroupLines(given, periods, "year")],
  ["regroupLines(lines, given)", (given) => finance.regroupLines(smallSite().lines, given, "year")],
  ["netPresentValue(given)", (given) => finance.netPresentValue(given, 0.1)],
  ["netPresentValue(cash, given)", (given) => finance.netPresentValue([1], given)],
  ["annuityValue(given)", (given) => finance.annuityValue(given, given, given)],
  ["modifiedReturn(given)", (given) => finance.modifiedReturn(given, given, given)],
  ["paybackPeriods(given)", (given) => finance.paybackPeriods(given)],
  ["headroom(given)", (given) => finance.headroom(given)],
  ["financeCsv(given)", (given) => finance.financeCsv(given)],
  ["financeRecords(given)", (given) => [...finance.financeRecords(given)]],
  ["financeSummary(given)", (given) => financeSummary(given)],
  ["financeChart(given)", (given) => financeChart(given, "cash")],
];

describe("finance functions answer with an own error, or with finite numbers", () => {
  it.each(calls)("%s", async (name, call) => {
    let count = 0;
    for (const given of odd) {
      try {
        const answer = await call(given as never);
        expect(typeof answer === "number" ? Number.isFinite(answer) : true, name).toBe(true);
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        expect([name, code, message]).toEqual([name, "FINANCE_INPUT", message]);
        expect(message.length).toBeLessThan(6000);
      }
      count++;
    }
    expect(count).toBe(odd.length);
  });
});
