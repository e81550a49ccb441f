import { describe, expect, it } from "vitest";
import { faultsOf, firmAsset, fleetAsset, gridAsset, HASHPRICE_FOR_100 } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const at = (time: string) => `2026-07-14T${time}:00-05:00`;

const hourOf = (t: number) => ({ start: at(`0${t}:00`), end: at(`0${t + 1}:00`) });

const called = (calls: readonly Fields[], fields: Fields = {}) => ({
  kind: "curtailment-call",
  name: "utility",
  calls,
  ...fields,
});

/** 10 MW of firm AI and 10 MW of mining that earns 100 USD/MWh, at a price of 50. */
const site = (
  calls: readonly Fields[],
  fields: Fields = {},
  gridFields: Fields = {},
  more: readonly Fields[] = [],
) => ({
  count: 3,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [called(calls, fields), gridAsset(gridFields), firmAsset(10), fleetAsset(), ...more],
});

describe("in time", () => {
  it.each([
    {
      start: "00:30",
      end: "02:00",
      path: "start",
      given: at("00:30"),
      fix: `plan in shorter intervals, or let it be ${at("00:00")}`,
    },
    {
      start: "01:00",
      end: "01:20",
      path: "end",
      given: at("01:20"),
      fix: `plan in shorter intervals, or let it be ${at("02:00")}`,
    },
  ])("a call from $start to $end covers a part of an hour: refused", ({ start, end, path, given, fix }) => {
    const call = { start: at(start), end: at(end), capMw: 12 };
    expect(faultsOf(site([call]))).toEqual([
      { path: `assets[0].calls[0].${path}`, given, wanted: expect.stringContaining("60-minute intervals"), fix },
    ]);
    expect(faultsOf({ ...site([call]), count: 36, intervalMinutes: 5 })).toEqual([]);
  });
});

describe("as it is written", () => {
  it.each<{ call: Fields; paths: readonly string[] }>([
    { call: { capMw: 5, reduceByFraction: 0.2, baseline: 10 }, paths: ["capMw"] },
    { call: {}, paths: ["capMw"] },
    { call: { reduceByFraction: 0.2 }, paths: ["baseline"] },
    { call: { capMw: 5, baseline: "own-load" }, paths: ["baseline"] },
    { call: { reduceByFraction: 0.2, baseline: "own-load", aiOnlyBaselineMw: 5 }, paths: ["aiOnlyBaselineMw"] },
    { call: { capMw: 5, end: at("00:00") }, paths: ["end"] },
    { call: { reduceByFraction: 20, baseline: "own-load" }, paths: ["reduceByFraction"] },
    { call: { reduceByFraction: 0.2, baseline: "own load" }, paths: ["baseline"] },
    { call: { capMw: 5, end: "2026-07-14T02:00:00" }, paths: ["end"] },
  ])("$call", ({ call, paths }) => {
    expect(faultsOf(site([{ ...hourOf(1), ...call }])).map(({ path }) => path)).toEqual(
      paths.map((path) => `assets[0].calls[0].${path}`),
    );
  });
});
