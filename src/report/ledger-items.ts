import type { LedgerLine } from "../plan/ledger.ts";

/** What one item of one asset comes to. */
export type LedgerItem = Pick<LedgerLine, "asset" | "item" | "kind" | "usd">;

/**
 * Merges ledger lines with the same asset, item and kind: the ledger lists amounts by interval and of the period
 * separately.
 */
export function ledgerItems(lines: readonly LedgerItem[]): LedgerItem[] {
  const merged = new Map<string, { -readonly [Field in keyof LedgerItem]: LedgerItem[Field] }>();
  for (const { asset, item, kind, usd } of lines) {
    const key = JSON.stringify([asset, item, kind]);
    const known = merged.get(key);
    if (!known) merged.set(key, { asset, item, kind, usd });
    else known.usd += usd;
  }
  return [...merged.values()].filter(({ usd }) => usd !== 0);
}
