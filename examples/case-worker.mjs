/** The worker of `sweep-on-worker-threads.ts`. */
// In a program that is built, this file is one line: export { runCase as default } from "wattsplit/sweep";
// The lines below also run TypeScript without a build.
import { register } from "tsx/esm/api";

register();
const { runCase } = await import("wattsplit/sweep");
export default runCase;
