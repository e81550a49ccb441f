/**
 * Identifies the market of a file by its headings (or its text, if it is not a table) and passes its prices to the
 * sink.
 */
import { didYouMean } from "../catalogue/nearest-names.ts";
import type { CsvOptions } from "./csv-rows.ts";
import { quoted } from "./fault-log.ts";
import { Header } from "./header.ts";
import { eachJsonRow, isJson, parsedJson } from "./json-rows.ts";
import { LinesAbove } from "./lines-above.ts";
import type { FileFacts, FileReader, Market, MarketOptions } from "./markets/market.ts";
import { markets } from "./markets/index.ts";
import { addUnknownHeadings } from "./nearest-market.ts";
import type { PriceSink } from "./price-sink.ts";
import { eachTableRow, type OpenTable, tableRows } from "./table-rows.ts";

const PER_KWH = /(?:\/|per[ _])kwh/i;

export interface PriceFileOptions extends MarketOptions, CsvOptions {
  readonly market?: string | undefined;
  readonly location?: string | undefined;
}

interface PriceFile {
  readonly market: Market;
  readonly facts: FileFacts;
}

/** Reads the file into `sink` and returns its market; throws if no market matches. */
export function readPriceFile(text: string, options: PriceFileOptions, sink: PriceSink): PriceFile {
  const { faults } = sink;
  const tried = options.market === undefined ? markets : markets.filter(({ id }) => id === options.market);
  if (tried.length === 0) {
    const ids = markets.map(({ id }) => id);
    faults.add(
      { line: 0 },
      `options.market ${quoted(options.market)}`,
      `one of ${ids.join(", ")}`,
      didYouMean(options.market ?? "", ids) ?? "omit it: the headings identify the market",
    );
    faults.throwIfAny();
  }
  const document = isJson(text) ? parsedJson(text, faults) : undefined;
  faults.throwIfAny();
  for (const market of tried) {
    const facts =
      document === undefined ? market.openText?.(text, sink, options) : market.openJson?.(document, sink, options);
    if (facts) return checkNotEmpty({ market, facts }, sink, options.location);
  }
  const above = new LinesAbove();
  let found: { readonly market: Market; readonly facts: FileReader } | undefined;
  const open: OpenTable = (fields, line) => {
    const header = new Header(fields);
    for (const market of tried) {
      const facts = market.open?.(header, sink, options, above.rows);
      if (!facts) continue;
      found = { market, facts };
      return openedTable(market, facts, header, line, above, sink);
    }
    return above.add(fields, line);
  };
  if (document === undefined) eachTableRow(text, options, faults, open);
  else eachJsonRow(document, faults, sink.notices, tableRows(faults, open));
  if (found) {
    found.facts.end?.();
    return checkNotEmpty(found, sink, options.location);
  }
  addUnknownHeadings(above, tried, faults);
  faults.throwIfAny();
  throw new Error("a fault was added");
}

function openedTable(
  market: Market,
  facts: FileReader,
  header: Header,
  line: number,
  above: LinesAbove,
  sink: PriceSink,
) {
  above.check(header.width, sink.faults, facts.isOutsideTable && ((row) => facts.isOutsideTable?.(row) ?? false));
  const notice = market.hasTitle ? undefined : above.notice();
  if (notice !== undefined) sink.notices.push(notice);
  const perKwh = [...above.rows.flat(), ...header.names].find((field) => PER_KWH.test(field));
  if (perKwh !== undefined && !market.statesUnit)
    sink.faults.add(
      { line },
      quoted(perKwh),
      "prices per MWh",
      "this market has no prices per kWh; read the file with readSeries and its unit",
    );
  sink.decimalComma = market.decimalComma ?? false;
  return {
    width: facts.width,
    headerWidth: header.width,
    isOutsideTable: (row: readonly string[]) => facts.isOutsideTable?.(row) ?? false,
    row: (row: readonly string[], rowLine: number) => facts.row(row, rowLine),
  };
}

function checkNotEmpty(found: PriceFile, { rows, faults }: PriceSink, location: string | undefined): PriceFile {
  if (rows.count === 0 && faults.isEmpty && location === undefined)
    faults.add({ line: 0 }, "no row of prices", "at least one", "load the file again");
  return found;
}
