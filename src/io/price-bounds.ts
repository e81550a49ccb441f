/**
 * Plausible prices per MWh. Outside these bounds the unit or the column is probably wrong: the price is refused, never
 * clipped. Highest known cap: AEMO A$20,300 (2025-26); lowest floor: AEMO -A$1,000; EU day-ahead -500 to 4,000 EUR;
 * ERCOT 5,000 USD (since 2022). Scarcity adders can lift settled prices above an offer cap.
 */
export const MIN_PER_MWH = -5_000;
export const MAX_PER_MWH = 25_000;

/** If no price of a series exceeds this in absolute value, the unit is probably per kWh. */
export const SUSPECT_ALL_BELOW = 1;
/** Fewer prices do not reveal the unit: a quarter hour at 0.40 USD per MWh is common. */
export const MIN_SUSPECTED = 3;
