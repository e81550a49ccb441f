import { type DebtSchedule, REPAID_WITHIN } from "../debt/debt-schedule.ts";
import type { SculptedTerms } from "../debt/sculpted-loan.ts";
import type { FinanceModel } from "../finance-input.ts";
import type { Assumptions } from "./assumptions-sheet.ts";
import type { CashRows } from "./cash-sheet.ts";
import { addLoanRows, type LoanRows, upcoming } from "./loan-rows.ts";
import { MONEY, plus, type SeriesRow, Sheet } from "./sheet.ts";

export interface DebtRows {
  /** As planned, in the order of their rank. */
  readonly loans: readonly LoanRows[];
  /** Construction cost in each period, positive. */
  readonly construction: SeriesRow;
  /** Address of the cost that limits the debt; absent without a sculpted loan. */
  readonly cost?: string;
}

export function debtSheet(
  model: FinanceModel,
  given: Assumptions,
  cash: CashRows,
): { readonly sheet: Sheet; readonly rows: DebtRows } {
  const { frame, sculpted, otherDebts } = model;
  const { operationFrom: from } = frame;
  const sheet = new Sheet("Debt", frame.labels);
  sheet.heading("Construction");
  const construction = sheet.addUsd("construction cost", (t) => (t < from ? `-${cash.byKind.capex.at(t)}` : "0"));
  const others = otherDebts.map((schedule) => addGivenLoan(sheet, schedule));
  if (!sculpted || !given.loan) return { sheet, rows: { loans: others, construction } };
  const { loan, cost } = addSculptedLoan(sheet, model, sculpted, given, { cash, construction, others });
  return { sheet, rows: { loans: [loan, ...others], construction, cost } };
}

/** A loan whose amount is an input: draws are inputs, principal follows from the amount. */
function addGivenLoan(sheet: Sheet, schedule: DebtSchedule): LoanRows {
  const { name, drawnUsd, principalUsd, feesUsd, ratePerPeriod, levelPayments, convertedUsd } = schedule;
  sheet.heading(name);
  const amount = drawnUsd.reduce((sum, usd) => sum + usd, 0);
  const rate = sheet.addParameter(`${name}: interest per period`, "share", {
    input: ratePerPeriod[0],
    format: "0.0000%",
  });
  const drawn = sheet.addInputs(`${name}: drawn`, "USD", drawnUsd);
  const feeShares = sheet.addInputs(
    `${name}: fees, share of the amount`,
    "share",
    feesUsd.map((usd) => usd / amount),
    "0.0000%",
  );
  const shares = levelPayments
    ? undefined
    : sheet.addInputs(
        `${name}: principal, share of the amount`,
        "share",
        principalUsd.map((usd) => usd / amount),
        "0.0000%",
      );
  const total = `SUM(${drawn.all})`;
  const converts = convertedUsd.findIndex((usd) => usd > 0);
  return addLoanRows(sheet, name, {
    rate: () => rate,
    drawn: (t) => drawn.at(t),
    fees: (t) => `${total}*${feeShares.at(t)}`,
    converts,
    principal: (t, opening, interest) => {
      if (shares) return `MIN(${opening},${total}*${shares.at(t)})`;
      const { first, last } = levelPayments as { first: number; last: number };
      if (t < first || t > last) return "0";
      const count = last - first + 1;
      return t === last
        ? opening
        : `MIN(${opening},IF(${rate}=0,${total}/${count},${total}*${rate}/(1-(1+${rate})^-${count}))-${interest})`;
    },
  });
}

