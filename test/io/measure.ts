/**
 * Time of a year of five minutes and memory of a large file, each in a process of its own, from a cold start:
 *
 *     npx tsx test/io/measure.ts
 *
 * Memory is the greatest resident size while reading less what the process held with the text alone, by the text's
 * length. NB: the kernel's high-water mark (VmHWM) is reset before the reading. Without that it is the mark of making
 * the text, whose buffer is as long as the text again: 0.0 to 1.0 times the text then, as the buffer was freed before
 * or not. Linux only.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readMarketPrices } from "../../src/io/read-market-prices.ts";
import { readSeries } from "../../src/io/read-series.ts";

const MINUTE = 60_000;
const FIVE_MINUTES = 5 * MINUTE;
const YEAR_ROWS = 105_120;
const HUNDRED_MB = 100_000_000;
const HUBS = 20;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Lines of one length, so that the text is one flat string without garbage behind it. */
function textOf(header: string, numRows: number, row: (i: number) => string): string {
  const width = row(0).length + 1;
  const bytes = Buffer.alloc(header.length + 1 + numRows * width);
  bytes.write(`${header}\n`, "latin1");
  for (let i = 0; i < numRows; i++) bytes.write(`${row(i)}\n`, header.length + 1 + i * width, "latin1");
  return bytes.toString("latin1");
}

const price = (i: number) => (20 + (i % 997) / 10).toFixed(1).padStart(5, "0");
const minuteStamp = (i: number, step: number) => new Date(Date.UTC(2000, 0) + i * step).toISOString().slice(0, 16);
const plain = (numRows: number) =>
  textOf("timestamp,price_usd_per_mwh", numRows, (i) => `${minuteStamp(i, FIVE_MINUTES)}Z,${price(i)}`);
const everyMinute = (numRows: number) =>
  textOf("timestamp,price_usd_per_mwh", numRows, (i) => `${minuteStamp(i, MINUTE)}Z,${price(i)}`);
const pad = (i: number) => String(i).padStart(2, "0");
const hubs = (numRows: number) =>
  textOf("Interval Start,Interval End,Location,SPP", numRows, (i) => {
    const k = Math.floor(i / HUBS);
    return (
      `${minuteStamp(k, FIVE_MINUTES).replace("T", " ")}+00:00,` +
      `${minuteStamp(k + 1, FIVE_MINUTES).replace("T", " ")}+00:00,HUB_${pad(i % HUBS)},${price(i)}`
    );
  });

const tasks: Readonly<Record<string, () => { text: string; read: (text: string) => number }>> = {
  "105,120 rows, readMarketPrices": () => ({
    text: plain(YEAR_ROWS),
    read: (text) => readMarketPrices(text).prices.length,
  }),
  "105,120 rows, readSeries": () => ({
    text: plain(YEAR_ROWS).replace("price_usd_per_mwh", "price"),
    read: (text) =>
      readSeries(text, { value: "price", unit: "per MWh", stamp: { column: "timestamp" }, stampIs: "start" }).values
        .length,
  }),
  "100 MB, every row kept": () => ({
    text: everyMinute(Math.floor(HUNDRED_MB / 24)),
    read: (text) => readMarketPrices(text).prices.length,
  }),
  "100 MB, one location of 20 kept": () => ({
    text: hubs(Math.floor(HUNDRED_MB / 64)),
    read: (text) => readMarketPrices(text, { location: "HUB_07" }).prices.length,
  }),
};

function statusKb(field: "VmRSS" | "VmHWM"): number {
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}

const [name] = process.argv.slice(2);
if (name === undefined) {
  for (const task of Object.keys(tasks)) {
    const { status } = spawnSync(
      process.execPath,
      [...process.execArgv, "--expose-gc", fileURLToPath(import.meta.url), task],
      { stdio: "inherit" },
    );
    if (status !== 0) process.exitCode = 1;
  }
} else {
  const { text, read } = tasks[name]();
  globalThis.gc?.();
  writeFileSync("/proc/self/clear_refs", "5");
  const retainedKb = statusKb("VmRSS");
  const cpu = process.cpuUsage();
  const from = performance.now();
  const rows = read(text);
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  const times = ((statusKb("VmHWM") - retainedKb) * 1024) / text.length;
  const cpuMs = Math.round((user + system) / 1000);
  const textMb = Math.round(text.length / 1e6);
  const memory = text.length > 1e7 ? `, ${times.toFixed(1)} times the text's ${textMb} MB in addition to it` : "";
  print(`${name}: ${rows} read, ${Math.round(ms)} ms wall, ${cpuMs} ms CPU${memory}`);
}
