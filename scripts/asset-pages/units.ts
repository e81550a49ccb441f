/** Unit of a public name by its ending; the longest ending decides. */
const UNIT_BY_ENDING: Readonly<Record<string, string>> = {
  UsdPerMwh: "USD/MWh",
  UsdPerMwHour: "USD/MW-h",
  UsdPerMwMonth: "USD/MW-month",
  UsdPerMw: "USD/MW",
  UsdPerL: "USD/L",
  UsdPerT: "USD/t",
  Usd: "USD",
  Mwh: "MWh",
  Mw: "MW",
  HashratePhPerS: "PH/s",
  PhPerS: "PH/s",
  TPerMwh: "t/MWh",
  Co2T: "t CO2",
  T: "t",
  Kg: "kg",
  L: "L",
  Mmbtu: "MMBtu",
  Hours: "h",
  hours: "h",
  Minutes: "min",
  Ms: "ms",
  rigsOn: "rigs",
  rigs: "rigs",
  Share: "1",
  share: "1",
};

/** Empty for texts, counts and names without a unit. */
export function unitOfName(name: string): string {
  const plain = name.replace(/By[A-Z]\w*$/u, "");
  const endings = Object.keys(UNIT_BY_ENDING).filter(
    (ending) => plain.endsWith(ending) || plain.toLowerCase() === ending.toLowerCase(),
  );
  const longest = endings.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? "" : UNIT_BY_ENDING[longest];
}
