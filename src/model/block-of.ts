/** The block that a column or row of the program belongs to; `blocks` stand in the order of their first ones. */
export function blockOf<Block extends { readonly start: number }>(blocks: readonly Block[], index: number): Block {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle].start <= index) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
}
