import { bundle } from "./bundle.ts";

/** Greatest size of all an entry exports, our own code, minified and gzipped (level 9), in bytes of 1000 to the kB. */
export const sizeBudgets = [
  { entry: "wattsplit", budgetBytes: 30_000 },
  { entry: "wattsplit/lp", budgetBytes: 40_000 },
] as const;

export interface EntrySize {
  readonly entry: string;
  readonly minifiedBytes: number;
  readonly gzipBytes: number;
  readonly budgetBytes: number;
}

/** Dependencies stay outside. `folder` is where a consumer's code would stand. */
export async function measureSizes(folder: string): Promise<EntrySize[]> {
  return Promise.all(
    sizeBudgets.map(async ({ entry, budgetBytes }) => {
      const { text, gzipBytes } = await bundle(`export * from "${entry}";`, folder, { withoutDependencies: true });
      return { entry, minifiedBytes: Buffer.byteLength(text), gzipBytes, budgetBytes };
    }),
  );
}

export function sizeTable(sizes: readonly EntrySize[]): string {
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
  const head = ["entry".padEnd(16), "minified".padStart(10), "gzip".padStart(10), "budget".padStart(10)].join("");
  const lines = sizes.map(({ entry, minifiedBytes, gzipBytes, budgetBytes }) => {
    const over = gzipBytes > budgetBytes ? `  over by ${kb(gzipBytes - budgetBytes).trim()}` : "";
    return `${entry.padEnd(16)}${kb(minifiedBytes)}${kb(gzipBytes)}${kb(budgetBytes)}${over}`;
  });
  return [head, ...lines].join("\n");
}
