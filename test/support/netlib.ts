import { sharedLpAbsence, sharedLps, sharedLpsPresent } from "./shared-lps.ts";
import { isSoak } from "./runs.ts";

/** The 48 Netlib programs of the first set, all with sizes and an optimum on which HiGHS, Clp and GLPK agree. */
export const netlibCases = sharedLps.filter(({ set }) => set === "netlib");
/** All of them in the soak, else those of up to 2000 coefficients: for tests that solve each program anew. */
export const netlibSample = isSoak ? netlibCases : netlibCases.filter(({ nonzeros = 0 }) => nonzeros <= 2000);
export const netlibPresent = sharedLpsPresent;
export const netlibAbsence = sharedLpAbsence;
