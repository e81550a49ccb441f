/**
 * What a price per MWh can be; outside, the unit or the column was probably mistaken. Bounds of validation, never of
 * clipping. Highest cap known: AEMO A$20,300 (2025-26); lowest floor: AEMO -A$1,000; EU day-ahead -500 to 4,000 EUR;
 * ERCOT 5,000 USD (since 2022). Settled prices may pass an offer cap by scarcity adders.
 */
export const LEAST_PER_MWH = -5_000;
export const MOST_PER_MWH = 25_000;

/** Of a series with no value above this in size, the unit was probably per kWh. */
export const SUSPECT_ALL_BELOW = 1;
/** Fewer prices show no unit: a quarter hour at 0.40 USD per MWh is nothing rare. */
export const LEAST_SUSPECTED = 3;
