/** `node collect.mjs HASH answers.jsonl`: waits until every case is answered, then writes the answers in their order. */
import { writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Job, Queue } from "bullmq";
import { connect, loadSweep, QUEUE } from "./queue.mjs";

const POLL_MS = 200;

const [, , hash, file] = process.argv;
const connection = connect();
const queue = new Queue(QUEUE, { connection });
const cases = await loadSweep(connection, hash);
const lines = [];
for (const one of cases) {
  for (;;) {
    const job = await Job.fromId(queue, one.id);
    if (!job) throw new Error(`the queue has no case ${one.id}; submit the sweep again`);
    if (job.finishedOn !== undefined && job.returnvalue) {
      lines.push(`${JSON.stringify(job.returnvalue)}\n`);
      break;
    }
    if (await job.isFailed()) throw new Error(`${one.id}: ${job.failedReason}`);
    await setTimeout(POLL_MS);
  }
}
writeFileSync(file, lines.join(""));
console.log(`${lines.length} answers`);
await queue.close();
await connection.quit();
