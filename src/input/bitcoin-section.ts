/** The `bitcoin` section: a hashprice as given, or from price, difficulty, subsidy and fees (`catalogue/bitcoin.ts`). */
import { halvings, hashpriceUsdPerPhDay, lastKnownSubsidyMs, subsidyBtcAt } from "../catalogue/bitcoin.ts";
import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { addFault, watch, type Edge } from "./edge.ts";
import { stampLabel } from "./instant.ts";
import { isRecord, literal } from "./literal.ts";
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
  const isSound = watch(edge);
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  const makings = Object.keys(blockRewardSchema.shape).filter((key) => given[key] !== undefined);
  if (makings.length === 0) return (readPiece(hashpriceSchema, input, "bitcoin", edge) as { hashpriceUsdPerPhDay: Float64Array } | undefined)?.hashpriceUsdPerPhDay;
  if (given.hashpriceUsdPerPhDay !== undefined) {
    addFault(edge, "bitcoin", `hashpriceUsdPerPhDay and ${makings.join(", ")}`, "either a hashprice or what makes one", "remove one; a hashprice includes price, difficulty, subsidy and fees");
    return undefined;
  }
  const growth = given.difficultyGrowthPerYear;
  if (typeof growth === "number" && growth !== 0 && typeof given.difficulty === "object") {
    addFault(edge, "bitcoin.difficultyGrowthPerYear", literal(growth), "no growth, since difficulty varies", "give one difficulty, or leave the growth out");
  }
  const rewards = readPiece(blockRewardSchema, input, "bitcoin", edge) as BlockRewards | undefined;
  const { time } = edge;
  if (!rewards || !time || !isSound()) return undefined;
  const subsidyBtc = rewards.subsidyBtc ?? subsidyByTable(time, edge);
  const yearsPerStep = time.stepHours / HOURS_PER_YEAR;
  return subsidyBtc?.map((subsidy, t) =>
    hashpriceUsdPerPhDay({
      difficulty: rewards.difficulty[t] * (1 + rewards.difficultyGrowthPerYear) ** (t * yearsPerStep),
      subsidyBtc: subsidy,
      feesBtcPerBlock: rewards.feesBtcPerBlock[t],
      btcUsd: rewards.btcUsd[t],
    }),
  );
}

/** Subsidy by the table of halvings; duration-weighted in the interval of a halving. */
function subsidyByTable(time: TimeGrid, edge: Edge): Float64Array | undefined {
  const end = intervalStartMs(time, time.count);
  if (end > lastKnownSubsidyMs) {
    addFault(edge, "bitcoin.subsidyBtc", "nothing", `the subsidy, since the table of halvings ends at ${stampLabel(lastKnownSubsidyMs, edge)}`, "give subsidyBtc");
    return undefined;
  }
  for (const { height, atMs, estimated } of halvings) {
    if (estimated && end > atMs) {
      edge.notices.push(`bitcoin.subsidyBtc: the halving at block ${height} is estimated for ${stampLabel(atMs, edge).slice(0, 10)}; give subsidyBtc to set it.`);
    }
  }
  edge.notices.push(`bitcoin: by default subsidyBtc ${subsidyBtcAt(time.startMs)}, by the table of halvings.`);
  return new Float64Array(time.count).map((_, t) => {
    const from = intervalStartMs(time, t);
    const to = intervalStartMs(time, t + 1);
    const { atMs } = halvings.find((halving) => halving.atMs > from && halving.atMs < to) ?? { atMs: to };
    return atMs === to ? subsidyBtcAt(from) : (subsidyBtcAt(from) * (atMs - from) + subsidyBtcAt(atMs) * (to - atMs)) / (to - from);
  });
}
