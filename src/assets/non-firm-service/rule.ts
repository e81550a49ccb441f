import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

/** Import is capped as if the firm part were the least; the rule chooses no more of it. */
export function nonFirmServiceRule(
  { firmMw: least }: Spec,
  initial: State | undefined,
  { connection, curtailments, importLimitMw }: Handles,
): RuleDispatch {
  if (!connection) return { flows: [] };
  const { importMw, busMwPerMw } = connection;
  const firmMw = initial?.firmMw ?? least;
  return {
    flows: [],
    caps: curtailments.map(({ from, to, depth }) => ({
      columns: importMw,
      reachMw: (t: number) =>
        t >= from && t < to ? (depth * firmMw + (1 - depth) * importLimitMw[t]) * busMwPerMw : Infinity,
    })),
  };
}
