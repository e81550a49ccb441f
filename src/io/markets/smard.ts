/**
 * SMARD.de, market data of the German regulator: wholesale prices, semicolons, one column of prices in EUR per MWh for
 * each area. Start and end of each interval are in German local time without a flag, so of two equal hours in autumn
 * the first row is the earlier one. German files have decimal commas and points between thousands, English files the
 * reverse; `-` is a missing price. NB: in the row of the spring change the end has been seen a day early (26.03.2023
 * 01:00 to 25.03.2023 02:00), so an invalid length is replaced by that of the rows before.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";
import { StampColumn } from "../stamp-column.ts";
import { areaColumns, selectedColumn } from "./area-columns.ts";
import { marketTimeUnit } from "./market-time-unit.ts";
import { type Market, placeIn } from "./market.ts";

const LAYOUTS = ["dd.MM.yyyy HH:mm", "MMM d, yyyy h:mm a", "dd.MM.yyyy HH:mm:ss", "yyyy-MM-dd HH:mm"];
const PRICE = /^(.+?) {0,3}\[(?:€|EUR)\/MWh\]/;
const MISSING = /^\s*-\s*$/;
const GERMAN_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const ENGLISH_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

export const smard: Market = {
  id: "smard",
  headings: "Datum von, Datum bis, Deutschland/Luxemburg [€/MWh] (or Start date, End date)",
  needs: [
    ["Datum von", "Start date"],
    ["Datum bis", "End date"],
    ["Deutschland/Luxemburg [€/MWh]", PRICE],
  ],
  timeZone: "Europe/Berlin",
  currency: "EUR",

  open(header, sink) {
    const isGerman = header.find("Datum von") >= 0;
    const columns = isGerman ? header.all("Datum von", "Datum bis") : header.all("Start date", "End date");
    const areas = areaColumns(header, PRICE);
    if (!columns || areas.length === 0) return undefined;
    const [start, end] = columns;
    const selected = selectedColumn(areas, header, sink);
    const from = stampOf(header, start, sink);
    const to = stampOf(header, end, sink);
    let unit = Number.NaN;
    return {
      width: Math.max(start, end, ...areas.map(({ column }) => column)) + 1,
      row(fields, line) {
        sink.decimalComma = isGerman;
        const startMs = from.msIn(fields, line);
        const endMs = to.msIn(fields, line);
        if (Number.isNaN(endMs - startMs)) return;
        const own = marketTimeUnit((endMs - startMs) / MS_PER_MINUTE);
        if (!Number.isNaN(own)) unit = own;
        if (Number.isNaN(unit) || (Number.isNaN(own) && endMs > startMs)) {
          sink.addStampFault(placeIn(header, line, end), fields[end], "an end 15, 30 or 60 minutes after the start");
          return;
        }
        sink.add(
          startMs,
          Clock.wall,
          unit,
          numberIn(fields[selected.column], isGerman),
          placeIn(header, line, selected.column),
        );
      },
    };
  },
};

function stampOf(header: Header, at: number, sink: PriceSink): StampColumn {
  return new StampColumn(header, at, LAYOUTS, "a time like 31.12.2024 23:00", sink.faults, sink.dateOrder);
}

/** The text of a price without thousands separators; blank if there is no price. */
function numberIn(text: string, isGerman: boolean): string {
  if (MISSING.test(text)) return "";
  const plain = text.trim();
  if (isGerman) return GERMAN_THOUSANDS.test(plain) ? plain.replaceAll(".", "") : text;
  return ENGLISH_THOUSANDS.test(plain) ? plain.replaceAll(",", "") : text;
}
