/** The grid connection whose meter a contract is kept at. */
import type { Columns } from "../../model/columns.ts";
import type { SiteModel } from "../../model/site-model.ts";

export interface ContractConnection {
  /** At the POI. */
  readonly importMw: Columns;
  /** Price of imported energy without adders, which the connection charges on all its import, USD/MWh. */
  readonly energyUsdPerMwh: Float64Array;
  /** What the site bus receives of a MW imported, MW. */
  readonly busMwPerMw: number;
}

/** The connection of that name, by default the site's only one; undefined after reporting the fault. For `link`. */
export function contractConnection(
  site: SiteModel,
  contract: string,
  name: string | undefined,
): ContractConnection | undefined {
  const imports = site.published("import");
  const i = name === undefined && imports.length === 1 ? 0 : imports.findIndex(({ asset }) => asset === name);
  if (i >= 0) {
    return {
      importMw: imports[i],
      energyUsdPerMwh: site.publishedFigures("import-energy-usd-per-mwh")[i],
      busMwPerMw: site.publishedFigures("bus-mw-per-import-mw")[i][0],
    };
  }
  const names = imports.map(({ asset }) => JSON.stringify(asset)).join(", ");
  site.fault(
    contract,
    "connection",
    name === undefined ? "nothing" : JSON.stringify(name),
    `a grid connection of this plan${names && `: ${names}`}`,
    names ? "name one" : "add a grid to the assets",
  );
  return undefined;
}