function addSculptedLoan(
  sheet: Sheet,
  { frame, conditions }: FinanceModel,
  terms: SculptedTerms,
  { loan }: Assumptions,
  site: { readonly cash: CashRows; readonly construction: SeriesRow; readonly others: readonly LoanRows[] },
): { readonly loan: LoanRows; readonly cost: string } {
  const { cash, construction, others } = site;
  const { operationFrom: from, perYear } = frame;
  const end = from + terms.repaymentPeriods;
  const {
    rate: perYearRate,
    contracted,
    merchant,
    gearing,
    upfrontFee,
    commitmentFee,
  } = loan as NonNullable<typeof loan>;
  sheet.heading(`${terms.name}: sculpting`);
  const rate = sheet.addParameter("interest per period", "share", {
    formula: `${perYearRate}/${perYear}`,
    format: "0.0000%",
  });
  const service = sheet.addUsd("S: service that cash allows", (t) => {
    if (t < from || t >= end) return "0";
    const other = plus(others.map((one) => one.service.at(t)));
    return `MAX(0,${cash.contracted.at(t)}/${contracted}+${cash.merchant.at(t)}/${merchant}-(${other}))`;
  });
  const cap = sheet.addBalance("cap: debt that later service carries", (t, row) => {
    if (t < from - 1 || t >= end - 1) return "0";
    const next = `(${row.at(t + 1)}+${service.at(t + 1)})/(1+${rate})`;
    return `IF(${rate}>0,MIN(${service.at(t + 1)}/${rate},${next}),${next})`;
  });
  const capacity = cap.at(from - 1);
  const spent = `SUM(${construction.all})`;
  const draws = sheet.addRow("share of the loan drawn", "share", (t) => ({
    formula: t >= from ? "0" : `IF(${spent}>0,${construction.at(t)}/${spent},${t === from - 1 ? 1 : 0})`,
    format: "0.00%",
  }));
  const unitFees = sheet.addRow("fees per USD of the loan", "share", (t) => {
    const drawnBefore = t === 0 ? "0" : `SUM(${draws.range(0, t - 1)})`;
    // Until the last draw; a loan that is drawn at once at the start has no commitment.
    const isOpen = `SUM(${draws.range(t, from - 1)})>0`;
    const isDelayed = from > 1 ? `SUM(${draws.range(1, from - 1)})>0` : "FALSE";
    const commitment = `IF(AND(${isOpen},${isDelayed}),${commitmentFee}/${perYear}*(1-${drawnBefore}),0)`;
    const upfront = `IF(AND(${draws.at(t)}>0,${drawnBefore}=0),${upfrontFee},0)`;
    return { formula: t < from ? `${commitment}+${upfront}` : "0", format: "0.0000%" };
  });
  const cost = sheet.addParameter("cost that the debt is measured on", "USD", {
    formula: terms.costUsd === undefined ? spent : ((loan as { cost?: string }).cost ?? spent),
    format: MONEY,
  });
  const before = (row: SeriesRow): string => `SUM(${row.range(0, from - 1)})`;
  const otherDebt = plus(others.map((one) => before(one.drawn)));
  const unitInterest = plus(Array.from({ length: from - 1 }, (_, t) => `${rate}*SUM(${draws.range(0, t)})`));
  const upcomingService = upcoming(service, from - 1, conditions.reserveMonths, frame);
  const unitReserve = `IF(${capacity}>0,(${upcomingService})/${capacity},0)`;
  const perUsd = sheet.addParameter("k: financing cost per USD of the loan", "share", {
    formula: `${unitInterest}+SUM(${unitFees.all})+${unitReserve}`,
    format: "0.0000%",
  });
  const otherCost = plus(
    others.flatMap((one) => [
      before(one.interest),
      before(one.fees),
      upcoming(one.service, from - 1, conditions.reserveMonths, frame),
    ]),
  );
  const room = `${cost}-(${otherDebt})`;
  const byGearing =
    terms.gearingOn === "construction-cost"
      ? `${gearing}*${cost}-(${otherDebt})`
      : `IF(1-${gearing}*${perUsd}>0,` +
        `(${gearing}*(${cost}+${otherCost})-(${otherDebt}))/(1-${gearing}*${perUsd}),${room})`;
  const limit = sheet.addParameter("debt that gearing allows", "USD", {
    formula: `MAX(0,MIN(${room},${byGearing}))`,
    format: MONEY,
  });
  const debt = sheet.addParameter("D: the loan", "USD", { formula: `MIN(${limit},${capacity})`, format: MONEY });
  sheet.heading(terms.name);
  const rows = addLoanRows(sheet, terms.name, {
    rate: () => rate,
    drawn: (t) => `${debt}*${draws.at(t)}`,
    fees: (t) => `${debt}*${unitFees.at(t)}`,
    converts: -1,
    principal: (t, opening, interest) => {
      if (t < from || t >= end) return "0";
      const scale = `IF(${capacity}>0,${debt}/${capacity},0)`;
      const byService = `MIN(${opening},MAX(0,${scale}*${service.at(t)}-${interest}))`;
      const paid = `MAX(${byService},${opening}-${scale}*${cap.at(t)})`;
      return `IF(${opening}-${paid}<=${String(REPAID_WITHIN).toUpperCase()}*${debt},${opening},${paid})`;
    },
  });
  return { loan: rows, cost };
}
