/** The `bitcoin` section: a hashprice, or its parts price, difficulty, subsidy and fees (`catalogue/bitcoin.ts`). */
import { halvings, lastKnownSubsidyMs, subsidyBtcAt } from "../catalogue/bitcoin.ts";
import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { hashpriceByInterval, type BlockRewards } from "./block-rewards.ts";
import { addFault, faultWatch, type ParseContext } from "./parse-context.ts";
import { stampLabel } from "./instant.ts";
import { isRecord, literal } from "./literal.ts";
import { blockRewardSchema, hashpriceSchema } from "./plan-input-schema.ts";
import { parseSection } from "./parse-section.ts";

/** Hashprice per interval, or undefined after adding the section's faults to the context. */
export function parseBitcoin(input: unknown, context: ParseContext): Float64Array | undefined {
  const isSound = faultWatch(context);
  const given: Record<string, unknown> = isRecord(input) ? input : {};
  const makings = Object.keys(blockRewardSchema.shape).filter((key) => given[key] !== undefined);
  if (makings.length === 0)
    return (
      parseSection(hashpriceSchema, input, "bitcoin", context) as { hashpriceUsdPerPhDay: Float64Array } | undefined
    )?.hashpriceUsdPerPhDay;
  if (given.hashpriceUsdPerPhDay !== undefined) {
    addFault(
      context,
      "bitcoin",
      `hashpriceUsdPerPhDay and ${makings.join(", ")}`,
      "either a hashprice or its parts",
      "remove one; a hashprice already includes price, difficulty, subsidy and fees",
    );
    return undefined;
  }
  const growth = given.difficultyGrowthPerYear;
  if (typeof growth === "number" && growth !== 0 && typeof given.difficulty === "object") {
    addFault(
      context,
      "bitcoin.difficultyGrowthPerYear",
      literal(growth),
      "no growth, since difficulty varies",
      "give one difficulty, or leave the growth out",
    );
  }
  const rewards = parseSection(blockRewardSchema, input, "bitcoin", context) as BlockRewards | undefined;
  const { time } = context;
  if (!rewards || !time || !isSound()) return undefined;
  if (!rewards.subsidyBtc && !noteSubsidy(time, context)) return undefined;
  return hashpriceByInterval(rewards, given, time);
}

/**
 * Adds the notices about the subsidy from the table of halvings; returns false, with a fault, for a plan beyond the
 * table.
 */
function noteSubsidy(time: TimeGrid, context: ParseContext): boolean {
  const end = intervalStartMs(time, time.count);
  if (end > lastKnownSubsidyMs) {
    addFault(
      context,
      "bitcoin.subsidyBtc",
      "nothing",
      `the subsidy, because the table of halvings ends at ${stampLabel(lastKnownSubsidyMs, context)}`,
      "give subsidyBtc",
    );
    return false;
  }
  for (const { height, atMs, estimated } of halvings) {
    if (estimated && end > atMs) {
      context.notices.push(
        `bitcoin.subsidyBtc: the halving at block ${height} is estimated for ` +
          `${stampLabel(atMs, context).slice(0, 10)}; give subsidyBtc to set it.`,
      );
    }
  }
  const within = halvings.filter(({ atMs }) => atMs > time.startMs && atMs < end);
  const changes = within
    .map(({ height, atMs }) => `, from ${stampLabel(atMs, context)} (halving at block ${height}) ${subsidyBtcAt(atMs)}`)
    .join("");
  context.notices.push(
    `bitcoin: by default subsidyBtc ${subsidyBtcAt(time.startMs)}${changes}, by the table of halvings.`,
  );
  return true;
}
