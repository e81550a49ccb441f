/** The `bitcoin` section: a hashprice as given, or from price, difficulty, subsidy and fees (`catalogue/bitcoin.ts`). */
import { halvings, hashpriceUsdPerPhDay, lastKnownSubsidyMs, subsidyBtcAt } from "../catalogue/bitcoin.ts";
import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { addFault, type Edge } from "./edge.ts";
import { stampLabel } from "./instant.ts";
import { isRecord } from "./literal.ts";
import { blockRewardSchema, hashpriceSchema } from "./plan-input-schema.ts";
import { readPiece } from "./read-piece.ts";

/** Mean Gregorian year of 365.2425 days. */
const HOURS_PER_YEAR = 8765.82;

interface BlockRewards {
  readonly btcUsd: Float64Array;
  readonly difficulty: Float64Array;
  readonly difficultyGrowthPerYear: number;
  readonly subsidyBtc?: Float64Array;
  readonly feesBtcPerBlock: Float64Array;
}

/** Hashprice per interval, or undefined after adding the section's faults to the edge. */
export function readBitcoin(input: unknown, edge: Edge): Float64Array | undefined {
  const before = edge.faults.length;
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  if (given.hashpriceUsdPerPhDay !== undefined) {
    const excess = Object.keys(blockRewardSchema.shape).filter((key) => given[key] !== undefined);
    if (excess.length > 0) {
      addFault(edge, "bitcoin", `hashpriceUsdPerPhDay and ${excess.join(", ")}`, "either a hashprice or what makes one", "remove one of the two; a hashprice holds price, difficulty, subsidy and fees already");
      return undefined;
    }
    return (readPiece(hashpriceSchema, input, "bitcoin", edge) as { hashpriceUsdPerPhDay: Float64Array } | undefined)?.hashpriceUsdPerPhDay;
  }
  if (isRecord(input) && !Object.keys(blockRewardSchema.shape).some((key) => given[key] !== undefined)) {
    readPiece(hashpriceSchema, input, "bitcoin", edge);
    return undefined;
  }
  if (typeof given.difficultyGrowthPerYear === "number" && given.difficultyGrowthPerYear !== 0 && typeof given.difficulty === "object") {
    addFault(edge, "bitcoin.difficultyGrowthPerYear", String(given.difficultyGrowthPerYear), "no growth, since difficulty varies already", "give one number as difficulty, or leave the growth out");
  }
  const rewards = readPiece(blockRewardSchema, input, "bitcoin", edge) as BlockRewards | undefined;
  if (rewards === undefined || edge.time === undefined || edge.faults.length > before) return undefined;
  const subsidyBtc = rewards.subsidyBtc ?? subsidyByTable(edge.time, edge);
  return subsidyBtc === undefined ? undefined : hashprice({ ...rewards, subsidyBtc }, edge.time);
}

function hashprice(rewards: Required<BlockRewards>, time: TimeGrid): Float64Array {
  const series = new Float64Array(time.count);
  const yearsPerStep = time.stepHours / HOURS_PER_YEAR;
  for (let t = 0; t < time.count; t++) {
    series[t] = hashpriceUsdPerPhDay({
      difficulty: rewards.difficulty[t] * (1 + rewards.difficultyGrowthPerYear) ** (t * yearsPerStep),
      subsidyBtc: rewards.subsidyBtc[t],
      feesBtcPerBlock: rewards.feesBtcPerBlock[t],
      btcUsd: rewards.btcUsd[t],
    });
  }
  return series;
}

/** Subsidy by the table of halvings; duration-weighted in the interval of a halving. */
function subsidyByTable(time: TimeGrid, edge: Edge): Float64Array | undefined {
  const end = intervalStartMs(time, time.count);
  if (end > lastKnownSubsidyMs) {
    addFault(edge, "bitcoin.subsidyBtc", "nothing", `the subsidy, since the plan ends after ${stampLabel(lastKnownSubsidyMs, edge.timeZone)}, where the table of halvings ends`, "give subsidyBtc");
    return undefined;
  }
  const next = halvings[halvings.length - 1];
  if (next.estimated && end > next.atMs) {
    edge.notices.push(`bitcoin.subsidyBtc: the halving at block ${next.height} is taken at its estimated date, ${stampLabel(next.atMs, edge.timeZone).slice(0, 10)}; give subsidyBtc to set it.`);
  }
  const subsidy = new Float64Array(time.count);
  for (let t = 0; t < time.count; t++) {
    const from = intervalStartMs(time, t);
    const to = intervalStartMs(time, t + 1);
    subsidy[t] = subsidyBtcAt(from);
    for (const { atMs } of halvings) {
      if (atMs > from && atMs < to) subsidy[t] = (subsidyBtcAt(from) * (atMs - from) + subsidyBtcAt(atMs) * (to - atMs)) / (to - from);
    }
  }
  return subsidy;
}
