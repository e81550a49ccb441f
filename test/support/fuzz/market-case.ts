/**
 * Mutated market files. What is read must keep what every series of prices keeps, and hold the prices that a plain
 * reading of the file finds for the location, each once: none dropped, none filled in silence.
 */
import { readMarketPrices, type MarketPrices, type ReadPricesOptions } from "../../../src/io/read-market-prices.ts";
import { marketTexts, type MarketText } from "../market-texts.ts";
import { type Random, oneOf } from "./random.ts";
import { differenceOf, simpleTable } from "./simple-table.ts";
import { mutated } from "./text-mutations.ts";
import { type Judgement, verdictOf, type Verdict } from "./verdict.ts";

export function marketCase(turn: number, random: Random): Omit<Verdict, "reader"> {
  const given = marketTexts[turn % marketTexts.length];
  const { market, text: original, options: stated } = given;
  const { text, mutations } = mutated(original, random);
  const options = {
    ...stated,
    gaps: random(2) === 0 ? stated.gaps : oneOf(["omit", "previous", "interpolate", "day-before"] as const, random),
  };
  const before = readMarketPrices(original, { ...options, gaps: "omit" });
  return {
    kind: market,
    mutations,
    text,
    ...verdictOf(
      () => readMarketPrices(text, options),
      (read) => judge(read, text, before, given, options),
    ),
  };
}

function judge(
  read: MarketPrices,
  text: string,
  before: MarketPrices,
  given: MarketText,
  { location }: ReadPricesOptions,
): Judgement {
  const wrong = breachOf(read, text, before);
  const counted = read.market === given.market ? plainPrices(given.market, text, location ?? read.location) : undefined;
  if (wrong !== undefined || counted === undefined) return { wrong };
  const isFilled = new Set(read.filled.map(({ start }) => start));
  return {
    wrong: differenceOf(
      read.prices.flatMap(({ start, perMwh }) => (isFilled.has(start) ? [] : [perMwh])),
      counted,
    ),
    isCounted: true,
  };
}

/** Columns of a price and a location in the texts, and which rows count. */
interface PlainLayout {
  readonly price: string | readonly string[];
  readonly location?: string;
  readonly only?: Readonly<Record<string, RegExp>>;
}

const tagged = { H: /^D$/i };
const plainLayouts: Readonly<Record<string, PlainLayout>> = {
  "ercot-day-ahead": { price: "SettlementPointPrice", location: "SettlementPoint" },
  "ercot-real-time": {
    price: "SettlementPointPrice",
    location: "SettlementPointName",
    only: { SettlementPointType: /^(?!LZEW$)/i },
  },
  caiso: { price: "MW", location: "NODE", only: { LMP_TYPE: /^LMP$/i } },
  pjm: { price: "total_lmp_da", location: "pnode_name", only: { row_is_current: /^(?:true|1)$/i } },
  miso: { price: Array.from({ length: 24 }, (_, i) => `HE ${i + 1}`), location: "Node", only: { Value: /^LMP$/i } },
  "miso-real-time": { price: "LMP", location: "PNODENAME", only: { MKTHOUR_EST: /^\d/ } },
  nyiso: { price: "LBMP ($/MWHr)", location: "Name" },
  "iso-ne": { price: "Locational Marginal Price", location: "Location Name", only: tagged },
  "iso-ne-five-minutes": { price: "LMP", location: "Location ID", only: tagged },
  "iso-ne-sheet": { price: "DA_LMP", only: { Hr_End: /./ } },
  smard: { price: "Deutschland/Luxemburg [€/MWh] Originalauflösungen", only: { "Datum von": /./ } },
  "energi-data-service": { price: "SpotPriceEUR", location: "PriceArea" },
  ember: { price: "Price (EUR/MWhe)", location: "Country" },
  "energy-charts": { price: "Day Ahead Auction (DE-LU)", only: { "Date (GMT+1)": /./ } },
  spp: { price: "LMP", location: "Settlement Location" },
  "entsoe-csv": { price: "Day-ahead Price (EUR/MWh)", location: "Area" },
  "nord-pool": { price: "SE3 Price (EUR)", only: { "Delivery Start (CET)": /./ } },
  "aemo-region": { price: "RRP", location: "REGION" },
  "aemo-mms": {
    price: "RRP",
    location: "REGIONID",
    only: { I: tagged.H, DISPATCH: /^DISPATCH$/, PRICE: /^PRICE$/, INTERVENTION: /^0$/ },
  },
  gridstatus: { price: "LMP", location: "Location" },
  plain: { price: "price_usd_per_mwh", only: { timestamp: /./ } },
};

