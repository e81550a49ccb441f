/**
 * The `bitcoin` section: a hashprice as given, or from price, difficulty, subsidy and fees (`catalogue/bitcoin.ts`).
 */
import { halvings, lastKnownSubsidyMs, subsidyBtcAt } from "../catalogue/bitcoin.ts";
import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { hashpriceByInterval, type BlockRewards } from "./block-rewards.ts";
import { addFault, watch, type Edge } from "./edge.ts";
import { stampLabel } from "./instant.ts";
import { isRecord, literal } from "./literal.ts";
import { blockRewardSchema, hashpriceSchema } from "./plan-input-schema.ts";
import { readPiece } from "./read-piece.ts";

/** Hashprice per interval, or undefined after adding the section's faults to the edge. */
export function readBitcoin(input: unknown, edge: Edge): Float64Array | undefined {
  const isSound = watch(edge);
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  const makings = Object.keys(blockRewardSchema.shape).filter((key) => given[key] !== undefined);
  if (makings.length === 0)
    return (readPiece(hashpriceSchema, input, "bitcoin", edge) as { hashpriceUsdPerPhDay: Float64Array } | undefined)
      ?.hashpriceUsdPerPhDay;
  if (given.hashpriceUsdPerPhDay !== undefined) {
    addFault(
      edge,
      "bitcoin",
      `hashpriceUsdPerPhDay and ${makings.join(", ")}`,
      "either a hashprice or what makes one",
      "remove one; a hashprice includes price, difficulty, subsidy and fees",
    );
    return undefined;
  }
  const growth = given.difficultyGrowthPerYear;
  if (typeof growth === "number" && growth !== 0 && typeof given.difficulty === "object") {
    addFault(
      edge,
      "bitcoin.difficultyGrowthPerYear",
      literal(growth),
      "no growth, since difficulty varies",
      "give one difficulty, or leave the growth out",
    );
  }
  const rewards = readPiece(blockRewardSchema, input, "bitcoin", edge) as BlockRewards | undefined;
  const { time } = edge;
  if (!rewards || !time || !isSound()) return undefined;
  if (!rewards.subsidyBtc && !noteSubsidy(time, edge)) return undefined;
  return hashpriceByInterval(rewards, given, time);
}

/** Says what the table of halvings makes the subsidy; false after adding the fault of a plan beyond the table. */
function noteSubsidy(time: TimeGrid, edge: Edge): boolean {
  const end = intervalStartMs(time, time.count);
  if (end > lastKnownSubsidyMs) {
    addFault(
      edge,
      "bitcoin.subsidyBtc",
      "nothing",
      `the subsidy, since the table of halvings ends at ${stampLabel(lastKnownSubsidyMs, edge)}`,
      "give subsidyBtc",
    );
    return false;
  }
  for (const { height, atMs, estimated } of halvings) {
    if (estimated && end > atMs) {
      edge.notices.push(
        `bitcoin.subsidyBtc: the halving at block ${height} is estimated for ` +
          `${stampLabel(atMs, edge).slice(0, 10)}; give subsidyBtc to set it.`,
      );
    }
  }
  const within = halvings.filter(({ atMs }) => atMs > time.startMs && atMs < end);
  const changes = within
    .map(({ height, atMs }) => `, from ${stampLabel(atMs, edge)} (halving at block ${height}) ${subsidyBtcAt(atMs)}`)
    .join("");
  edge.notices.push(
    `bitcoin: by default subsidyBtc ${subsidyBtcAt(time.startMs)}${changes}, by the table of halvings.`,
  );
  return true;
}
