/** JSON: plans, results, tariffs, tables. */
import { planFromJson, readMarketPrices, readTariff, resultFromJson } from "../../../src/io.ts";
import type { CorpusCase } from "./case.ts";

const nested = (n: number) => "[".repeat(n) + "]".repeat(n);
const DEEP = "at most 100 levels";
const day = JSON.stringify(Array.from({ length: 12 }, () => Array.from({ length: 24 }, () => 0)));

export const json: readonly CorpusCase[] = [
  {
    name: "a plan on many levels: the stack overflowed",
    size: 100_000,
    make: (n) => `{"wattsplit":"plan","version":1,"content":${nested(n)}}`,
    read: planFromJson,
    refused: DEEP,
  },
  {
    name: "objects on many levels, cut off",
    size: 100_000,
    make: (n) => '{"wattsplit":"plan","version":1,"content":'.repeat(n),
    read: planFromJson,
    refused: DEEP,
  },
  { name: "a result on many levels", size: 100_000, make: nested, read: resultFromJson, refused: DEEP },
  {
    name: "a tariff on many levels",
    size: 100_000,
    make: (n) => `{"energyratestructure":${nested(n)}}`,
    read: readTariff,
    refused: DEEP,
  },
  {
    name: "an answer inside an answer",
    size: 100_000,
    make: (n) => '{"items":['.repeat(n) + "]}".repeat(n),
    read: readTariff,
    refused: DEEP,
  },
  {
    name: "an answer inside an answer, twice",
    size: 1,
    make: () => '{"items":[{"items":[{"fixedmonthlycharge":5}]}]}',
    read: readTariff,
    refused: "no known charge",
  },
  {
    name: "a rate on many levels inside a tier",
    size: 100_000,
    make: (n) => `{"energyratestructure":[[{"rate":${nested(n)}}]]}`,
    read: readTariff,
    refused: DEEP,
  },
  {
    name: "wrong tiers without end: a message of 80 MB",
    size: 200_000,
    make: (n) => JSON.stringify({ energyratestructure: [Array.from({ length: n }, () => "x")] }),
    read: readTariff,
    refused: "The plan input has 200003 faults",
  },
  {
    name: "unknown fields without end",
    size: 50_000,
    make: (n) => `{"fixedmonthlycharge":5,${Array.from({ length: n }, (_, i) => `"k${i}":1`).join(",")}}`,
    read: (text) => readTariff(text).notices.map((notice) => notice.length < 2000),
    answer: [true, true],
  },
  {
    name: "fields named as what every object has",
    size: 1,
    make: () =>
      `{"fixedmonthlycharge":5,"constructor":1,"__proto__":{"rate":2},"energyratestructure":[[{"rate":0.1}]],` +
      `"energyweekdayschedule":${day},"energyweekendschedule":${day}}`,
    read: (text) => readTariff(text).fields.touEnergyCharge?.usdPerMwh,
    answer: { "period 0": 100 },
  },
  {
    name: "records that differ in all their fields: quadratic",
    size: 8_000,
    make: (n) => `[${Array.from({ length: n }, (_, i) => `{"k${i}":1}`).join(",")}]`,
    read: (text) => readMarketPrices(text),
    refused: "most of them absent",
  },
  {
    name: "a table on many levels",
    size: 100_000,
    make: (n) => `{"data":${nested(n)}}`,
    read: (text) => readMarketPrices(text),
    refused: DEEP,
  },
  {
    name: "a text that is not closed",
    size: 2_000_000,
    make: (n) => `{"a":"${'\\"['.repeat(n / 4)}`,
    read: planFromJson,
    refused: "a complete JSON document",
  },
];
