/** Mutates files of the four readers, in turn, and judges what is made of them. The same seed gives the same file. */
import { fleetCase } from "./fleet-case.ts";
import { marketCase } from "./market-case.ts";
import { randomOf } from "./random.ts";
import { seriesCase } from "./series-case.ts";
import { tariffCase } from "./tariff-case.ts";
import type { Verdict } from "./verdict.ts";

const readers = [
  ["readMarketPrices", marketCase],
  ["readSeries", seriesCase],
  ["readFleet", fleetCase],
  ["readTariff", tariffCase],
] as const;

export function fuzzCase(seed: number): Verdict {
  const [reader, caseOf] = readers[seed % readers.length];
  return { reader, ...caseOf(Math.floor(seed / readers.length), randomOf(seed)) };
}
