import { planYears } from "../../src/plan-years.ts";
import type { YearsInput } from "../../src/years/years-input.ts";
import type { YearsPlan } from "../../src/years/years-result.ts";
import { site } from "./years-site.ts";

/** The plan of the small site; an error where there is none. */
export function plannedYears(input: YearsInput): YearsPlan {
  const result = planYears(site, input);
  if (result.status !== "planned") throw new Error(result.detail);
  return result;
}
