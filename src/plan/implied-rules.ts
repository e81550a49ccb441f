import { priceTest } from "../branch/price-test.ts";
import { ExclusiveProgram } from "../branch/exclusive-program.ts";
import type { BuiltSite } from "./build-site.ts";
import { rulePairs } from "./either-or-check.ts";

/**
 * The program without the valid rows of either-or rules in intervals where prices alone ensure the rule (`priceTest`).
 * These are usually most of the rule rows, and a third of all rows. The rows remain with infinite bounds, so both
 * programs have the same shape and share their optimum. All rules remain pairs; only those that can bind are in a
 * block.
 */
export function withoutImpliedRules({ site, lp }: BuiltSite): ExclusiveProgram {
  const canBind = priceTest(lp);
  const rowUpper = lp.rowUpper.slice();
  const pairs = rulePairs(site);
  const { count } = site.time;
  const isOpen = (pair: number) => {
    const others = pairs.columns(pair, 1);
    return pairs.columns(pair, 0).some((j) => others.some((k) => canBind(j, k)));
  };
  const blocks = pairs.blocks.map((block) => {
    const open: number[] = [];
    const impliedPairs: number[] = [];
    for (const pair of block.pairs) (isOpen(pair) ? open : impliedPairs).push(pair);
    return { ...block, pairs: open, impliedPairs };
  });
  for (const { rows } of site.eitherOrs) if (rows) rowUpper.fill(Infinity, rows.start, rows.start + count);
  for (const pair of blocks.flatMap((block) => block.pairs)) {
    const { rows } = site.eitherOrs[Math.floor(pair / count)];
    if (rows) rowUpper[rows.start + (pair % count)] = 1;
  }
  return new ExclusiveProgram({ ...lp, rowUpper }, { ...pairs, blocks });
}
