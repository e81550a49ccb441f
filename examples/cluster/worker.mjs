/**
 * `node worker.mjs`: works on cases until it is ended; run it on as many machines as there are. Each case is solved in a
 * process of its own (a sandboxed processor), so this process is free to renew the locks of its jobs.
 *
 * A job whose worker has ended goes to another worker when its lock runs out. The lock must be longer than the solve of
 * a case, because a processor that keeps a whole machine busy can hold up the renewal.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "bullmq";
import { connect, QUEUE } from "./queue.mjs";

const lockMs = Number(process.env.LOCK_MS ?? 600_000);

const worker = new Worker(QUEUE, fileURLToPath(new URL("processor.mjs", import.meta.url)), {
  connection: connect(),
  concurrency: Number(process.env.CONCURRENCY ?? availableParallelism()),
  lockDuration: lockMs,
  stalledInterval: lockMs / 2,
  // A case is not to blame if machines are taken away under it.
  maxStalledCount: 100,
});
worker.on("error", ({ message }) => console.error(message));
worker.on("failed", (job, { message }) => console.error(`${job?.id}: ${message}`));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void worker.close().then(() => process.exit(0)));
