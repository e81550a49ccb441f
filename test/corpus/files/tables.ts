/** Tables of lines. */
import { readFleet, readMarketPrices, readSeries } from "../../../src/io.ts";
import type { CorpusCase } from "./case.ts";

const HEAD = "time,mw\n2026-01-01T00:00Z,30\n2026-01-01T01:00Z,31\n";
const series = (text: string) =>
  readSeries(text, { value: "mw", unit: "MW", stamp: { column: "time" }, stampIs: "start" }).values.map(
    ({ value }) => value,
  );
const prices = (text: string) => readMarketPrices(text).prices.map(({ perMwh }) => perMwh);
const rows = (num: number, row: (i: number) => string) => Array.from({ length: num }, (_, i) => row(i)).join("\n");
const CSV_LIMIT = "at most 32767 characters (a cell of Excel)";

export const tables: readonly CorpusCase[] = [
  {
    name: "a cell of digits and a letter: quadratic",
    size: 32_000,
    make: (n) => `${HEAD}2026-01-01T02:00Z,${"1".repeat(n)}x`,
    read: series,
    refused: "wanted a number",
  },
  {
    name: "a cell of 200,000 digits and a letter: over 20 s",
    size: 200_000,
    make: (n) => `${HEAD}2026-01-01T02:00Z,${"1".repeat(n)}x`,
    read: series,
    refused: CSV_LIMIT,
  },
  {
    name: "a price of digits and a letter",
    size: 32_000,
    make: (n) => `timestamp,price_usd_per_mwh\n2026-01-01T00:00Z,${"1".repeat(n)}x\n`,
    read: prices,
    refused: "wanted a price",
  },
  {
    name: "a heading with long blanks: quadratic",
    size: 32_000,
    make: (n) => `timestamp,price${" ".repeat(n)}x\n2026-01-01T00:00Z,5\n`,
    read: prices,
    refused: "the headings of",
  },
  {
    name: "a flag of long blanks: quadratic",
    size: 32_000,
    make: (n) =>
      `DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n11/03/2024,01:00,HB,5,${" ".repeat(n)}x\n`,
    read: prices,
    refused: "wanted Y or N",
  },
  {
    name: "a span of stamps of long blanks: quadratic",
    size: 32_000,
    make: (n) => `MTU (CET/CEST),Day-ahead Price [EUR/MWh]\nx${" ".repeat(n)}y,5\n`,
    read: prices,
    refused: "a span of 15, 30 or 60 minutes",
  },
  {
    name: "an hour of long blanks: quadratic",
    size: 32_000,
    make: (n) =>
      `DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag\n11/03/2024,1${" ".repeat(n)}x,HB,5,N\n`,
    read: prices,
    refused: "an hour ending from 1 to 24",
  },
  {
    name: "carriage returns alone: 2.2 GB for 20 MB",
    size: 2_000_000,
    make: (n) => HEAD.replaceAll("\n", "\r") + "\r".repeat(n),
    read: series,
    answer: [30, 31],
  },
  { name: "line feeds alone", size: 2_000_000, make: (n) => HEAD + "\n".repeat(n), read: series, answer: [30, 31] },
  {
    name: "both line ends, in any order",
    size: 500_000,
    make: (n) => HEAD + "\n\r\r\n".repeat(n),
    read: series,
    answer: [30, 31],
  },
  {
    name: "misplaced quotation marks: quadratic",
    size: 300_000,
    make: (n) => `${HEAD}"${'"a'.repeat(n)}${" ".repeat(n)},1\n`,
    read: series,
    refused: "a quotation mark inside a field",
  },
  {
    name: "quotation marks alone",
    size: 999_999,
    make: (n) => HEAD + '"'.repeat(n - (n % 2) + 1),
    read: series,
    refused: "a quotation mark that is never closed",
  },
  {
    name: "a quotation mark that is never closed",
    size: 500_000,
    make: (n) => `${HEAD}"${"a,b\n".repeat(n)}`,
    read: series,
    refused: "line 4: got a quotation mark that is never closed",
  },
  {
    name: "a quotation mark closed megabytes below",
    size: 500_000,
    make: (n) => `${HEAD}"${"a,b\n".repeat(n)}",1`,
    read: series,
    refused: "at most 1048576 characters",
  },
  {
    name: "a million columns: a message of 18 MB",
    size: 1_000_000,
    make: (n) => `${",".repeat(n)}\n`,
    read: series,
    refused: "at most 16384 fields",
  },
  {
    name: "a hundred thousand headings: a message of 2 MB",
    size: 100_000,
    make: (n) => rows(n, (i) => `h${i}`).replaceAll("\n", ","),
    read: series,
    refused: "at most 16384 fields",
  },
  {
    name: "areas without end: a RangeError",
    size: 16_000,
    make: (n) =>
      `Delivery Start (CET),Delivery End (CET),${rows(n, (i) => `A${i} Price (EUR)`).replaceAll("\n", ",")}\n`,
    read: prices,
    refused: "got ",
  },
  { name: "NUL bytes", size: 1_000_000, make: (n) => "\0".repeat(n), read: series, refused: CSV_LIMIT },
  {
    name: "a NUL byte in a number",
    size: 4,
    make: () => `${HEAD}2026-01-01T02:00Z,3\u00002\n`,
    read: series,
    refused: "wanted a number",
  },
  {
    name: "byte order marks without end",
    size: 30_000,
    make: (n) => "\ufeff".repeat(n) + HEAD,
    read: series,
    answer: [30, 31],
  },
  {
    name: "lone surrogates",
    size: 30_000,
    make: (n) => `${HEAD}2026-01-01T02:00Z,${"\ud800".repeat(n)}\n`,
    read: series,
    refused: "wanted a number",
  },
  {
    name: "a stamp of a megabyte",
    size: 60_000,
    make: (n) => `${HEAD}${"2026-01-01T02:00Z".repeat(n)},1\n`,
    read: series,
    refused: CSV_LIMIT,
  },
  {
    name: "a stamp behind the year 9999: a stamp without its T",
    size: 4,
    make: () => "time,mw\n9999-12-31T22:00-05:00,3\n9999-12-31T23:00-05:00,4\n",
    read: series,
    answer: [3, 4],
  },
  {
    name: "a fleet of one model: the catalogue was made for every row",
    size: 40_000,
    make: (n) => `model,count\n${"Antminer S21,1\n".repeat(n)}`,
    read: (text) => readFleet(text).rigs,
    answer: 40_000,
  },
  {
    name: "a fleet of unknown models",
    size: 20_000,
    make: (n) => `model,count\n${rows(n, (i) => `Rig ${i}zz,5`)}`,
    read: (text) => readFleet(text),
    refused: "a model of the catalogue",
  },
  {
    name: "a location among a hundred thousand",
    size: 100_000,
    make: (n) => `Interval Start,Interval End,Location,LMP\n${rows(n, (i) => `a,b,LOC${i},5`)}`,
    read: (text) => readMarketPrices(text, { location: "LOCX" }),
    refused: "(100000 in all)",
  },
  {
    name: "months read in steps of five minutes: 9,000 times the text",
    size: 500,
    make: (n) => `time,mw\n${rows(n, (i) => `${new Date(Date.UTC(1900, 0) + i * 31 * 86_400_000).toISOString()},5`)}`,
    read: (text) =>
      readSeries(text, { value: "mw", unit: "MW", stamp: { column: "time" }, stampIs: "start", resampleMinutes: 5 }),
    refused: "ten years of five minutes",
  },
];
