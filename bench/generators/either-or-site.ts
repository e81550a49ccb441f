import { uniformAt } from "./uniform-at.ts";

/** Kinds of sites on which the LP relaxation violates the either-or rules. */
export const EITHER_OR_FAMILIES = ["feed-in", "negative-midday", "two-batteries", "industrial"] as const;
export type EitherOrFamily = (typeof EITHER_OR_FAMILIES)[number];

export interface EitherOrSize {
  readonly numIntervals: number;
  readonly intervalMinutes: number;
}

/** From a day of hours to a week of quarter hours. */
export const EITHER_OR_SIZES: readonly EitherOrSize[] = [
  { numIntervals: 24, intervalMinutes: 60 },
  { numIntervals: 48, intervalMinutes: 30 },
  { numIntervals: 96, intervalMinutes: 15 },
  { numIntervals: 168, intervalMinutes: 60 },
  { numIntervals: 336, intervalMinutes: 30 },
  { numIntervals: 336, intervalMinutes: 60 },
  { numIntervals: 672, intervalMinutes: 15 },
];

const [SHAPE, PRICE, NEGATIVE, DEPTH, PREMIUM, SUN, LOAD, WIND] = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * A site as `planPower` accepts it. Synthetic figures of realistic size: prices of 20 to 120 USD/MWh with two peaks a
 * day, solar, a firm load of 4 to 8 MW. By family:
 * - feed-in: export pays 0 to 100 above the import price, or a flat tariff that is above it in some hours; one battery.
 * - negative-midday: import and export at one price, below zero in 10 to 50 % of the hours, mostly at midday; one
 *   battery.
 * - two-batteries: either of these with two batteries of different size and efficiency.
 * - industrial: a connection of 40 MW, prices below zero, a battery, two mining fleets and curtailable wind; every
 *   second site with a demand charge.
 */
export function eitherOrSite(family: EitherOrFamily, seed: number, { numIntervals, intervalMinutes }: EitherOrSize) {
  const stepHours = intervalMinutes / 60;
  const shape = (at: number) => uniformAt(seed, SHAPE, at);
  const between = (at: number, from: number, to: number) => rounded(from + shape(at) * (to - from), 2);
  const hours = Array.from({ length: numIntervals }, (_, t) => t * stepHours);
  const draw = (stream: number) => hours.map((_, t) => uniformAt(seed, stream, t));
  const [jitter, negative, depth, premium, cloud, need, gust] = [PRICE, NEGATIVE, DEPTH, PREMIUM, SUN, LOAD, WIND].map(
    draw,
  );
  const sunAt = (hour: number) => Math.max(0, Math.sin((((hour % 24) - 6) * Math.PI) / 12));
  const ordinary = hours.map((hour, t) => Math.round(30 + 35 * bell(hour, 8) + 45 * bell(hour, 19) + 40 * jitter[t]));
  const isFeedIn = family === "feed-in" || (family === "two-batteries" && seed % 2 === 0);
  const share = between(0, 0.1, 0.5);
  // Ranked by solar output with noise, so that the share is reached and most of it is at midday.
  const order = hours
    .map((hour, t) => ({ t, rank: sunAt(hour) + 0.7 * negative[t] }))
    .toSorted((a, b) => b.rank - a.rank || a.t - b.t);
  const below = new Set(isFeedIn ? [] : order.slice(0, Math.round(share * numIntervals)).map(({ t }) => t));
  const importPrice = ordinary.map((usd, t) => (below.has(t) ? -Math.round(1 + 69 * depth[t]) : usd));
  const [above, flat] = [between(1, 0, 100), between(2, 60, 100)];
  const feedIn = [
    () => flat,
    (t: number) => importPrice[t] + above,
    (t: number) => importPrice[t] + rounded(100 * premium[t], 0),
  ][Math.floor(3 * shape(3))];
  const exportPrice = isFeedIn ? importPrice.map((_, t) => feedIn(t)) : importPrice;
  const battery = (name: string, at: number) => {
    const limitMw = between(at, 2, 8);
    return {
      kind: "battery",
      name,
      chargeLimitMw: limitMw,
      dischargeLimitMw: limitMw,
      maxStoredMwh: rounded(limitMw * (1 + 3 * shape(at + 1)), 2),
      chargeEfficiency: between(at + 2, 0.88, 0.98),
      dischargeEfficiency: between(at + 3, 0.88, 0.98),
      wearUsdPerMwh: shape(at + 4) < 0.5 ? 0 : between(at + 5, 0, 8),
      end: { rule: "cyclic" },
    };
  };
  const batteries = [battery("battery A", 10), ...(family === "two-batteries" ? [battery("battery B", 20)] : [])];
  const isIndustrial = family === "industrial";
  return {
    name: `${family} ${seed}`,
    horizon: { start: "2026-06-14T00:00:00Z", timeZone: "UTC", intervalMinutes, count: numIntervals },
    ...(isIndustrial && { bitcoin: { hashpriceUsdPerPhDay: between(4, 35, 60) } }),
    initialState: Object.fromEntries(
      batteries.map(({ name, maxStoredMwh }) => [name, { storedMwh: rounded(0.4 * maxStoredMwh, 2) }]),
    ),
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: isIndustrial ? 40 : 20,
        exportLimitMw: isIndustrial ? 25 : between(5, 8, 18),
        importPriceUsdPerMwh: importPrice,
        exportPriceUsdPerMwh: exportPrice,
        ...(isIndustrial && seed % 2 === 1 && { demandCharge: { usdPerMwMonth: 3000 } }),
      },
      {
        kind: "renewable",
        name: "sun",
        technology: "solar",
        capacityMw: 15,
        availability: hours.map((hour, t) => rounded(sunAt(hour) * (0.4 + 0.6 * cloud[t]), 3)),
      },
      ...(isIndustrial
        ? [
            {
              kind: "renewable",
              name: "wind",
              technology: "wind",
              capacityMw: 20,
              curtailmentUsdPerMwh: between(6, 0, 5),
              availability: windOf(gust),
            },
          ]
        : []),
      ...batteries,
      { kind: "ai-firm", name: "load", facilityMw: need.map((u) => rounded(4 + 4 * u, 2)) },
      ...(isIndustrial
        ? [
            { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 2500 },
            { kind: "mining-fleet", name: "S19j Pro", rig: "Antminer S19j Pro", rigs: 2000 },
          ]
        : []),
    ],
  };
}

/** A daily peak with a width of 3 h. */
function bell(hour: number, at: number): number {
  return Math.exp(-((((hour % 24) - at) / 3) ** 2));
}

/** A slowly changing wind: the scaled mean of the last eight draws. */
function windOf(gust: readonly number[]): number[] {
  return gust.map((_, t) => {
    const last = gust.slice(Math.max(0, t - 7), t + 1);
    const mean = last.reduce((sum, u) => sum + u, 0) / last.length;
    return rounded(Math.min(1, Math.max(0, 2 * mean - 0.5)), 3);
  });
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
