import type { LpProgress } from "../lp/options.ts";

/**
 * How much of a plan is done, by the phase of its linear program. Where each phase ends, as a share of the time of the
 * whole plan, was measured on sites of 2,000 and 8,760 hours (2026-11): the two agree to 5 %. Within a phase its
 * batches or iterations fill it, ever more slowly, since their number is not known. Small programs and branch and bound
 * run in other phases, whose length cannot be foretold: then there is no share.
 */
interface Phase {
  readonly from: number;
  readonly to: number;
  /** Batches after which about two thirds of the phase are over. */
  readonly batches: number;
}

const PHASES: Readonly<Record<string, Phase>> = {
  presolve: { from: 0.2, to: 0.25, batches: 4 },
  setup: { from: 0.25, to: 0.5, batches: 12 },
  "interior-point": { from: 0.5, to: 0.74, batches: 45 },
  "optimal-face": { from: 0.74, to: 0.85, batches: 2 },
  crossover: { from: 0.85, to: 0.93, batches: 3 },
  polish: { from: 0.93, to: 0.99, batches: 2 },
};

export interface ProgressShare {
  /** Number of the linear program, from 1: a comparison solves several. */
  readonly program: number;
  /** 0 to 1, and never less than before within a program; undefined where it cannot be foretold. */
  readonly share: number | undefined;
}

/** Follows the progress of one command. */
export function progressShare(): (progress: Pick<LpProgress, "phase">) => ProgressShare {
  let program = 1;
  let reached = 0;
  let last: string | undefined;
  let batches = 0;
  return ({ phase: name }) => {
    const phase = Object.hasOwn(PHASES, name) ? PHASES[name] : undefined;
    batches = name === last ? batches + 1 : 0;
    last = name;
    if (!phase) return { program, share: undefined };
    // Only a new program goes back to a phase that was over.
    if (phase.to <= reached) {
      program++;
      reached = 0;
    }
    const share = phase.from + (phase.to - phase.from) * (1 - Math.exp(-batches / phase.batches));
    reached = Math.max(reached, share);
    return { program, share: reached };
  };
}
