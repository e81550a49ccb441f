import { bundle } from "./bundle.ts";

/**
 * One line of the table. Sizes are minified by esbuild and gzipped (level 9), dependencies outside, 1 kB = 1000 bytes.
 */
export interface EntrySize {
  readonly what: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  /** Absent: for the reader only. */
  readonly budgetBytes?: number;
  /**
   * Where the budget is missed: what the size is held at, so that it can only fall. The table goes on saying the miss.
   */
  readonly heldAtBytes?: number;
}

/** `folder` is where a consumer's code would stand. */
export async function measureSizes(folder: string): Promise<EntrySize[]> {
  const sizeOf = async (
    what: string,
    entry: string,
    budgetBytes?: number,
    without?: string,
    heldAtBytes?: number,
  ): Promise<EntrySize> => {
    const options = { withoutDependencies: true, ...(without === undefined ? {} : { without }) };
    const { text, gzipBytes } = await bundle(`export * from "${entry}";`, folder, options);
    return {
      what,
      minifiedBytes: Buffer.byteLength(text),
      gzipBytes,
      ...(budgetBytes === undefined ? {} : { budgetBytes }),
      ...(heldAtBytes === undefined ? {} : { heldAtBytes }),
    };
  };
  return Promise.all([
    // Each entry point has its own budget: the planner's is what it adds to the solver core, the others' what they
    // add to the planner.
    sizeOf("wattsplit beyond wattsplit/lp", "wattsplit", 90_000, "wattsplit/lp", 96_600),
    sizeOf("wattsplit/lp", "wattsplit/lp", 42_000, undefined, 43_200),
    sizeOf("wattsplit/lp/io", "wattsplit/lp/io", 14_000),
    sizeOf("wattsplit, solver core included", "wattsplit"),
    sizeOf("wattsplit/compare beyond wattsplit", "wattsplit/compare", 6_000, "wattsplit"),
    sizeOf("wattsplit/explain beyond wattsplit", "wattsplit/explain", 11_000, "wattsplit"),
    sizeOf("wattsplit/report", "wattsplit/report", 20_000),
    sizeOf("wattsplit/schema", "wattsplit/schema"),
    sizeOf("wattsplit/io", "wattsplit/io"),
  ]);
}

export function overBudget(sizes: readonly EntrySize[]): EntrySize[] {
  return sizes.filter(({ gzipBytes, budgetBytes = Infinity, heldAtBytes = budgetBytes }) => gzipBytes > heldAtBytes);
}

export function sizeTable(sizes: readonly EntrySize[]): string {
  const kb = (bytes: number | undefined): string =>
    (bytes === undefined ? "-" : `${(bytes / 1000).toFixed(1)} kB`).padStart(10);
  const head = ["gzip, own code".padEnd(36), ...["minified", "gzip", "budget"].map((word) => word.padStart(10))].join(
    "",
  );
  const lines = sizes.map((size) => {
    const { gzipBytes, budgetBytes = Infinity, heldAtBytes } = size;
    const held = heldAtBytes === undefined ? "" : `, held at ${kb(heldAtBytes).trim()}`;
    const over = gzipBytes > budgetBytes ? `  over by ${kb(gzipBytes - budgetBytes).trim()}${held}` : "";
    return `${size.what.padEnd(36)}${kb(size.minifiedBytes)}${kb(size.gzipBytes)}${kb(size.budgetBytes)}${over}`;
  });
  return [head, ...lines].join("\n");
}
