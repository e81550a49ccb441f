/** The list of markets, in the order their headings are tried: adding one is a file, a line here, a test. */
import { entsoeCsv } from "./entsoe-csv.ts";
import { ercotDayAhead } from "./ercot-day-ahead.ts";
import type { Market } from "./market.ts";
import { plain } from "./plain.ts";

export const markets: readonly Market[] = [ercotDayAhead, entsoeCsv, plain];
