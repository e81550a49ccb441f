/** The sites that `wattsplit init --from NAME` writes: adding one is a file and a line here. */
import { homeFleet } from "./home-fleet.ts";
import { hybrid } from "./hybrid.ts";
import { iso } from "./iso.ts";
import type { Starter } from "./starter.ts";
import { texasWeek } from "./texas-week.ts";

export const starters: Readonly<Record<string, Starter>> = {
  hybrid,
  "texas-week": texasWeek,
  iso,
  "home-fleet": homeFleet,
};
