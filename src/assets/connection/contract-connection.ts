import type { SiteModel } from "../../model/site-model.ts";
import type { Connection } from "../ports/connection.ts";
import type { SitePorts } from "../ports/site-ports.ts";

/**
 * The connection at whose meter a contract is settled: the one of that name, by default the site's only one; undefined
 * after reporting the fault.
 */
export function contractConnection(
  { connections }: SitePorts,
  contract: string,
  name: string | undefined,
  site: SiteModel,
): Connection | undefined {
  const found =
    name === undefined && connections.length === 1
      ? connections[0]
      : connections.find(({ importMw }) => importMw.asset === name);
  if (found) return found;
  const names = connections.map(({ importMw }) => JSON.stringify(importMw.asset)).join(", ");
  site.fault(
    contract,
    "connection",
    name === undefined ? "nothing" : JSON.stringify(name),
    `a grid connection of this plan${names && `: ${names}`}`,
    names ? "name one" : "add a grid to the assets",
  );
  return undefined;
}
