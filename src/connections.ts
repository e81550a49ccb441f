/** `wattsplit/connections`: which connection to sign, and what a year earlier or an hour of curtailment is worth. */
export { compareConnections, compareConnectionsAsync } from "./compare-connections.ts";
export type {
  ComparedConnection,
  ConnectionBreakEven,
  ConnectionComparison,
} from "./connections/connection-comparison.ts";
export type {
  ConnectionFigures,
  ConnectionOption,
  ConnectionsOptions,
  ConnectionStage,
  Curtailment,
  CurtailmentGenerator,
  CurtailmentScenario,
} from "./connections/connection-option.ts";
