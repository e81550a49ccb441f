import type { FinanceModel } from "../finance-input.ts";
import { PERCENT, RATIO, MONEY, Sheet } from "./sheet.ts";

/** Addresses of the parameters that formulas use. */
export interface Assumptions {
  readonly discountRate: string;
  readonly inflation: string;
  readonly taxRate: string;
  readonly lossUseLimit: string;
  readonly openingLosses: string;
  readonly reserveMonths: number;
  readonly sweepShare: string;
  readonly lockUpDscr: string;
  readonly defaultDscr: string;
  readonly loan?: {
    readonly rate: string;
    readonly contracted: string;
    readonly merchant: string;
    readonly gearing: string;
    readonly upfrontFee: string;
    readonly commitmentFee: string;
    /** Absent if the cost is the capex before operation. */
    readonly cost?: string;
  };
}

export function assumptionsSheet(model: FinanceModel): { readonly sheet: Sheet; readonly assumptions: Assumptions } {
  const { money, tax, conditions, sculpted, discountRatePerYear } = model;
  const sheet = new Sheet("Assumptions", []);
  sheet.note("Blue numbers are inputs. Everything else is a formula: edit an input and the sheets follow.");
  sheet.note(
    "Structure is not an input: number of periods, months of the reserve account, look-back, tenor, tax years.",
  );
  const percent = (label: string, value: number): string =>
    sheet.addParameter(label, "share", { input: value, format: PERCENT });
  const ratio = (label: string, value: number): string =>
    sheet.addParameter(label, "DSCR", { input: value, format: RATIO });
  sheet.heading("Site");
  sheet.addParameter("Name", "", { text: model.name });
  sheet.addParameter("Money", "", { text: money.basis === "real" ? `real, of ${money.priceLevel}` : "nominal" });
  const inflation = percent("Inflation per year", money.basis === "real" ? money.inflationPerYear : 0);
  const discountRate = percent("Discount rate of equity per year, effective", discountRatePerYear);
  sheet.heading("Tax");
  const taxRate = percent("Income tax", tax.rate);
  const lossUseLimit = percent("Greatest share of income that losses offset", tax.lossUseLimit);
  const openingLosses = sheet.addParameter("Losses from earlier years", "USD", {
    input: tax.lossCarryForward ? tax.openingLossesUsd : 0,
    format: MONEY,
  });
  sheet.heading("Conditions");
  sheet.addParameter("Debt service in reserve", "months", { text: String(conditions.reserveMonths) });
  sheet.addParameter("Look-back of covenants", "periods", { text: String(conditions.lookBackPeriods) });
  const assumptions = {
    discountRate,
    inflation,
    taxRate,
    lossUseLimit,
    openingLosses,
    reserveMonths: conditions.reserveMonths,
    sweepShare: percent("Cash sweep", conditions.sweepShare),
    lockUpDscr: ratio("Lock-up covenant", conditions.lockUpDscr),
    defaultDscr: ratio("Default covenant", conditions.defaultDscr),
  };
  if (!sculpted) return { sheet, assumptions };
  sheet.heading(sculpted.name);
  const loan = {
    rate: percent("Interest per year", sculpted.ratePerYear),
    contracted: ratio("Target on contracted cash", sculpted.targetDscr.contracted),
    merchant: ratio("Target on merchant cash", sculpted.targetDscr.merchant),
    gearing: percent(`Gearing on ${sculpted.gearingOn.replace("-", " ")}`, sculpted.gearing),
    upfrontFee: percent("Upfront fee", sculpted.upfrontFee),
    commitmentFee: percent("Commitment fee per year", sculpted.commitmentFeePerYear),
    ...(sculpted.costUsd !== undefined && {
      cost: sheet.addParameter("Cost of the site", "USD", { input: sculpted.costUsd, format: MONEY }),
    }),
  };
  sheet.addParameter("Periods of repayment", "periods", { text: String(sculpted.repaymentPeriods) });
  return { sheet, assumptions: { ...assumptions, loan } };
}
