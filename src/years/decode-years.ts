import type { CashLine } from "../finance/cash-line.ts";
import { monthText, periodLabels } from "../finance/periods.ts";
import type { Flip } from "./break-evens.ts";
import type { DispatchValues } from "./dispatch-values.ts";
import type { ReDispatched } from "./re-dispatch.ts";
import { cashOf, grossValue, presentValue, type Schedule, type ScheduleCash } from "./schedule.ts";
import type { ScheduleTerms } from "./schedule-terms.ts";
import type { SolvedSchedule } from "./solve-schedule.ts";
import type { YearsFrame } from "./years-frame.ts";
import { describeStarts } from "./describe-starts.ts";
import { yearsNotices } from "./years-notices.ts";
import type {
  BreakEven,
  BridgeSchedule,
  ConversionSchedule,
  DelayCost,
  FleetSchedule,
  MapCell,
  YearsPlan,
} from "./years-result.ts";

/** Shares below this count as nothing there. */
const NOTHING = 1e-6;

export interface SolvedYears {
  readonly frame: YearsFrame;
  readonly terms: ScheduleTerms;
  readonly values: DispatchValues;
  readonly solved: SolvedSchedule;
  readonly planned: ReDispatched;
  readonly withoutConversionUsd: number | undefined;
  readonly delays: readonly DelayCost[];
  readonly breakEvens: readonly Flip[];
  readonly map: readonly MapCell[];
}

export function decodeYears(years: SolvedYears): YearsPlan {
  const { frame, terms, values, solved, planned, withoutConversionUsd, delays, breakEvens, map } = years;
  const { model } = frame;
  const { schedule } = solved;
  const quarters = periodLabels(model.periods);
  const cash = cashOf(terms, schedule);
  const dispatchUsd = planned.valueUsd.reduce((sum, usd, q) => sum + usd * terms.discount[q], 0);
  const valueUsd = presentValue(cash, terms.discount) + dispatchUsd;
  const gapUsd = Math.max(0, solved.boundUsd - valueUsd);
  const fleets = readFleets(years, quarters);
  return {
    status: "planned",
    periods: model.periods,
    quarters,
    valueUsd,
    proof: {
      boundUsd: solved.boundUsd,
      gapUsd,
      relativeGap: gapUsd / Math.max(1, grossValue(cash, planned.valueUsd, terms.discount)),
      largestDispatchErrorUsd: Math.max(...planned.valueUsd.map((usd, q) => Math.abs(usd - schedule.dispatchUsd[q]))),
      isProven: solved.isProven,
      rounds: solved.rounds,
      nodes: solved.nodes,
      dispatches: values.solves,
    },
    conversions: model.conversions.map((_, o) => readConversionSchedule(years, o)),
    fleets,
    bridges: model.bridges.map(({ asset }, r): BridgeSchedule => {
      const p = model.fleets.length + model.conversions.length + r;
      const { mw } = frame.parts.parts[p];
      return { name: asset, facilityMw: mw, mw: schedule.shares.map((shares) => shares[p] * mw) };
    }),
    network: frame.networkQuarters(),
    lines: [...planned.lines, ...scheduleLines(cash)],
    residualUsd: cash.residualUsd,
    ...(withoutConversionUsd !== undefined && { withoutConversionUsd }),
    delays,
    breakEvens: breakEvens.map((flip) => readFlip(flip, years)),
    map,
    dropOrder: dropOrder(fleets),
    notices: [
      ...yearsNotices(frame),
      ...planned.traces.map(
        (name) => `${name} is planned at a millionth of its size after it has left, because another asset names it.`,
      ),
    ],
  };
}

function readConversionSchedule({ frame, terms, solved: { schedule } }: SolvedYears, o: number): ConversionSchedule {
  const { model, parts } = frame;
  const { mw, name } = parts.parts[model.fleets.length + o];
  const starts = schedule.starts[o];
  const sumOf = (pick: (profile: ScheduleTerms["profiles"][number][number]) => readonly number[]) =>
    starts.map((_, q) => terms.profiles[o].reduce((sum, one) => sum + starts[one.start] * pick(one)[q], 0));
  const first = terms.profiles[o].find(({ start }) => starts[start] > NOTHING);
  return {
    name,
    facilityMw: mw,
    startedMw: starts.map((share) => share * mw),
    spaceMw: sumOf(({ space }) => space).map((share) => share * mw),
    buildingMw: sumOf(({ start, onMonth }) => starts.map((_, q) => monthsWithin(q, 3 * start, onMonth) / 3)).map(
      (share) => share * mw,
    ),
    onlineMw: sumOf(({ online }) => online).map((share) => share * mw),
    ...(first && { firstEnergised: monthText(model.firstMonth + Math.floor(first.onMonth)) }),
    rentUsd: sumOf(({ rentUsd }) => rentUsd),
  };
}

