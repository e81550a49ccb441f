/**
 * A year of ERCOT, lived through hour by hour in five ways:
 *
 *     npx tsx bench/replay-year.ts ercot_2024_hourly.csv [dam|rtm] [look-ahead hours] [hours]
 *
 * The file has the columns delivery_date, hour_ending, dam_hb_houston and rtm_hb_houston (USD/MWh; local hours). The
 * first week is history. `dam`: the site pays day-ahead prices, which are known from 13:00 on for the next day; beyond
 * that the forecast is the same hour of last week. `rtm`: it pays real-time prices, which are never known ahead, and
 * the forecast is the day-ahead price as far as it is published.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { PlanInput } from "wattsplit";
import { compareForesight, type Forecaster, sameHourLastWeek, type UncertainCurve } from "wattsplit/replay";

const HISTORY_H = 168;
const PUBLISHED_AT = 13;

export interface PriceYear {
  /** First hour of the span, after the week of history. */
  readonly start: string;
  readonly dayAhead: readonly number[];
  readonly realTime: readonly number[];
  /** Local hour in which each price holds, 0 to 23. */
  readonly hour: readonly number[];
}

export function readYear(file: string): PriceYear {
  const [head, ...rows] = readFileSync(file, "utf8").trim().split(/\r?\n/u);
  const names = head.split(",");
  const column = (name: string): number[] => rows.map((row) => Number(row.split(",")[names.indexOf(name)]));
  const year = rows[0].slice(0, 4);
  return {
    start: `${year}-01-08T00:00:00-06:00`,
    dayAhead: column("dam_hb_houston"),
    realTime: column("rtm_hb_houston"),
    hour: column("hour_ending").map((ending) => ending - 1),
  };
}

/** The price that is uncertain, with what is known of it and how it is forecast. */
export function priceCurve(market: string, { dayAhead, realTime, hour }: PriceYear): UncertainCurve {
  const curve = { asset: "grid", field: "importPriceUsdPerMwh" };
  if (market === "dam")
    return {
      curve,
      history: dayAhead.slice(0, HISTORY_H),
      known: { publishedAtHour: PUBLISHED_AT },
      forecast: sameHourLastWeek,
    };
  const forecast: Forecaster = (basis) => {
    const now = HISTORY_H + basis.from - 1;
    const publishedTo = now - hour[now] + (hour[now] >= PUBLISHED_AT ? 48 : 24);
    return sameHourLastWeek(basis).map((usd, k) => (now + 1 + k < publishedTo ? dayAhead[now + 1 + k] : usd));
  };
  return { curve, history: realTime.slice(0, HISTORY_H), forecast };
}

export function siteAt(market: string, year: PriceYear, hours: number): PlanInput {
  const importPriceUsdPerMwh = (market === "dam" ? year.dayAhead : year.realTime).slice(HISTORY_H, HISTORY_H + hours);
  return {
    horizon: {
      start: year.start,
      timeZone: "America/Chicago",
      intervalMinutes: 60,
      count: importPriceUsdPerMwh.length,
    },
    bitcoin: { hashpriceUsdPerPhDay: 45 },
    initialState: { bess: { storedMwh: 40 } },
    assets: [
      { kind: "grid", name: "grid", importLimitMw: 110, importPriceUsdPerMwh },
      {
        kind: "battery",
        name: "bess",
        chargeLimitMw: 20,
        dischargeLimitMw: 20,
        maxStoredMwh: 80,
        chargeEfficiency: 0.94,
        dischargeEfficiency: 0.94,
        wearUsdPerMwh: 12,
        end: { rule: "value", usdPerMwh: 25 },
      },
      { kind: "diesel", name: "gensets", sets: 12, unitMw: 2.5, fuelUsdPerL: 1, omUsdPerMwh: 15 },
      { kind: "ai-firm", name: "inference", facilityMw: 60, vollUsdPerMwh: 5000 },
      { kind: "mining-fleet", name: "rigs", rig: "Antminer S21", rigs: 10000 },
    ],
  };
}

function printYear(file: string, market = "dam", lookAhead = "48", hours = "8760"): void {
  const year = readYear(file);
  const site = siteAt(market, year, Number(hours));
  let replans = 0;
  const before = process.cpuUsage();
  const { numbers } = compareForesight(site, {
    horizonIntervals: Number(lookAhead),
    uncertain: [priceCurve(market, year)],
    onInterval: () => void replans++,
  });
  const { user, system } = process.cpuUsage(before);
  console.log(`${site.horizon.start}, ${site.horizon.count} h, ${market}, look-ahead ${lookAhead} h`);
  console.log(
    "what is known        cost USD      gap USD   AI unserved MWh   diesel MWh   largest parts of the gap, USD",
  );
  for (const number of numbers) {
    if (number.status !== "completed") throw new Error(`${number.knowledge}: ${number.detail}`);
    const { knowledge, usd, gapUsd, aiUnservedMwh, dieselMwh, gapUsdByItem } = number;
    const parts = gapUsdByItem.toSorted((a, b) => Math.abs(b.usd) - Math.abs(a.usd)).slice(0, 3);
    const cells = [usd.toFixed(0).padStart(12), gapUsd.toFixed(0).padStart(13), aiUnservedMwh.toFixed(2).padStart(18)];
    const gap = parts.map(({ asset, item, usd: part }) => `${asset} ${item} ${part.toFixed(0)}`).join(", ");
    console.log(`${knowledge.padEnd(17)}${cells.join("")}${dieselMwh.toFixed(1).padStart(13)}   ${gap}`);
  }
  const cpuS = (user + system) / 1e6;
  console.log(
    `${replans} replans in ${cpuS.toFixed(0)} s of processor time, ${((1000 * cpuS) / replans).toFixed(1)} ms each`,
  );
}

const [, script = "", ...args] = process.argv;
if (import.meta.url === pathToFileURL(script).href) printYear(args[0], ...args.slice(1));
