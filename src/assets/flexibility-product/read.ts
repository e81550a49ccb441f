import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { product, sum, weightedSum } from "../fields/series.ts";
import { backingFigures, type BackingFigures } from "./backing.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface FlexibilityProductReading extends AssetReading {
  readonly kind: "flexibility-product";
  readonly series: {
    /** Power sold. */
    readonly soldMw: Float64Array;
    /** What of it is called and shed. */
    readonly calledMw: Float64Array;
    /** Mean hash rate lost to expected deployment. */
    readonly expectedLostPhPerS: Float64Array;
  };
  readonly totals: {
    /** MW sold times hours. */
    readonly soldMwHours: number;
    /** Income from what was sold. */
    readonly incomeUsd: number;
    /** Energy that expected deployment sheds. */
    readonly expectedShedMwh: number;
    /** What expected deployment costs, power not bought taken off. */
    readonly expectedCostUsd: number;
    /** Energy shed in calls. */
    readonly calledMwh: number;
  };
  /** By asset behind the product. */
  readonly backing: readonly BackingFigures[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readFlexibilityProduct(
  spec: Spec,
  initial: State | undefined,
  { soldMw: columns, calendar, backing }: Handles,
  solved: SolvedSite,
): FlexibilityProductReading {
  const dt = solved.time.stepHours;
  const soldMw = solved.values(columns);
  const calledMw = product(soldMw, calendar.called);
  const figures = backingFigures(backing, spec, calendar.called, solved);
  const total = (field: "expectedShedMwh" | "expectedCostUsd") => figures.reduce((all, one) => all + one[field], 0);
  const last = solved.time.count - 1;
  return {
    kind: "flexibility-product",
    role: "contract",
    netBusMw: new Float64Array(solved.time.count),
    series: {
      soldMw,
      calledMw,
      expectedLostPhPerS: soldMw.map((_, t) =>
        figures.reduce((all, { expectedLostPhPerS }) => all + expectedLostPhPerS[t], 0),
      ),
    },
    totals: {
      soldMwHours: sum(soldMw) * dt,
      incomeUsd: weightedSum(soldMw, spec.priceUsdPerMwHour) * dt,
      expectedShedMwh: total("expectedShedMwh"),
      expectedCostUsd: total("expectedCostUsd"),
      calledMwh: sum(calledMw) * dt,
    },
    backing: figures,
    endState: {
      // Sold in a block that the plan does not touch.
      ...(initial?.soldMw !== undefined && !calendar.beginsBefore && { soldMw: initial.soldMw }),
      ...(calendar.goesOn && calendar.open[last] && { soldMw: Math.max(0, soldMw[last]) }),
      headroomMw: {
        ...initial?.headroomMw,
        ...Object.fromEntries(backing.map(({ headroom }) => [headroom.offer.asset, headroom.mwAtEnd(solved)])),
      },
    },
  };
}
