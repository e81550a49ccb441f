/** Of a file whose headings are no market's: the market it comes nearest to, and which of its headings are missing. */
import { didYouMean } from "../catalogue/nearest-names.ts";
import { type FaultLog, shown } from "./fault-log.ts";
import { Header } from "./header.ts";
import type { LinesAbove } from "./lines-above.ts";
import type { HeadingNeed, Market } from "./markets/market.ts";

/** Rows looked at; headings stand near the top of a file. */
const MOST_ROWS = 60;
/** Of the headings that a market needs, those that a file must have to be near it. */
const LEAST_SHARE = 1 / 3;

interface Nearness {
  readonly market: Market;
  readonly header: Header;
  readonly found: readonly HeadingNeed[];
}

/** Adds the fault of a file in which none of `tried` found its headings. */
export function addUnknownHeadings(above: LinesAbove, tried: readonly Market[], faults: FaultLog): void {
  const headers = above.rows.slice(0, MOST_ROWS).map((fields) => new Header(fields));
  const isFound = (need: HeadingNeed, header: Header) =>
    need.some((name) => (typeof name === "string" ? header.find(name) >= 0 : header.findLike(name) >= 0));
  const fits = (market: Market, header: Header) =>
    tried.length === 1 || !market.isGeneral || header.width <= market.needs.length;
  const all = headers.flatMap((header) =>
    tried
      .filter((market) => fits(market, header))
      .map((market): Nearness => ({ market, header, found: market.needs.filter((need) => isFound(need, header)) })),
  );
  const [nearest] = all
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => share(b) - share(a) || b.found.length - a.found.length);
  const isNear = nearest && (share(nearest) >= LEAST_SHARE || tried.length === 1);
  const { fields, line } = above.likeliestHeadings((row) =>
    Number(isNear === true && row.join() === nearest.header.names.join()),
  );
  const given = shown(fields.join(","));
  if (!isNear) {
    const known = tried.map(({ id, headings }) => `${id} (${headings})`).join("; ");
    faults.add(
      { line },
      given,
      `the headings of ${known}`,
      "give a file with its headings, or read a table of another layout by readSeries",
    );
    return;
  }
  const { market, header, found } = nearest;
  const missing = market.needs.filter((need) => !found.includes(need));
  const unused = header.names.filter((name) => name !== "" && !found.some((need) => isFound(need, new Header([name]))));
  const spelled = missing.flatMap(([name]) => {
    const near = didYouMean(name, unused);
    return near === undefined ? [] : [`for ${shown(name)} ${near}`];
  });
  const lacks =
    missing.length === 0
      ? "each once, above their rows"
      : `of which ${missing.map(([name]) => shown(name)).join(", ")} ${missing.length === 1 ? "is" : "are"} missing`;
  const fix =
    `${spelled.length > 0 ? `${spelled.join("; ")}; ` : ""}correct the headings if it is that market's file, ` +
    "or read a table of another layout by readSeries";
  faults.add({ line }, given, `the headings of ${market.id}, the nearest market: ${market.headings}, ${lacks}`, fix);
}

function share({ market, found }: Nearness): number {
  return found.length / market.needs.length;
}