/** The prices of a location by a plain reading; undefined where the file is no longer plain enough. */
function plainPrices(market: string, text: string, location: string): number[] | undefined {
  if (market === "entsoe-xml") return pricesInXml(text);
  const { price, location: locationHeading, only = {} } = plainLayouts[market];
  const prices = typeof price === "string" ? [price] : price;
  const needed = [...prices, ...(locationHeading === undefined ? [] : [locationHeading]), ...Object.keys(only)];
  const table = simpleTable(text, (fields) =>
    needed.every((heading) => fields.indexOf(heading) >= 0 && fields.indexOf(heading) === fields.lastIndexOf(heading)),
  );
  if (!table) return undefined;
  const at = (heading: string) => table.headings.indexOf(heading);
  const retained = table.rows.filter(
    (row) =>
      (locationHeading === undefined || row[at(locationHeading)] === location) &&
      Object.entries(only).every(([heading, pattern]) => pattern.test(row[at(heading)] ?? "")),
  );
  const fields = retained
    .flatMap((row) => prices.map((heading) => row[at(heading)] ?? ""))
    .filter((field) => field !== "" && field !== "-");
  return fields.map((field) =>
    Number(
      (market === "smard" && /^[+-]?\d{1,3}(\.\d{3})+,/.test(field) ? field.replaceAll(".", "") : field).replace(
        ",",
        ".",
      ),
    ),
  );
}

/** Undefined for a document with more than plain points. */
function pricesInXml(text: string): number[] | undefined {
  if (/<!|&|<\/?\w+:/.test(text) || text.split("<TimeSeries>").length !== 2) return undefined;
  return [...text.matchAll(/<price\.amount>\s*([^<]*?)\s*<\/price\.amount>/g)]
    .filter(([, price]) => price !== "")
    .map(([, price]) => Number(price));
}

/** What no series of prices may break, whatever file it came from. */
function breachOf(
  { prices, filled, currency }: MarketPrices,
  text: string,
  original: MarketPrices,
): string | undefined {
  const isPerKwh = /(?:\/|per[ _])kwh/i.test(text);
  // A comment of XML parts no number.
  const numbers = numbersOf(text.replaceAll("<!-- x -->", ""));
  const isFilled = new Set(filled.map(({ start }) => start));
  const originals = new Map(original.prices.map(({ start, perMwh }) => [start, perMwh]));
  let beforeMs = -Infinity;
  if (!/^[A-Z]{3}$/.test(currency)) return `currency ${JSON.stringify(currency)}`;
  for (const { start, minutes, perMwh } of prices) {
    const ms = Date.parse(start);
    if (!(ms >= beforeMs)) return `${start} begins before the interval ahead of it ends`;
    if (!(minutes > 0)) return `${start} is ${minutes} minutes long`;
    beforeMs = ms + minutes * 60_000;
    if (!(perMwh >= -5_000 && perMwh <= 25_000)) return `${perMwh} per MWh of ${start} is out of bounds`;
    if (isFilled.has(start)) continue;
    // Prices are as they stand in the file; under a heading per kWh they are a thousand times that.
    if (!numbers.has(perMwh) && !(isPerKwh && numbers.has(Number((perMwh * 0.001).toPrecision(12)))))
      return `${perMwh} of ${start} stands nowhere in the file`;
    if (isPerKwh && perMwh !== 0 && perMwh === originals.get(start) && !/mwh/i.test(text))
      return `${perMwh} per MWh of ${start}, though the heading says per kWh`;
  }
  return undefined;
}

function numbersOf(text: string): Set<number> {
  const found = new Set<number>();
  for (const pattern of [
    /(?=([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))/g,
    /(?=([+-]?\d*,\d+(?:[eE][+-]?\d+)?))/g,
    /(?=([+-]?\d{1,3}(?:\.\d{3})+,\d+))/g,
  ]) {
    for (const [, number] of text.matchAll(pattern))
      found.add(
        Number((number.includes(",") && number.includes(".") ? number.replaceAll(".", "") : number).replace(",", ".")),
      );
  }
  return found;
}
