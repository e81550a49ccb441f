/**
 * Flexibility sold: a reserve or demand-response product, upward only (less need for power: load shed, charging
 * stopped, discharge), paid for being available. Of product p, sold_pat MW are backed by asset a (mining, battery,
 * flexible AI):
 *
 *     sold_pt = sum_a sold_pat,     committedMw_t <= sold_pt <= limitMw_t,     0 outside its windows
 *     sold_pt = sold_p,t-1          within a block: blockHours by wall clock from midnight, or a window
 *     cost    = - dt priceUsdPerMwHour_t sold_pt                                                        `cash`
 *               + (1 - called_t) dt deployedShare_t (lossUsdPerMwh_at - importPrice_t) sold_pat         `expected`
 *
 * The rows that back it, shared by all products of an asset so that no MW is sold twice, stand in `model/headroom.ts`:
 * what is sold is running above the floor (a fleet asleep for its price sells nothing), a battery has the power and at
 * the end of the interval the energy for durationHours, and in a called interval it has gone: with the headroom of the
 * interval before the call as baseline (`initialState.headroomMw` where the plan begins in it),
 *
 *     headroom_at + sum of what is called of a <= headroom_a,f-1
 *
 * whether or not anything was sold, so an asset that is called draws no more than before. The plan knows calls from its
 * start and may sell less in them; what has been sold already is `committedMw`.
 *
 * A deployment of the share deployedShare loses what the power earns (hash, spot AI; for a job its unmet price, as if
 * it were never made up; for a battery wear and the energy bought again) and saves the cheapest import price. It is
 * priced, not planned: an expectation serves no firm load. Baseline-paid energy programmes are not modelled: what a
 * baseline pays depends on the load of other days.
 */
import type { Columns } from "../../model/columns.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, curve, keyName, number, strictObject, z } from "../fields/fields.ts";
import { productCalendar, windowSchema, type ProductCalendar } from "./calendar.ts";
import { backingFigures, backProduct, type Backing, type BackingFigures } from "./backing.ts";
import { quantity } from "../fields/quantities.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";

const schema = strictObject({
  kind: z.literal("flexibility-product"),
  name: assetName(),
  backedBy: z
    .array(keyName())
    .min(1)
    .describe(
      "Names of the assets that shed: fleets, batteries, spot AI, deferrable AI with unmetUsdPerMwh; not AI " +
        "load with facilityByIt",
    ),
  priceUsdPerMwHour: curve(quantity.usdPerMwHour, "Paid per MW sold and hour, called or not"),
  deployedShare: curve(quantity.fraction, "Of the MWh sold, expected to be called; 0 for none"),
  durationHours: number(
    { ...quantity.hours, aboveMin: true },
    "How long a call lasts at most: energy a battery must hold",
  ),
  responseMinutes: number({ ...quantity.minutes, aboveMin: true }, "Needed for a fleet with rampDownMwPerH").optional(),
  limitMw: curve(quantity.powerMw, "Most that may be sold; default what the assets back").optional(),
  committedMw: curve(quantity.powerMw, "Sold already: the least that is sold; default 0").optional(),
  blockHours: z.int().min(1).max(24).optional().describe("Sold in blocks of so many hours; a divisor of 24"),
  windows: z.array(windowSchema).min(1).optional().describe("When it is sold, each window a block; default always"),
  calls: z.array(windowSchema).optional().describe("Times in which it is deployed"),
  exclusiveWith: z.array(keyName()).optional().describe("Products that may not be sold on the same asset"),
  aiOnlyBackedBy: z
    .array(keyName())
    .min(1)
    .optional()
    .describe("backedBy of the counterfactual's AI-only site; default it does not sell"),
});

const stateSchema = strictObject({
  soldMw: number(quantity.powerMw, "In the block under way").optional(),
  headroomMw: z
    .record(z.string(), number(quantity.powerMw))
    .optional()
    .describe("Of each asset just before the plan, or before the call under way"),
});

type State = z.output<typeof stateSchema>;

