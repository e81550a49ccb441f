/**
 * Rates of the Utility Rate Database written by hand: 50 USD/MWh off peak, 120 from 14 to 20 h on weekdays from June to
 * September.
 */
export const allMonths = <Item>(item: Item): Item[] => Array.from({ length: 12 }, () => item);

export const day = (peak: number): number[] =>
  Array.from({ length: 24 }, (_, hour) => (hour >= 14 && hour < 20 ? peak : 0));

export const summer = (peak: number): number[][] =>
  Array.from({ length: 12 }, (_, month) => day(month >= 5 && month <= 8 ? peak : 0));

export const energy = {
  energyratestructure: [[{ rate: 0.045, adj: 0.005, unit: "kWh" }], [{ rate: 0.115, adj: 0.005, unit: "kWh" }]],
  energyweekdayschedule: summer(1),
  energyweekendschedule: summer(0),
};

export const flat = { flatdemandstructure: [[{ rate: 8 }]], flatdemandmonths: allMonths(0), flatdemandunit: "kW" };

export const touDemand = {
  demandratestructure: [[{ rate: 0 }], [{ rate: 10, adj: 0.5 }]],
  demandweekdayschedule: summer(1),
  demandweekendschedule: summer(0),
  demandrateunit: "kW",
};

export const coincident = {
  coincidentratestructure: [[{ rate: 0 }], [{ rate: 12.5 }]],
  coincidentrateschedule: summer(1),
  coincidentrateunit: "kW",
};
