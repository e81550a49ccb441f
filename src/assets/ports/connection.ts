import type { ColumnBlock } from "../../model/block.ts";
import type { ImportContracts } from "../connection/import-contracts.ts";

/** A grid connection, metered at the point of interconnection (POI), as other assets see it. */
export interface Connection {
  /** At the POI, MW. */
  readonly importMw: ColumnBlock;
  /** At the POI, MW; undefined where nothing can be exported. */
  readonly exportMw: ColumnBlock | undefined;
  /** What the site bus receives of a MW imported, MW. */
  readonly busMwPerMw: number;
  /**
   * Price of imported energy at the POI without adders, which the connection charges on all its import, USD/MWh; 0
   * where it has no import price.
   */
  readonly energyPriceUsdPerMwh: Float64Array;
  /**
   * What a MWh of import costs at the site bus: all charges on energy, losses included, USD/MWh; undefined where it
   * has no import price.
   */
  readonly busPriceUsdPerMwh: Float64Array | undefined;
  /** Whether the emission factor of the imported energy is known. */
  readonly hasEmissionFactor: boolean;
  /** The contracts that are settled at its meter. */
  readonly contracts: ImportContracts;
}