interface Handles {
  readonly soldMw: Columns;
  readonly calendar: ProductCalendar;
  readonly headroomMwBefore: Readonly<Record<string, number>>;
  /** Filled in `link`. */
  backing: readonly Backing[];
}

export interface FlexibilityProductReading extends AssetReading {
  readonly kind: "flexibility-product";
  readonly series: {
    readonly soldMw: Float64Array;
    /** What of it is called and shed. */
    readonly calledMw: Float64Array;
    /** Mean hash rate lost to expected deployment. */
    readonly expectedLostPhPerS: Float64Array;
  };
  readonly totals: {
    /** MW sold times hours. */
    readonly soldMwHours: number;
    readonly incomeUsd: number;
    readonly expectedShedMwh: number;
    /** What expected deployment costs, power not bought taken off. */
    readonly expectedCostUsd: number;
    readonly calledMwh: number;
  };
  /** By asset behind the product. */
  readonly backing: readonly BackingFigures[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const flexibilityProduct: AssetKind<
  "flexibility-product",
  typeof schema,
  typeof stateSchema,
  Handles,
  FlexibilityProductReading
> = {
  kind: "flexibility-product",
  role: "contract",
  schema,
  stateSchema,

  check(spec, initial, report) {
    const { backedBy, blockHours, windows, calls = [], committedMw, limitMw } = spec;
    backedBy.forEach((name, j) => {
      if (backedBy.indexOf(name) < j)
        report(`backedBy[${j}]`, `"${name}" twice`, "every asset once", "remove one of the two");
    });
    if (blockHours !== undefined && 24 % blockHours !== 0)
      report("blockHours", `${blockHours}`, "1, 2, 3, 4, 6, 8, 12 or 24", "list the blocks as windows");
    if (blockHours !== undefined && windows)
      report("windows", "windows beside blockHours", "one of the two", "leave blockHours out: each window is a block");
    for (const [field, list] of [
      ["windows", windows ?? []],
      ["calls", calls],
    ] as const) {
      list.forEach(({ start, end }, j) => {
        if (end <= start)
          report(`${field}[${j}].end`, "an end at or before the start", "a later instant", "correct it");
        if (list.some((other, i) => i < j && other.start < end && start < other.end))
          report(
            `${field}[${j}].start`,
            "a time that an earlier entry holds too",
            "times that do not overlap",
            "correct one of the two",
          );
      });
    }
    const over = committedMw?.findIndex((mw, t) => mw > (limitMw?.[t] ?? Infinity)) ?? -1;
    if (over >= 0)
      report(
        "committedMw",
        `${committedMw?.[over]} in interval ${over}`,
        `at most limitMw there, ${limitMw?.[over]}`,
        "correct one of the two",
      );
    const sold = initial?.soldMw;
    if (sold !== undefined && (sold < (committedMw?.[0] ?? 0) || sold > (limitMw?.[0] ?? Infinity))) {
      report(
        "initialState.soldMw",
        `${sold}`,
        "a value from committedMw to limitMw of the first interval",
        "correct it",
      );
    }
  },

  declare(spec, initial, site) {
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
    for (const name of spec.backedBy) site.publishFigure(`called ${name}`, called);
    site.publish("flexibility-sold", soldMw);
    return { soldMw, calendar, headroomMwBefore: initial?.headroomMw ?? {}, backing: [] };
  },

  link(spec, handles, site) {
    handles.backing = backProduct(spec, handles.soldMw, handles.calendar.called, handles.headroomMwBefore, site);
  },

  read(spec, initial, { soldMw: columns, calendar, backing }, solved) {
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
  },

  rule(_spec, _initial, { soldMw, backing }) {
    return { flows: [], idle: [...new Set([soldMw, ...backing.flatMap(({ sold }) => sold)])] };
  },

  forAiOnly: ({ aiOnlyBackedBy, ...spec }) => aiOnlyBackedBy && { ...spec, backedBy: aiOnlyBackedBy, aiOnlyBackedBy },
};
