/** Faults of the options of a comparison, all at once. */
import { instantMs } from "../assets/fields/fields.ts";
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import { isRecord, literal } from "../input/literal.ts";
import { checkScenarios } from "../uncertainty/scenario.ts";
import type { ConnectionsOptions } from "./connection-option.ts";

const MONTHS = 12;
const HOURS_PER_DAY = 24;

type Report = (path: string, given: unknown, wanted: string) => void;

/** @throws PlanInputError listing every fault. */
export function checkConnections(given: ConnectionsOptions): void {
  const faults: PlanInputFault[] = [];
  const report: Report = (path, was, wanted) =>
    faults.push({ path: `options.${path}`, given: literal(was), wanted, fix: "correct it" });
  const { options, from, to, beforeImportMw = 0, horizonIntervals } = given;
  const areDated = isInstant(from) && isInstant(to);
  if (!isInstant(from)) report("from", from, "an instant with offset, e.g. 2027-01-01T00:00:00-06:00");
  if (!isInstant(to)) report("to", to, "an instant with offset");
  if (areDated && instantMs(to) <= instantMs(from)) report("to", to, "an instant after from");
  if (!isAtLeast(beforeImportMw, 0)) report("beforeImportMw", beforeImportMw, "MW from 0 up");
  if (horizonIntervals !== undefined && !(Number.isInteger(horizonIntervals) && horizonIntervals >= 1))
    report("horizonIntervals", horizonIntervals, "a whole number of at least 1");
  const list: readonly unknown[] = Array.isArray(options) ? options : [];
  if (list.length === 0) report("options", options, "a list of at least one connection");
  const names = new Set<unknown>();
  for (const [i, option] of list.entries()) {
    const path = `options[${i}]`;
    const { name, stages, upgradeUsd = 0 } = isRecord(option) ? option : {};
    if (typeof name !== "string" || name.trim() === "" || name in {} || names.has(name))
      report(`${path}.name`, name, "a name of its own");
    names.add(name);
    if (typeof upgradeUsd !== "number" || !Number.isFinite(upgradeUsd)) report(`${path}.upgradeUsd`, upgradeUsd, "USD");
    if (!Array.isArray(stages) || stages.length === 0) report(`${path}.stages`, stages, "a list of at least one stage");
    else checkStages(stages, path, report);
  }
  if (faults.length > 0) throw new PlanInputError(faults);
}

function checkStages(stages: readonly unknown[], option: string, report: Report): void {
  let before = -Infinity;
  for (const [k, stage] of stages.entries()) {
    const path = `${option}.stages[${k}]`;
    const fields: Readonly<Record<string, unknown>> = isRecord(stage) ? stage : {};
    const { from, importMw, firmMw, curtailment, noticeMinutes = 0, feeUsdPerYear = 0 } = fields;
    const { ownGenerationShare = 0, mayReservesBeSold = true } = fields;
    const ms = isInstant(from) ? instantMs(from) : Number.NaN;
    if (!(ms > before)) report(`${path}.from`, from, "an instant with offset, after the stage before");
    before = Math.max(before, ms || before);
    const monthly = Array.isArray(importMw) ? (importMw as readonly unknown[]) : [importMw];
    if (!monthly.every((mw) => isAtLeast(mw, 0)) || ![1, MONTHS].includes(monthly.length))
      report(`${path}.importMw`, importMw, "MW from 0 up, or twelve of them");
    if (firmMw !== undefined && !isAtLeast(firmMw, 0)) report(`${path}.firmMw`, firmMw, "MW from 0 up");
    if (!isAtLeast(noticeMinutes, 0)) report(`${path}.noticeMinutes`, noticeMinutes, "minutes from 0 up");
    if (typeof feeUsdPerYear !== "number" || !Number.isFinite(feeUsdPerYear))
      report(`${path}.feeUsdPerYear`, feeUsdPerYear, "USD per year");
    if (!(isAtLeast(ownGenerationShare, 0) && ownGenerationShare <= 1))
      report(`${path}.ownGenerationShare`, ownGenerationShare, "a share from 0 to 1");
    if (typeof mayReservesBeSold !== "boolean") report(`${path}.mayReservesBeSold`, mayReservesBeSold, "true or false");
    if (curtailment === undefined) continue;
    if (firmMw === undefined) report(`${path}.firmMw`, firmMw, "the part that is firm, since the rest is curtailed");
    if (Array.isArray(curtailment)) checkScenarios(curtailment, `options.${path}.curtailment`);
    else checkGenerator(curtailment, `${path}.curtailment`, report);
  }
}

function checkGenerator(given: unknown, path: string, report: Report): void {
  const fields: Readonly<Record<string, unknown>> = isRecord(given) ? given : {};
  const { seed, scenarios, hoursPerYear, longestHours, depth = 1, beginBetweenHours = [0, HOURS_PER_DAY] } = fields;
  if (!Number.isInteger(seed)) report(`${path}.seed`, seed, "a whole number");
  if (!Number.isInteger(scenarios) || (scenarios as number) < 1)
    report(`${path}.scenarios`, scenarios, "a whole number of at least 1");
  if (!isAtLeast(hoursPerYear, 0)) report(`${path}.hoursPerYear`, hoursPerYear, "hours from 0 up");
  if (!isAtLeast(longestHours, 0) || longestHours === 0) report(`${path}.longestHours`, longestHours, "hours above 0");
  const depths = Array.isArray(depth) ? (depth as readonly unknown[]) : [depth, depth];
  if (depths.length !== 2 || !depths.every((share) => isAtLeast(share, 0) && share <= 1))
    report(`${path}.depth`, depth, "a share from 0 to 1, or two of them");
  const hours = Array.isArray(beginBetweenHours) ? (beginBetweenHours as readonly unknown[]) : [];
  const [first, last] = hours;
  if (hours.length !== 2 || !isAtLeast(first, 0) || !isAtLeast(last, 0) || last > HOURS_PER_DAY || last <= first)
    report(`${path}.beginBetweenHours`, beginBetweenHours, "two hours of the day, the first before the second");
}

function isInstant(given: unknown): given is string {
  return typeof given === "string" && !Number.isNaN(instantMs(given));
}

function isAtLeast(given: unknown, least: number): given is number {
  return typeof given === "number" && Number.isFinite(given) && given >= least;
}
