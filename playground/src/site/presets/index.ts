/** Sites to start from: adding one is a file and a line here. */
import type { PlanInput } from "wattsplit";
import { homeFleet } from "./home-fleet.ts";
import { outageConflict } from "./outage-conflict.ts";
import { texasWeek } from "./texas-week.ts";
import { texasYear } from "./texas-year.ts";

export interface Preset {
  readonly id: string;
  readonly about: string;
  readonly site: PlanInput;
}

export const presets: readonly Preset[] = [
  { id: "texas-week", about: "AI, mining, battery and solar for a week, curtailed on Wednesday", site: texasWeek },
  { id: "mining-fleet", about: "Mining alone: when does it pay to run?", site: homeFleet },
  { id: "outage", about: "An outage that the site cannot carry, and what would mend it", site: outageConflict },
  { id: "texas-year", about: "8,760 hours: progress, cancel, and a window to look through", site: texasYear },
];
