import { describe, expect, it } from "vitest";
import { energyParts } from "../../../src/io/urdb/energy.ts";
import type { ReadTariffOptions } from "../../../src/io/urdb/tariff-fields.ts";
import { UrdbFields } from "../../../src/io/urdb/fields.ts";
import { allMonths, energy } from "../../support/urdb-rates.ts";

const everyMonth = Array.from({ length: 12 }, (_, month) => month);

function read(over: Record<string, unknown>, months = everyMonth, options: ReadTariffOptions = {}) {
  const urdb = new UrdbFields({ ...energy, ...over });
  const parts = energyParts(urdb, months, options);
  urdb.throwIfAny();
  return { ...parts, notices: urdb.notices };
}

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

  it("refuses rates in cents", () => {
    expect(() => read({ ...one, energyratestructure: [[{ rate: 8.5 }]] })).toThrow(
      "energyratestructure[0][0].rate: got 8.5 USD/kWh with adj, wanted -5 to 5 USD/kWh; if this is in cents",
    );
  });

  it("has tiers and the rule of export beside the rates", () => {
    const { energyTiers, netMetering } = read({
      ...one,
      energyratestructure: [[{ rate: 0.04, max: 1e6 }, { rate: 0.05 }]],
      dgrules: "Net Metering",
    });
    expect(energyTiers?.tiers).toEqual([{ usdPerMwh: 0, upToMwh: 1000 }, { usdPerMwh: 10 }]);
    expect(netMetering?.periods).toEqual({ "period 0": { leftUsdPerMwh: 40 } });
  });

  it("refuses an invalid fuel adjustment", () => {
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