/** Months of quarter q between two times, in months from the start of the plan. */
function monthsWithin(q: number, from: number, to: number): number {
  return Math.max(0, Math.min(3 * q + 3, to) - Math.max(3 * q, from));
}

function readFleets(
  { frame, values, solved: { schedule } }: SolvedYears,
  quarters: readonly string[],
): FleetSchedule[] {
  const { model, parts } = frame;
  return model.fleets.map(({ name, purchase, exits }, f) => {
    const { mw } = parts.parts[f];
    const shares = schedule.shares.map((all) => all[f]);
    const from = purchase?.quarter ?? 0;
    const most = purchase ? shares[from] : 1;
    const leaves = shares.findIndex((share, q) => q >= from && share < most - NOTHING);
    return {
      name,
      facilityMw: mw,
      mw: shares.map((share) => share * mw),
      leavingMw: exits.map(({ way }, w) => ({ way, mw: schedule.exits[f][w].map((share) => share * mw) })),
      worthUsdPerMw: schedule.shares.map((all, q) => values.at(q, all).cut.slope[f] / mw),
      ...(leaves >= 0 && most > NOTHING && { leavesFrom: quarters[leaves] }),
    };
  });
}

/** The first to leave first; of those that leave together the one worth least per MW. Those that stay are left out. */
function dropOrder(fleets: readonly FleetSchedule[]): readonly string[] {
  const worth = ({ worthUsdPerMw }: FleetSchedule) => worthUsdPerMw.reduce((sum, usd) => sum + usd, 0);
  const leaving = fleets.filter((fleet) => fleet.leavesFrom !== undefined);
  return leaving
    .toSorted((a, b) => (a.leavesFrom ?? "").localeCompare(b.leavesFrom ?? "", "en") || worth(a) - worth(b))
    .map(({ name }) => name);
}

function scheduleLines(cash: ScheduleCash): CashLine[] {
  const atEnd = (usd: readonly number[]) => usd.map((one, q) => (q === usd.length - 1 ? one + cash.finalRigsUsd : one));
  const lines: readonly CashLine[] = [
    { name: "lease", kind: "contracted", usd: cash.rentUsd },
    { name: "construction of halls", kind: "capex", usd: cash.capexUsd },
    { name: "rigs bought", kind: "capex", usd: cash.rigsBoughtUsd },
    { name: "rigs sold, moved or scrapped", kind: "capex", usd: atEnd(cash.rigsSoldUsd) },
    { name: "fixed operation and maintenance", kind: "operations", usd: cash.fixedOmUsd },
    { name: "rented generation", kind: "power", usd: cash.bridgeUsd },
  ];
  return lines.filter(({ usd }) => usd.some((one) => one !== 0));
}

function readFlip({ of, direction, factor, after }: Flip, years: SolvedYears): BreakEven {
  const { frame, solved } = years;
  const hashprices = frame.networkQuarters().map(({ hashpriceUsdPerPhDay }) => hashpriceUsdPerPhDay);
  const [value, unit] = {
    hashprice: [hashprices.reduce((sum, usd) => sum + usd, 0) / hashprices.length, "USD/PH/day, mean of the quarters"],
    "lease-rate": [
      frame.model.conversions.find(({ lease }) => lease)?.lease?.usdPerItKwMonth,
      "USD per kW of IT and month, first lease",
    ],
    "power-price": [undefined, undefined],
  }[of] as [number | undefined, string | undefined];
  const describe = (schedule: Schedule | undefined) => describeStarts(frame, schedule?.starts ?? []);
  const [before, then] = [describe(solved.schedule), describe(after)];
  return {
    of,
    direction,
    ...(factor !== undefined && { factor }),
    ...(factor !== undefined && value !== undefined && { value: value * factor, ...(unit && { unit }) }),
    convertedMw: [before.mw, factor === undefined ? before.mw : then.mw],
    firstStart: [before.first, factor === undefined ? before.first : then.first],
  };
}
