import { quoted } from "../fault-log.ts";
import type { Header } from "../header.ts";
import type { PriceSink } from "../price-sink.ts";

/**
 * The price column among those a market may have; undefined if there is none. If there are several, the caller must
 * select one.
 */
export function priceColumn(
  header: Header,
  sink: PriceSink,
  names: readonly string[],
  wanted: string | undefined,
  choiceBy = "options.price",
): number | undefined {
  const found = names.filter((name) => header.find(name) >= 0);
  if (found.length === 0) return undefined;
  const choice = found.map(quoted).join(", ");
  if (wanted !== undefined && !found.some((name) => header.find(name) === header.find(wanted))) {
    sink.faults.add({ line: 0 }, `options.price ${quoted(wanted)}`, `one of ${choice}`, "choose one of these");
  } else if (wanted === undefined && found.length > 1) {
    sink.faults.add({ line: 0 }, `${found.length} prices: ${choice}`, "one price", `choose it with ${choiceBy}`);
  }
  return header.find(wanted !== undefined && header.find(wanted) >= 0 ? wanted : found[0]);
}
