import { expect, it } from "vitest";
import { chargeUsd, type Charge } from "../../../../src/assets/tariff/bill/charge.ts";
import { SolvedSite } from "../../../../src/model/solved-site.ts";
import { emptySite } from "../../../support/plans.ts";

const site = emptySite(3);
const importMw = site.addSeries("grid", "importMw", { unit: "MW", upper: 9 });
const peak = site.addColumn("grid", "peakMw", { unit: "MW" });
const solved = new SolvedSite(site.time, {
  x: Float64Array.of(3, 5, 7, 6),
  y: new Float64Array(3),
  reducedCost: new Float64Array(4),
});
const charge = (fields: Partial<Charge>): Charge => ({
  month: 0,
  label: "2026-07",
  from: 0,
  to: 3,
  part: "demandCharge",
  item: "demand charge",
  kind: "cash",
  usdPerUnit: 0,
  constantUsd: 0,
  alreadyUsd: 0,
  ...fields,
});

it(
  "a charge is its rates times its columns over the month's intervals, with its constant " +
    "and less what was charged",
  () => {
    const usdPerUnit = Float64Array.of(10, 20, 30);
    expect(chargeUsd(charge({ columns: importMw, usdPerUnit, from: 1, to: 3 }), solved)).toBe(5 * 20 + 7 * 30);
    expect(chargeUsd(charge({ columns: peak, usdPerUnit: 11, alreadyUsd: 6, constantUsd: 1 }), solved)).toBe(61);
    expect(chargeUsd(charge({ constantUsd: 25 }), solved)).toBe(25);
  },
);
