/**
 * Measured throughput of GPUs under power caps and clock limits, dated, each with its source. None enters a plan by
 * itself: the user spreads one, `{ kind: "ai-firm", ..., ...presetValues(gpuThrottling2026_11.rtx6000ProBatch) }`, and
 * replaces it by own measurements: what a cap costs depends on the model, the batch and the card. Each is one tester's
 * or one vendor's figure, dated by the month it refers to, or in which it was read. `kwPerGpu` is not in them: it is
 * the user's server.
 *
 * Left out, because no throughput was published with the power: clusters that shed as a whole (256 GPUs by 25 % for 3
 * hours "with quality of service held", arXiv 2507.00909; 96 GPUs by more than 30 % within 30 seconds, London, December
 * 2025). Their tiers of tolerated loss are `aiFlexTiers2026_11`.
 */
import type { PresetEntry } from "./presets.ts";

/** One measured mode. */
export interface GpuPowerMode {
  /** What one GPU draws. */
  readonly powerW: number;
  readonly throughput: number;
  readonly name?: string;
}

type Pair = readonly [powerW: number, throughput: number];

const modes = (pairs: readonly Pair[], unit: string, source: string, asOf: string) => ({
  powerModes: {
    value: pairs.map(([powerW, throughput]): GpuPowerMode => ({ powerW, throughput })),
    unit: `W per GPU, ${unit}`,
    source,
    asOf,
  } satisfies PresetEntry<readonly GpuPowerMode[]>,
});

const LLMGARAGE = "llmgarage.ai power-limit benchmark, llama.cpp on 6 RTX 3090; one tester";
const FACTRYZE = "factryze.ai (vendor): 600 of 700 W";

/** Power modes of November 2026; each has the field `powerModes` of an AI load. */
export const gpuThrottling2026_11 = {
  /** The last 40 % of its power buys 0.9 % of its tokens. */
  rtx6000ProBatch: modes(
    [
      [250, 525.69],
      [300, 597.02],
      [360, 620.04],
      [600, 625.55],
    ],
    "tokens/s",
    "RTX 6000 Pro, batch inference; ecency, themarkymark; one tester",
    "2026-11",
  ),
  /** Token generation: nearly flat above 200 W. */
  rtx3090Decode: modes(
    [
      [100, 12.1],
      [150, 62.6],
      [200, 68.3],
      [250, 70.7],
      [300, 72.1],
      [350, 72.6],
    ],
    "tokens/s",
    LLMGARAGE,
    "2026-02",
  ),
  /**
   * Prompt processing: not concave below 250 W, and time to first token (4,000 tokens) goes from 1,178 ms at 350 W to
   * 1,725 ms at 200 W and 7,421 ms at 100 W. Leave out the modes whose latency breaks the SLO.
   */
  rtx3090Prefill: modes(
    [
      [100, 1390],
      [150, 2549],
      [200, 5941],
      [250, 8436],
      [300, 9326],
      [350, 9893],
    ],
    "tokens/s",
    LLMGARAGE,
    "2026-02",
  ),
  /** More than 95 % of full speed; 0.95 is its lower end. */
  rtx3090Training: modes(
    [
      [280, 0.95],
      [350, 1],
    ],
    "share of full throughput",
    "Puget Systems 1974: training at 280 of 350 W",
    "2026-11",
  ),
  /** Steps take 10 % longer (FP16, the lower end of its range)... */
  h100TrainingLeastLoss: modes(
    [
      [600, 1 / 1.1],
      [700, 1],
    ],
    "share of full throughput",
    FACTRYZE,
    "2026-11",
  ),
  /** ...to 20 % (FP8, the upper end). */
  h100TrainingMostLoss: modes(
    [
      [600, 1 / 1.2],
      [700, 1],
    ],
    "share of full throughput",
    FACTRYZE,
    "2026-11",
  ),
  /** Inference bound by memory takes 5 to 8 % longer; the upper end. */
  h100MemoryBoundInference: modes(
    [
      [600, 1 / 1.08],
      [700, 1],
    ],
    "share of full throughput",
    FACTRYZE,
    "2026-11",
  ),
  /**
   * Decode draws 137 to 300 W of 700: no cap above its draw binds, so there is nothing to throttle. A clock limit saves
   * up to 32 %, at a throughput that was not published.
   */
  h200Decode: modes([[300, 1]], "share of full throughput", "arXiv 2605.11999", "2026-05"),
} as const;

const tier = (loss: number) => ({
  throughputFloor: {
    value: 1 - loss,
    unit: "1",
    source: "flexibility tiers of arXiv 2507.00909 (Emerald AI, Phoenix): loss of throughput tolerated",
    asOf: "2025-07",
  } satisfies PresetEntry<number>,
});

/** Floors of throughput for firm AI, by tier of flexibility; the price of what is lost is the user's. */
export const aiFlexTiers2026_11 = {
  flex0: tier(0),
  flex1: tier(0.1),
  flex2: tier(0.25),
  flex3: tier(0.5),
} as const;
