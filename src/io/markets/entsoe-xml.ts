/**
 * ENTSO-E day-ahead prices as the API sends them: a Publication_MarketDocument of type A44. Its clock is UTC, so no hour is
 * repeated or skipped. Prices stand by position in periods of one resolution. In curves A03 a position is left out where its
 * price equals the one before: it is filled and listed with what was filled. In curves A01 a missing position is a hole. Several
 * sequences (auctions) in a document: `options.sequence`, the number of the classification; several areas: `options.location`.
 */
import { SaxesParser } from "saxes";
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { type Place, shown } from "../fault-log.ts";
import { instantOf } from "../instant-text.ts";
import type { PriceSink } from "../price-sink.ts";
import { Clock } from "../series-rows.ts";
import type { FileFacts, Market, MarketOptions } from "./market.ts";
import { OneSequence } from "./one-sequence.ts";

const MINUTES: Readonly<Record<string, number>> = { PT15M: 15, PT30M: 30, PT60M: 60, PT1H: 60 };
const ROOTS = new Set(["Publication_MarketDocument", "Acknowledgement_MarketDocument"]);
/** Positions of a period at most: a year of quarter hours. A document that claims more is not believed. */
const MOST_POSITIONS = 366 * 96;

export const entsoeXml: Market = {
  id: "entsoe-xml",
  headings: "an XML document, Publication_MarketDocument of type A44",
  timeZone: "UTC",

  openText(text, sink, options) {
    // A BOM and blanks may stand before the document.
    return /^\s*</.test(text.slice(0, 1000)) ? readDocument(text, sink, options) : undefined;
  },
};

interface Point {
  readonly position: string;
  readonly price: string;
  readonly place: Place;
}

