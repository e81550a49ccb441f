/**
 * The bill of a load that is given, item by item as a clerk works it out: no program, no code of the library. Hours
 * only (billing intervals of an hour at most), amounts owed before the plan left out, and what is sunk too.
 */
import { monthsOf, type Month } from "./calendar.ts";
import { coincident, type System, type SystemState } from "./coincident.ts";
import { flatDemand, most, sharesOf, touDemand, type TouTerms } from "./demand.ts";
import { exportUsdPerMwh, importUsdPerMwh, netted, tiersUsd, type Netting, type Tiers } from "./energy.ts";

type Fields = Readonly<Record<string, unknown>>;
type Numbers = Readonly<Record<string, number>>;

interface Meter {
  readonly tariff: Fields;
  /** Import where positive, export where negative, MW by the hour. */
  readonly load: readonly number[];
  readonly start: string;
  readonly timeZone: string;
  readonly state: Fields;
}

/** Everything but what is sunk: cash, expected costs, and less what credits left are worth. */
export function billedUsd({ tariff, load, start, timeZone, state }: Meter): number {
  const months = monthsOf(load, start, timeZone);
  const get = <T>(key: string) => tariff[key] as T | undefined;
  const shares = state.proratedShare as Numbers | undefined;
  const peakMw = (state.peakMw ?? {}) as Numbers;
  const demand = get<Parameters<typeof flatDemand>[0]>("demandCharge");
  const tou = get<TouTerms>("touDemandCharge");
  const system = get<System>("coincidentPeak");
  const netting = get<Netting>("netMetering");
  const tiers = get<Tiers>("energyTiers");
  const charges = [
    ...(demand ? [flatDemand(demand, months, peakMw, shares)] : []),
    ...(tou ? touDemand(tou, months, state.touPeakMw as Readonly<Record<string, Numbers>> | undefined, shares) : []),
  ];
  const peaks = system ? coincident(system, months, state as SystemState) : undefined;
  const net = netting ? netted(tariff, netting, months, state.netMetering as object) : undefined;
  const credits = new Credits(get("exportCredits"), state.exportCredits as CreditState | undefined);
  let usd = (peaks?.expected ?? 0) - (net?.worthUsd ?? 0);
  for (const month of months) {
    const { label, hours } = month;
    const own = net?.byMonth.get(label);
    const priced = hours.reduce((sum, hour) => sum + Math.max(0, hour.mw) * importUsdPerMwh(tariff, hour), 0);
    const energy = priced + (tiers ? tiersUsd(tiers, month, state, own?.offsetMwh) : 0);
    const owed =
      energy +
      (own?.usd ?? 0) +
      charges.reduce((sum, each) => sum + (each.get(label) ?? 0), 0) +
      aboveContract(tariff, month, peakMw, shares) +
      (peaks?.certain.get(label) ?? 0);
    const earned = hours.reduce((sum, hour) => sum + Math.max(0, -hour.mw) * exportUsdPerMwh(tariff, hour), 0);
    usd += owed - earned + shortfall(tariff, month, owed, state) + credits.month(month, energy, earned);
  }
  return usd - credits.worthUsd();
}

function aboveContract(tariff: Fields, month: Month, peakMw: Numbers, shares: Numbers | undefined): number {
  const contract = tariff.contractedCapacity as
    { mw: number; aboveUsdPerMwMonth?: number; prorateAbove: boolean } | undefined;
  if (!contract) return 0;
  const { mw, aboveUsdPerMwMonth = 0, prorateAbove } = contract;
  const set = peakMw[month.label] ?? 0;
  const [total, before] = sharesOf(month, prorateAbove, shares);
  return aboveUsdPerMwMonth * (total * Math.max(0, most(month.hours, set) - mw) - before * Math.max(0, set - mw));
}

/** What is missing to the least bill of the month so far; fixed charges count, though they are sunk. */
function shortfall(tariff: Fields, { label, gone, share, days }: Month, owed: number, state: Fields): number {
  const minimum = tariff.minimumBill as { usdPerMonth: number } | undefined;
  if (!minimum) return 0;
  const contract = tariff.contractedCapacity as { mw: number; usdPerMwMonth: number } | undefined;
  const fixed = tariff.fixedCharge as { usdPerMonth: number; usdPerDay: number } | undefined;
  const sunk =
    (contract ? contract.mw * contract.usdPerMwMonth * share : 0) +
    (fixed ? share * fixed.usdPerMonth + days * fixed.usdPerDay : 0);
  const bills = state.bill as Readonly<Record<string, { usd: number; shortfallUsd: number }>> | undefined;
  const bill = bills?.[label] ?? { usd: 0, shortfallUsd: 0 };
  return Math.max(0, minimum.usdPerMonth * gone - bill.usd - owed - sunk) - bill.shortfallUsd;
}

interface CreditState {
  readonly leftUsd: number;
  readonly roomUsd?: Numbers;
}

/** Credits in USD: what export earns pays energy charges of its month, and what is left is carried on. */
class Credits {
  readonly #terms: { leftShare: number; trueUp?: { month: number; paidShare: number } } | undefined;
  readonly #before: CreditState;
  #leftUsd: number;

  constructor(terms: unknown, before: CreditState = { leftUsd: 0 }) {
    this.#terms = terms as { leftShare: number } | undefined;
    this.#before = before;
    this.#leftUsd = before.leftUsd;
  }

  /** What the month pays more because its credits are kept, less what is paid out. */
  month({ label, isEnded }: Month, energyUsd: number, earnedUsd: number): number {
    if (!this.#terms) return 0;
    const brought = this.#leftUsd;
    const atHand = brought + earnedUsd;
    const open = (this.#before.roomUsd?.[label] ?? 0) + energyUsd;
    const left = Math.max(0, atHand - open);
    const { trueUp } = this.#terms;
    const ends = trueUp !== undefined && isEnded && Number(label.slice(5)) === trueUp.month;
    this.#leftUsd = ends ? 0 : left;
    return left - brought - (ends ? trueUp.paidShare * left : 0);
  }

  worthUsd(): number {
    return (this.#terms?.leftShare ?? 0) * (this.#leftUsd - this.#before.leftUsd);
  }
}
