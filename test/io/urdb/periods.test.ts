import { expect, it } from "vitest";
import { namedDays, periodsUsed } from "../../../src/io/urdb/periods.ts";
import { energy } from "../../support/urdb-rates.ts";

const of = (months: readonly number[]) => ({
  structure: [],
  weekdays: energy.energyweekdayschedule,
  weekends: energy.energyweekendschedule,
  months,
});

it("knows the periods of the months wanted", () => {
  expect(periodsUsed(of([0, 6]))).toEqual([0, 1]);
  expect(periodsUsed(of([0, 6]), [0])).toEqual([0]);
});

it("names periods by month and hour, and fills months that are not wanted with the first one that is", () => {
  const { weekday, weekend } = namedDays(of([6]), (period, month) => `${period} of ${month}`);
  expect(weekday[6][14]).toBe("1 of 6");
  expect(weekday[0]).toEqual(weekday[6]);
  expect(weekend[6][14]).toBe("0 of 6");
  expect(namedDays(of([0, 6])).weekday[0][14]).toBe("period 0");
});
