import { describe, expect, it } from "vitest";
import { UrdbFields } from "../../../src/io/urdb/fields.ts";
import { tiersOf } from "../../../src/io/urdb/tiers.ts";
import { readTariff } from "../../../src/io/read-tariff.ts";
import { firm, grid, horizon } from "../../support/small-sites.ts";
import { allMonths, energy } from "../../support/urdb-rates.ts";
import { planPower } from "../../support/untyped.ts";

const everyMonth = Array.from({ length: 12 }, (_, month) => month);

/** Periods of 14 to 20 h on weekdays of June to September, or of a schedule. */
function read(structure: unknown[], months = everyMonth, schedule?: number[][]) {
  const given = { ...energy, energyratestructure: structure };
  const urdb = new UrdbFields(given);
  const energyTiers = tiersOf(urdb, {
    structure: urdb.structure("energyratestructure") ?? [],
    weekdays: schedule ?? energy.energyweekdayschedule,
    weekends: schedule ?? energy.energyweekendschedule,
    months,
  });
  urdb.throwIfAny();
  return { energyTiers, notices: urdb.notices };
}

const tiers = (...rates: [rate: number, max?: number][]) =>
  rates.map(([rate, max]) => ({ rate, ...(max !== undefined && { max }), unit: "kWh" }));
const one = allMonths(Array<number>(24).fill(0));
/** Period 1 all day in June to September, period 0 in the others. */
const seasons = everyMonth.map((month) => Array<number>(24).fill(month >= 5 && month <= 8 ? 1 : 0));
const bySeason = (winter: number, summer: number) =>
  everyMonth.map((month) => (month >= 5 && month <= 8 ? summer : winter));

