import type { LinearProgram } from "../linear-program.ts";

/** Something in a text that the program does not contain; nothing is dropped without a notice. */
export interface ReadNotice {
  /** The line where it starts, counted from 1. */
  readonly line: number;
  /** What was left out or changed, and the option that controls it. */
  readonly message: string;
}

/** A linear program that was read from a text. */
export interface TextProgram extends LinearProgram {
  readonly rowNames: readonly string[];
  readonly colNames: readonly string[];
  /** What the text contains and the program does not; absent if nothing was left out. */
  readonly notices?: readonly ReadNotice[];
}
