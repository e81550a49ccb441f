/**
 * The database writes a rate in two ways. Its API uses lower case (`energyratestructure`, periods as lists of tiers).
 * Its full download (`usurdb.json`) uses other names (`energyRateStrux`, periods as `{ "energyRateTiers": [...] }`).
 */
const IN_THE_DOWNLOAD: Readonly<Record<string, string>> = {
  _id: "label",
  ratename: "name",
  utilityname: "utility",
  effectivedate: "startdate",
  sourcereference: "source",
  demandmin: "peakkwcapacitymin",
  demandmax: "peakkwcapacitymax",
  demandhist: "peakkwcapacityhistory",
  energymin: "peakkwhusagemin",
  energymax: "peakkwhusagemax",
  energyhist: "peakkwhusagehistory",
  flatdemandstrux: "flatdemandstructure",
  flatdemandunits: "flatdemandunit",
  demandratestrux: "demandratestructure",
  demandrateunits: "demandrateunit",
  demandweekdaysched: "demandweekdayschedule",
  demandweekendsched: "demandweekendschedule",
  demandratchetpct: "demandratchetpercentage",
  demandreactpwrcharge: "demandreactivepowercharge",
  demandreactivepowerchg: "demandreactivepowercharge",
  coincidentratestrux: "coincidentratestructure",
  coincidentrateunits: "coincidentrateunit",
  coincidentsched: "coincidentrateschedule",
  coincidentschedule: "coincidentrateschedule",
  energyratestrux: "energyratestructure",
  energyweekdaysched: "energyweekdayschedule",
  energyweekendsched: "energyweekendschedule",
  energykeyvals: "energyattrs",
  demandkeyvals: "demandattrs",
  fixedkeyvals: "fixedattrs",
};

/** The API's name of a field. */
export function apiName(given: string): string {
  const lower = given.toLowerCase();
  return Object.hasOwn(IN_THE_DOWNLOAD, lower) ? IN_THE_DOWNLOAD[lower] : lower;
}

/** The tiers of a period, unwrapped from the object that the download puts around them. */
export function tiersIn(period: unknown): unknown {
  if (typeof period !== "object" || period === null || Array.isArray(period)) return period;
  const [[key, tiers] = ["", undefined], another] = Object.entries(period);
  return another === undefined && /tiers$/i.test(key) ? tiers : period;
}
