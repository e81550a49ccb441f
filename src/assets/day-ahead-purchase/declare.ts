import type { ColumnBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import { contractConnection } from "../connection/contract-connection.ts";
import type { ImportContracts } from "../connection/import-contracts.ts";
import { scaled } from "../fields/series.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import type { Spec, State } from "./schema.ts";

/** The purchase at the meter of its connection; `contracts` is undefined after a fault. */
export interface Handles {
  readonly boughtMw: ColumnBlock;
  readonly contracts: ImportContracts | undefined;
}

export function declareDayAheadPurchase(
  { name, limitMw, boughtMw: given, priceUsdPerMwh }: Spec,
  _initial: State | undefined,
  site: SiteModel,
): Declaration<ColumnBlock> {
  const boughtMw = site.addSeries(name, "boughtMw", {
    unit: "MW",
    upper: given ?? limitMw,
    ...(given ? { lower: given, lowerLimit: () => "boughtMw" } : { limit: "limitMw" }),
  });
  site.addCost(boughtMw, "day-ahead energy", "cash", scaled(priceUsdPerMwh, site.time.stepHours));
  site.preferLess(boughtMw, tieBreakWeight.lessImport);
  return { handles: boughtMw };
}

export function linkDayAheadPurchase(
  spec: Spec,
  _initial: State | undefined,
  boughtMw: ColumnBlock,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const connection = contractConnection(ports, spec.name, spec.connection, site);
  if (!connection) return { boughtMw, contracts: undefined };
  const { contracts, energyPriceUsdPerMwh: spot } = connection;
  const dt = site.time.stepHours;
  site.addCost(boughtMw, "settled at the import price", "cash", scaled(spot, -dt));
  if (!contracts.buyDayAhead(boughtMw, spec, site))
    site.fault(
      spec.name,
      "shortfallUsdPerMwh",
      "other imbalance fees than another day-ahead purchase of the same connection",
      "the same fees for all purchases of one connection, since its imbalance is one",
      "correct one of them",
    );
  return { boughtMw, contracts };
}

/** Decisions that can be taken ahead; see `AssetKind.hereAndNow`. */
export function dayAheadPurchaseHereAndNow({ boughtMw }: Handles) {
  return { boughtMw: [boughtMw] };
}
