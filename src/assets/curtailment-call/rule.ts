import type { RuleDispatch } from "../rule-dispatch.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export function curtailmentCallRule(
  _spec: Spec,
  _initial: State | undefined,
  { calls, connection }: Handles,
): RuleDispatch {
  if (!connection) return { flows: [] };
  const { importMw, busMwPerMw } = connection;
  return {
    flows: [],
    caps: calls.map(({ from, capMw }) => ({
      columns: importMw,
      reachMw: (t: number) => (capMw[t - from] ?? Infinity) * busMwPerMw,
    })),
  };
}
