/** For a file whose headings match no market: finds the nearest market and the headings that are missing. */
import { didYouMean } from "../catalogue/nearest-names.ts";
import { type FaultLog, quoted } from "./fault-log.ts";
import { Header } from "./header.ts";
import type { LinesAbove } from "./lines-above.ts";
import type { HeadingNeed, Market } from "./markets/market.ts";

/** Rows that are searched; headings are near the top of a file. */
const MAX_ROWS = 60;
/** The share of a market's required headings that a file must have to count as near. */
const MIN_SHARE = 1 / 3;

interface Nearness {
  readonly market: Market;
  readonly header: Header;
  readonly found: readonly HeadingNeed[];
}

/** Adds the fault of a file whose headings match none of the `tried` markets. */
export function addUnknownHeadings(above: LinesAbove, tried: readonly Market[], faults: FaultLog): void {
  const headers = above.rows.slice(0, MAX_ROWS).map((fields) => new Header(fields));
  const isFound = (need: HeadingNeed, header: Header) =>
    need.some((name) => (typeof name === "string" ? header.find(name) >= 0 : header.findMatching(name) >= 0));
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
  const isNear = nearest && (share(nearest) >= MIN_SHARE || tried.length === 1);
  const { fields, line } = above.likeliestHeadings((row) =>
    Number(isNear === true && row.join() === nearest.header.names.join()),
  );
  const given = quoted(fields.join(","));
  if (!isNear) {
    const known = tried.map(({ id, headings }) => `${id} (${headings})`).join("; ");
    faults.add(
      { line },
      given,
      `the headings of ${known}`,
      "give a file with its headings, or read a table of another layout with readSeries",
    );
    return;
  }
  const { market, header, found } = nearest;
  const missing = market.needs.filter((need) => !found.includes(need));
  const unused = header.names.filter((name) => name !== "" && !found.some((need) => isFound(need, new Header([name]))));
  const spelled = missing.flatMap(([name]) => {
    const near = didYouMean(name, unused);
    return near === undefined ? [] : [`for ${quoted(name)} ${near}`];
  });
  const lacks =
    missing.length === 0
      ? "each once, above their rows"
      : `${missing.map(([name]) => quoted(name)).join(", ")} ${missing.length === 1 ? "is" : "are"} missing`;
  const fix =
    `${spelled.length > 0 ? `${spelled.join("; ")}; ` : ""}if it is that market's file, correct the headings; ` +
    "otherwise read the table with readSeries";
  faults.add({ line }, given, `the headings of ${market.id}, the nearest market: ${market.headings}; ${lacks}`, fix);
}

function share({ market, found }: Nearness): number {
  return found.length / market.needs.length;
}
