import { PlanInputError } from "../errors.ts";
import { FaultList } from "../finance/input/fault-list.ts";
import { Fields, ratePerYear, type Range } from "../finance/input/fields.ts";
import { monthNumber, readMonth } from "../finance/periods.ts";
import { halvings } from "../catalogue/bitcoin.ts";
import { readBridge } from "./read-bridge.ts";
import { readConversion } from "./read-conversion.ts";
import { readFleet, readRefresh } from "./read-fleet.ts";
import { QuarterFields } from "./quarter-fields.ts";
import type { BreakEvenInput, BreakEvenMapInput, ChangeInput, YearsInput } from "./years-input.ts";
import type { NetworkTerms, YearsModel } from "./years-model.ts";

const MOST_QUARTERS = 160;
const MOST_DAYS = 84;
const MOST_CELLS = 400;
const DEFAULT_GAP = 1e-6;
/** Growth per year as a share; a network may grow by more than its size. */
export const growth: Range = { above: -1, most: 10, unit: "share per year (20 % is 0.2)" };

/**
 * Checks the years of a plan. Whether the named assets exist is checked when the site is known.
 *
 * @throws PlanInputError with every fault; paths begin at `years`.
 */
export function readYears(input: YearsInput): YearsModel {
  const faults = new FaultList();
  const fields = Fields.ofArgument("years", input, faults);
  const start = readMonth(fields, "start");
  const count = fields.number("quarters", { least: 1, most: MOST_QUARTERS, isWhole: true, unit: "quarters" });
  const calendar = new QuarterFields(monthNumber(start), count);
  if (calendar.firstMonth % 3 !== 0)
    fields.fault("start", "the first month of a quarter: 01, 04, 07 or 10", "move it to the quarter's first month");
  const model: YearsModel = {
    periods: { start, every: "quarter", count },
    firstMonth: calendar.firstMonth,
    count,
    discountRatePerYear: fields.number("discountRatePerYear", ratePerYear),
    dispatchDays: readDays(fields),
    network: readNetwork(fields.object("network"), count),
    changes: fields.objects("changes").map(readChange),
    fleets: [
      ...fields.objects("fleets").map((one) => readFleet(one, calendar)),
      ...fields.objects("refreshes").flatMap((one) => readRefresh(one, calendar)),
    ],
    conversions: fields.objects("conversions").map((one) => readConversion(one, calendar)),
    bridges: fields.objects("bridges").map((one) => readBridge(one, calendar)),
    spaceMw: fields.optionalNumber("spaceMw", { above: 0, most: 1e5, unit: "MW" }),
    delayMonths: fields.has("delayMonths")
      ? fields.values("delayMonths").length === 0
        ? []
        : fields.series("delayMonths", undefined, { above: 0, most: 120, unit: "months" }, "one per delay")
      : [1],
    breakEvenMap: readMap(fields.optional("breakEvenMap")),
    breakEvens: fields.objects("breakEvens").map(readBreakEven),
    relativeGap: fields.number("relativeGap", { above: 0, most: 0.1 }, DEFAULT_GAP),
  };
  fields.close();
  if (!faults.isEmpty) throw new PlanInputError(faults.listed);
  return model;
}

function readDays(fields: Fields): number | "full" {
  const days: Range = { least: 1, most: MOST_DAYS, isWhole: true, unit: "days, or full" };
  if (!fields.has("dispatchDays")) return 7;
  return fields.isText("dispatchDays")
    ? fields.choice("dispatchDays", ["full"] as const)
    : fields.number("dispatchDays", days);
}

function readNetwork(fields: Fields, count: number): NetworkTerms {
  const positive: Range = { above: 0, most: 1e18 };
  const hashprice: Range = { least: 0, most: 10_000, unit: "USD per PH/s and day" };
  const parts = ["btcUsd", "difficulty", "difficultyGrowthPerYear", "feesBtcPerBlock", "feeShare"] as const;
  const isGiven = fields.has("hashpriceUsdPerPhDay");
  const both = isGiven ? parts.find((key) => fields.has(key)) : undefined;
  if (both) fields.fault(both, "either a hashprice or its parts", "remove one of them");
  if (!isGiven && fields.has("feesBtcPerBlock") === fields.has("feeShare"))
    fields.fault("feeShare", "exactly one of feesBtcPerBlock and feeShare", "state the fees once");
  const growthPerYear = fields.isList("difficultyGrowthPerYear")
    ? fields.series("difficultyGrowthPerYear", undefined, growth, "one per year")
    : [fields.number("difficultyGrowthPerYear", growth, isGiven ? 0 : undefined)];
  const terms: NetworkTerms = {
    given: isGiven ? fields.scalarOrSeries("hashpriceUsdPerPhDay", count, hashprice) : undefined,
    btcUsd: fields.number("btcUsd", positive, isGiven ? 1 : undefined),
    btcGrowthPerYear: fields.number("btcGrowthPerYear", growth, 0),
    difficulty: fields.number("difficulty", { ...positive, least: 1 }, isGiven ? 1 : undefined),
    growthPerYear,
    feesBtcPerBlock: fields.optionalNumber("feesBtcPerBlock", { least: 0, most: 100, unit: "BTC" }),
    feeShare: fields.number("feeShare", { least: 0, below: 1, unit: "as a share (1 % is 0.01)" }, 0),
    halvingExit: fields.number("halvingExit", { least: 0, below: 1, unit: "as a share" }, 0),
    halvingsMs: fields.has("halvings") ? readHalvings(fields) : [],
  };
  fields.close();
  return terms;
}

function readHalvings(fields: Fields): readonly number[] {
  const known = halvings.filter(({ estimated }) => !estimated).at(-1)?.atMs ?? 0;
  const days = fields.values("halvings").map((day) => {
    const ms = typeof day === "string" && /^\d{4}-\d\d-\d\d$/u.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
    return ms > known ? ms : Number.NaN;
  });
  if (days.some((ms, i) => !(ms > (days[i - 1] ?? 0))))
    fields.fault("halvings", `dates such as 2028-04-13, rising, after ${isoDay(known)}`, "correct the dates");
  return days;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function readChange(fields: Fields): ChangeInput {
  const asset = fields.text("asset");
  const isRate = fields.has("perYear");
  if (isRate === fields.has("set"))
    fields.fault("perYear", "either perYear, or from with set", "state the change in one way");
  const change: ChangeInput = isRate
    ? {
        asset,
        ...(fields.has("field") && { field: fields.text("field") }),
        perYear: fields.number("perYear", growth),
      }
    : { asset, from: readMonth(fields, "from"), set: fields.record("set") };
  fields.close();
  return change;
}

function readMap(fields: Fields | undefined): BreakEvenMapInput | undefined {
  if (!fields) return undefined;
  const factors: Range = { above: 0, most: 100 };
  const map = {
    hashprice: fields.series("hashprice", undefined, factors, "one per row"),
    leaseRate: fields.series("leaseRate", undefined, factors, "one per column"),
  };
  if (map.hashprice.length * map.leaseRate.length > MOST_CELLS)
    fields.fault("hashprice", `at most ${MOST_CELLS} pairs with leaseRate`, "choose fewer factors");
  fields.close();
  return map;
}

function readBreakEven(fields: Fields): Required<BreakEvenInput> {
  const one = {
    of: fields.choice("of", ["hashprice", "lease-rate", "power-price"] as const),
    least: fields.number("least", { above: 0, most: 1 }, 0.25),
    most: fields.number("most", { least: 1, most: 100 }, 4),
  };
  fields.close();
  return one;
}
