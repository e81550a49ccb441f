/**
 * A power purchase agreement (PPA): a financial position at the meter of a grid connection. Its energy comes with the
 * connection's import like any other, so the import alone meets limits, losses and demand charges, and what is resold
 * needs no wire and is no export. With V_t = volumeMw and contracts k of one connection:
 *
 *     import_t = sum_k used_kt + bought at spot_t,     bought at spot_t >= 0,     0 <= used_kt <= V_kt
 *
 * The connection charges the spot price S_t = importPriceUsdPerMwh on all its import, so used energy gives that back;
 * adders and the tariff's charges stay. Cost per MW and hour, with K the price, s the price of resale less its fee:
 *
 *     fixed-block; pay-as-produced, always paid    K V (sunk) - S used                            unused energy is lost
 *        with resale                               K V (sunk) - S V + (S - s) (V - used)          unused energy is sold
 *     pay-as-produced, paid if taken               (K - S) used + untakenUsdPerMwh (V - used)
 *     heat-rate-option                             premium (sunk) + (heat rate gas + O&M - S) used
 *     take-or-pay                                  (K - S) used, and its minimum: see `power-purchase/minimum.ts`
 *
 * Every column lies between 0 and V and no other limit is widened, so no contract can make the program unbounded. Where
 * s > S it would pay to sell the whole block and buy what is needed at spot, for (s - S) V at most; that is refused
 * unless `besideBuying` says that the contract lets the site do so. Where s = S the cost does not depend on what is
 * used: such energy counts as used before any is bought at spot, in the order of the assets.
 *
 * A plant behind the site's own meter is no contract but a `renewable` with its price.
 *
 * An AI-only site has the contract where `aiOnlyKeeps` is set; a contract of which it would have a part is two assets.
 */
import type { Columns, Rows } from "../../model/columns.ts";
import type { SiteModel, Values } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { isoStamp } from "../../time/time-grid.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { contractConnection, type ContractConnection } from "../connection/contract-connection.ts";
import { assetName, curve, keyName, type Resolved, strictObject, z } from "../fields/fields.ts";
import {
  declareMinimum,
  minimumStateSchema,
  readMinimum,
  type Minimum,
  type MinimumState,
  type TakeOrPayFigures,
} from "./minimum.ts";
import { termPrices, termsSchema } from "./terms.ts";
import { quantity } from "../fields/quantities.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("power-purchase"),
  name: assetName(),
  connection: keyName().optional().describe("The grid connection; default the only one"),
  volumeMw: curve(quantity.powerMw, "At the POI: the block, what the plant produces, or the most that can be taken"),
  terms: termsSchema,
  aiOnlyKeeps: z.boolean().default(false).describe("The counterfactual's AI-only site has it too"),
});

type Spec = Resolved<z.output<typeof schema>>;

/** The position once the connection is known. */
interface Position {
  readonly site: SiteModel;
  readonly connection: ContractConnection;
  /** Absent where nothing depends on what is used. */
  readonly usedMw: Columns | undefined;
  /** Where resale costs nothing: the volume; used first. */
  readonly freeMw: Float64Array;
  /** Such volumes of contracts of the connection that come before. */
  readonly freeBefore: readonly Float64Array[];
  readonly minimum: Minimum | undefined;
}

interface Handles {
  readonly initial: MinimumState | undefined;
  position?: Position;
}

export interface PowerPurchaseReading extends AssetReading {
  readonly kind: "power-purchase";
  readonly series: {
    readonly contractedMw: Float64Array;
    /** Part of the connection's import. */
    readonly usedMw: Float64Array;
    readonly resoldMw: Float64Array;
  };
  readonly totals: {
    readonly contractedMwh: number;
    readonly usedMwh: number;
    readonly resoldMwh: number;
    /** Energy taken, resale, shortfall, less what used energy gives back of the spot price. */
    readonly cashUsd: number;
    /** Owed whatever is used. */
    readonly sunkUsd: number;
  };
  readonly takeOrPay?: TakeOrPayFigures;
}

