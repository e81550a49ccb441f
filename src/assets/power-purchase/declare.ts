import type { ColumnBlock } from "../../model/block.ts";
import type { Values } from "../../model/block-options.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { isoStamp } from "../../time/time-grid.ts";
import type { Declaration } from "../asset.ts";
import { contractConnection } from "../connection/contract-connection.ts";
import type { ImportContracts } from "../connection/import-contracts.ts";
import { product, scaled } from "../fields/series.ts";
import type { Connection } from "../ports/connection.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { declareMinimum, type Minimum } from "./minimum.ts";
import { optionPremium } from "./premium.ts";
import type { Spec, State } from "./schema.ts";
import { termPrices } from "./terms.ts";

/** The position at the meter of its connection. */
export interface Handles {
  readonly site: SiteModel;
  readonly contracts: ImportContracts;
  /** Absent where nothing depends on what is used. */
  readonly usedMw: ColumnBlock | undefined;
  /** Place among the connection's volumes that cost the same whether used or not. */
  readonly freePlace: number;
  readonly minimum: Minimum | undefined;
  /** An option's. */
  readonly premiumMonths: State["premiumMonths"];
}

/** All columns and rows depend on the connection, so `link` declares them. */
export function declarePowerPurchase(): Declaration<undefined> {
  return { handles: undefined };
}

/** Undefined after the fault of a connection that does not exist. */
export function linkPowerPurchase(
  spec: Spec,
  initial: State | undefined,
  _declared: undefined,
  ports: SitePorts,
  site: SiteModel,
): Handles | undefined {
  const connection = contractConnection(ports, spec.name, spec.connection, site);
  return connection && declarePosition(spec, connection, initial, site);
}

function declarePosition(
  { name, volumeMw, terms }: Spec,
  { contracts, energyPriceUsdPerMwh: spot }: Connection,
  initial: State = {},
  site: SiteModel,
): Handles {
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
  let usedMw: ColumnBlock | undefined;
  if (spread && resaleUsdPerMwh) {
    refuseSaleAboveSpot(name, terms, volumeMw, spread, resaleUsdPerMwh, spot, site);
    owe("volume settled at spot", "cash", scaled(spot, -1));
    if (spread.some((usd) => usd !== 0)) owe("resale below spot", "cash", spread);
  }
  if (!spread || steered.some((mw) => mw > 0)) {
    usedMw = site.addSeries(name, "usedMw", { unit: "MW", upper: steered, ...(spread ? {} : { limit: "volumeMw" }) });
    contracts.use(usedMw, site);
    const price = (item: string, usdPerMwh: Values) =>
      site.addCost(
        usedMw as ColumnBlock,
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
    contracts.use(minimum.makeUpMw, site);
    site.addCost(minimum.makeUpMw, "used in place of spot", "cash", scaled(spot, -dt));
  }
  const premiumMonths = premium?.months ?? initial.premiumMonths;
  return { site, contracts, usedMw, freePlace: contracts.addFree(freeMw), minimum, premiumMonths };
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