function readDocument(text: string, sink: PriceSink, { sequence }: MarketOptions): FileFacts {
  const { faults } = sink;
  const one = new OneSequence(sink, sequence);
  const parser = new SaxesParser();
  const here = (heading?: string): Place => ({ line: parser.line, column: parser.column, heading });
  /** Texts of the elements of the series, the period and the point that are open. */
  let series = new Map<string, string>();
  let period = new Map<string, string>();
  let point = new Map<string, string>();
  let points: Point[] = [];
  const path: string[] = [];
  const currencies = new Set<string>();
  let content = "";
  let isBroken = false;

  parser.on("error", ({ message }) => {
    if (!isBroken) faults.add(here(), message.replace(/^\d+:\d+: /, "").replace(/\.$/, ""), "a well-formed XML document", "the file was cut off or changed; load it again");
    isBroken = true;
  });
  parser.on("opentag", ({ name }) => {
    if (path.length === 0 && !ROOTS.has(localName(name))) faults.add(here(), `a document ${shown(localName(name))}`, "a Publication_MarketDocument", "give the answer of the ENTSO-E API to a query of day-ahead prices");
    path.push(localName(name));
    content = "";
    if (name.endsWith("TimeSeries")) series = new Map();
    if (name.endsWith("Period")) [period, points] = [new Map(), []];
    if (name.endsWith("Point")) point = new Map();
  });
  parser.on("text", (part) => {
    content += part;
  });
  parser.on("closetag", ({ name }) => {
    if (isBroken) return;
    const element = localName(name);
    path.pop();
    const owner = path.at(-1);
    if (element === "Point" && owner !== "Period") faults.add(here("Point"), "a point outside of a period", "points in a Period of a TimeSeries", "load the document again");
    else if (element === "Period" && owner !== "TimeSeries") faults.add(here("Period"), "a period outside of a series", "periods in a TimeSeries", "load the document again");
    else if (element === "Point") points.push({ position: point.get("position") ?? "", price: point.get("price.amount") ?? "", place: here("price.amount") });
    else if (element === "Period") closePeriod();
    else if (owner === "Point") point.set(element, content.trim());
    else if (owner === "timeInterval" && path.includes("Period")) period.set(element, content.trim());
    else if (owner === "Period") period.set(element, content.trim());
    else if (owner === "TimeSeries") series.set(element, content.trim());
    else if (owner === "Publication_MarketDocument" && element === "type" && content.trim() !== "A44") {
      faults.add(here("type"), `a document of type ${shown(content)}`, "A44, prices", "query day-ahead prices");
    } else if (owner === "Reason" && element === "text") faults.add(here("Reason"), shown(content.trim()), "a document with prices", "change the query to a day and area that has prices");
    content = "";
  });

  const closePeriod = (): void => {
    if (!sink.wants(series.get("in_Domain.mRID") ?? "")) return;
    const own = series.get("classificationSequence_AttributeInstanceComponent.position");
    if (own !== undefined && !one.takes(own, here("classificationSequence"))) return;
    currencies.add(series.get("currency_Unit.name") ?? "");
    const unit = series.get("price_Measure_Unit.name");
    const curve = series.get("curveType") ?? "A01";
    const startMs = instantOf(period.get("start") ?? "");
    const endMs = instantOf(period.get("end") ?? "");
    const minutes = MINUTES[period.get("resolution") ?? ""];
    const count = (endMs - startMs) / (minutes * MS_PER_MINUTE);
    if (unit !== "MWH") faults.add(here("price_Measure_Unit.name"), shown(unit), "MWH", "query prices per MWh");
    else if (curve !== "A01" && curve !== "A03") faults.add(here("curveType"), shown(curve), "A01 or A03", "no other kind of curve is known");
    else if (minutes === undefined) faults.add(here("resolution"), shown(period.get("resolution")), `one of ${Object.keys(MINUTES).join(", ")}`, "query day-ahead prices");
    else if (Number.isNaN(count)) faults.add(here("timeInterval"), shown(`${period.get("start") ?? ""} to ${period.get("end") ?? ""}`), "a start and an end like 2024-11-02T23:00Z", "correct them");
    else if (!Number.isInteger(count) || count < 1 || count > MOST_POSITIONS) faults.add(here("timeInterval"), `${count} intervals of ${minutes} minutes from ${period.get("start")} to ${period.get("end")}`, "a whole number of intervals, up to a year", "correct the period");
    else addPoints(startMs, minutes, count, curve === "A03");
  };

  const addPoints = (startMs: number, minutes: number, count: number, holds: boolean): void => {
    const stepMs = minutes * MS_PER_MINUTE;
    let before: Point | undefined;
    let next = 1;
    const holdUntil = (position: number): void => {
      for (; next < position; next++) {
        if (!holds || !before) continue;
        const ms = startMs + (next - 1) * stepMs;
        sink.repeated.add(ms);
        sink.add(ms, Clock.utc, minutes, before.price, before.place);
      }
    };
    for (const given of points) {
      const position = /^\d{1,6}$/.test(given.position) ? Number(given.position) : Number.NaN;
      if (!(position >= 1 && position <= count)) {
        faults.add({ ...given.place, heading: "position" }, shown(given.position), `a position from 1 to ${count}`, "correct it or the period");
        return;
      }
      if (before && position < next) {
        faults.add({ ...given.place, heading: "position" }, `position ${position} after ${next - 1}`, "positions in rising order, each once", "load the file again");
        return;
      }
      if (holds && !before && position > 1) {
        faults.add({ ...given.place, heading: "position" }, `position ${position} first`, "position 1 (a curve A03 holds the price before, and there is none)", "load the file again");
        return;
      }
      holdUntil(position);
      sink.add(startMs + (position - 1) * stepMs, Clock.utc, minutes, given.price, given.place);
      before = given;
      next = position + 1;
    }
    holdUntil(count + 1);
  };

  try {
    parser.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).close();
  } catch (error) {
    if (isBroken || !(error instanceof Error)) throw error;
    faults.add(here(), error.message, "a well-formed XML document", "load the file again");
  }
  one.end();
  if (currencies.size > 1) faults.add({ line: 0 }, `prices in ${[...currencies].join(" and ")}`, "one currency", "query one area");
  const [currency = ""] = currencies;
  if (currencies.size > 0 && !/^[A-Z]{3}$/.test(currency)) faults.add({ line: 0, heading: "currency_Unit.name" }, `the currency ${shown(currency)}`, "an ISO 4217 code", "load the document again");
  return { currency };
}

/** Without the namespace's prefix. */
function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
