/**
 * What assets let each other see. Every asset returns its ports from `declare`; once all are declared, `link` receives
 * those of the whole site. So the order of the assets never matters, and a port that is missing is a type error.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { Connection } from "./connection.ts";
import type { FirmLoad } from "./firm-load.ts";
import type { FlexibilitySale } from "./flexibility-sale.ts";
import { Headroom, type HeadroomOffer } from "./headroom.ts";
import type { MiningLoad } from "./mining-load.ts";

/** The ports of one asset; an asset has those that apply to it. */
export interface AssetPorts {
  readonly connection?: Connection;
  readonly firmLoad?: FirmLoad;
  readonly miningLoad?: MiningLoad;
  /** What the asset can shed or supply at short notice; undefined where it can do neither. */
  readonly headroom?: HeadroomOffer | undefined;
  readonly flexibilitySale?: FlexibilitySale;
}

/** The ports of all assets of a site, in the order of the assets. */
export class SitePorts {
  readonly connections: readonly Connection[];
  readonly firmLoads: readonly FirmLoad[];
  readonly miningLoads: readonly MiningLoad[];
  readonly flexibilitySales: readonly FlexibilitySale[];
  /** By the asset's name. */
  readonly headrooms: ReadonlyMap<string, Headroom>;
  readonly #assets: readonly AssetPorts[];

  constructor(assets: readonly AssetPorts[]) {
    this.#assets = assets;
    this.connections = assets.flatMap(({ connection }) => connection ?? []);
    this.firmLoads = assets.flatMap(({ firmLoad }) => firmLoad ?? []);
    this.miningLoads = assets.flatMap(({ miningLoad }) => miningLoad ?? []);
    this.flexibilitySales = assets.flatMap(({ flexibilitySale }) => flexibilitySale ?? []);
    this.headrooms = new Map(
      assets.flatMap(({ headroom }): [string, Headroom][] =>
        headroom ? [[headroom.asset, new Headroom(headroom)]] : [],
      ),
    );
  }

  /** Import of every connection, MW at its POI. */
  get importMw(): readonly ColumnBlock[] {
    return this.connections.map(({ importMw }) => importMw);
  }

  /** Export of every connection that can export, MW at its POI. */
  get exportMw(): readonly ColumnBlock[] {
    return this.connections.flatMap(({ exportMw }) => exportMw ?? []);
  }

  /** Power of every fleet above standby, MW at the site bus. */
  get miningAboveStandbyMw(): readonly ColumnBlock[] {
    return this.miningLoads.flatMap(({ aboveStandbyMw }) => aboveStandbyMw);
  }

  /** What the firm loads and the fleets together could draw in interval `t`, MW at the site bus. */
  ownLoadMw(t: number): number {
    return this.#assets.reduce(
      (mw, { firmLoad, miningLoad }) => mw + (firmLoad?.demandMw[t] ?? 0) + (miningLoad?.fullMw ?? 0),
      0,
    );
  }
}
