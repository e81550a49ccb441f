/**
 * `node submit.mjs sweep.json`: adds every case of `{ "input": ..., "axes": [...] }` as a job and prints the sweep's hash.
 * A job's id is the case's id, so submitting twice adds nothing.
 */
import { readFileSync } from "node:fs";
import { Queue } from "bullmq";
import { sweep } from "wattsplit/sweep";
import { connect, QUEUE, storeSweep } from "./queue.mjs";

/** Jobs that are added by one command. */
const BATCH = 1000;

const definition = JSON.parse(readFileSync(process.argv[2], "utf8"));
const connection = connect();
const queue = new Queue(QUEUE, { connection });
const hash = await storeSweep(connection, definition);
const cases = sweep(definition.input, definition.axes, definition.options);
let batch = [];
for (let index = 0; index < cases.count; index++) {
  const { id } = cases.case(index);
  batch.push({ name: "case", data: { sweep: hash, index }, opts: { jobId: id, attempts: 5 } });
  if (batch.length < BATCH && index + 1 < cases.count) continue;
  await queue.addBulk(batch);
  batch = [];
}
console.log(hash);
await queue.close();
await connection.quit();
