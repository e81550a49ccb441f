/**
 * The jobs of `examples/cluster` while a worker and the connections to Redis are killed. Skipped by name where Redis or
 * the packages of the example are not installed.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCases } from "../src/sweep/run-cases.ts";
import { sweep } from "../src/sweep/sweep.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const missing = [
  ...(spawnSync("redis-server", ["--version"]).status === 0 ? [] : ["no redis-server; apt-get install redis-server"]),
  ...(existsSync(`${root}examples/cluster/node_modules/bullmq`)
    ? []
    : ["no examples/cluster/node_modules; npm install --no-package-lock there"]),
];
const why = missing.length === 0 ? "" : ` [skipped: ${missing.join(", ")}]`;

const importPriceUsdPerMwh = Array.from({ length: 96 }, (_, t) => 40 + 30 * Math.sin(t / 3));
const definition = {
  input: {
    horizon: horizon(96),
    bitcoin,
    initialState: { bess: { storedMwh: 0 } },
    assets: [grid({ importPriceUsdPerMwh }), firm(), fleet(), battery()],
  },
  axes: [
    { path: "bitcoin.hashpriceUsdPerPhDay", values: [12, 24, 30, 36, 42, 48] },
    { path: "bess.maxStoredMwh", values: [0, 5, 10, 20] },
  ],
};
const cases = sweep(definition.input as never, definition.axes);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe.skipIf(missing.length > 0)(`a sweep on BullMQ${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "wattsplit-cluster-"));
  const workers = new Set<ChildProcess>();
  let redis: ChildProcess;
  let port = 0;
  let env: NodeJS.ProcessEnv;

  // The programs find `wattsplit` among the sources; a program of a user finds it among its packages.
  const program = (name: string, ...args: string[]) => ["--import", "tsx", `examples/cluster/${name}`, ...args];
  const runProgram = (...[name, ...args]: [string, ...string[]]) =>
    execFileSync(process.execPath, program(name, ...args), { cwd: root, env, encoding: "utf8" }).trim();
  const ask = (...args: string[]) =>
    execFileSync("redis-cli", ["-p", String(port), ...args], { encoding: "utf8" }).trim();
  const finished = () => Number(ask("zcard", "bull:wattsplit-cases:completed"));

  function startWorker(): ChildProcess {
    const worker = spawn(process.execPath, program("worker.mjs"), { cwd: root, env, stdio: "ignore", detached: true });
    workers.add(worker);
    return worker;
  }
  /** The worker and the processes in which it solves: the group that it leads. */
  function kill(worker: ChildProcess): void {
    if (worker.pid !== undefined && worker.exitCode === null && worker.signalCode === null)
      process.kill(-worker.pid, "SIGKILL");
    workers.delete(worker);
  }
  async function untilFinished(count: number): Promise<void> {
    while (finished() < count) await pause(20);
  }

  beforeAll(async () => {
    port = await freePort();
    env = {
      ...process.env,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      LOCK_MS: "4000",
      CONCURRENCY: "2",
      NODE_OPTIONS: "--import tsx",
    };
    redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder], {
      stdio: "ignore",
    });
    while (spawnSync("redis-cli", ["-p", String(port), "ping"], { encoding: "utf8" }).stdout?.trim() !== "PONG")
      await pause(20);
  });
  afterAll(() => {
    for (const worker of workers) kill(worker);
    redis?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  it("loses nothing and counts nothing twice when a worker and Redis's connections are killed", async () => {
    const file = join(folder, "sweep.json");
    writeFileSync(file, JSON.stringify(definition));
    const hash = runProgram("submit.mjs", file);
    expect(runProgram("submit.mjs", file)).toBe(hash);
    expect(ask("llen", "bull:wattsplit-cases:wait")).toBe(String(cases.count));

    const first = startWorker();
    await untilFinished(3);
    kill(first);
    const between = finished();
    expect(between).toBeLessThan(cases.count);
    // The jobs of the dead worker wait for their locks to run out; nobody has them.
    const locked = Number(ask("llen", "bull:wattsplit-cases:active"));
    expect(locked + between + Number(ask("llen", "bull:wattsplit-cases:wait"))).toBe(cases.count);

    startWorker();
    await untilFinished(between + 3);
    ask("client", "kill", "type", "normal", "skipme", "yes");
    await untilFinished(Math.min(cases.count, between + 9));
    ask("client", "kill", "type", "normal", "skipme", "yes");
    const answers = join(folder, "answers.jsonl");
    expect(runProgram("collect.mjs", hash, answers)).toBe(`${cases.count} answers`);

    expect(finished()).toBe(cases.count);
    for (const list of ["wait", "active"]) expect(ask("llen", `bull:wattsplit-cases:${list}`)).toBe("0");
    expect(ask("zcard", "bull:wattsplit-cases:failed")).toBe("0");
    const given = readFileSync(answers, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    const here = await runCases(cases);
    expect(given).toEqual(here.answers.map((answer) => ({ ...answer, at: undefined })));

    // Submitted again, every case is known: nothing is added, nothing runs again.
    expect(runProgram("submit.mjs", file)).toBe(hash);
    expect(ask("llen", "bull:wattsplit-cases:wait")).toBe("0");
    expect(finished()).toBe(cases.count);
  });
});
