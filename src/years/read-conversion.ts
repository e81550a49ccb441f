import { type Fields, positiveUsd } from "../finance/input/fields.ts";
import { namelessAsset } from "./nameless-asset.ts";
import type { QuarterFields } from "./quarter-fields.ts";
import type { ConversionModel } from "./years-model.ts";

const months = { least: 0, most: 240, unit: "months" };
const megawatts = { above: 0, most: 1e5, unit: "MW" };
const change = { above: -1, most: 10, unit: "share per year" };
const MOST_BLOCKS = 40;

export function readConversion(fields: Fields, calendar: QuarterFields): ConversionModel {
  const leadMonths = fields.number("leadMonths", months);
  const facilityMw = fields.optionalNumber("facilityMw", megawatts);
  const miningOffMonths = fields.number("miningOffMonths", months, 0);
  if (miningOffMonths > leadMonths)
    fields.fault("miningOffMonths", `at most leadMonths = ${leadMonths}`, "shorten it, or lengthen leadMonths");
  const conversion: ConversionModel = {
    name: fields.text("name"),
    path: fields.path,
    load: namelessAsset(fields, "load"),
    facilityMw,
    blocks: fields.number("blocks", { least: 1, most: MOST_BLOCKS, isWhole: true, unit: "blocks" }, 1),
    wholeBlocks: fields.flag("wholeBlocks", false),
    starts: {
      from: Math.max(0, calendar.quarter(fields, "permitFrom", 0)),
      to: Math.min(calendar.count - 1, calendar.quarter(fields, "startBy", Infinity)),
    },
    leadMonths,
    energisedFromMonth: calendar.months(fields, "energisedFrom", 0),
    miningOffMonths,
    capex: readCapex(fields.object("capex")),
    fixedOmUsdPerMwYear: fields.number("fixedOmUsdPerMwYear", positiveUsd, 0),
    lease: readLease(fields.optional("lease")),
    mostStartsMwPerQuarter: fields.optionalNumber("mostStartsMwPerQuarter", megawatts) ?? Infinity,
    leastMw: fields.number("leastMw", { least: 0, most: 1e5, unit: "MW" }, 0),
    residualLifeYears: fields.isNull("residualLifeYears")
      ? null
      : fields.number("residualLifeYears", { above: 0, most: 100, unit: "years, or null" }, 20),
  };
  fields.close();
  return conversion;
}

function readCapex(fields: Fields): ConversionModel["capex"] {
  const capex = {
    shellUsdPerMw: fields.number("shellUsdPerMw", positiveUsd, 0),
    retrofitUsdPerMw: fields.number("retrofitUsdPerMw", positiveUsd, 0),
    gpusUsdPerMw: fields.number("gpusUsdPerMw", positiveUsd, 0),
    changePerYear: fields.number("changePerYear", change, 0),
  };
  fields.close();
  return capex;
}

function readLease(fields: Fields | undefined): ConversionModel["lease"] {
  if (!fields) return undefined;
  const lease = {
    usdPerItKwMonth: fields.number("usdPerItKwMonth", { least: 0, most: 10_000, unit: "USD per kW and month" }),
    itMw: fields.number("itMw", megawatts),
    escalatorPerYear: fields.number("escalatorPerYear", change, 0),
    months: 12 * fields.number("years", { above: 0, most: 100, unit: "years" }),
    rampMonths: fields.number("rampMonths", months, 0),
  };
  fields.close();
  return lease;
}