export const powerPurchase: AssetKind<
  "power-purchase",
  typeof schema,
  typeof minimumStateSchema,
  Handles,
  PowerPurchaseReading
> = {
  kind: "power-purchase",
  role: "contract",
  schema,
  stateSchema: minimumStateSchema,

  check({ terms }, initial, report) {
    if (terms.shape === "pay-as-produced") {
      if (terms.paid === "if-taken" && terms.resale)
        report(
          "terms.resale",
          "a resale of energy paid if taken",
          'none, or paid: "always"',
          "leave resale out; what is not taken is the seller's",
        );
      if (terms.paid === "always" && terms.untakenUsdPerMwh !== undefined)
        report(
          "terms.untakenUsdPerMwh",
          "a price of energy not taken that is always paid",
          'none, or paid: "if-taken"',
          "leave it out",
        );
    }
    if (terms.shape !== "take-or-pay") {
      for (const field of Object.keys(initial ?? {}))
        report(
          `initialState.${field}`,
          `a state of a ${terms.shape}`,
          "none",
          "remove it; only take-or-pay has a memory",
        );
      return;
    }
    const { makeUpUsdPerMwh, priceUsdPerMwh, behindUsdPerMwh = 0 } = terms;
    const paidUsdPerMwh = priceUsdPerMwh - (makeUpUsdPerMwh ?? 0);
    if (makeUpUsdPerMwh === undefined && initial?.makeUpMwh)
      report(
        "terms.makeUpUsdPerMwh",
        "nothing",
        "a worth, since the state has make-up energy",
        "give it, or drop makeUpMwh from the state",
      );
    if (paidUsdPerMwh < 0)
      report(
        "terms.makeUpUsdPerMwh",
        `${makeUpUsdPerMwh}`,
        `at most priceUsdPerMwh = ${priceUsdPerMwh}`,
        "energy paid and not taken is worth no more than was paid",
      );
    else if (behindUsdPerMwh > paidUsdPerMwh)
      report(
        "terms.behindUsdPerMwh",
        `${behindUsdPerMwh}`,
        `at most what a MWh not taken costs in the end, ${paidUsdPerMwh}`,
        "lower it, or energy that can still be taken would be paid now",
      );
  },

  declare: (_spec, initial) => ({ initial }),

  link(spec, handles, site) {
    const connection = contractConnection(site, spec.name, spec.connection);
    if (connection) handles.position = declarePosition(spec, connection, handles.initial, site);
  },

  read({ name, volumeMw, terms }, _initial, { position }, solved) {
    const { site, usedMw: columns, minimum } = position as Position;
    const dt = solved.time.stepHours;
    const takenMw = solved.values(columns);
    const freeMw = freeUsed(position as Position, solved);
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
    };
  },

  // What is used follows from the import, so the rule has nothing to decide.
  rule: () => ({ flows: [] }),

  forAiOnly: (spec) => (spec.aiOnlyKeeps ? spec : undefined),
};

