/**
 * Here-and-now decisions: columns that are decided before it is known which scenario comes. An asset says which of its
 * columns can be decided so (`AssetKind.hereAndNow`); the caller names those that are, and until when. After that they
 * are decided scenario by scenario like all others.
 */
import { PlanInputError, type PlanInputFault } from "../errors.ts";
import type { ColumnBlock } from "../model/block.ts";
import type { BuiltSite } from "../plan/build-site.ts";
import { isoStamp } from "../time/time-grid.ts";

/** A decision that is taken before it is known which scenario comes. */
export interface HereAndNow {
  /** Name of the asset. */
  readonly asset: string;
  /** One of the decisions that the asset can take ahead, e.g. `boughtMw` of a `day-ahead-purchase`. */
  readonly decision: string;
  /**
   * Number of intervals, from the first on, that are decided ahead; later ones are decided in each scenario. Default:
   * all. It does not apply to decisions without intervals, e.g. the peak of a month.
   */
  readonly intervals?: number;
}

/** Some columns of one decision, which follow each other. */
export interface DecidedBlock {
  readonly asset: string;
  readonly decision: string;
  readonly block: ColumnBlock;
  /** The first `count` columns of the block. */
  readonly count: number;
}

/**
 * The columns that are decided ahead, block by block, the same for every scenario; `built[s]` is the site of scenario
 * s. @throws PlanInputError for a decision that the asset has not, or that differs in shape between scenarios.
 */
export function decidedBlocks(
  built: readonly BuiltSite[],
  names: readonly string[],
  decisions: readonly HereAndNow[],
): readonly (readonly DecidedBlock[])[] {
  const faults: PlanInputFault[] = [];
  const taken = new Set<string>();
  const all = built.map((): DecidedBlock[] => []);
  for (const [i, given] of decisions.entries()) {
    const path = `options.firstStage[${i}]`;
    const blocks = built.map((site) => blocksOf(site, given, path, faults));
    const [first] = blocks;
    if (!first) break;
    const key = JSON.stringify([given.asset, given.decision]);
    if (taken.has(key))
      faults.push({ path, given: `${given.asset} ${given.decision} again`, wanted: "each once", fix: "remove one" });
    taken.add(key);
    for (const [s, own] of blocks.entries()) {
      const differs = own && (own.length !== first.length || own.some((block, k) => !isAlike(block, first[k])));
      if (differs)
        faults.push({
          path,
          given: `${shapes(own, built[s])} in scenario ${JSON.stringify(names[s])}`,
          wanted: `as in ${JSON.stringify(names[0])}: ${shapes(first, built[0])}`,
          fix: "let the decision have the same intervals in every scenario",
        });
      all[s].push(...(own ?? []));
    }
  }
  if (faults.length > 0) throw new PlanInputError(faults);
  return all;
}

/** The columns of the blocks, one after the other. */
export function columnsOf(blocks: readonly DecidedBlock[]): Int32Array {
  return Int32Array.from(
    blocks.flatMap(({ block, count }) => Array.from({ length: count }, (_, k) => block.start + k)),
  );
}

function blocksOf(
  { assets }: BuiltSite,
  { asset: name, decision, intervals = Infinity }: HereAndNow,
  path: string,
  faults: PlanInputFault[],
): DecidedBlock[] | undefined {
  const refuse = (field: string, given: string, wanted: string): undefined => {
    const fault = { path: `${path}.${field}`, given, wanted, fix: "name a decision of this site" };
    if (!faults.some((known) => known.path === fault.path)) faults.push(fault);
  };
  const asset = assets.find(({ planned }) => planned.name === name);
  if (!asset) {
    const deciding = assets.filter(({ kind }) => kind.hereAndNow).map(({ planned }) => planned.name);
    return refuse("asset", JSON.stringify(name), `one of ${deciding.join(", ") || "none: no asset decides ahead"}`);
  }
  const own = asset.kind.hereAndNow?.(asset.handles) ?? {};
  const blocks = Object.hasOwn(own, decision) ? own[decision] : undefined;
  if (!blocks) {
    const known = Object.keys(own);
    const wanted = known.length > 0 ? `one of ${known.join(", ")}` : `none: ${name} decides nothing ahead`;
    return refuse("decision", JSON.stringify(decision), wanted);
  }
  if (blocks.length === 0)
    return refuse("decision", JSON.stringify(decision), `what ${name} has: its input leaves nothing of it to decide`);
  return blocks.flatMap((block) => {
    const count = block.perInterval ? Math.min(block.count, Math.max(0, intervals - block.from)) : block.count;
    return count > 0 ? [{ asset: name, decision, block, count }] : [];
  });
}

function isAlike({ block: a, count }: DecidedBlock, { block: b, count: wanted }: DecidedBlock): boolean {
  return a.name === b.name && a.from === b.from && a.perInterval === b.perInterval && count === wanted;
}

function shapes(blocks: readonly DecidedBlock[], { request: { time } }: BuiltSite): string {
  const words = blocks.map(({ block, count }) =>
    block.perInterval ? `${block.name} in ${count} intervals from ${isoStamp(time, block.from)}` : block.name,
  );
  return words.join(", ") || "nothing";
}
