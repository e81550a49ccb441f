/**
 * Mutated tables with stamps of every kind. What is read must hold the values that a plain reading finds, each once and
 * in the stated unit; a heading of another unit must be refused, wherever the mutation put it.
 */
import { readSeries, type ReadSeriesOptions, type Series } from "../../../src/io/read-series.ts";
import { type Random, oneOf } from "./random.ts";
import { differenceOf, simpleTable } from "./simple-table.ts";
import { mutated } from "./text-mutations.ts";
import { type Judgement, verdictOf, type Verdict } from "./verdict.ts";

const lines = (...rows: string[]): string => `${rows.join("\n")}\n`;

const texts: readonly { readonly kind: string; readonly text: string; readonly options: ReadSeriesOptions }[] = [
  {
    kind: "ISO stamps, kW",
    text: lines(
      "time,load_kw,note",
      "2024-02-29T22:00:00Z,1234.5,",
      "2024-02-29T23:00:00Z,-7,x",
      "2024-03-01T00:00:00Z,0,",
      "2024-03-01T01:00:00Z,980.25,",
    ),
    options: { value: "load_kw", unit: "kW", stamp: { column: "time" }, stampIs: "start" },
  },
  {
    kind: "wall clock, W",
    text: lines(
      "stamp;GPU power (W)",
      "03.11.2024 00:00;5120,5",
      "03.11.2024 01:00;5030,25",
      "03.11.2024 01:00;4990",
      "03.11.2024 02:00;",
      "03.11.2024 03:00;4870",
    ),
    options: {
      value: "GPU power (W)",
      unit: "W",
      stamp: { column: "stamp", layout: "dd.MM.yyyy HH:mm" },
      stampIs: "start",
      timeZone: "America/Chicago",
      decimalComma: true,
      gaps: "omit",
    },
  },
  {
    kind: "hours ending, per MWh",
    text: lines("day,he,price", "2024-03-10,1,21.5", "2024-03-10,2,-22.5", "2024-03-10,4,23.5", "2024-03-10,5,2024.5"),
    options: {
      value: "price",
      unit: "per MWh",
      stamp: { dateColumn: "day", hourEndingColumn: "he" },
      timeZone: "America/Chicago",
    },
  },
  {
    kind: "ends, $/kWh",
    text: lines(
      '"Datetime (he)","DA Price ($/kWh)"',
      '"1/1/2024 1:00","0.03331"',
      '"1/1/2024 2:00","-0.00117"',
      '"1/1/2024 3:00","1.557426"',
    ),
    options: {
      value: "DA Price ($/kWh)",
      unit: "per kWh",
      stamp: { column: "Datetime (he)", layout: "M/d/yyyy H:mm" },
      stampIs: "end",
      timeZone: "-08:00",
    },
  },
  {
    kind: "titles and units",
    text: lines(
      "# loads of a site",
      "time;load;note",
      ";kW;",
      "2026-01-01T00:00Z;1234,5;",
      "2026-01-01T01:00Z;-7;x",
      "2026-01-01T02:00Z;980,25;",
    ),
    options: { value: "load", unit: "kW", stamp: { column: "time" }, stampIs: "start", decimalComma: true },
  },
  {
    kind: "a log of seconds",
    text: lines(
      "ts,gpu_w",
      "2026-01-01 00:00:00.000,300",
      "2026-01-01 00:00:05.200,310",
      "2026-01-01 00:00:10.1,295.5",
      "2026-01-01 00:00:14,305",
      "2026-01-01 00:00:19.900,301",
    ),
    options: {
      value: "gpu_w",
      unit: "W",
      stamp: { column: "ts", layout: "yyyy-MM-dd HH:mm:ss.SSS" },
      stampIs: "start",
      timeZone: "UTC",
    },
  },
  {
    kind: "hours ending 02X, per MWh",
    text: lines(
      "Date,Hr_End,LMP",
      "2025-11-02,01,30.25",
      "2025-11-02,02,33",
      "2025-11-02,02X,-32.5",
      "2025-11-02,03,31",
    ),
    options: {
      value: "LMP",
      unit: "per MWh",
      stamp: { dateColumn: "Date", hourEndingColumn: "Hr_End" },
      timeZone: "America/New_York",
    },
  },
  {
    kind: "records of JSON, cents per kWh",
    text: JSON.stringify({
      records: [
        ["2026-01-01T00:00Z", 3.205],
        ["2026-01-01T01:00Z", -1.5],
        ["2026-01-01T02:00Z", 4],
      ].map(([time, price]) => ({ time, price })),
    }),
    options: { value: "price", unit: "cents per kWh", stamp: { column: "time" }, stampIs: "start" },
  },
];

/** Factors to MW and per MWh. */
const FACTORS: Readonly<Record<string, number>> = {
  W: 1e-6,
  kW: 1e-3,
  MW: 1,
  GW: 1e3,
  "cents per kWh": 10,
  "per kWh": 1e3,
  "per MWh": 1,
};

