import type { LinearProgram } from "../linear-program.ts";

/** Something in a text that the program does not hold, said so that nothing is dropped in silence. */
export interface ReadNotice {
  /** The line it starts at, counted from 1. */
  readonly line: number;
  /** What was left out or read otherwise, and which option decides it. */
  readonly message: string;
}

/** A linear program as it was read from a text. */
export interface TextProgram extends LinearProgram {
  readonly rowNames: readonly string[];
  readonly colNames: readonly string[];
  /** What the text says and the program does not hold; absent where nothing was left out. */
  readonly notices?: readonly ReadNotice[];
}
