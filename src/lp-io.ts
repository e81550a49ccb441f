/**
 * The entry point `wattsplit/lp/io`: linear programs as text, read and written. Apart from `wattsplit/lp`, so that who
 * solves programs in arrays loads no parser.
 */
export { ProgramError } from "./errors.ts";
export { readCplexLp } from "./lp/io/read-cplex-lp.ts";
export { readMps } from "./lp/io/read-mps.ts";
export type { ReadMpsOptions } from "./lp/io/read-mps.ts";
export type { ReadOptions } from "./lp/io/read-options.ts";
export type { ReadNotice, TextProgram } from "./lp/io/text-program.ts";
export { writeCplexLp } from "./lp/io/write-cplex-lp.ts";
export type { WriteCplexLpOptions } from "./lp/io/write-cplex-lp.ts";
export { writeMps } from "./lp/io/write-mps.ts";
export type { LinearProgram } from "./lp/linear-program.ts";
