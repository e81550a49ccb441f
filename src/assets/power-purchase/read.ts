import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum, weightedSum } from "../fields/series.ts";
import type { Handles } from "./declare.ts";
import { readMinimum, type TakeOrPayFigures } from "./minimum.ts";
import type { Spec, State } from "./schema.ts";

export interface PowerPurchaseReading extends AssetReading {
  readonly kind: "power-purchase";
  readonly series: {
    /** Contracted power. */
    readonly contractedMw: Float64Array;
    /** Part of the connection's import. */
    readonly usedMw: Float64Array;
    /** Contracted power that was resold. */
    readonly resoldMw: Float64Array;
  };
  readonly totals: {
    /** Energy of the contract in the plan. */
    readonly contractedMwh: number;
    /** Contracted energy used on the site. */
    readonly usedMwh: number;
    /** Contracted energy that was resold. */
    readonly resoldMwh: number;
    /** Energy taken, resale, shortfall, less what used energy gives back of the spot price. */
    readonly cashUsd: number;
    /** Owed whatever is used. */
    readonly sunkUsd: number;
  };
  readonly takeOrPay?: TakeOrPayFigures;
}

export function readPowerPurchase(
  { name, volumeMw, terms }: Spec,
  _initial: State | undefined,
  handles: Handles | undefined,
  solved: SolvedSite,
): PowerPurchaseReading {
  // NB: without a connection the building of the site has thrown.
  const { site, contracts, usedMw: columns, freePlace, minimum, premiumMonths } = handles as Handles;
  const dt = solved.time.stepHours;
  const takenMw = solved.values(columns);
  const freeMw = contracts.freeUsedMw(freePlace, solved);
  const madeUpMw = solved.values(minimum?.makeUpMw);
  const usedMw = takenMw.map((mw, t) => mw + freeMw[t] + madeUpMw[t]);
  const resells = "resale" in terms && terms.resale !== undefined;
  const resoldMw = volumeMw.map((mw, t) => (resells ? mw - usedMw[t] : 0));
  const owed =
    minimum &&
    readMinimum(minimum, takenMw, terms.shape === "take-or-pay" && terms.makeUpUsdPerMwh !== undefined, solved);
  return {
    kind: "power-purchase",
    role: "contract",
    netBusMw: new Float64Array(solved.time.count),
    series: { contractedMw: volumeMw, usedMw, resoldMw },
    totals: {
      contractedMwh: sum(volumeMw) * dt,
      usedMwh: sum(usedMw) * dt,
      resoldMwh: sum(resoldMw) * dt,
      cashUsd: usdOf("cash", name, site, solved),
      sunkUsd: usdOf("sunk", name, site, solved),
    },
    ...(owed && { takeOrPay: owed.figures, endState: { ...owed.endState } }),
    ...(premiumMonths && { endState: { premiumMonths } }),
  };
}

/** The contract's amounts of one kind, from the same terms as the ledger. */
function usdOf(kind: "cash" | "sunk", name: string, site: SiteModel, solved: SolvedSite): number {
  const fixed = site.constantCosts.map(({ asset, kind: of, usd }) =>
    asset !== name || of !== kind ? 0 : typeof usd === "number" ? usd : sum(usd),
  );
  const priced = site.costTerms.map(({ columns, kind: of, usdPerUnit }) => {
    if (columns.asset !== name || of !== kind) return 0;
    const values = solved.values(columns);
    return typeof usdPerUnit === "number" ? sum(values) * usdPerUnit : weightedSum(values, usdPerUnit);
  });
  return sum(Float64Array.from([...fixed, ...priced]));
}
