/** Words and units of input fields, from their names: every public name ends in its unit. */

/** Endings of names, longer ones first. */
const UNITS = [
  ["UsdPerMwMonth", "USD/MW-month"],
  ["UsdPerGpuHour", "USD/GPU-h"],
  ["UsdPerPhDay", "USD/PH-day"],
  ["UsdPerMmbtu", "USD/MMBtu"],
  ["UsdPerMonth", "USD/month"],
  ["UsdPerMwh", "USD/MWh"],
  ["UsdPerDay", "USD/day"],
  ["UsdPerMw", "USD/MW"],
  ["UsdPerBtc", "USD/BTC"],
  ["UsdPerL", "USD/L"],
  ["UsdPerT", "USD/t"],
  ["LPerMwh", "L/MWh"],
  ["MwPerH", "MW/h"],
  ["TPerMwh", "t/MWh"],
  ["KgPerL", "kg/L"],
  ["WPerRig", "W/rig"],
  ["kwPerGpu", "kW"],
  ["Minutes", "min"],
  ["Mwh", "MWh"],
  ["Mw", "MW"],
  ["Usd", "USD"],
  ["L", "L"],
] as const;

/** Words where the name alone would not say it. */
const WORDS: Readonly<Record<string, string>> = {
  kwPerGpu: "Power of one GPU",
  hashprice: "Hashprice",
  it: "IT power",
  facility: "Facility power",
  voll: "Value of lost load",
  om: "Operation and maintenance",
  pue: "PUE (facility / IT power)",
  unit: "Power of one set",
  cap: "Most power",
  importAdder: "Adder on the import price",
  exportFee: "Export fee",
  wear: "Wear",
  fuel: "Fuel price",
  tank: "Tank",
  sets: "Gensets",
  rigs: "Rigs",
  maxStored: "Energy capacity",
  minStored: "Least stored energy",
  demandCharge: "Demand charge",
  restart: "Restart wear",
  standby: "Standby power",
  revenue: "Revenue",
};

/** `importLimitMw` -> `Import limit`. */
export function fieldLabel(name: string): string {
  const stem = name.slice(0, name.length - (unitEnding(name)?.[0].length ?? 0));
  const known = WORDS[name] ?? WORDS[stem];
  if (known !== undefined) return known;
  const words = (stem === "" ? name : stem).replaceAll(/([A-Z])/gu, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function fieldUnit(name: string): string {
  if (/(?:fraction|share|fee|uptime|efficiency)$/iu.test(name)) return "share";
  return unitEnding(name)?.[1] ?? "";
}

function unitEnding(name: string): (typeof UNITS)[number] | undefined {
  return UNITS.find(([ending]) => name.endsWith(ending));
}
