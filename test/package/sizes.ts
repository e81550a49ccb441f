import { bundle } from "./bundle.ts";

/**
 * One line of the table. Sizes are minified by esbuild and gzipped (level 9), without dependencies; 1 kB = 1000 bytes.
 */
export interface EntrySize {
  readonly what: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  /** Absent: for information only. */
  readonly budgetBytes?: number;
  /** If the budget is missed: the present size, which may only fall. The table still reports the miss. */
  readonly cappedAtBytes?: number;
}

/** `folder` is the folder of the consumer's code. */
export async function measureSizes(folder: string): Promise<EntrySize[]> {
  const sizeOf = async (
    what: string,
    entry: string,
    budgetBytes?: number,
    without?: string,
    cappedAtBytes?: number,
  ): Promise<EntrySize> => {
    const options = { withoutDependencies: true, ...(without === undefined ? {} : { without }) };
    const { text, gzipBytes } = await bundle(`export * from "${entry}";`, folder, options);
    return {
      what,
      minifiedBytes: Buffer.byteLength(text),
      gzipBytes,
      ...(budgetBytes === undefined ? {} : { budgetBytes }),
      ...(cappedAtBytes === undefined ? {} : { cappedAtBytes }),
    };
  };
  return Promise.all([
    // Each entry point has its own budget: for the planner what it adds to the solver core, for the others what they
    // add to the planner.
    sizeOf("wattsplit beyond wattsplit/lp", "wattsplit", 90_000, "wattsplit/lp", 109_000),
    sizeOf("wattsplit/lp", "wattsplit/lp", 42_000, undefined, 43_900),
    sizeOf("wattsplit/lp/io", "wattsplit/lp/io", 14_000),
    sizeOf("wattsplit, solver core included", "wattsplit"),
    sizeOf("wattsplit/compare beyond wattsplit", "wattsplit/compare", 6_000, "wattsplit", 6_200),
    sizeOf("wattsplit/explain beyond wattsplit", "wattsplit/explain", 11_000, "wattsplit"),
    sizeOf("wattsplit/report", "wattsplit/report", 25_000),
    sizeOf("wattsplit/handoff", "wattsplit/handoff", 8_000),
    sizeOf("wattsplit/finance, spreadsheet included", "wattsplit/finance", 29_000),
    sizeOf("wattsplit/replay beyond wattsplit", "wattsplit/replay", 8_000, "wattsplit"),
    // Includes the builder of linear programs of wattsplit/lp, and cash lines and field checks of wattsplit/finance.
    sizeOf("wattsplit/years beyond wattsplit", "wattsplit/years", 12_000, "wattsplit", 19_300),
    sizeOf("wattsplit/sweep beyond wattsplit", "wattsplit/sweep", 14_000, "wattsplit"),
    sizeOf("wattsplit/sizing beyond wattsplit", "wattsplit/sizing", 11_000, "wattsplit"),
    sizeOf("wattsplit/uncertainty beyond wattsplit", "wattsplit/uncertainty", 10_000, "wattsplit"),
    sizeOf("wattsplit/connections beyond wattsplit", "wattsplit/connections", 10_000, "wattsplit"),
    sizeOf("wattsplit/schema", "wattsplit/schema"),
    sizeOf("wattsplit/io", "wattsplit/io"),
  ]);
}

export function overBudget(sizes: readonly EntrySize[]): EntrySize[] {
  return sizes.filter(
    ({ gzipBytes, budgetBytes = Infinity, cappedAtBytes = budgetBytes }) => gzipBytes > cappedAtBytes,
  );
}

export function sizeTable(sizes: readonly EntrySize[]): string {
  const kb = (bytes: number | undefined): string =>
    (bytes === undefined ? "-" : `${(bytes / 1000).toFixed(1)} kB`).padStart(10);
  const head = ["gzip, own code".padEnd(36), ...["minified", "gzip", "budget"].map((word) => word.padStart(10))].join(
    "",
  );
  const lines = sizes.map((size) => {
    const { gzipBytes, budgetBytes = Infinity, cappedAtBytes } = size;
    const capped = cappedAtBytes === undefined ? "" : `, capped at ${kb(cappedAtBytes).trim()}`;
    const over = gzipBytes > budgetBytes ? `  over by ${kb(gzipBytes - budgetBytes).trim()}${capped}` : "";
    return `${size.what.padEnd(36)}${kb(size.minifiedBytes)}${kb(size.gzipBytes)}${kb(size.budgetBytes)}${over}`;
  });
  return [head, ...lines].join("\n");
}
