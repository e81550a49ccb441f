/**
 * ENTSO-E day-ahead prices as the API sends them: a Publication_MarketDocument of type A44. Its clock is UTC, so no
 * hour is repeated or skipped. Prices stand by position in periods of one resolution (`entsoe-curve.ts`). Several
 * sequences (auctions) in a document: `options.sequence`, the number of the classification; several areas:
 * `options.location`.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { shown } from "../fault-log.ts";
import { instantOf } from "../instant-text.ts";
import type { PriceSink } from "../price-sink.ts";
import { eachXmlElement, type XmlElement, type XmlPosition } from "../xml-elements.ts";
import { addCurve, type CurvePoint, MOST_POSITIONS } from "./entsoe-curve.ts";
import type { FileFacts, Market, MarketOptions } from "./market.ts";
import { OneSequence } from "./one-sequence.ts";

const MINUTES = new Map([
  ["PT15M", 15],
  ["PT30M", 30],
  ["PT60M", 60],
  ["PT1H", 60],
]);
const ROOTS = ["Publication_MarketDocument", "Acknowledgement_MarketDocument"];
const SEQUENCE = "classificationSequence_AttributeInstanceComponent.position";
/** What is read, by the element that holds it. Each is a text and stands once. */
const TEXTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["TimeSeries", ["in_Domain.mRID", SEQUENCE, "currency_Unit.name", "price_Measure_Unit.name", "curveType"]],
  ["Period", ["resolution"]],
  ["timeInterval", ["start", "end"]],
  ["Point", ["position", "price.amount"]],
]);

export const entsoeXml: Market = {
  id: "entsoe-xml",
  headings: "an XML document, Publication_MarketDocument of type A44",
  needs: [],
  timeZone: "UTC",

  openText(text, sink, options) {
    // A BOM and blanks may stand before the document.
    return /^\s*</.test(text.slice(0, 1000)) ? readDocument(text, sink, options) : undefined;
  },
};

function readDocument(text: string, sink: PriceSink, { sequence }: MarketOptions): FileFacts {
  const { faults } = sink;
  const document = new PriceDocument(sink, sequence);
  eachXmlElement(text, faults, (position) => {
    document.position = position;
    return document;
  });
  const { currencies } = document;
  document.sequences.end();
  if (currencies.size > 1)
    faults.add({ line: 0 }, `prices in ${[...currencies].join(" and ")}`, "one currency", "query one area");
  const [currency = ""] = currencies;
  if (currencies.size > 0 && !/^[A-Z]{3}$/.test(currency))
    faults.add(
      { line: 0, heading: "currency_Unit.name" },
      `the currency ${shown(currency)}`,
      "an ISO 4217 code",
      "load the document again",
    );
  return { currency };
}

/** Takes the elements of a document as they close; what stands in none of the known places is passed over. */
class PriceDocument {
  readonly currencies = new Set<string>();
  readonly sequences: OneSequence;
  position!: XmlPosition;
  readonly #sink: PriceSink;
  /** Texts of the series, the period and the point that are open. */
  #series = new Map<string, string>();
  #period = new Map<string, string>();
  #point = new Map<string, string>();
  #points: CurvePoint[] = [];
  #hasPeriod = false;

  constructor(sink: PriceSink, sequence: string | undefined) {
    this.#sink = sink;
    this.sequences = new OneSequence(sink, sequence);
  }

