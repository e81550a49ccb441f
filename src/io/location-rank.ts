/** Ranks locations for messages: hubs first, then zones, then nodes, of which a file may have a thousand. */

const HUB_KIND = /hub|^(?:HU|AH|SH)$/i;
const ZONE_KIND = /zone|interface|aggregate|area|region|^(?:LZ|LZEW|LZ_DC|LZ_DCEW|DLAP|SLAP)$/i;
/** For files that do not state the kind: ERCOT's HB_, CAISO's TH_, SPP's and MISO's HUB; load zones, CAISO's DLAP_. */
const HUB_NAME = /^(?:HB|TH)_|(?:^|[^a-z])HUB(?:$|[^a-z])/i;
const ZONE_NAME = /^(?:LZ|DLAP|SLAP)_|^\.Z\.|(?:^|[^a-z])ZONE(?:$|[^a-z])/i;

/** Names in the order of their rank; equal ranks stay in the order of the file. */
export function byRank(kinds: ReadonlyMap<string, string | undefined>): string[] {
  return [...kinds]
    .map(([name, kind]) => ({ name, rank: rankOf(name, kind?.trim()) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
}

/** 0 for a hub, 1 for a zone, 2 for anything else. */
function rankOf(name: string, kind: string | undefined): number {
  if (kind ? HUB_KIND.test(kind) : HUB_NAME.test(name)) return 0;
  return (kind ? ZONE_KIND.test(kind) : ZONE_NAME.test(name)) ? 1 : 2;
}
