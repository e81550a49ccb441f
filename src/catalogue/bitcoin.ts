/**
 * Expected revenue of Bitcoin mining. At difficulty D a block takes D * 2^32 hashes on average, so
 *
 *     BTC per day       = hashes per second * 86400 / (D * 2^32) * (subsidy + fees per block)
 *     hashprice         = 1e15 * 86400 / (D * 2^32) * (subsidy + fees) * BTC price          [USD per PH/s and day]
 *     revenue per MWh   = hashprice * 1000 / (24 * efficiency in J/TH)                      [USD/MWh at the rig's plug]
 *
 * By convention the hashprice includes fees. Variance is not modelled: pools pay the expectation (FPPS) or converge to
 * it. NB: hashprice is a rate per day; adding it up over hours would give 24 times too much.
 */

const HASHES_PER_DIFFICULTY = 2 ** 32;
const SECONDS_PER_DAY = 86_400;

export interface BlockReward {
  readonly difficulty: number;
  readonly subsidyBtc: number;
  readonly feesBtcPerBlock: number;
  readonly btcUsd: number;
}

/** Expected mining revenue before pool fee, USD per PH/s and day. */
export function hashpriceUsdPerPhDay({ difficulty, subsidyBtc, feesBtcPerBlock, btcUsd }: BlockReward): number {
  return ((1e15 * SECONDS_PER_DAY) / (difficulty * HASHES_PER_DIFFICULTY)) * (subsidyBtc + feesBtcPerBlock) * btcUsd;
}

/**
 * Block subsidy at a height: 50 BTC, halved every 210,000 blocks, in whole satoshi (bitcoin/bitcoin,
 * `GetBlockSubsidy`).
 */
export function subsidyBtcAtHeight(height: number): number {
  return Math.floor(50e8 / 2 ** Math.floor(height / 210_000)) / 1e8;
}

export interface Halving {
  readonly height: number;
  /** UTC epoch milliseconds of the block's header time. */
  readonly atMs: number;
  /** True for a future block, whose time is estimated at 10 minutes per block from block 969,763 on 2026-10-03. */
  readonly estimated: boolean;
}

/** Header times, in seconds, of the blocks that halved the subsidy; the last one is the next halving, estimated. */
const HALVINGS_S = [1_354_116_278, 1_468_082_773, 1_589_225_023, 1_713_571_767, 1_839_196_800];

export const halvings: readonly Halving[] = HALVINGS_S.map((seconds, i) => ({
  height: 210_000 * (i + 1),
  atMs: seconds * 1000,
  estimated: i === 4,
}));

/** The last instant that the table covers: the halving after the estimated one would need a second estimate. */
export const lastKnownSubsidyMs = halvings[4].atMs + 210_000 * 600_000;

/** Block subsidy at an instant, from the table of halvings. */
export function subsidyBtcAt(ms: number): number {
  return subsidyBtcAtHeight(210_000 * halvings.filter(({ atMs }) => ms >= atMs).length);
}
