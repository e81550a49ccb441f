import { PlanInputError } from "../errors.ts";
import type { ReadyHandOff } from "./power-target.ts";

/** Throws PlanInputError for what is not a hand-off with targets; `of` names the writer. */
export function checkReady(of: string, handOff: ReadyHandOff): void {
  const { status, targets, detail } = (typeof handOff === "object" && handOff !== null ? handOff : {}) as {
    readonly status?: unknown;
    readonly targets?: unknown;
    readonly detail?: unknown;
  };
  if (status === "ready" && Array.isArray(targets)) return;
  throw new PlanInputError([
    {
      path: of,
      given: status === "none" ? `a hand-off without targets (${String(detail)})` : "something else",
      wanted: "a hand-off that is ready",
      fix: "write only where powerTargets(...).status is ready",
    },
  ]);
}