  open(name: string, path: readonly string[]): void {
    if (path.length === 0 && !ROOTS.includes(name)) {
      this.#refuse(
        name,
        `a document ${shown(name)}`,
        "a Publication_MarketDocument",
        "give the answer of the ENTSO-E API to a query of day-ahead prices",
      );
      this.position.stop();
    }
    if (name === "TimeSeries") [this.#series, this.#hasPeriod] = [new Map(), false];
    if (name === "Period") [this.#period, this.#points] = [new Map(), []];
    if (name === "Point") this.#point = new Map();
  }

  close(element: XmlElement): void {
    const { name, path, text } = element;
    const owner = path.at(-1) ?? "";
    if (TEXTS.has(name) && text !== "")
      this.#refuse(
        name,
        `the text ${shown(text)} between the elements of a ${name}`,
        "elements alone",
        "the file was changed; load it again",
      );
    if (name === "Point") this.#closePoint(owner);
    else if (name === "Period") this.#closePeriod(owner);
    else if (TEXTS.get(owner)?.includes(name)) this.#put(element, owner);
    else if (owner === "Publication_MarketDocument" && name === "type" && text !== "A44")
      this.#refuse("type", `a document of type ${shown(text)}`, "A44, prices", "query day-ahead prices");
    else if (owner === "Reason" && name === "text")
      this.#refuse(
        "Reason",
        shown(text),
        "a document with prices",
        "change the query to a day and area that has prices",
      );
  }

  #refuse(heading: string, given: string, wanted: string, fix: string): void {
    this.#sink.faults.add(this.position.here(heading), given, wanted, fix);
  }

  /**
   * Keeps a text. One that is none, comes twice or comes late is refused: the other reading of it may be another price.
   */
  #put({ name, path, text, firstChild }: XmlElement, owner: string): void {
    if (owner === "timeInterval" && path.at(-2) !== "Period") return;
    const texts = owner === "TimeSeries" ? this.#series : owner === "Point" ? this.#point : this.#period;
    if (firstChild !== undefined)
      this.#refuse(
        name,
        `an element ${shown(firstChild)} inside ${name}`,
        "a text",
        "the file was changed; load it again",
      );
    if (texts.has(name))
      this.#refuse(
        name,
        `a second ${name}, ${shown(text)} after ${shown(texts.get(name))}`,
        `one in a ${owner}`,
        "the file was changed; load it again",
      );
    if (owner === "TimeSeries" && this.#hasPeriod)
      this.#refuse(
        name,
        `${name} behind a Period`,
        "it before the periods, for which it holds",
        "the file was changed; load it again",
      );
    texts.set(name, text);
  }

  #closePoint(owner: string): void {
    if (owner !== "Period")
      return this.#refuse(
        "Point",
        "a point outside of a period",
        "points in a Period of a TimeSeries",
        "load the document again",
      );
    if (this.#points.length >= MOST_POSITIONS) {
      this.#refuse(
        "Point",
        `a period of more than ${MOST_POSITIONS} points`,
        "a year of quarter hours at most",
        "load the document again",
      );
      return this.position.stop();
    }
    this.#points.push({
      position: this.#point.get("position") ?? "",
      price: this.#point.get("price.amount") ?? "",
      place: this.position.here("price.amount"),
    });
  }

  #closePeriod(owner: string): void {
    if (owner !== "TimeSeries")
      return this.#refuse(
        "Period",
        "a period outside of a series",
        "periods in a TimeSeries",
        "load the document again",
      );
    this.#hasPeriod = true;
    const [series, period] = [this.#series, this.#period];
    if (!this.#sink.wants(series.get("in_Domain.mRID") ?? "")) return;
    const own = series.get(SEQUENCE);
    if (own !== undefined && !this.sequences.takes(own, this.position.here("classificationSequence"))) return;
    this.currencies.add(series.get("currency_Unit.name") ?? "");
    const unit = series.get("price_Measure_Unit.name");
    const curve = series.get("curveType") ?? "A01";
    const [start = "", end = "", resolution] = [period.get("start"), period.get("end"), period.get("resolution")];
    const startMs = instantOf(start);
    const minutes = MINUTES.get(resolution ?? "");
    const count = (instantOf(end) - startMs) / ((minutes ?? Number.NaN) * MS_PER_MINUTE);
    if (unit !== "MWH") this.#refuse("price_Measure_Unit.name", shown(unit), "MWH", "query prices per MWh");
    else if (curve !== "A01" && curve !== "A03")
      this.#refuse("curveType", shown(curve), "A01 or A03", "no other kind of curve is known");
    else if (minutes === undefined)
      this.#refuse(
        "resolution",
        shown(resolution),
        `one of ${[...MINUTES.keys()].join(", ")}`,
        "query day-ahead prices",
      );
    else if (Number.isNaN(count))
      this.#refuse(
        "timeInterval",
        shown(`${start} to ${end}`),
        "a start and an end like 2024-11-02T23:00Z",
        "correct them",
      );
    else if (!Number.isInteger(count) || count < 1 || count > MOST_POSITIONS)
      this.#refuse(
        "timeInterval",
        `${count} intervals of ${minutes} minutes from ${start} to ${end}`,
        "a whole number of intervals, up to a year",
        "correct the period",
      );
    else if (!addCurve(this.#points, { startMs, minutes, count, holds: curve === "A03" }, this.#sink))
      this.position.stop();
  }
}
