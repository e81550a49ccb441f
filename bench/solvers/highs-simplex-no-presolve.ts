import { highsMethod } from "./highs.ts";

export const highsSimplexNoPresolve = highsMethod({
  name: "highs-simplex-no-presolve",
  what: "npm highs (HiGHS in WebAssembly), dual simplex, presolve off",
  mostRows: 20_000,
  options: { solver: "simplex", presolve: "off" },
});
