/**
 * Finds stores in a program: equality rows, one for each of several consecutive blocks,
 *
 *     s_t = keep_t s_{t-1} + gain_t + sum_j push_j x_j,        x_j columns of block t
 *
 * whose states s_t are in no block's own row. A battery is a store, and so is everything else with rows of this form.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { RowWise } from "../sparse/transpose.ts";
import type { Block } from "./exclusive-pairs.ts";

/** One interval of a store. */
export interface StoreLink {
  /** Index in the list of blocks. */
  readonly block: number;
  readonly state: number;
  readonly row: number;
  /** Coefficient of the state in the row. */
  readonly coefficient: number;
  /** Share of the previous level that remains; 0 in the first link, whose row contains the initial level. */
  readonly retention: number;
}

export type StoreChain = readonly StoreLink[];

/** A row that may be a link: the block of its other columns, and its one or two states. */
interface Candidate {
  readonly row: number;
  readonly block: number;
  readonly states: readonly { readonly column: number; readonly coefficient: number }[];
}

/** Every store with at least two links, in the order of their first rows. */
export function storeChains(
  { numRows, numCols, rowLower, rowUpper }: LinearProgram,
  { rowStart, colIndex, value }: RowWise,
  blocks: readonly Block[],
): StoreChain[] {
  const blockOf = new Int32Array(numCols).fill(-1);
  blocks.forEach(({ row }, t) => {
    for (let p = rowStart[row]; p < rowStart[row + 1]; p++) blockOf[colIndex[p]] = t;
  });
  const byState = new Map<number, Candidate[]>();
  const firsts: Candidate[] = [];
  for (let row = 0; row < numRows; row++) {
    if (rowLower[row] !== rowUpper[row]) continue;
    const states: { column: number; coefficient: number }[] = [];
    let block = -1;
    let isLink = true;
    for (let p = rowStart[row]; isLink && p < rowStart[row + 1]; p++) {
      const of = blockOf[colIndex[p]];
      if (of < 0) states.push({ column: colIndex[p], coefficient: value[p] });
      else if (block < 0) block = of;
      isLink = states.length <= 2 && (of < 0 || of === block);
    }
    if (!isLink || block < 0 || states.length === 0 || blocks[block].row === row) continue;
    const candidate = { row, block, states };
    for (const { column } of states) byState.set(column, [...(byState.get(column) ?? []), candidate]);
    if (states.length === 1) firsts.push(candidate);
  }
  return firsts.map((first) => chainFrom(first, byState)).filter((chain) => chain.length > 1);
}

function chainFrom(first: Candidate, byState: ReadonlyMap<number, readonly Candidate[]>): StoreLink[] {
  const [{ column, coefficient }] = first.states;
  const chain: StoreLink[] = [{ block: first.block, state: column, row: first.row, coefficient, retention: 0 }];
  for (;;) {
    const { state, block } = chain[chain.length - 1];
    const next =
      byState.get(state)?.filter((candidate) => candidate.block === block + 1 && candidate.states.length === 2) ?? [];
    if (next.length !== 1) return chain;
    const [{ row, states }] = next;
    const before = states.find((entry) => entry.column === state);
    const after = states.find((entry) => entry.column !== state);
    if (before === undefined || after === undefined) return chain;
    const retention = -before.coefficient / after.coefficient;
    if (!(retention > 0)) return chain;
    chain.push({ block: block + 1, state: after.column, row, coefficient: after.coefficient, retention });
  }
}
