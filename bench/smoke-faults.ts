import type { BenchResults } from "./output/results.ts";

/**
 * Known failures of other solvers on the smoke sizes, with the reason. Any other failure in the smoke run is a defect
 * of this repository: of an engine, a generator, or the way another solver is called.
 */
export const knownFailures: readonly { readonly solver: string; readonly subject: string; readonly why: string }[] = [
  {
    solver: "javascript-lp-solver",
    subject: "badly-scaled",
    why: "it takes what is below 1e-8 for zero, whatever the units: it says infeasible",
  },
  { solver: "yalps", subject: "badly-scaled", why: "the same, and its point breaks rows by 4e-4" },
];

/** Reasons for a smoke run to fail, one per line. A cell that states a limit is not a failure. */
export function smokeFaults({ cases, rolling, planner }: BenchResults, ours: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  const add = (
    subject: string,
    where: string,
    { solver, outcome, reason }: { solver: string; outcome: string; reason?: string },
  ): void => {
    const known = knownFailures.some((failure) => failure.solver === solver && failure.subject === subject);
    const excused = !ours.has(solver) && (outcome === "limit" || known);
    if (outcome !== "verified" && !excused)
      faults.push(`${where}, ${solver}: ${outcome}, ${reason ?? "no reason given"}`);
    if (outcome === "verified" && known)
      faults.push(`${where}, ${solver}: right, but listed among the known failures; take it off`);
  };
  for (const { name, size, entries } of cases) for (const entry of entries) add(name, `${name} ${size}`, entry);
  for (const { name, entries } of rolling) for (const entry of entries) add(name, name, entry);
  for (const { name, size, solver, status } of planner) {
    if (status !== "optimal") faults.push(`planPower on ${name} ${size} with ${solver}: ${status}`);
  }
  if (cases.length === 0 && rolling.length === 0) faults.push("nothing was run");
  return faults;
}
