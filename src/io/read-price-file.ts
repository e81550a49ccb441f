/** Finds the market of a file by its headings (or its text, where it is no table) and lets it put its prices into the sink. */
import { didYouMean } from "../catalogue/nearest-names.ts";
import type { CsvOptions } from "./csv-rows.ts";
import { shown } from "./fault-log.ts";
import { Header } from "./header.ts";
import type { FileFacts, FileReader, Market, MarketOptions } from "./markets/market.ts";
import { markets } from "./markets/index.ts";
import { numberOf } from "./number-text.ts";
import type { PriceSink } from "./price-sink.ts";
import { eachTableRow } from "./table-rows.ts";

/** Rows looked at for the headings: MISO has four lines before them, ISO-NE five, an AEMO report whole tables. */
const ROWS_BEFORE_HEADER = 500;

const PER_KWH = /(?:\/|per[ _])kwh/i;

/** What of the file the caller needs; throws where it is no market's. */
export function readPriceFile(text: string, options: MarketOptions & CsvOptions & { readonly market?: string | undefined; readonly location?: string | undefined }, sink: PriceSink): { readonly market: Market; readonly facts: FileFacts } {
  const { faults } = sink;
  const tried = options.market === undefined ? markets : markets.filter(({ id }) => id === options.market);
  if (tried.length === 0) {
    const ids = markets.map(({ id }) => id);
    faults.add({ line: 0 }, `options.market ${shown(options.market)}`, `one of ${ids.join(", ")}`, didYouMean(options.market ?? "", ids) ?? "leave it out: the headings tell the market");
    faults.throwIfAny();
  }
  for (const market of tried) {
    const facts = market.openText?.(text, sink, options);
    if (facts) return whole({ market, facts }, sink, options.location);
  }
  let found: { readonly market: Market; readonly facts: FileReader } | undefined;
  const before: (readonly string[])[] = [];
  const linesBefore: number[] = [];
  eachTableRow(text, options, faults, (fields, line) => {
    const header = new Header(fields);
    for (const market of tried) {
      const facts = market.open?.(header, sink, options, before);
      if (!facts) continue;
      found = { market, facts };
      before.forEach((row, i) => {
        if (row.length < header.width || facts.isOther?.(row) || !row.some((field) => !Number.isNaN(numberOf(field)))) return;
        faults.add({ line: linesBefore[i] }, `a row of ${row.length} fields above the headings, with numbers`, "rows below their headings", "are its own headings spelled otherwise? correct them, or remove the row");
      });
      const perKwh = [...before.flat(), ...fields].find((field) => PER_KWH.test(field));
      if (perKwh !== undefined && !market.saysUnit) faults.add({ line }, shown(perKwh), "prices per MWh", "this market has no prices per kWh; read the file by readSeries with its unit");
      sink.decimalComma = market.decimalComma ?? false;
      return {
        width: facts.width,
        headerWidth: header.width,
        isOther: (row) => facts.isOther?.(row) ?? false,
        row: (row, rowLine) => facts.row(row, rowLine),
      };
    }
    before.push(fields);
    linesBefore.push(line);
    return before.length < ROWS_BEFORE_HEADER ? "next" : "stop";
  });
  if (found) {
    found.facts.end?.();
    return whole(found, sink, options.location);
  }
  faults.add({ line: 1 }, shown((before[0] ?? []).join(",")), `the headings of ${tried.map(({ id, headings }) => `${id} (${headings})`).join("; ")}`, "give a file with its headings, or read a table of another layout by readSeries");
  faults.throwIfAny();
  throw new Error("a fault was added");
}

function whole<T>(found: T, { rows, faults }: PriceSink, location: string | undefined): T {
  if (rows.count === 0 && faults.isEmpty && location === undefined) faults.add({ line: 0 }, "no row of prices", "at least one", "load the file again");
  return found;
}