describe("tiers of a rate", () => {
  it("are absent where every period has one rate", () =>
    expect(read([tiers([0.04])], everyMonth, one).energyTiers).toBeUndefined());

  // 40, 50, 65 USD/MWh up to 1,000 and 5,000 MWh and beyond: 40 by time of use, and 0, 10, 25 on top.
  it("are the steps above the first rate", () => {
    expect(read([tiers([0.04, 1e6], [0.05, 5e6], [0.065])], everyMonth, one).energyTiers).toEqual({
      tiers: [{ usdPerMwh: 0, upToMwh: 1000 }, { usdPerMwh: 10, upToMwh: 5000 }, { usdPerMwh: 25 }],
    });
  });

  it("are of the month's whole volume where the periods of each month rise alike", () => {
    const alike = [tiers([0.04, 1e6], [0.05]), tiers([0.1, 1e6], [0.11])];
    expect(read(alike)).toMatchObject({
      energyTiers: { tiers: [{ usdPerMwh: 0, upToMwh: 1000 }, { usdPerMwh: 10 }] },
      notices: ["energy tiers count the month's energy over all periods."],
    });
  });

  // Winter: 1,000 MWh, then 10 more. Summer: 600 MWh, then 25 more.
  it("have bounds and steps by month where the months differ", () => {
    const { energyTiers } = read([tiers([0.04, 1e6], [0.05]), tiers([0.1, 6e5], [0.125])], everyMonth, seasons);
    expect(energyTiers?.tiers).toEqual([
      { usdPerMwh: 0, upToMwh: bySeason(1000, 600) },
      { usdPerMwh: bySeason(10, 25) },
    ]);
  });

  // Winter has one rate, summer three: a month of winter goes through all three at a step of 0.
  it("of a month that has fewer are its last rate in several parts", () => {
    const { energyTiers } = read([tiers([0.04]), tiers([0.1, 6e5], [0.125, 9e5], [0.15])], everyMonth, seasons);
    expect(energyTiers?.tiers).toEqual([
      { usdPerMwh: 0, upToMwh: bySeason(2, 600) },
      { usdPerMwh: bySeason(0, 25), upToMwh: bySeason(4, 900) },
      { usdPerMwh: bySeason(0, 50) },
    ]);
  });

  it("are of each period where those of a month differ", () => {
    const { energyTiers, notices } = read([tiers([0.04, 1e6], [0.05]), tiers([0.1])]);
    expect(energyTiers?.periods).toEqual({
      "period 0": [{ usdPerMwh: 0, upToMwh: 1000 }, { usdPerMwh: 10 }],
      "period 1": [{ usdPerMwh: 0 }],
    });
    expect(energyTiers?.weekday?.[6][14]).toBe("period 1");
    expect(notices).toEqual(["energy tiers differ by period: each period's tiers count its own energy of the month."]);
    expect(read([tiers([0.04, 1e6], [0.05]), tiers([0.1])], [0, 1]).energyTiers?.tiers).toHaveLength(2);
  });

  // 10 MWh a day are 310 in January, 280 in February, 300 in April.
  it("by the day are those of the month's days", () => {
    const daily = [
      [
        { rate: 0.04, max: 10_000, unit: "kWh daily" },
        { rate: 0.05, unit: "kWh daily" },
      ],
    ];
    const { energyTiers, notices } = read(daily, everyMonth, one);
    expect(energyTiers?.tiers).toEqual([
      { usdPerMwh: 0, upToMwh: [310, 280, 310, 300, 310, 300, 310, 310, 300, 310, 300, 310] },
      { usdPerMwh: 10 },
    ]);
    expect(notices[0]).toContain("28 days in February");
    expect(read(daily, [6], one)).toEqual({
      energyTiers: { tiers: [{ usdPerMwh: 0, upToMwh: 310 }, { usdPerMwh: 10 }] },
      notices: [],
    });
  });

  // Tuesday 2026-07-14, 30 MW from 0 to 24 h: 6 h in period 1 are 180 MWh, 18 h in period 0 are 540. Period 0: 540 at
  // 40 and 40 of them (above 500) at 10 more; period 1: 180 at 100 and 80 (above 100) at 20 more.
  it("of periods are billed by the planner, each with its own volume", () => {
    const { fields } = readTariff({
      ...energy,
      energyratestructure: [tiers([0.04, 5e5], [0.05]), tiers([0.1, 1e5], [0.12])],
    });
    const plan = planPower({ horizon: horizon(24), assets: [{ ...grid(), ...fields }, firm()] });
    if (plan.status !== "optimal") throw new Error(plan.status);
    expect(plan.objectiveUsd).toBeCloseTo(540 * 40 + 40 * 10 + 180 * 100 + 80 * 20, 6);
  });

  it.each<[string, unknown[]]>([
    [
      "energyratestructure[0][1].rate: got 0.03 after 0.04 USD/kWh, wanted rates that rise with energy",
      [tiers([0.04, 1e6], [0.03])],
    ],
    [
      'energyratestructure[0][0].unit: got "kWh/kW", wanted kWh or kWh daily: tiers by kWh per kW grow with the',
      [[{ rate: 0.04, max: 200, unit: "kWh/kW" }, { rate: 0.05 }]],
    ],
    [
      'energyratestructure[0][0].unit: got ["kwh daily","kwh"], wanted one unit',
      [
        [
          { rate: 0.04, max: 200, unit: "kWh daily" },
          { rate: 0.05, unit: "kWh" },
        ],
      ],
    ],
    [
      "energyratestructure[0][1].max: got 1000000, wanted more than the tier before",
      [tiers([0.04, 1e6], [0.05, 1e6], [0.06])],
    ],
    ["energyratestructure[0][0].max: got nothing, wanted the energy", [tiers([0.04], [0.05])]],
    ["energyratestructure[0][0].max: got 5, wanted no max: the last tier covers all", [tiers([0.04, 5])]],
  ])("refuses %s", (message, structure) => {
    expect(() => read(structure, everyMonth, one)).toThrow(message);
  });
});
