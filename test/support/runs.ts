/**
 * How often a test repeats itself. `npm test` makes the first few runs of every property, so that a change is judged in
 * minutes; the vitest project `soak` runs the files that import this module with all of them.
 */
export const isSoak = process.env.WATTSPLIT_SOAK === "1";

/** `all` runs in the soak, else `few` of them: a tenth where no number is given, at least two. */
export const runs = (all: number, few = Math.max(2, Math.ceil(all / 10))): number => (isSoak ? all : few);
