import { expect, it } from "vitest";
import { csvCell } from "../../src/csv/csv-cell.ts";
import { tableForm } from "../../src/csv/table-form.ts";

const START = "2026-11-01T01:00:00-06:00";

it("writes instants in one column, or as local time with its offset beside it", () => {
  const iso = tableForm("f", {}, "America/Chicago");
  expect([iso.timeHeadings, iso.timeCells(START), iso.timeCells("")]).toEqual([["start"], [START], [""]]);
  const local = tableForm("f", { time: "local" }, "America/Chicago");
  expect(local.timeHeadings).toEqual(["local time (America/Chicago)", "UTC offset"]);
  expect(local.timeCells(START)).toEqual(["2026-11-01 01:00:00", "UTC-06:00"]);
  expect(local.timeCells("")).toEqual(["", ""]);
});

it("writes as many decimals as asked for, and no negative zero", () => {
  const { numberCell } = tableForm("f", { digits: 2 }, "");
  expect([1.005, -1.239, -0.001, 0, 1e6].map((value) => csvCell(numberCell(value)))).toEqual([
    "1.00",
    "-1.24",
    "0.00",
    "0.00",
    "1000000.00",
  ]);
  expect(tableForm("f", {}, "").numberCell(0.1 + 0.2)).toBe(0.30000000000000004);
});

it("refuses other options", () => {
  expect(() => tableForm("f", { time: "utc", digits: 1.5 } as never, "")).toThrow(
    /f options\.time: got utc, wanted iso or local[^]*f options\.digits: got 1\.5, wanted a whole number from 0 to 15/,
  );
});
