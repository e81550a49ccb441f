/** One job in a process of its own: one case in, one answer out. */
import { UnrecoverableError } from "bullmq";
import { runCase } from "wattsplit/sweep";
import { connect, loadSweep } from "./queue.mjs";

const redis = connect();
/** Sweeps that this process has met. */
const sweeps = new Map();

export default async function answer(job) {
  const { sweep: hash, index } = job.data;
  if (!sweeps.has(hash)) sweeps.set(hash, await loadSweep(redis, hash));
  const one = sweeps.get(hash).case(index);
  if (one.id !== job.id)
    throw new UnrecoverableError(`case ${index} has the id ${one.id}: another version made this job`);
  return runCase(one);
}
