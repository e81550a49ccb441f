import { sharedLpAbsence, sharedLps, sharedLpsPresent } from "./shared-lps.ts";

/** The 48 Netlib programs of the first set, all with sizes and an optimum on which HiGHS, Clp and GLPK agree. */
export const netlibCases = sharedLps.filter(({ set }) => set === "netlib");
export const netlibPresent = sharedLpsPresent;
export const netlibAbsence = sharedLpAbsence;
