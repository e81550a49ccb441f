import { highsMethod } from "./highs.ts";

export const highsSimplex = highsMethod({
  name: "highs-simplex",
  what: "npm highs (HiGHS in WebAssembly), dual simplex, presolve on",
  options: { solver: "simplex", presolve: "on" },
});
