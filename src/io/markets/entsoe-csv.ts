/**
 * ENTSO-E Transparency Platform downloads of day-ahead prices, in two formats. Old: `DD.MM.YYYY HH:MM - ...`,
 * `Day-ahead Price [EUR/MWh]`, zone in the last heading as `BZN|FR`, a blank row for the skipped hour in spring. New:
 * `DD/MM/YYYY HH:MM:SS - ...`, columns Area and Sequence, "(CET)" or "(CEST)" after stamps at a clock change, quarter
 * hours since 2025-10-01. The stamps are the start and end of each interval, on the clock that the first heading names.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { Clock } from "../series-rows.ts";
import { firstFittingParser, type ParseStamp } from "../stamp-format.ts";
import { marketTimeUnit } from "./market-time-unit.ts";
import { inBrackets, type Market, placeIn } from "./market.ts";
import { SequenceFilter } from "./sequence-filter.ts";

const LAYOUTS = ["dd.MM.yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm", "dd.MM.yyyy HH:mm:ss"];
/** A zone with the same clock; the platform's CET/CEST is Brussels time. */
const ZONES: Readonly<Record<string, string>> = {
  "CET/CEST": "Europe/Brussels",
  UTC: "UTC",
  "EET/EEST": "Europe/Helsinki",
  "WET/WEST": "Europe/Lisbon",
  "GMT/BST": "Europe/London",
};
const PRICE = /^Day-ahead (?:Energy )?Prices? *[[(]([A-Z]{3}) *\/ *(k|M)Wh[\])]$/i;
/** The platform's words for a missing price: not available, not expected. A gap, like a blank. */
const MISSING = /^(?:N\/A|n\/e|-)$/i;
/** NB: the pattern allows single blanks only, because a field of many blanks would take quadratic time. */
const SPAN = /^([^ (]+ [^ (]+)(?: {0,3}\((CES?T)\))? - ([^ (]+ [^ (]+)(?: {0,3}\((CES?T)\))?$/;

export const entsoeCsv: Market = {
  id: "entsoe-csv",
  headings: "MTU (CET/CEST), Area, Sequence, Day-ahead Price (EUR/MWh)",
  needs: [
    ["MTU (CET/CEST)", /^MTU \(/i],
    ["Day-ahead Price (EUR/MWh)", PRICE],
  ],
  timeZone: "Europe/Brussels",
  statesUnit: true,

  open(header, sink, { sequence }) {
    const mtu = header.findMatching(/^MTU \(.+\)$/i);
    const price = header.findMatching(PRICE);
    if (mtu < 0 || price < 0) return undefined;
    const zoneName = inBrackets(header.names[mtu]).toUpperCase();
    const timeZone = ZONES[zoneName];
    if (!timeZone)
      sink.faults.add(
        placeIn(header, 1, mtu),
        zoneName,
        `one of ${Object.keys(ZONES).join(", ")}`,
        "download the file in one of these",
      );
    const [, currency, prefix] = PRICE.exec(header.names[price]) ?? [];
    if (prefix.toLowerCase() === "k")
      sink.faults.add(
        placeIn(header, 1, price),
        header.names[price],
        "a price per MWh",
        "convert the column and its heading",
      );
    const area = header.find("Area");
    const sequenceAt = header.find("Sequence");
    const named = header.names.find((name) => name.startsWith("BZN|")) ?? "";
    const one = new SequenceFilter(sink, sequence);
    let read: ParseStamp | undefined;
    return {
      currency: currency.toUpperCase(),
      timeZone,
      width: Math.max(mtu, price, area, sequenceAt) + 1,
      end: () => one.checkFound(),
      row(fields, line) {
        if (!sink.isSelected((area < 0 ? named : fields[area]).trim())) return;
        if (
          sequenceAt >= 0 &&
          !one.accepts(fields[sequenceAt].trim().replace(/^Sequence Sequence /, ""), placeIn(header, line, sequenceAt))
        )
          return;
        const [, from = "", fromClock, to = ""] = SPAN.exec(fields[mtu].trim()) ?? [];
        read ??= firstFittingParser(from, LAYOUTS);
        const startMs = read?.(from) ?? Number.NaN;
        // NB: on days of a clock change the two ends have different offsets, so the difference of the local times is
        // not the length.
        const unit = marketTimeUnit(((read?.(to) ?? Number.NaN) - startMs) / MS_PER_MINUTE);
        const place = placeIn(header, line, price);
        const text = MISSING.test((fields[price] ?? "").trim()) ? "" : fields[price];
        if (Number.isNaN(unit))
          sink.addStampFault(
            placeIn(header, line, mtu),
            fields[mtu],
            "a span of 15, 30 or 60 minutes like 01.01.2021 00:00 - 01.01.2021 01:00",
          );
        else if (fromClock) sink.add(startMs - CLOCK_MINUTES[fromClock] * MS_PER_MINUTE, Clock.utc, unit, text, place);
        else sink.add(startMs, Clock.wall, unit, text, place);
      },
    };
  },
};

/** Minutes ahead of UTC. */
const CLOCK_MINUTES: Readonly<Record<string, number>> = { CET: 60, CEST: 120 };
