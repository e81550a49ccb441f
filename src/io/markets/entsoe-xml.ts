/**
 * ENTSO-E day-ahead prices as the API returns them: a Publication_MarketDocument of type A44. Its clock is UTC, so no
 * hour is repeated or skipped. Prices are listed by position in periods of one resolution (`entsoe-curve.ts`). If a
 * document has several sequences (auctions), `options.sequence` selects one by its classification number;
 * `options.location` selects one of several areas.
 */
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import { quoted } from "../fault-log.ts";
import { parseInstant } from "../instant-text.ts";
import type { PriceSink } from "../price-sink.ts";
import { eachXmlElement, type XmlElement, type XmlPosition } from "../xml-elements.ts";
import { addCurve, type CurvePoint, MAX_POSITIONS } from "./entsoe-curve.ts";
import type { FileFacts, Market, MarketOptions } from "./market.ts";
import { SequenceFilter } from "./sequence-filter.ts";

const MINUTES = new Map([
  ["PT15M", 15],
  ["PT30M", 30],
  ["PT60M", 60],
  ["PT1H", 60],
]);
const ROOTS = ["Publication_MarketDocument", "Acknowledgement_MarketDocument"];
const SEQUENCE = "classificationSequence_AttributeInstanceComponent.position";
/** The texts that are read, by parent element. Each may occur once. */
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
    // A byte order mark and blanks may precede the document.
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
  document.sequences.checkFound();
  if (currencies.size > 1)
    faults.add({ line: 0 }, `prices in ${[...currencies].join(" and ")}`, "one currency", "query one area");
  const [currency = ""] = currencies;
  if (currencies.size > 0 && !/^[A-Z]{3}$/.test(currency))
    faults.add(
      { line: 0, heading: "currency_Unit.name" },
      `the currency ${quoted(currency)}`,
      "an ISO 4217 code",
      "load the document again",
    );
  return { currency };
}

/** Collects the elements of a document as they close; unknown elements are ignored. */
class PriceDocument {
  readonly currencies = new Set<string>();
  readonly sequences: SequenceFilter;
  position!: XmlPosition;
  readonly #sink: PriceSink;
  /** Texts of the open series, period and point. */
  #series = new Map<string, string>();
  #period = new Map<string, string>();
  #point = new Map<string, string>();
  #points: CurvePoint[] = [];
  #hasPeriod = false;

  constructor(sink: PriceSink, sequence: string | undefined) {
    this.#sink = sink;
    this.sequences = new SequenceFilter(sink, sequence);
  }

  open(name: string, path: readonly string[]): void {
    if (path.length === 0 && !ROOTS.includes(name)) {
      this.#refuse(
        name,
        `a document ${quoted(name)}`,
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
        `the text ${quoted(text)} between the elements of a ${name}`,
        "only elements",
        "the file was changed; load it again",
      );
    if (name === "Point") this.#closePoint(owner);
    else if (name === "Period") this.#closePeriod(owner);
    else if (TEXTS.get(owner)?.includes(name)) this.#put(element, owner);
    else if (owner === "Publication_MarketDocument" && name === "type" && text !== "A44")
      this.#refuse("type", `a document of type ${quoted(text)}`, "A44, prices", "query day-ahead prices");
    else if (owner === "Reason" && name === "text")
      this.#refuse(
        "Reason",
        quoted(text),
        "a document with prices",
        "change the query to a day and area that has prices",
      );
  }

  #refuse(heading: string, given: string, wanted: string, fix: string): void {
    this.#sink.faults.add(this.position.here(heading), given, wanted, fix);
  }

  /**
   * Stores a text. A text that is not plain, occurs twice or comes too late is refused, because another reading could
   * give another price.
   */
  #put({ name, path, text, firstChild }: XmlElement, owner: string): void {
    if (owner === "timeInterval" && path.at(-2) !== "Period") return;
    const texts = owner === "TimeSeries" ? this.#series : owner === "Point" ? this.#point : this.#period;
    if (firstChild !== undefined)
      this.#refuse(
        name,
        `an element ${quoted(firstChild)} inside ${name}`,
        "a text",
        "the file was changed; load it again",
      );
    if (texts.has(name))
      this.#refuse(
        name,
        `a second ${name}, ${quoted(text)} after ${quoted(texts.get(name))}`,
        `one in a ${owner}`,
        "the file was changed; load it again",
      );
    if (owner === "TimeSeries" && this.#hasPeriod)
      this.#refuse(
        name,
        `${name} after a Period`,
        `${name} before the periods it applies to`,
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
    if (this.#points.length >= MAX_POSITIONS) {
      this.#refuse(
        "Point",
        `a period of more than ${MAX_POSITIONS} points`,
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
    if (!this.#sink.isSelected(series.get("in_Domain.mRID") ?? "")) return;
    const own = series.get(SEQUENCE);
    if (own !== undefined && !this.sequences.accepts(own, this.position.here("classificationSequence"))) return;
    this.currencies.add(series.get("currency_Unit.name") ?? "");
    const unit = series.get("price_Measure_Unit.name");
    const curve = series.get("curveType") ?? "A01";
    const [start = "", end = "", resolution] = [period.get("start"), period.get("end"), period.get("resolution")];
    const startMs = parseInstant(start);
    const minutes = MINUTES.get(resolution ?? "");
    const count = (parseInstant(end) - startMs) / ((minutes ?? Number.NaN) * MS_PER_MINUTE);
    if (unit !== "MWH") this.#refuse("price_Measure_Unit.name", quoted(unit), "MWH", "query prices per MWh");
    else if (curve !== "A01" && curve !== "A03")
      this.#refuse("curveType", quoted(curve), "A01 or A03", "no other kind of curve is known");
    else if (minutes === undefined)
      this.#refuse(
        "resolution",
        quoted(resolution),
        `one of ${[...MINUTES.keys()].join(", ")}`,
        "query day-ahead prices",
      );
    else if (Number.isNaN(count))
      this.#refuse(
        "timeInterval",
        quoted(`${start} to ${end}`),
        "a start and an end like 2024-11-02T23:00Z",
        "correct them",
      );
    else if (!Number.isInteger(count) || count < 1 || count > MAX_POSITIONS)
      this.#refuse(
        "timeInterval",
        `${count} intervals of ${minutes} minutes from ${start} to ${end}`,
        "a whole number of intervals, up to a year",
        "correct the period",
      );
    else if (!addCurve(this.#points, { startMs, minutes, count, omitsRepeats: curve === "A03" }, this.#sink))
      this.position.stop();
  }
}
