/** `wattsplit/report`: results as text for people and as flat records for tables. */
export { summary } from "./report/summary.ts";
export { worthText } from "./report/worth-text.ts";
export { scheduleRecords, type ScheduleRecord } from "./report/records.ts";
export { ledgerEntries, type LedgerEntry } from "./plan/ledger.ts";
