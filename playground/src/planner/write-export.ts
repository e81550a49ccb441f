import type { PlanInput, PlanResult, PowerPlan } from "wattsplit";
import { planToJson, resultToJson, writeSchedule } from "wattsplit/io";
import { type DrawnChart, htmlReport, monthlyStatement, statementCsv } from "wattsplit/report";

export const exportKinds = ["schedule", "statement", "site", "result", "report"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** One export as text. @throws Error where the kind needs a schedule and there is no plan. */
export async function writeExport(
  kind: ExportKind,
  question: string,
  site: PlanInput,
  result: PlanResult,
  charts: readonly DrawnChart[],
): Promise<string> {
  switch (kind) {
    case "schedule":
      return writeSchedule(scheduleOf(result));
    case "statement":
      return statementCsv(monthlyStatement(scheduleOf(result)));
    case "site":
      return planToJson(site);
    case "result":
      return resultToJson(result);
    case "report":
      return htmlReport(result, { question, charts });
  }
}

function scheduleOf(result: PlanResult): PowerPlan {
  if (result.status === "optimal") return result;
  if (result.status === "branching-limit" && result.incumbent) return result.incumbent;
  throw new Error(`There is no schedule to export: the plan is ${result.status}.`);
}
