import { readMps } from "wattsplit/lp/io";
import { sharedLps, sharedLpsPresent } from "../../test/support/shared-lps.ts";
import type { BenchCase, CaseSize } from "../bench-case.ts";

/** Smallest of the sets, one of each, so that the smoke run reads every kind of file. */
const SMOKE = new Set(["netlib/afiro", "netlib/kb2", "netlib/sc50b", "netlib-more/adlittle"]);

const optimal = sharedLps.filter(({ status }) => status === "optimal");
const labelOf = ({ set, name }: { readonly set: string; readonly name: string }): string => `${set}/${name}`;

function entryOf({ label }: CaseSize) {
  const entry = optimal.find((candidate) => labelOf(candidate) === label);
  if (entry === undefined) throw new Error(`public-lps: there is no ${label}; wanted <set>/<name>`);
  return entry;
}

/** Programs of others: irregular structure, free columns, ranges, poor scaling, energy systems of a week. */
export const publicLps: BenchCase = {
  name: "public-lps",
  what: "the programs of ../shared/data that have an optimum: Netlib, Kennington, energy models and public test files",
  ...(sharedLpsPresent ? {} : { absence: "../shared/data/netlib and ../shared/data/lp are not there" }),
  solvers: ["wattsplit", "highs-simplex", "clp"],
  effortShare: 0.2,
  sizes: optimal.map((entry) => ({
    label: labelOf(entry),
    numIntervals: entry.rows ?? 0,
    from: SMOKE.has(labelOf(entry)) ? "smoke" : "full",
  })),
  build: (size) => readMps(entryOf(size).text()),
  optimum: (size) => entryOf(size).optimum,
};
