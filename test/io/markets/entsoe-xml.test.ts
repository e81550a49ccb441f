import { describe, expect, it } from "vitest";
import { readMarketPrices } from "../../../src/io/read-market-prices.ts";
import { entsoeXmlDocument } from "../../support/market-texts.ts";
import { faultsOf, priceLines, readLines } from "../../support/price-lines.ts";

const SERIES = /<TimeSeries>[^]*<\/TimeSeries>/;
const [series] = SERIES.exec(entsoeXmlDocument) ?? [""];
const edited = (from: string | RegExp, to: string) => entsoeXmlDocument.replace(from, to);

describe("an ENTSO-E document A44", () => {
  // Five hours of UTC; positions 2 and 5 are left out by the curve A03, so the price before holds.
  it("holds the price before at the positions a curve A03 leaves out, and lists them", () => {
    const read = readMarketPrices(entsoeXmlDocument);
    expect(priceLines(read.prices)).toEqual([
      "2024-10-26T22:00Z 60 61.5",
      "2024-10-26T23:00Z 60 61.5",
      "2024-10-27T00:00Z 60 -2.5",
      "2024-10-27T01:00Z 60 64.5",
      "2024-10-27T02:00Z 60 64.5",
    ]);
    expect(priceLines(read.filled)).toEqual(["2024-10-26T23:00Z 60 61.5", "2024-10-27T02:00Z 60 64.5"]);
    expect(read).toMatchObject({ market: "entsoe-xml", location: "10Y1001A1001A82H", currency: "EUR", gaps: [] });
  });

  it("has holes where a curve A01 leaves a position out", () => {
    const a01 = edited("A03", "A01");
    expect(faultsOf(() => readLines(a01))[0].given).toMatch(/^no row for 2024-10-26T23:00/);
    expect(readMarketPrices(a01, { gaps: "omit" }).gaps).toEqual([{ start: "2024-10-26T23:00:00.000Z", minutes: 60 }]);
  });

  it("reads quarter hours, several periods and series, and prefixed names", () => {
    const next = series
      .replace("2024-10-26T22:00Z", "2024-10-27T03:00Z")
      .replace("T03:00Z</end>", "T04:15Z</end>")
      .replace("PT60M", "PT15M");
    expect(readLines(edited("</TimeSeries>", `</TimeSeries>${next}`)).slice(5)).toEqual([
      "2024-10-27T03:00Z 15 61.5",
      "2024-10-27T03:15Z 15 61.5",
      "2024-10-27T03:30Z 15 -2.5",
      "2024-10-27T03:45Z 15 64.5",
      "2024-10-27T04:00Z 15 64.5",
    ]);
    const [period] = /<Period>[^]*<\/Period>/.exec(series) ?? [""];
    const second = period.replace("2024-10-26T22:00Z", "2024-10-27T03:00Z").replace("T03:00Z</end>", "T08:00Z</end>");
    expect(readLines(edited("</Period>", `</Period>${second}`))).toHaveLength(10);
    expect(
      readLines(entsoeXmlDocument.replaceAll(/<(\/?)([A-Z])/g, "<$1ns0:$2").replace("xmlns=", "xmlns:ns0=")),
    ).toHaveLength(5);
  });

  it("lets one sequence and one area be chosen", () => {
    const tagged = (n: number) =>
      series.replace(
        "<curveType>",
        `<classificationSequence_AttributeInstanceComponent.position>${n}</` +
          "classificationSequence_AttributeInstanceComponent.position><curveType>",
      );
    const two = entsoeXmlDocument.replace(SERIES, tagged(1) + tagged(2).replace("61.5", "99"));
    expect(faultsOf(() => readLines(two))[0]).toMatchObject({ fix: 'choose one with options.sequence: "1" or "2"' });
    expect(readLines(two, { sequence: "2" })[0]).toBe("2024-10-26T22:00Z 60 99");
    const areas = entsoeXmlDocument.replace(SERIES, series + series.replace("10Y1001A1001A82H", "10YFR-RTE------C"));
    expect(faultsOf(() => readLines(areas))[0]).toMatchObject({
      given: "2 locations: 10Y1001A1001A82H, 10YFR-RTE------C",
    });
    expect(readLines(areas, { location: "10YFR-RTE------C" })).toHaveLength(5);
  });

  it.each([
    ["a cut document", entsoeXmlDocument.slice(0, 900), "a well-formed XML document"],
    ["another document", edited("A44", "A65"), "A44, prices"],
    ["a page", "<html><body>Service unavailable</body></html>", "a Publication_MarketDocument"],
    ["prices per kWh", edited("MWH", "KWH"), "MWH"],
    ["a strange resolution", edited("PT60M", "PT7M"), "one of PT15M, PT30M, PT60M, PT1H"],
    ["a strange curve", edited("A03", "A05"), "A01 or A03"],
    ["a position beyond the period", edited("<position>4<", "<position>6<"), "a position from 1 to 5"],
    ["a position twice", edited("<position>4<", "<position>3<"), "positions in rising order, each once"],
    [
      "a curve A03 that does not begin",
      edited("<position>1<", "<position>2<"),
      "position 1 (a curve A03 repeats the price before, and the first position has no price before it)",
    ],
    [
      "a period that is not a whole number of intervals",
      edited("T03:00Z</end><", "T02:30Z</end><").replace(
        "T03:00Z</end></timeInterval>",
        "T02:30Z</end></timeInterval>",
      ),
      "a whole number of intervals, up to a year",
    ],
    [
      "a period without its end",
      edited("<end>2024-10-27T03:00Z</end>", ""),
      "a start and an end like 2024-11-02T23:00Z",
    ],
    [
      "a point outside of a period",
      edited("    <Period>", "<Point><position>1</position><price.amount>7</price.amount></Point><Period>"),
      "points in a Period of a TimeSeries",
    ],
    [
      "a period outside of a series",
      edited("</TimeSeries>", "</TimeSeries><Period></Period>"),
      "periods in a TimeSeries",
    ],
    ["a currency that does not exist", edited(">EUR<", ">EU<"), "an ISO 4217 code"],
    ["an element inside a price", edited("64.5", "6<b/>4.5"), "a text"],
    ["a price inside another element", edited("64.5", "<b>64.5</b>"), "a text"],
    ["a price twice", edited("64.5", "64.5</price.amount><price.amount>99"), "one in a Point"],
    ["a resolution twice", edited("<resolution>", "<resolution>PT15M</resolution><resolution>"), "one in a Period"],
    [
      "a currency behind the prices",
      edited("</Period>", "</Period><currency_Unit.name>EUR</currency_Unit.name>"),
      "currency_Unit.name before the periods it applies to",
    ],
    ["a price outside of its element", edited("</price.amount>", "</price.amount>99"), "only elements"],
    [
      "elements named as what every object has",
      edited("<TimeSeries>", "<toString><constructor>1</constructor></toString><TimeSeries>").replace(
        "PT60M",
        "constructor",
      ),
      "one of PT15M, PT30M, PT60M, PT1H",
    ],
    ["a text for a price", edited("<price.amount>64.5", "<price.amount>high"), "a price"],
  ])("refuses %s", (_, text, wanted) => {
    expect(faultsOf(() => readLines(text))).toContainEqual(expect.objectContaining({ wanted }));
  });

  it("reads a text whole, whatever it is written in", () => {
    const written = [
      "<![CDATA[64.5]]>",
      "6<![CDATA[4.]]>5",
      "64<!-- a comment --><?and instruction?>.5",
      "&#54;4.5",
      "\n 64.5 <!-- -->\n",
      "<![CDATA[ 64.5 ]]>",
    ];
    for (const text of written)
      expect(readLines(edited("64.5", text), { gaps: "interpolate" }), text).toEqual(readLines(entsoeXmlDocument));
    const all = entsoeXmlDocument.replaceAll(/>([^<>\s][^<>]*)</g, "><![CDATA[$1]]><");
    expect(readLines(all)).toEqual(readLines(entsoeXmlDocument));
    expect(faultsOf(() => readLines(edited("64.5", "6<!-- -->  <!-- -->4")))[0]).toMatchObject({ given: '"6  4"' });
  });

  it("passes on what the platform says instead of prices", () => {
    const answer =
      "<Acknowledgement_MarketDocument><Reason><code>999</code><text>No matching data " +
      "found</text></Reason></Acknowledgement_MarketDocument>";
    expect(faultsOf(() => readLines(answer))[0]).toMatchObject({ given: '"No matching data found"' });
  });
});
