import { describe, expect, it } from "vitest";
import { entsoeXmlDocument } from "../support/market-texts.ts";
import { readLines } from "../support/price-lines.ts";

/**
 * Formats whose stamps are UTC, or on a clock without summer time: on the days when others change theirs they go on in
 * even steps, and a leap day has its 24 hours. (The other formats' tests hold their own days.)
 */
const UTC_DAYS = [
  ["spring", Date.UTC(2024, 2, 10, 5)],
  ["autumn", Date.UTC(2024, 10, 3, 4)],
  ["leap day", Date.UTC(2024, 1, 29)],
  ["spring in Europe", Date.UTC(2024, 2, 30, 22)],
  ["autumn in Australia", Date.UTC(2024, 3, 6, 13)],
] as const;
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 19);
const american = (ms: number) => iso(ms).replace(/(\d{4})-(\d\d)-(\d\d)T(.*)/, "$2/$3/$1 $4");
/** `1/1/2021 4:55:00 AM`. */
const twelveHours = (ms: number) => {
  const [, year, month, day, hour, rest] = /(\d{4})-(\d\d)-(\d\d)T(\d\d)(.*)/.exec(iso(ms)) ?? [];
  return `${Number(month)}/${Number(day)}/${year} ${Number(hour) % 12 || 12}${rest} ${Number(hour) < 12 ? "AM" : "PM"}`;
};

const formats: Readonly<
  Record<string, { header: string; row: (startMs: number, price: number) => string; end?: string }>
> = {
  caiso: {
    header: "INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,NODE,LMP_TYPE,MW",
    row: (ms, price) => `${iso(ms)}-00:00,${iso(ms + HOUR)}-00:00,A,LMP,${price}`,
  },
  pjm: { header: "datetime_beginning_utc,pnode_id,total_lmp_da", row: (ms, price) => `${twelveHours(ms)},1,${price}` },
  spp: {
    header: "Interval,GMTIntervalEnd,Settlement Location,Pnode,LMP",
    row: (ms, price) => `,${american(ms + HOUR)},A,A,${price}`,
  },
  plain: { header: "timestamp,price_usd_per_mwh", row: (ms, price) => `${iso(ms)}Z,${price}` },
  gridstatus: {
    header: "Interval Start,Interval End,Location,LMP",
    row: (ms, price) => `${iso(ms)}+00:00,${iso(ms + HOUR)}+00:00,A,${price}`,
  },
};

describe.each(Object.entries(formats))("%s", (market, { header, row }) => {
  it.each(UTC_DAYS)("goes on through the hours of %s", (_, startMs) => {
    const prices = Array.from({ length: 24 }, (__, i) => (i === 5 ? -7.5 : 20 + i));
    const text = [header, ...prices.map((price, i) => row(startMs + i * HOUR, price))].join("\n");
    expect(readLines(text, { market })).toEqual(
      prices.map((price, i) => `${iso(startMs + i * HOUR).slice(0, 16)}Z 60 ${price}`),
    );
  });
});

describe("ENTSO-E's document and AEMO", () => {
  // 31 March 2024 in Europe is 23 hours, 23:00 UTC to 22:00 UTC, and 29 February is 24.
  it.each([
    ["2024-03-30T23:00Z", "2024-03-31T22:00Z", 23],
    ["2024-02-28T23:00Z", "2024-02-29T23:00Z", 24],
  ])("have the hours from %s to %s", (start, end, hours) => {
    const points = Array.from(
      { length: hours },
      (_, i) => `<Point><position>${i + 1}</position><price.amount>${20 + i}</price.amount></Point>`,
    ).join("");
    const text = entsoeXmlDocument.replace(
      /<Period>[^]*<\/Period>/,
      `<Period><timeInterval><start>${start}</start><end>${end}</end></timeInterval><resolution>PT60M</` +
        `resolution>${points}</Period>`,
    );
    const read = readLines(text);
    expect([read.length, read[0], read[hours - 1]]).toEqual([
      hours,
      `${start} 60 20`,
      `${iso(Date.parse(end) - HOUR).slice(0, 16)}Z 60 ${19 + hours}`,
    ]);
  });

  // Sydney's clock goes back at 03:00 on 7 April 2024 (16:00 UTC the day before) and forward at 02:00 on 6 October; the
  // market's does neither.
  it.each([
    ["2024/04/07", "2024-04-06"],
    ["2024/10/06", "2024-10-05"],
  ])("has twelve periods between 02:00 and 03:00 of %s", (day, utcDay) => {
    const ends = Array.from(
      { length: 12 },
      (_, i) => `${day} 0${i < 11 ? 2 : 3}:${String((5 * (i + 1)) % 60).padStart(2, "0")}:00`,
    );
    const read = readLines(
      [
        "REGION,SETTLEMENTDATE,TOTALDEMAND,RRP,PERIODTYPE",
        ...ends.map((end, i) => `NSW1,${end},7000,${30 + i},TRADE`),
      ].join("\n"),
    );
    expect([read.length, read[0], read[11]]).toEqual([12, `${utcDay}T16:00Z 5 30`, `${utcDay}T16:55Z 5 41`]);
  });
});
