import { expect, test } from "vitest";
import { Fields } from "../../src/finance/input/fields.ts";
import { QuarterFields } from "../../src/years/quarter-fields.ts";
import { readFleet, readRefresh } from "../../src/years/read-fleet.ts";

const calendar = new QuarterFields(2027 * 12, 8);

test("rigs are scrapped for nothing unless exits say otherwise", () => {
  const fields = Fields.ofArgument("years.fleets[0]", { asset: "s19" });
  expect(readFleet(fields, calendar)).toMatchObject({
    name: "s19",
    inServiceFrom: 2027 * 12,
    exits: [{ way: "scrap", usdPerMw: 0, mostMw: Infinity }],
  });
});

test("each date of a refresh is a purchase of its own, at the price of its quarter", () => {
  const refresh = {
    name: "s23",
    fleet: { kind: "mining-fleet" },
    dates: ["2027-04", "2028-04"],
    usdPerMw: 100,
    changePerYear: -0.19,
  };
  const fields = Fields.ofArgument("years.refreshes[0]", refresh);
  const [first, second] = readRefresh(fields, calendar);
  expect(first).toMatchObject({ name: "s23 2027-04", inServiceFrom: 2027 * 12 + 3 });
  expect(first.purchase).toMatchObject({ quarter: 1, asset: { kind: "mining-fleet", name: "s23 2027-04" } });
  expect(second.purchase?.usdPerMw).toBeCloseTo(100 * 0.81 ** 1.25, 9);
  expect(fields.faults.isEmpty).toBe(true);
});

test("a date outside the plan is a fault", () => {
  const fields = Fields.ofArgument("years.refreshes[0]", { name: "x", fleet: {}, dates: ["2031-01"], usdPerMw: 1 });
  readRefresh(fields, calendar);
  expect(fields.faults.listed[0]).toMatchObject({ path: "years.refreshes[0].dates" });
});
