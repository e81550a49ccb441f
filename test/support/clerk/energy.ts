/** Energy of a month as a clerk bills it: prices by period, tiers MWh by MWh, what export offsets or earns. */
import { periodOf, type Hour, type Month, type Periods } from "./calendar.ts";
import { rateOf, type Rate } from "./demand.ts";

type Fields = Readonly<Record<string, unknown>>;
export type RatesByPeriod = Periods & { readonly usdPerMwh: Readonly<Record<string, number>> };
type Tier = { readonly upToMwh?: Rate; readonly usdPerMwh: Rate };

export interface Tiers extends Partial<Periods> {
  readonly tiers?: readonly Tier[];
  readonly periods?: Readonly<Record<string, readonly Tier[]>>;
}

export const mwhOf = (hours: readonly Hour[]) => hours.reduce((sum, { mw }) => sum + Math.max(0, mw), 0);

/** The prices of import but for tiers, of one hour. */
export function importUsdPerMwh(tariff: Fields, hour: Hour): number {
  const tou = tariff.touEnergyCharge as RatesByPeriod | undefined;
  const flat = Number(tariff.importPriceUsdPerMwh) + Number(tariff.importAdderUsdPerMwh ?? 0);
  return flat + (tou ? tou.usdPerMwh[periodOf(tou, hour)] : 0);
}

export function exportUsdPerMwh(tariff: Fields, hour: Hour): number {
  const tou = tariff.touExportPrice as RatesByPeriod | undefined;
  return Number(tariff.exportPriceUsdPerMwh ?? 0) + (tou ? tou.usdPerMwh[periodOf(tou, hour)] : 0);
}

/** The volume from `beforeMwh` to `afterMwh` at the rates of its tiers; the other way where it has become less. */
function tierUsd(tiers: readonly Tier[], label: string, beforeMwh: number, afterMwh: number): number {
  const upTo = (volume: number) => {
    let [usd, filled] = [0, 0];
    for (const { upToMwh, usdPerMwh } of tiers) {
      const end = Math.min(volume, upToMwh === undefined ? Infinity : rateOf(upToMwh, label));
      if (end > filled) {
        usd += (end - filled) * rateOf(usdPerMwh, label);
        filled = end;
      }
    }
    return usd;
  };
  return upTo(afterMwh) - upTo(beforeMwh);
}

/** What tiers charge in a month; `offsetMwh` of its import is not billed (tiers of the month only). */
export function tiersUsd(spec: Tiers, { label, hours }: Month, state: Fields, offsetMwh = 0): number {
  if (spec.tiers) {
    const before = (state.monthMwh as Readonly<Record<string, number>> | undefined)?.[label] ?? 0;
    return tierUsd(spec.tiers, label, before, before + mwhOf(hours) - offsetMwh);
  }
  const volumes = state.periodMwh as Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  return Object.entries(spec.periods ?? {}).reduce((usd, [period, tiers]) => {
    const before = volumes?.[label]?.[period] ?? 0;
    const own = hours.filter((hour) => periodOf(spec as Periods, hour) === period);
    return usd + tierUsd(tiers, label, before, before + mwhOf(own));
  }, 0);
}

export interface Netting extends Partial<Periods> {
  readonly leftUsdPerMwh?: number;
  readonly periods?: Readonly<Record<string, { readonly leftUsdPerMwh: number }>>;
  readonly trueUp?: { readonly month: number; readonly usdPerMwh: number };
}

interface NettingState {
  readonly creditMwh?: Readonly<Record<string, number>>;
  readonly roomMwh?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Month by month what net metering takes off, in each period; at the end what credits left are worth. */
export function netted(tariff: Fields, spec: Netting, months: readonly Month[], before: NettingState = {}) {
  const byMonth = new Map<string, { usd: number; offsetMwh: number }>();
  let worthUsd = 0;
  for (const period of Object.keys(spec.periods ?? { all: {} })) {
    const counts = (hour: Hour) => !spec.periods || periodOf(spec as Periods, hour) === period;
    let credit = before.creditMwh?.[period] ?? 0;
    const first = credit;
    for (const { label, hours, isEnded } of months) {
      const own = hours.filter(counts);
      const out = own.reduce((sum, { mw }) => sum + Math.max(0, -mw), 0);
      const open = (before.roomMwh?.[label]?.[period] ?? 0) + mwhOf(own);
      const used = own.length === 0 ? 0 : Math.min(open, credit + out);
      const month = byMonth.get(label) ?? { usd: 0, offsetMwh: 0 };
      if (used > 0) month.usd -= used * importUsdPerMwh(tariff, own[0]);
      month.offsetMwh += used;
      credit += out - used;
      if (spec.trueUp && isEnded && Number(label.slice(5)) === spec.trueUp.month) {
        month.usd -= credit * spec.trueUp.usdPerMwh;
        credit = 0;
      }
      byMonth.set(label, month);
    }
    const left = spec.periods ? spec.periods[period].leftUsdPerMwh : (spec.leftUsdPerMwh ?? 0);
    worthUsd += left * (credit - first);
  }
  return { byMonth, worthUsd };
}
