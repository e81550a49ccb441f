import { describe, expect, it } from "vitest";
import { energyParts } from "../../src/io/urdb-energy.ts";
import { UrdbFields } from "../../src/io/urdb-fields.ts";
import { allMonths, energy } from "../support/urdb-rates.ts";

const everyMonth = Array.from({ length: 12 }, (_, month) => month);

function read(over: Record<string, unknown>, months = everyMonth) {
  const urdb = new UrdbFields({ ...energy, ...over });
  const parts = energyParts(urdb, months);
  urdb.throwIfAny();
  return { ...parts, notices: urdb.notices };
}

const tiers = (...rates: [rate: number, max?: number][]) =>
  rates.map(([rate, max]) => ({ rate, ...(max !== undefined && { max }), unit: "kWh" }));
const one = {
  energyweekdayschedule: allMonths(Array<number>(24).fill(0)),
  energyweekendschedule: allMonths(Array<number>(24).fill(0)),
};

describe("energyParts", () => {
  it("keeps the periods and their hours: 14 to 20 h on weekdays of June to September", () => {
    const { touEnergyCharge, energyTiers } = read({});
    expect(touEnergyCharge?.usdPerMwh).toEqual({ "period 0": 50, "period 1": 120 });
    expect(energyTiers).toBeUndefined();
    expect(touEnergyCharge?.weekday[4][14]).toBe("period 0");
    expect(
      touEnergyCharge?.weekday[5].map((name, hour) => (name === "period 1" ? hour : -1)).filter((hour) => hour >= 0),
    ).toEqual([14, 15, 16, 17, 18, 19]);
    expect(touEnergyCharge?.weekend.flat().includes("period 1")).toBe(false);
  });

  it("adds the fuel adjustment of each month", () => {
    const { touEnergyCharge } = read({ fueladjustmentsmonthly: everyMonth.map((month) => (month === 6 ? 0.01 : 0)) });
    expect(touEnergyCharge?.usdPerMwh["period 1 month 7"]).toBe(130);
    expect(touEnergyCharge?.usdPerMwh["period 1 month 8"]).toBe(120);
    expect(read({ fueladjustmentsmonthly: allMonths(0.002) }).touEnergyCharge?.usdPerMwh).toEqual({
      "period 0": 52,
      "period 1": 122,
    });
  });

  it("reads sell rates as a price of export by period, USD/MWh", () => {
    const { touExportPrice, notices } = read({
      energyratestructure: [[{ rate: 0.05, sell: 0.02 }], [{ rate: 0.12, sell: 0.09 }]],
    });
    expect(touExportPrice?.usdPerMwh).toEqual({ "period 0": 20, "period 1": 90 });
    expect(touExportPrice?.weekday[6][14]).toBe("period 1");
    expect(touExportPrice?.weekend.flat().includes("period 1")).toBe(false);
    expect(notices).toContain("the sell rates are read as touExportPrice: set exportLimitMw if the site may export.");
    // One period without a rate earns nothing; without any there is no price of export.
    expect(
      read({ energyratestructure: [[{ rate: 0.05 }], [{ rate: 0.12, sell: 0.09 }]] }).touExportPrice?.usdPerMwh,
    ).toEqual({ "period 0": 0, "period 1": 90 });
    expect(read({}).touExportPrice).toBeUndefined();
    // A season in which nothing is bought.
    expect(
      read({ energyratestructure: [[{ rate: 0.05 }], [{ rate: 0.12, sell: 0.09 }]] }, [0, 1]).touExportPrice,
    ).toBeUndefined();
  });

  it("refuses sell rates that differ by tier, or in cents", () => {
    const [low, high] = tiers([0.04, 1e6], [0.05]);
    expect(() =>
      read({
        ...one,
        energyratestructure: [
          [
            { ...low, sell: 0.02 },
            { ...high, sell: 0.03 },
          ],
        ],
      }),
    ).toThrow("energyratestructure[0][1].sell: got 0.03 beside 0.02 USD/kWh");
    expect(() => read({ ...one, energyratestructure: [[{ rate: 0.05, sell: 9 }]] })).toThrow(
      "energyratestructure[0][0].sell: got 9 USD/kWh of export",
    );
  });

  // 40, 50, 65 USD/MWh up to 1,000 and 5,000 MWh and beyond: 40 by time of use, and 0, 10, 25 on top.
  it("splits rising tiers into the first rate and the steps above it", () => {
    const { touEnergyCharge, energyTiers } = read({
      ...one,
      energyratestructure: [tiers([0.04, 1e6], [0.05, 5e6], [0.065])],
    });
    expect(touEnergyCharge?.usdPerMwh).toEqual({ "period 0": 40 });
    expect(energyTiers?.tiers).toEqual([
      { usdPerMwh: 0, upToMwh: 1000 },
      { usdPerMwh: 10, upToMwh: 5000 },
      { usdPerMwh: 25 },
    ]);
  });

  it("takes tiers of several periods that rise alike, and one season's where months are given", () => {
    const alike = [tiers([0.04, 1e6], [0.05]), tiers([0.1, 1e6], [0.11])];
    expect(read({ energyratestructure: alike })).toMatchObject({
      energyTiers: { tiers: [{ usdPerMwh: 0, upToMwh: 1000 }, { usdPerMwh: 10 }] },
      notices: ["energy tiers count the month's energy over all periods."],
    });
    const unlike = [tiers([0.04, 1e6], [0.05]), tiers([0.1])];
    expect(() => read({ energyratestructure: unlike })).toThrow(
      "energyratestructure[1][0]: got tiers that differ from those of another period",
    );
    expect(read({ energyratestructure: unlike }, [0, 1]).energyTiers?.tiers).toHaveLength(2);
  });

  it.each<[string, unknown[]]>([
    [
      "energyratestructure[0][1].rate: got 0.03 after 0.04 USD/kWh, wanted rates that rise with energy",
      [tiers([0.04, 1e6], [0.03])],
    ],
    [
      'energyratestructure[0][0].unit: got "kWh/kW", wanted kWh: with tiers by the day, or by kWh per kW',
      [[{ rate: 0.04, max: 200, unit: "kWh/kW" }, { rate: 0.05 }]],
    ],
    [
      'energyratestructure[0][0].unit: got "kWh daily"',
      [[{ rate: 0.04, max: 200, unit: "kWh daily" }, { rate: 0.05 }]],
    ],
    [
      "energyratestructure[0][1].max: got 1000000, wanted more than the tier before",
      [tiers([0.04, 1e6], [0.05, 1e6], [0.06])],
    ],
    ["energyratestructure[0][0].max: got nothing, wanted the energy", [tiers([0.04], [0.05])]],
    ["energyratestructure[0][0].max: got 5, wanted no max: the last tier covers all", [tiers([0.04, 5])]],
    [
      "energyratestructure[0][0].rate: got 8.5 USD/kWh with adj, wanted -5 to 5 USD/kWh; if this is in cents",
      [tiers([8.5])],
    ],
  ])("refuses %s", (message, energyratestructure) => {
    expect(() => read({ ...one, energyratestructure })).toThrow(message);
  });

  it("refuses a fuel adjustment that is none", () => {
    expect(() => read({ fueladjustmentsmonthly: everyMonth.map((month) => (month === 2 ? 30 : 0)) })).toThrow(
      "fueladjustmentsmonthly[2]: got 30 USD/kWh of fuel, wanted -5 to 5 USD/kWh",
    );
  });

  it("refuses a period beyond the last, counted from 0", () => {
    expect(() => read({ energyweekendschedule: allMonths(Array<number>(24).fill(2)) })).toThrow(
      "energyweekendschedule[0][0]: got 2, wanted a period from 0 to 1; periods are numbered from 0",
    );
  });
});
