import type { Columns, Rows } from "../../model/columns.ts";
import type { Values } from "../../model/block-options.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { isoStamp } from "../../time/time-grid.ts";
import { contractConnection, type ContractConnection } from "../connection/contract-connection.ts";
import { product, scaled } from "../fields/series.ts";
import { declareMinimum, type Minimum } from "./minimum.ts";
import { optionPremium } from "./premium.ts";
import type { Spec, State } from "./schema.ts";
import { termPrices } from "./terms.ts";

/** The position once the connection is known. */
export interface Position {
  readonly site: SiteModel;
  readonly connection: ContractConnection;
  /** Absent where nothing depends on what is used. */
  readonly usedMw: Columns | undefined;
  /** Where resale costs nothing: the volume; used first. */
  readonly freeMw: Float64Array;
  /** Such volumes of contracts of the connection that come before. */
  readonly freeBefore: readonly Float64Array[];
  readonly minimum: Minimum | undefined;
  /** An option's. */
  readonly premiumMonths: State["premiumMonths"];
}

export interface Handles {
  readonly initial: State | undefined;
  position?: Position;
}

export function declarePowerPurchase(_spec: Spec, initial: State | undefined): Handles {
  return { initial };
}

export function linkPowerPurchase(spec: Spec, handles: Handles, site: SiteModel): void {
  const connection = contractConnection(site, spec.name, spec.connection);
  if (connection) handles.position = declarePosition(spec, connection, handles.initial, site);
}

function declarePosition(
  { name, volumeMw, terms }: Spec,
  connection: ContractConnection,
  initial: State = {},
  site: SiteModel,
): Position {
  const { importMw, energyUsdPerMwh: spot } = connection;
  const { time } = site;
  const dt = time.stepHours;
  const owe = (item: string, kind: "cash" | "sunk", usdPerMwh: Float64Array) =>
    site.addConstantCost(name, item, kind, scaled(product(volumeMw, usdPerMwh), dt));
  const { owedUsdPerMwh, takenUsdPerMwh, untakenUsdPerMwh, resaleUsdPerMwh } = termPrices(terms, volumeMw, spot);
  if (owedUsdPerMwh) owe("contracted volume", "sunk", owedUsdPerMwh);
  const premium =
    terms.shape === "heat-rate-option" && terms.premiumUsdPerMwMonth
      ? optionPremium(terms.premiumUsdPerMwMonth, volumeMw, initial.premiumMonths, time)
      : undefined;
  if (premium) site.addConstantCost(name, "option premium", "sunk", premium.usd);

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
  const premiumMonths = premium?.months ?? initial.premiumMonths;
  return { site, connection, usedMw, freeMw, freeBefore, minimum, premiumMonths };
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