function declarePosition(
  { name, volumeMw, terms }: Spec,
  connection: ContractConnection,
  initial: MinimumState = {},
  site: SiteModel,
): Position {
  const { importMw, energyUsdPerMwh: spot } = connection;
  const { time } = site;
  const dt = time.stepHours;
  const owe = (item: string, kind: "cash" | "sunk", usdPerMwh: Float64Array) =>
    site.addConstantCost(name, item, kind, scaled(product(volumeMw, usdPerMwh), dt));
  const { owedUsdPerMwh, takenUsdPerMwh, untakenUsdPerMwh, resaleUsdPerMwh, premiumUsd } = termPrices(
    terms,
    volumeMw,
    spot,
    time,
  );
  if (owedUsdPerMwh) owe("contracted volume", "sunk", owedUsdPerMwh);
  if (premiumUsd) site.addConstantCost(name, "option premium", "sunk", premiumUsd);

  /** What selling a MWh loses against spot. */
  const spread = resaleUsdPerMwh?.map((usd, t) => spot[t] - usd);
  const freeMw = volumeMw.map((mw, t) => (spread?.[t] === 0 ? mw : 0));
  const steered = volumeMw.map((mw, t) => mw - freeMw[t]);
  let usedMw: Columns | undefined;
  if (spread && resaleUsdPerMwh) {
    refuseSaleAboveSpot(name, terms, volumeMw, spread, resaleUsdPerMwh, spot, site);
    owe("volume settled at spot", "cash", scaled(spot, -1));
    if (spread.some((usd) => usd !== 0)) owe("resale below spot", "cash", spread);
  }
  if (!spread || steered.some((mw) => mw > 0)) {
    usedMw = site.addSeries(name, "usedMw", { unit: "MW", upper: steered, ...(spread ? {} : { limit: "volumeMw" }) });
    site.addTerms(boughtAtSpot(importMw, site), usedMw, -1);
    const price = (item: string, usdPerMwh: Values) =>
      site.addCost(
        usedMw as Columns,
        item,
        "cash",
        typeof usdPerMwh === "number" ? usdPerMwh * dt : scaled(usdPerMwh, dt),
      );
    if (spread) price("resale below spot", scaled(spread, -1));
    else price("used in place of spot", scaled(spot, -1));
    if (takenUsdPerMwh) price("contract energy", takenUsdPerMwh);
    if (untakenUsdPerMwh) {
      price("contract energy not taken", -untakenUsdPerMwh);
      owe(
        "contract energy not taken",
        "cash",
        volumeMw.map(() => untakenUsdPerMwh),
      );
    }
  }

  const minimum =
    terms.shape === "take-or-pay" && usedMw
      ? declareMinimum(name, terms, volumeMw, usedMw, spot, initial, site)
      : undefined;
  if (minimum?.makeUpMw) {
    site.addTerms(boughtAtSpot(importMw, site), minimum.makeUpMw, -1);
    site.addCost(minimum.makeUpMw, "used in place of spot", "cash", scaled(spot, -dt));
  }
  for (const columns of [usedMw, minimum?.makeUpMw]) if (columns) site.publish(`used of ${importMw.asset}`, columns);
  const free = `free volume of ${importMw.asset}`;
  const freeBefore = site.publishedFigures(free);
  site.publishFigure(free, freeMw);
  return { site, connection, usedMw, freeMw, freeBefore, minimum };
}

/** Rows import_t - sum_k used_kt >= 0 of a connection: made for its first contract, shared by all. */
function boughtAtSpot(importMw: Columns, site: SiteModel): Rows {
  const role = `bought at spot of ${importMw.asset}`;
  const [known] = site.published(role);
  if (known) return known;
  const rows = site.addRows(importMw.asset, "bought at spot", { unit: "MW", lower: 0 });
  site.addTerms(rows, importMw, 1);
  site.publish(role, rows);
  return rows;
}

function refuseSaleAboveSpot(
  name: string,
  terms: Spec["terms"],
  volumeMw: Float64Array,
  spread: Float64Array,
  resale: Float64Array,
  spot: Float64Array,
  site: SiteModel,
): void {
  const t = spread.findIndex((usd, at) => usd < 0 && volumeMw[at] > 0);
  if (t < 0 || ("resale" in terms && terms.resale?.besideBuying)) return;
  const given = `${resale[t]} USD/MWh less the fee at ${isoStamp(site.time, t)}`;
  site.fault(
    name,
    "terms.resale",
    given,
    `at most the import price, ${spot[t]}`,
    "correct it, or set besideBuying where the contract lets the site sell its block while it buys at spot",
  );
}

/** Energy whose resale costs nothing, used as far as the import of others leaves room. */
function freeUsed({ site, connection: { importMw }, freeMw, freeBefore }: Position, solved: SolvedSite): Float64Array {
  const others = solved.total(site.published(`used of ${importMw.asset}`));
  return solved.values(importMw).map((mw, t) => {
    const roomMw = freeBefore.reduce(
      (left, { [t]: before }) => left - Math.min(left, before),
      Math.max(0, mw - others[t]),
    );
    return Math.min(freeMw[t], roomMw);
  });
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
