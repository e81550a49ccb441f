/** What all programs of this folder share: the connection, the queue's name, and the sweep that is stored once. */
import { createHash } from "node:crypto";
import { Redis } from "ioredis";
import { sweep } from "wattsplit/sweep";

export const QUEUE = "wattsplit-cases";

/** BullMQ wants `maxRetriesPerRequest: null`: a command waits until the connection is back. */
export function connect() {
  return new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379", { maxRetriesPerRequest: null });
}

/** Stores `{ input, axes, options }` under its hash, so that a job needs no more than the hash and an index. */
export async function storeSweep(redis, definition) {
  const text = JSON.stringify(definition);
  const hash = createHash("sha256").update(text).digest("hex");
  await redis.set(`wattsplit:sweep:${hash}`, text);
  return hash;
}

export async function loadSweep(redis, hash) {
  const text = await redis.get(`wattsplit:sweep:${hash}`);
  if (text === null) throw new Error(`Redis has no sweep ${hash}; submit it again.`);
  const { input, axes, options } = JSON.parse(text);
  return sweep(input, axes, options);
}
