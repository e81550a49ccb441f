/**
 * Contracted and merchant cash available for debt service: C_t and M_t of the sculpting formula.
 *
 * 1. Income goes to its stream; hedges belong to merchant income.
 * 2. Costs, capex of operation and reserves go to the income they serve; those that serve both are shared in proportion
 *    to the income of the period, and are merchant where there is no income.
 * 3. A loss of one stream is paid by the other, so that no debt is lent against one while the other loses it.
 * 4. Tax is shared in proportion to what is left.
 *
 * C_t + M_t is CFADS where CFADS is positive. Where it is not, both are 0.
 */
import type { CashLine, ServedStream } from "./cash-line.ts";

export interface StreamCash {
  readonly contractedUsd: readonly number[];
  readonly merchantUsd: readonly number[];
}

export function streamCash(lines: readonly CashLine[], taxUsd: readonly number[], from: number): StreamCash {
  const contractedUsd: number[] = [];
  const merchantUsd: number[] = [];
  for (const [t, tax] of taxUsd.entries()) {
    const [contracted, merchant] = t < from ? [0, 0] : afterTax(beforeTax(lines, t), tax);
    contractedUsd.push(contracted);
    merchantUsd.push(merchant);
  }
  return { contractedUsd, merchantUsd };
}

type Pair = readonly [contracted: number, merchant: number];

function beforeTax(lines: readonly CashLine[], t: number): Pair {
  let [contracted, merchant, shared] = [0, 0, 0];
  let [contractedIncome, merchantIncome] = [0, 0];
  for (const line of lines) {
    const usd = line.usd[t];
    if (line.kind === "contracted") contractedIncome += Math.max(0, usd);
    if (line.kind === "merchant") merchantIncome += Math.max(0, usd);
    const stream = streamOf(line);
    if (stream === "contracted") contracted += usd;
    else if (stream === "merchant") merchant += usd;
    else shared += usd;
  }
  const income = contractedIncome + merchantIncome;
  const contractedShare = income > 0 ? contractedIncome / income : 0;
  return [contracted + shared * contractedShare, merchant + shared * (1 - contractedShare)];
}

function streamOf({ kind, serves = "both" }: CashLine): ServedStream {
  if (kind === "contracted") return "contracted";
  return kind === "merchant" || kind === "hedge" ? "merchant" : serves;
}

function afterTax([contracted, merchant]: Pair, tax: number): Pair {
  const [c, m] =
    contracted < 0 ? [0, contracted + merchant] : merchant < 0 ? [contracted + merchant, 0] : [contracted, merchant];
  const sum = c + m;
  if (sum <= tax) return [0, 0];
  return [Math.max(0, c) * (1 - tax / sum), Math.max(0, m) * (1 - tax / sum)];
}
