import { bundle } from "./bundle.ts";

/** One line of the table. Sizes are minified by esbuild and gzipped (level 9), dependencies outside, 1 kB = 1000 bytes. */
export interface EntrySize {
  readonly what: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  /** Absent: for the reader only. */
  readonly budgetBytes?: number;
}

/** `folder` is where a consumer's code would stand. */
export async function measureSizes(folder: string): Promise<EntrySize[]> {
  const sizeOf = async (what: string, entry: string, budgetBytes?: number, without?: string): Promise<EntrySize> => {
    const options = { withoutDependencies: true, ...(without === undefined ? {} : { without }) };
    const { text, gzipBytes } = await bundle(`export * from "${entry}";`, folder, options);
    return { what, minifiedBytes: Buffer.byteLength(text), gzipBytes, ...(budgetBytes === undefined ? {} : { budgetBytes }) };
  };
  return Promise.all([
    // The solver core has its own door and its own budget; the planner's budget is what it adds to that.
    sizeOf("wattsplit beyond wattsplit/lp", "wattsplit", 30_000, "wattsplit/lp"),
    sizeOf("wattsplit/lp", "wattsplit/lp", 40_000),
    sizeOf("wattsplit, solver core included", "wattsplit"),
  ]);
}

export function overBudget(sizes: readonly EntrySize[]): EntrySize[] {
  return sizes.filter(({ gzipBytes, budgetBytes = Infinity }) => gzipBytes > budgetBytes);
}

export function sizeTable(sizes: readonly EntrySize[]): string {
  const kb = (bytes: number | undefined): string => (bytes === undefined ? "-" : `${(bytes / 1000).toFixed(1)} kB`).padStart(10);
  const head = ["gzip, own code".padEnd(32), ...["minified", "gzip", "budget"].map((word) => word.padStart(10))].join("");
  const lines = sizes.map((size) => {
    const over = overBudget([size]).map(({ gzipBytes, budgetBytes = 0 }) => `  over by ${kb(gzipBytes - budgetBytes).trim()}`);
    return `${size.what.padEnd(32)}${kb(size.minifiedBytes)}${kb(size.gzipBytes)}${kb(size.budgetBytes)}${over.join("")}`;
  });
  return [head, ...lines].join("\n");
}
