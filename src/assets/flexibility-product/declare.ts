import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import { scaled } from "../fields/series.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { backProduct, type Backing } from "./backing.ts";
import { productCalendar, type ProductCalendar } from "./calendar.ts";
import type { Spec, State } from "./schema.ts";

export interface Declared {
  readonly soldMw: ColumnBlock;
  readonly calendar: ProductCalendar;
}

export interface Handles extends Declared {
  readonly backing: readonly Backing[];
}

export function declareFlexibilityProduct(
  spec: Spec,
  initial: State | undefined,
  site: SiteModel,
): Declaration<Declared> {
  const { time } = site;
  const calendar = productCalendar(spec, time, (path) =>
    site.fault(
      spec.name,
      path,
      "an instant inside an interval",
      `a border of the ${time.stepHours * 60}-minute intervals`,
      "move it, or plan in shorter intervals",
    ),
  );
  const { open, joined, called, callsOutside, beginsBefore } = calendar;
  const upper = open.map((isOpen, t) => (isOpen ? (spec.limitMw?.[t] ?? Infinity) : 0));
  const lower = spec.committedMw?.slice() ?? new Float64Array(time.count);
  const closed = lower.findIndex((mw, t) => mw > upper[t]);
  if (closed >= 0)
    site.fault(
      spec.name,
      "committedMw",
      `${lower[closed]} in interval ${closed}`,
      "0 outside the windows",
      "correct it, or add a window",
    );
  if (beginsBefore && open[0] && initial?.soldMw !== undefined) lower[0] = upper[0] = initial.soldMw;
  else if (beginsBefore && open[0])
    site.notices.push(
      `${spec.name}: the plan starts inside a block without soldMw in initialState; what is sold in it is free.`,
    );
  const soldMw = site.addSeries(spec.name, "soldMw", {
    unit: "MW",
    lower,
    upper,
    limit: "limitMw",
    lowerLimit: () => "committedMw",
  });
  site.addCost(soldMw, "flexibility sold", "cash", scaled(spec.priceUsdPerMwHour, -time.stepHours));
  if (joined.includes(1)) {
    const rows = site.addRows(spec.name, "constant in its block", {
      unit: "MW",
      lower: joined.map((same) => (same ? 0 : -Infinity)),
      upper: joined.map((same) => (same ? 0 : Infinity)),
    });
    site.addTerms(rows, soldMw, joined);
    site.addTerms(rows, soldMw, scaled(joined, -1), -1);
  }
  if (callsOutside > 0)
    site.notices.push(`${spec.name}: ${callsOutside} of ${spec.calls?.length} calls lie outside the plan.`);
  if (called.includes(1))
    site.notices.push(`${spec.name}: the plan knows its calls from its start (perfect foresight).`);
  if (called.some((c, t) => c && upper[t] === 0))
    site.notices.push(`${spec.name}: called where nothing can be sold; nothing is asked of it there.`);
  for (let t = 0; t < time.count; t++) if (upper[t] === 0) called[t] = 0;
  return {
    handles: { soldMw, calendar },
    ports: { flexibilitySale: { soldMw, backedBy: spec.backedBy, called } },
  };
}

export function linkFlexibilityProduct(
  spec: Spec,
  initial: State | undefined,
  declared: Declared,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const { soldMw, calendar } = declared;
  return { ...declared, backing: backProduct(spec, soldMw, calendar.called, initial?.headroomMw ?? {}, ports, site) };
}

/** Decisions that can be taken ahead; see `AssetKind.hereAndNow`. */
export function flexibilityProductHereAndNow({ soldMw }: Handles) {
  return { soldMw: [soldMw] };
}
