import { expect, test } from "vitest";
import { Fields } from "../../src/finance/input/fields.ts";
import { QuarterFields } from "../../src/years/quarter-fields.ts";
import { readConversion } from "../../src/years/read-conversion.ts";

const calendar = new QuarterFields(2027 * 12, 8);
const hall = { name: "hall", load: { kind: "ai-firm" }, leadMonths: 12, capex: { shellUsdPerMw: 9e6 } };

test("defaults: one block that may be divided, any start, no rent, 20 years of life", () => {
  expect(readConversion(Fields.ofArgument("years", hall), calendar)).toMatchObject({
    blocks: 1,
    wholeBlocks: false,
    starts: { from: 0, to: 7 },
    energisedFromMonth: 0,
    miningOffMonths: 0,
    lease: undefined,
    mostStartsMwPerQuarter: Infinity,
    residualLifeYears: 20,
  });
});

test("permits and tenants' dates limit the starts", () => {
  const dated = { ...hall, permitFrom: "2027-07", startBy: "2028-02", residualLifeYears: null };
  const read = readConversion(Fields.ofArgument("years", dated), calendar);
  expect(read.starts).toEqual({ from: 2, to: 4 });
  expect(read.residualLifeYears).toBeNull();
});

test("rigs cannot be off before construction starts", () => {
  const fields = Fields.ofArgument("years", { ...hall, miningOffMonths: 13 });
  readConversion(fields, calendar);
  expect(fields.faults.listed[0]).toMatchObject({ path: "years.miningOffMonths", wanted: "at most leadMonths = 12" });
});
