import { expect, test } from "vitest";
import { Fields } from "../../src/finance/input/fields.ts";
import { QuarterFields } from "../../src/years/quarter-fields.ts";
import { readBridge } from "../../src/years/read-bridge.ts";

const calendar = new QuarterFields(2027 * 12, 3);

test("rent by month, first of a plant, later of a backup", () => {
  const bridge = { asset: "gas", usdPerMwMonth: 10, backupFrom: "2027-06", backupUsdPerMwMonth: 4, to: "2027-09" };
  expect(readBridge(Fields.ofArgument("years", bridge), calendar)).toMatchObject({
    quarters: { from: 0, to: 2 },
    usdPerMw: [30, 24, 12],
  });
});

test("a backup's date needs its rent", () => {
  const fields = Fields.ofArgument("years", { asset: "gas", usdPerMwMonth: 10, backupFrom: "2027-06" });
  readBridge(fields, calendar);
  expect(fields.faults.isEmpty).toBe(false);
});
