import { usdText } from "./usd-text.ts";
import type { FinanceResult } from "./finance-result.ts";

/** Rules that were applied, and what of a result may mislead; in plain sentences. */
export function financeNotices(result: Omit<FinanceResult, "notices">): string[] {
  const { money, sizing, waterfall, ratios, conditions, tax } = result;
  const notices: string[] = [];
  notices.push(
    money.basis === "nominal"
      ? "All amounts are nominal."
      : `Amounts were given in real money of ${money.priceLevel} and inflated at ${percent(money.inflationPerYear)} ` +
          "a year; results are nominal, as loans and taxes are.",
  );
  if (sizing) notices.push(sizingNotice(sizing));
  if (sizing && sizing.interestBoundPeriods.length > 0) {
    notices.push(
      `Interest alone uses the whole service in ${sizing.interestBoundPeriods.join(", ")}: ` +
        "these periods limit the debt.",
    );
  }
  if (tax.rate > 0) {
    notices.push(
      "The debt is sized on tax without interest, which is at least the true tax: " +
        "DSCR after true tax is at least its target.",
    );
  }
  if (ratios.coverage.minimum && conditions.lookBackPeriods > 1) {
    notices.push(`Covenants take CFADS and service of ${conditions.lookBackPeriods} periods together.`);
  }
  if (waterfall.operatingShortfallUsd.some((usd) => usd > 0)) {
    notices.push("Owners pay operating losses that no account covers; the equity return contains these payments.");
  }
  if (ratios.equityReturn.status !== "one") notices.push(`Equity return: ${ratios.equityReturn.detail}.`);
  if (result.stresses.length > 0) {
    notices.push(
      "Stress tests do not dispatch again: a plan would shed rigs that lose money, so they overstate the loss.",
    );
  }
  return notices;
}

function sizingNotice({
  limitedBy,
  debtUsd,
  capacityUsd,
  gearingLimitUsd,
}: NonNullable<FinanceResult["sizing"]>): string {
  const debt = `${usdText(debtUsd)}`;
  if (limitedBy === "no cash") return "The sculpted loan is 0: no period has cash that could pay debt service.";
  if (limitedBy === "no cost") return "The sculpted loan is 0: gearing allows no debt on the construction cost.";
  return limitedBy === "gearing"
    ? `Gearing limits the sculpted loan to ${debt}; cash would carry ${usdText(capacityUsd)}.`
    : `Cash limits the sculpted loan to ${debt}; gearing would allow ${usdText(gearingLimitUsd)}.`;
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}
