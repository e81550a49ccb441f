/** Aspects of a plan that may mislead or be costly, visible only when the results of all assets are read together. */
import type { Reading } from "../assets/index.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { Warning } from "../model/warning.ts";
import { localStamp } from "../time/time-grid.ts";
import { figure } from "./detail-text.ts";
import type { Ledger } from "./ledger.ts";
import { firstWithEnergy } from "../time/first-with-energy.ts";

/** Energy up to this is rounding of a solver. */
const NO_ENERGY_MWH = 1e-6;
/** A default is worth a warning if it makes at least this share of the objective. */
const SHARE_OF_OBJECTIVE = 0.01;
/**
 * Offer and price caps of day-ahead and real-time markets per MWh, 2015 to 2026, in their currency. CAISO, ISO-NE,
 * NYISO and SPP: 1,000 and 2,000. MISO: 3,500. PJM: 3,700. ERCOT: 5,000 and before 2022 9,000. EU: 3,000 and 4,000
 * day-ahead, 9,999 intraday, floor -500.
 */
const MARKET_CAPS: readonly number[] = [-500, 1000, 2000, 3000, 3500, 3700, 4000, 5000, 9000, 9999];
/** A price within this relative distance is at the cap, because tariffs add fees to market prices. */
const AT_CAP = 1e-3;

export function planWarnings(
  site: SiteModel,
  readings: readonly (readonly [name: string, reading: Reading])[],
  ledger: Ledger,
  objectiveUsd: number,
): Warning[] {
  return [
    ...unserved(site, readings),
    ...pricesAtCap(site, readings),
    ...defaultsThatMatter(site, ledger, objectiveUsd),
  ];
}

function unserved({ time }: SiteModel, readings: readonly (readonly [string, Reading])[]): Warning[] {
  return readings.flatMap(([name, { service, series, role }]): Warning[] => {
    if (role !== "ai-load" || !service || service.unservedMwh <= NO_ENERGY_MWH) return [];
    const mw = (series as Readonly<Record<string, Float64Array>>).unservedMw;
    const first = mw ? firstWithEnergy(mw, time.stepHours, NO_ENERGY_MWH) : -1;
    const share = (100 * service.unservedMwh) / service.demandMwh;
    return [
      {
        code: "unserved-energy",
        text:
          `${name}: ${figure(service.unservedMwh)} MWh (${figure(share)} % of its demand) are not ` +
          `served${first >= 0 ? `, first at ${localStamp(time, first)}` : ""}; the plan pays the stated price ` +
          "for that.",
        fix: "add supply there, or leave the price of unserved energy out where the load must be served",
      },
    ];
  });
}

/** Connections that trade while their price is at a market's cap or floor. */
function pricesAtCap({ time, prices }: SiteModel, readings: readonly (readonly [string, Reading])[]): Warning[] {
  return prices.flatMap(({ asset, field, usdPerMwh, power }): Warning[] => {
    const mw = (
      readings.find(([name]) => name === asset)?.[1].series as Readonly<Record<string, Float64Array>> | undefined
    )?.[power];
    if (!mw) return [];
    const at = [...usdPerMwh.keys()].filter(
      (t) =>
        mw[t] * time.stepHours > NO_ENERGY_MWH &&
        MARKET_CAPS.some((cap) => Math.abs(usdPerMwh[t] - cap) <= AT_CAP * Math.abs(cap)),
    );
    if (at.length === 0) return [];
    const usd = at.reduce((sum, t) => sum + Math.abs(usdPerMwh[t] * mw[t]) * time.stepHours, 0);
    return [
      {
        code: "price-at-market-cap",
        text:
          `${asset}: ${field} is at a market's cap or floor in ${at.length} intervals in which power is ` +
          `traded, first at ${localStamp(time, at[0])} (${figure(usdPerMwh[at[0]])} USD/MWh); ${figure(usd)} ` +
          "USD of the plan depend on it.",
        fix: "plan again without those prices: such hours are rare, and nobody knows them in advance",
      },
    ];
  });
}

function defaultsThatMatter({ defaults }: SiteModel, { lines }: Ledger, objectiveUsd: number): Warning[] {
  return defaults.flatMap(({ asset, field, value, item }): Warning[] => {
    const usd = lines.reduce((sum, line) => sum + (line.asset === asset && line.item === item ? line.usd : 0), 0);
    if (Math.abs(usd) <= SHARE_OF_OBJECTIVE * Math.abs(objectiveUsd) || Math.abs(usd) < 1) return [];
    return [
      {
        code: "default-moves-objective",
        text:
          `${asset}: ${field} was not given; the default, ${value}, makes ${figure(usd)} USD of the objective ` +
          `of ${figure(objectiveUsd)} (${item}).`,
        fix: `state ${field}`,
      },
    ];
  });
}
