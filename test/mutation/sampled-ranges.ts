const BLOCK_LINES = 10;

/**
 * Every `every`-th block of ten lines, counted through all files, as Stryker's `path:first-last`. Whole files if
 * `every` is 1.
 */
export function sampledRanges(
  files: readonly { readonly path: string; readonly numLines: number }[],
  every: number,
): string[] {
  if (every === 1) return files.map(({ path }) => path);
  let block = 0;
  return files.flatMap(({ path, numLines }) => {
    const ranges: string[] = [];
    for (let first = 1; first <= numLines; first += BLOCK_LINES)
      if (block++ % every === 0) ranges.push(`${path}:${first}-${Math.min(numLines, first + BLOCK_LINES - 1)}`);
    return ranges;
  });
}
