/**
 * What a loan owes and pays by period. Payments and draws are made at the end of a period, interest is due on the
 * balance at its start:
 *
 *     interest_t = rate_t * opening_t
 *     closing_t  = opening_t + drawn_t - principal_t - converted_t,    opening_(t+1) = closing_t
 */
export interface DebtSchedule {
  readonly name: string;
  /** Balance at the start of each period, USD. */
  readonly openingUsd: readonly number[];
  readonly drawnUsd: readonly number[];
  readonly interestUsd: readonly number[];
  /** Commitment and upfront fees, USD. */
  readonly feesUsd: readonly number[];
  readonly principalUsd: readonly number[];
  /** Principal that turns into shares, without cash, USD. */
  readonly convertedUsd: readonly number[];
  /** Balance at the end of each period, USD. */
  readonly closingUsd: readonly number[];
  /** Interest and principal, USD. Fees are paid before operation and are not part of it. */
  readonly serviceUsd: readonly number[];
  /** Interest per period as a share. */
  readonly ratePerPeriod: readonly number[];
  /** First and last period of level payments; absent for other repayments. */
  readonly levelPayments?: { readonly first: number; readonly last: number };
}

export interface RollInput {
  readonly name: string;
  /** Balance at the start of the first period, USD. Default 0. */
  readonly openingUsd?: number;
  readonly ratePerPeriod: readonly number[];
  /** Amounts borrowed at the end of each period, USD. Default: nothing. */
  readonly drawnUsd?: readonly number[];
  readonly feesUsd?: readonly number[];
  /** Principal paid at the end of period `t`, from the balance at its start and the interest due, USD. */
  readonly principal: (t: number, balanceUsd: number, interestUsd: number) => number;
  /** Period at whose end the balance turns into shares. Default: never. */
  readonly convertsIn?: number;
}

/**
 * A balance this small, as a share of the debt, is rounding and is repaid: interest on it would be debt service, and
 * its DSCR a number without meaning.
 */
export const REPAID_WITHIN = 1e-12;

/** Rolls a balance forward over its periods. */
export function rollDebt(input: RollInput): DebtSchedule {
  const { name, openingUsd = 0, ratePerPeriod, drawnUsd, feesUsd, principal, convertsIn } = input;
  const count = ratePerPeriod.length;
  const zeros = (): number[] => new Array<number>(count).fill(0);
  const [openings, interests, principals, converted] = [zeros(), zeros(), zeros(), zeros()];
  const [closings, services] = [zeros(), zeros()];
  let balance = openingUsd;
  for (let t = 0; t < count; t++) {
    openings[t] = balance;
    interests[t] = balance * ratePerPeriod[t];
    principals[t] = principal(t, balance, interests[t]);
    services[t] = interests[t] + principals[t];
    balance += (drawnUsd?.[t] ?? 0) - principals[t];
    if (t === convertsIn) [converted[t], balance] = [balance, 0];
    closings[t] = balance;
  }
  return {
    name,
    openingUsd: openings,
    drawnUsd: drawnUsd ?? zeros(),
    interestUsd: interests,
    feesUsd: feesUsd ?? zeros(),
    principalUsd: principals,
    convertedUsd: converted,
    closingUsd: closings,
    serviceUsd: services,
    ratePerPeriod,
  };
}

/** Payment at the end of each of `count` periods that repays 1 USD at `rate` per period. */
export function levelPayment(rate: number, count: number): number {
  // expm1 and log1p keep the digits at rates near 0.
  return rate === 0 ? 1 / count : rate / -Math.expm1(-count * Math.log1p(rate));
}
