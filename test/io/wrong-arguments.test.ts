/**
 * Every reader and writer of `wattsplit/io` with arguments of a wrong kind: the package's own error, and words that
 * fit.
 */
import { describe, expect, it } from "vitest";
import { InputFileError, PlanInputError } from "../../src/errors.ts";
import * as io from "../../src/io.ts";

const ring: Record<string, unknown> = {};
ring.self = ring;
let deep: unknown = [];
for (let i = 0; i < 1e5; i++) deep = [deep];

const wrong: readonly (readonly [name: string, value: unknown])[] = [
  ["undefined", undefined],
  ["null", null],
  ["a number", 7],
  ["NaN", Number.NaN],
  ["a bigint", 1n],
  ["a symbol", Symbol("x")],
  ["a function", () => "time,mw"],
  ["true", true],
  ["an array", ["time,mw"]],
  ["an object", {}],
  ["an object without prototype", Object.create(null)],
  ["a Buffer", Buffer.from("time,mw")],
  ["an ArrayBuffer", new ArrayBuffer(8)],
  ["a Promise", Promise.resolve("time,mw")],
  ["a date", new Date(0)],
  ["a String", Object("time,mw")],
  ["a map", new Map()],
  ["a circular reference", ring],
  ["a deep array", deep],
  ["an object that cannot be a text", { toString: 5, valueOf: null }],
  ["an error", new Error("x")],
];
const series = { value: "mw", unit: "MW", stamp: { column: "time" }, stampIs: "start" };
const text = "time,mw\n2026-01-01T00:00Z,1\n2026-01-01T01:00Z,2\n";

const call: Readonly<Record<string, (value: never) => unknown>> = {
  "readMarketPrices(x)": (value) => io.readMarketPrices(value),
  "readSeries(x)": (value) => io.readSeries(value, series as io.ReadSeriesOptions),
  "readFleet(x)": (value) => io.readFleet(value),
  "readTariff(x)": (value) => io.readTariff(value),
  "planFromJson(x)": (value) => io.planFromJson(value),
  "resultFromJson(x)": (value) => io.resultFromJson(value),
  "writeSchedule(x)": (value) => io.writeSchedule(value),
  "requestsToItMw(x, x)": (value) => io.requestsToItMw(value, value),
  "requestsToItMw([1], x)": (value) => io.requestsToItMw([1], value),
  "weekShape(x, x)": (value) => io.weekShape(value, value),
  "weekShape(shape, x)": (value) => io.weekShape(io.azureCoding, value),
};

/** Calls that some of the values suit. */
const mayWork: Readonly<Record<string, (value: never) => unknown>> = {
  "readMarketPrices(text, x)": (value) => io.readMarketPrices(text.replace("mw", "price_usd_per_mwh"), value),
  "readSeries(text, x)": (value) => io.readSeries(text, value),
  "readFleet(text, x)": (value) => io.readFleet("model,count\nAntminer S21,5\n", value),
  "readTariff({}, x)": (value) => io.readTariff({ fixedmonthlycharge: 5 }, value),
  "planToJson(x)": (value) => io.planToJson(value),
  "resultToJson(x)": (value) => io.resultToJson(value),
  "gpuHoursToItMwh(x, x)": (value) => io.gpuHoursToItMwh(value, value),
  "usdPerItMwh(1, x)": (value) => io.usdPerItMwh(1, value),
  "usdPerItMwh(x, 1)": (value) => io.usdPerItMwh(value, 1),
  "usdPerFacilityMwh(1, 1, x)": (value) => io.usdPerFacilityMwh(1, 1, value),
  ...Object.fromEntries(
    [
      "market",
      "location",
      "gaps",
      "minutes",
      "loneRepeatedHour",
      "convert",
      "unitAsStated",
      "sequence",
      "date",
      "price",
      "currency",
      "unit",
      "separator",
    ].map((name) => [
      `readMarketPrices(text, { ${name}: x })`,
      (value: never) => io.readMarketPrices(text.replace("mw", "price_usd_per_mwh"), { [name]: value }),
    ]),
  ),
  ...Object.fromEntries(
    [
      "value",
      "unit",
      "stamp",
      "stampIs",
      "timeZone",
      "minutes",
      "resampleMinutes",
      "partialIntervals",
      "gaps",
      "loneRepeatedHour",
      "decimalComma",
      "separator",
      "currency",
      "convert",
    ].map((name) => [
      `readSeries(text, { ${name}: x })`,
      (value: never) => io.readSeries(text, { ...series, [name]: value } as io.ReadSeriesOptions),
    ]),
  ),
  ...Object.fromEntries(
    ["ownModels", "decimalComma", "separator", "rowsAre", "powerUnit", "hashrateUnit"].map((name) => [
      `readFleet(text, { ${name}: x })`,
      (value: never) => io.readFleet("model,count\nAntminer S21,5\n", { [name]: value }),
    ]),
  ),
  ...Object.fromEntries(
    ["months", "powerFactor", "coincident"].map((name) => [
      `readTariff({}, { ${name}: x })`,
      (value: never) => io.readTariff({ fixedmonthlycharge: 5 }, { [name]: value }),
    ]),
  ),
  ...Object.fromEntries(
    ["start", "intervalMinutes", "count", "shiftHours"].map((name) => [
      `weekShape(shape, { ${name}: x })`,
      (value: never) =>
        io.weekShape(io.azureCoding, { start: "2026-01-01T00:00Z", intervalMinutes: 60, count: 3, [name]: value }),
    ]),
  ),
  ...Object.fromEntries(
    ["start", "requestsPerMinute"].map((name) => [
      `weekShape({ ${name}: x })`,
      (value: never) =>
        io.weekShape(
          { ...io.azureCoding, [name]: value },
          { start: "2026-01-01T00:00Z", intervalMinutes: 60, count: 3 },
        ),
    ]),
  ),
};

function outcomeOf(run: () => unknown): unknown {
  try {
    run();
    return "no error";
  } catch (error) {
    if (!(error instanceof InputFileError || error instanceof PlanInputError)) return error;
    const isReported =
      error.faults.every(({ given, wanted, fix }) => given !== "" && wanted !== "" && fix !== "") &&
      !/\[object|undefined|\[native/.test(error.message);
    return isReported && error.message.length < 3000 ? "refused" : error.message;
  }
}

describe("arguments of a wrong kind", () => {
  it.each(Object.keys(call))("%s is refused", (name) => {
    for (const [kind, value] of wrong)
      expect(
        outcomeOf(() => call[name](value as never)),
        kind,
      ).toBe("refused");
  });

  it.each(Object.keys(mayWork))("%s is refused or works", (name) => {
    for (const [kind, value] of wrong)
      expect(["refused", "no error"], kind).toContain(outcomeOf(() => mayWork[name](value as never)));
  });

  it.each([
    ["a Buffer", Buffer.from("a"), "got a Uint8Array, wanted the text of the file; decode the bytes first"],
    ["a Promise", Promise.resolve("a"), "await it first"],
    ["nothing", undefined, "got nothing, wanted the text of the file"],
  ])("%s for a text is reported with the remedy", (_, value, words) => {
    for (const read of [io.readFleet, io.readMarketPrices]) expect(() => read(value as never)).toThrow(words);
  });
});
