/** The published cases beside the repository (`../shared/data/cases`): inputs are read from there, never copied. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { optimalPlan, type TestSite } from "./plans.ts";

const folder = new URL("../../../shared/data/cases/", import.meta.url);

export const casesPresent = existsSync(fileURLToPath(new URL("cases.json", folder)));
/** Append to a test's name: empty where the cases are there, else the reason for skipping. */
export const casesAbsence = casesPresent ? "" : " [skipped: ../shared/data/cases is not there]";

export interface PublishedCase<Inputs = Record<string, unknown>, Expected = Record<string, unknown>> {
  readonly inputs: Inputs;
  readonly expected: Expected;
  readonly checked_here: Readonly<Record<string, unknown>>;
}

let cases: readonly (PublishedCase & { readonly id: string })[] | undefined;

export function publishedCase<Inputs, Expected>(id: string): PublishedCase<Inputs, Expected> {
  cases ??= JSON.parse(caseFile("cases.json")) as readonly (PublishedCase & { readonly id: string })[];
  const found = cases.find((each) => each.id === id);
  if (!found) throw new Error(`no published case ${id}`);
  return found as unknown as PublishedCase<Inputs, Expected>;
}

/** The text of a file beside `cases.json`. */
export function caseFile(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

/** Columns of numbers of a CSV file, by the names in its first line; what is not a number is NaN. */
export function caseColumns(name: string): Readonly<Record<string, number[]>> {
  const [head, ...lines] = caseFile(name).trim().split(/\r?\n/u);
  const rows = lines.map((line) => line.split(","));
  return Object.fromEntries(head.split(",").map((title, c) => [title, rows.map((cells) => Number(cells[c]))]));
}

/** The cases are sites of some kW: their kW are planned as MW, so USD come out a thousand times as large. */
export const planned = (site: TestSite) => optimalPlan({ start: "2026-01-01T00:00:00Z", timeZone: "UTC", ...site });

/** Within a part of the published number. */
export function isNear(actual: number, wanted: number, relative: number): boolean {
  return Math.abs(actual - wanted) <= relative * Math.max(1e-9, Math.abs(wanted));
}