export function seriesCase(turn: number, random: Random): Omit<Verdict, "reader"> {
  const { kind, text: original, options: stated } = texts[turn % texts.length];
  const { text, mutations } = mutated(original, random);
  const place = original
    .split("\n")[0]
    .split(/[;,]/)
    .map((field) => field.replaceAll('"', ""))
    .indexOf(stated.value);
  // In half the cases the caller names the column as the mutated file does, so that the unit of its heading is put to
  // the test.
  const renamed = text.split(/\r?\n/)[0].split(/[;,]/)[place]?.replaceAll('"', "").trim();
  const value = random(2) === 0 && renamed ? renamed : stated.value;
  const gaps = random(2) === 0 ? stated.gaps : oneOf(["error", "omit", "previous", "interpolate"] as const, random);
  const unit =
    random(4) === 0 ? oneOf(["W", "kW", "MW", "per kWh", "cents per kWh", "per MWh"] as const, random) : stated.unit;
  const options = { ...stated, value, gaps, unit, ...(random(8) === 0 && { resampleMinutes: 60 }) };
  return {
    kind,
    mutations,
    text,
    ...verdictOf(
      () => readSeries(text, options),
      (read) => judge(read, text, options),
    ),
  };
}

function judge({ values, filled, gaps, unit: becomes }: Series, text: string, options: ReadSeriesOptions): Judgement {
  const { value, unit, stamp, decimalComma } = options;
  let beforeMs = -Infinity;
  for (const { start, minutes, value: number } of values) {
    const ms = Date.parse(start);
    if (!(ms >= beforeMs)) return { wrong: `${start} begins before the interval ahead of it ends` };
    if (!(minutes > 0)) return { wrong: `${start} is ${minutes} minutes long` };
    if (!Number.isFinite(number)) return { wrong: `${start} is ${number}` };
    if (becomes === "per MWh" && !(number >= -5_000 && number <= 25_000))
      return { wrong: `${number} per MWh of ${start} is out of bounds` };
    beforeMs = ms + minutes * 60_000;
  }
  if ((options.gaps ?? "error") === "error" && filled.length + gaps.length > 0)
    return { wrong: "filled or left gaps where none may be" };
  if (/^\ufeff?\s*[[{]/.test(text)) return judgeRecords(values, filled, text, options);
  const named = /(?:\/|per[ _]?)([km])wh/i.exec(value)?.[1] ?? /(?:^|[^a-z])([kmg]?)w(?:$|[^a-z/])/i.exec(value)?.[1];
  if (named !== undefined && named.toLowerCase() !== unit.replace(/^per /, "").replace(/wh?$/i, "").toLowerCase())
    return { wrong: `read as ${unit} though headed ${value}` };
  if (options.resampleMinutes !== undefined) return {};
  // The row of units is not a row of values; where a mutation made it one of another unit, the reader must have refused
  // it.
  if (/^;(?!kW;)[kMG]?W;/m.test(text) && unit === "kW") return { wrong: "read below a row of other units" };
  const needed = [value, ...("column" in stamp ? [stamp.column] : [stamp.dateColumn, stamp.hourEndingColumn])];
  const table = simpleTable(text, (fields) =>
    needed.every((heading) => fields.indexOf(heading) >= 0 && fields.indexOf(heading) === fields.lastIndexOf(heading)),
  );
  // Decimal commas in a table of commas are joined by the reader; a plain reading would halve them.
  if (!table || (decimalComma && table.rows.some((row) => row.length > table.headings.length))) return {};
  const given = table.rows
    .map((row) => row[table.headings.indexOf(value)] ?? "")
    .filter((field) => field !== "" && !/^[^a-z\d]*[kmg]?wh?[^a-z\d]*$/i.test(field));
  const counted = given.map((field) => Number(decimalComma ? field.replace(",", ".") : field) * FACTORS[unit]);
  const isFilled = new Set(filled.map(({ start }) => start));
  return {
    wrong: differenceOf(
      values.flatMap((each) => (isFilled.has(each.start) ? [] : [each.value])),
      counted,
    ),
    isCounted: true,
  };
}

/** Records by `JSON.parse` alone. */
function judgeRecords(
  values: Series["values"],
  filled: Series["filled"],
  text: string,
  { value, unit }: ReadSeriesOptions,
): Judgement {
  const { records } = JSON.parse(text.replace(/^\ufeff/, "")) as {
    readonly records?: readonly Readonly<Record<string, unknown>>[];
  };
  if (!records) return {};
  const given = records
    .map((record) => record[value])
    .filter((each) => each !== null && each !== undefined && each !== "");
  const isFilled = new Set(filled.map(({ start }) => start));
  return {
    wrong: differenceOf(
      values.flatMap((each) => (isFilled.has(each.start) ? [] : [each.value])),
      given.map((each) => Number(each) * FACTORS[unit]),
    ),
    isCounted: true,
  };
}
