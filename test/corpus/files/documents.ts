/** XML documents of ENTSO-E. */
import { readMarketPrices } from "../../../src/io.ts";
import type { CorpusCase } from "./case.ts";

const point = (position: number, price: string) =>
  `<Point><position>${position}</position><price.amount>${price}</price.amount></Point>`;
const period = (points: string, start = "2026-01-01", end = "2026-01-01T03:00Z") =>
  `<Period><timeInterval><start>${start}T00:00Z</start><end>${end}</end></timeInterval><resolution>PT60M</` +
  `resolution>${points}</Period>`;
const document = (series: string, curve = "A03") =>
  "<?xml " +
  `version="1.0"?><Publication_MarketDocument><type>A44</type><TimeSeries><currency_Unit.name>EUR</` +
  `currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name><curveType>${curve}</curveType>` +
  `${series}</TimeSeries></Publication_MarketDocument>`;
const three = (second: string) => document(period(point(1, "5") + point(2, second) + point(3, "7")));
const prices = (text: string) => readMarketPrices(text, { gaps: "interpolate" }).prices.map(({ perMwh }) => perMwh);

export const documents: readonly CorpusCase[] = [
  {
    name: "CDATA: read as a blank and then filled by interpolate, to 6",
    size: 1,
    make: () => three("<![CDATA[99]]>"),
    read: prices,
    answer: [5, 99, 7],
  },
  {
    name: "CDATA in every element",
    size: 1,
    make: () => three("99").replaceAll(/>([^<>]+)</g, "><![CDATA[$1]]><"),
    read: prices,
    answer: [5, 99, 7],
  },
  {
    name: "a comment and an instruction inside a number",
    size: 1,
    make: () => three("9<!-- x --><?x?>9"),
    read: prices,
    answer: [5, 99, 7],
  },
  {
    name: "an element inside a number: read as what stands behind it",
    size: 1,
    make: () => three("9<b/>9"),
    read: prices,
    refused: 'an element "b" inside price.amount',
  },
  {
    name: "a number inside another element: read as a blank",
    size: 1,
    make: () => three("<b>99</b>"),
    read: prices,
    refused: 'an element "b" inside price.amount',
  },
  {
    name: "a price twice in a point: the last was taken",
    size: 1,
    make: () => three("99</price.amount><price.amount>1"),
    read: prices,
    refused: "a second price.amount",
  },
  {
    name: "entities of its own",
    size: 1,
    make: () => three("&lol;").replace("?>", '?><!DOCTYPE x [<!ENTITY a "1"><!ENTITY lol "&a;&a;&a;">]>'),
    read: prices,
    refused: "undefined entity",
  },
  {
    name: "a curve A03 of a year a line: 193 kB to 1.3 GB",
    size: 400,
    make: (n) =>
      document(
        Array.from({ length: n }, (_, i) =>
          period(point(1, "5"), `${2000 + i}-01-01`, `${2001 + i}-01-01T00:00Z`),
        ).join(""),
      ).replaceAll("PT60M", "PT15M"),
    read: prices,
    refused: "query a year at a time",
  },
  {
    name: "levels without end",
    size: 1_000_000,
    make: (n) => document("<a>".repeat(n)),
    read: prices,
    refused: "at most 100 levels",
  },
  {
    name: "attributes without end",
    size: 100_000,
    make: (n) => `<Publication_MarketDocument ${Array.from({ length: n }, (_, i) => `a${i}=""`).join(" ")}/>`,
    read: prices,
    refused: "at most 100",
  },
  {
    name: "points without end",
    size: 200_000,
    make: (n) => document(`<Period>${"<Point/>".repeat(n)}</Period>`),
    read: prices,
    refused: "a year of quarter hours at most",
  },
  {
    name: "elements of any name",
    size: 200_000,
    make: (n) =>
      document(period(`<Point>${Array.from({ length: n }, (_, i) => `<a${i}/>`).join("")}</Point>${point(1, "5")}`)),
    read: prices,
    refused: "a position from 1 to 3",
  },
  {
    name: "a comment without end",
    size: 5_000_000,
    make: (n) => three("99").replace("<TimeSeries>", `<!--${"x".repeat(n)}--><TimeSeries>`),
    read: prices,
    answer: [5, 99, 7],
  },
  {
    name: "faults without end",
    size: 300_000,
    make: (n) => three("&x;".repeat(n)),
    read: prices,
    refused: "undefined entity",
  },
  {
    name: "a number of digits and a letter",
    size: 32_000,
    make: (n) => three(`${"1".repeat(n)}x`),
    read: prices,
    refused: "wanted a price",
  },
  {
    name: "elements named as what every object has: a TypeError",
    size: 1,
    make: () => three("99").replace("<TimeSeries>", "<constructor><toString>1</toString></constructor><TimeSeries>"),
    read: prices,
    answer: [5, 99, 7],
  },
];
