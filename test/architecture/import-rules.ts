import { builtinModules } from "node:module";
import { assetFolder, assetKinds } from "./asset-kinds.ts";
import type { ImportFact, SourceFile } from "./source-facts.ts";

/**
 * Which folder may import which. A room is a folder of `src` or a file at its top. `types` = with `import type` only.
 * Packages are listed like rooms: a room may import only what its line lists.
 */
type Reach = "all" | "types";

const anyRoom = {
  assets: "all",
  branch: "all",
  catalogue: "all",
  "errors.ts": "all",
  explain: "all",
  input: "all",
  lp: "all",
  model: "all",
  plan: "all",
  "plan-input": "types",
  report: "all",
  solvers: "all",
  sparse: "all",
  time: "all",
} as const;

export const importTable: Readonly<Record<string, Readonly<Record<string, Reach>>>> = {
  "errors.ts": {},
  time: {},
  csv: { "errors.ts": "all" },
  sparse: {},
  lp: { sparse: "all", "errors.ts": "all" },
  solvers: { lp: "all", sparse: "all", "errors.ts": "all" },
  branch: { lp: "all", solvers: "all", sparse: "all" },
  model: { lp: "types", time: "all", "errors.ts": "all" },
  catalogue: { "errors.ts": "all" },
  assets: { model: "all", time: "all", "errors.ts": "all", catalogue: "all", lp: "types", zod: "all" },
  input: {
    assets: "all",
    catalogue: "all",
    time: "all",
    "errors.ts": "all",
    plan: "types",
    zod: "all",
    "date-fns": "all",
  },
  io: {
    csv: "all",
    time: "all",
    "errors.ts": "all",
    catalogue: "all",
    plan: "types",
    assets: "types",
    zod: "all",
    "date-fns": "all",
    saxes: "all",
  },
  plan: {
    branch: "all",
    model: "all",
    assets: "all",
    lp: "all",
    solvers: "all",
    sparse: "all",
    time: "all",
    "errors.ts": "all",
  },
  explain: { plan: "all", model: "all", assets: "all", lp: "all", solvers: "all", time: "all", "errors.ts": "all" },
  report: {
    csv: "all",
    "errors.ts": "all",
    plan: "types",
    explain: "types",
    years: "types",
    sweep: "types",
    replay: "types",
    uncertainty: "types",
    connections: "types",
    finance: "all",
    sizing: "all",
    assets: "types",
    model: "types",
    time: "all",
    vega: "all",
    "vega-lite": "all",
  },
  // Executors get targets from results alone; the writers know no planner.
  handoff: { "errors.ts": "all", plan: "types", assets: "types" },
  // Pure functions on cash lines; of `input` only the copy to plain data and the words of faults.
  finance: {
    input: "all",
    catalogue: "all",
    "errors.ts": "all",
    plan: "types",
    assets: "types",
    csv: "all",
    "write-excel-file": "all",
  },
  // Windows of a span: believed curves and states go through the checks of the input.
  replay: {
    input: "all",
    plan: "all",
    assets: "all",
    model: "all",
    lp: "types",
    solvers: "all",
    time: "all",
    "errors.ts": "all",
  },
  // Cases are JSON in and JSON out; their ids are hashes.
  sweep: {
    input: "all",
    plan: "all",
    csv: "all",
    solvers: "all",
    "errors.ts": "all",
    "plan-input": "types",
    "plan-changes.ts": "all",
    "checked-request.ts": "all",
    "@noble/hashes": "all",
  },
  // Choices go through the checks of the input; what a unit is worth is ranged as explanations are.
  sizing: {
    input: "all",
    plan: "all",
    explain: "all",
    assets: "all",
    model: "all",
    lp: "types",
    solvers: "all",
    time: "all",
    "errors.ts": "all",
  },
  // A site lived through under each connection, with curtailments as they are announced.
  connections: {
    input: "all",
    plan: "all",
    assets: "all",
    replay: "all",
    uncertainty: "all",
    solvers: "all",
    time: "all",
    "errors.ts": "all",
  },
  // Programs of several scenarios of one site, linked by the decisions that are common to them.
  uncertainty: {
    input: "all",
    plan: "all",
    assets: "all",
    model: "all",
    lp: "all",
    solvers: "all",
    time: "all",
    "errors.ts": "all",
    "plan-changes.ts": "types",
  },
  // Sizes over years: requests by quarter, their programs, a schedule program, and cash lines as finance takes them.
  years: {
    input: "all",
    plan: "all",
    "plan-input": "types",
    lp: "all",
    solvers: "all",
    branch: "all",
    assets: "types",
    catalogue: "all",
    finance: "all",
    time: "all",
    "errors.ts": "all",
  },
  schema: {},
  "plan-input": { assets: "types" },
  // Entry points and the thin files that put input and plan together.
  "plan-changes.ts": { input: "all", "errors.ts": "all", "plan-input": "types" },
  // Joins `input` and `plan`, which do not know each other: faults between assets only show when a site is built.
  "checked-request.ts": { input: "all", plan: "all", "errors.ts": "all" },
  // The command line alone knows Node.
  cli: {
    ...anyRoom,
    csv: "all",
    io: "all",
    handoff: "all",
    finance: "all",
    years: "types",
    "plan-years.ts": "all",
    schema: "all",
    sizing: "types",
    "size-site.ts": "all",
    "plan-power.ts": "all",
    "compare-baselines.ts": "all",
    "open-plan.ts": "all",
    "parse-plan-input.ts": "all",
    sweep: "all",
    replay: "all",
    "replay-site.ts": "all",
    uncertainty: "all",
    "plan-under-uncertainty.ts": "all",
    connections: "types",
    "compare-connections.ts": "all",
    "plan-input": "types",
    commander: "all",
    "node:fs": "all",
    "node:path": "all",
  },
  "cli.ts": { cli: "all" },
  "plan-power.ts": { ...anyRoom, "checked-request.ts": "all" },
  "parse-plan-input.ts": { ...anyRoom, "checked-request.ts": "all" },
  "compare-baselines.ts": { ...anyRoom, "checked-request.ts": "all" },
  "replay-site.ts": { ...anyRoom, replay: "all", "checked-request.ts": "all" },
  "size-site.ts": { ...anyRoom, sizing: "all", "checked-request.ts": "all" },
  "plan-under-uncertainty.ts": {
    ...anyRoom,
    uncertainty: "all",
    "checked-request.ts": "all",
    "plan-changes.ts": "all",
  },
  "open-plan.ts": { ...anyRoom, "checked-request.ts": "all", "plan-changes.ts": "all" },
  "index.ts": {
    ...anyRoom,
    "plan-power.ts": "all",
    "parse-plan-input.ts": "all",
    "open-plan.ts": "all",
    "plan-changes.ts": "types",
  },
  "compare.ts": { ...anyRoom, "compare-baselines.ts": "all" },
  "explain.ts": anyRoom,
  "report.ts": { report: "all", csv: "types", plan: "all", "errors.ts": "all" },
  "handoff.ts": { handoff: "all" },
  "finance.ts": { finance: "all", "errors.ts": "all" },
  "replay.ts": { replay: "all", "replay-site.ts": "all" },
  "years.ts": { years: "all", "plan-years.ts": "all", "errors.ts": "all" },
  "plan-years.ts": { ...anyRoom, years: "all", finance: "all", "checked-request.ts": "all" },
  "sweep.ts": { sweep: "all" },
  "sizing.ts": { sizing: "all", "size-site.ts": "all" },
  "compare-connections.ts": { ...anyRoom, connections: "all", "checked-request.ts": "all" },
  "connections.ts": { connections: "all", "compare-connections.ts": "all" },
  "analogue-scenarios.ts": {
    ...anyRoom,
    uncertainty: "all",
    "checked-request.ts": "all",
    "plan-changes.ts": "types",
  },
  "uncertainty.ts": { uncertainty: "all", "analogue-scenarios.ts": "all", "plan-under-uncertainty.ts": "all" },
  "schema.ts": { schema: "all" },
  "io.ts": { io: "all", csv: "types", "errors.ts": "all" },
  "lp-io.ts": { lp: "all", "errors.ts": "all" },
  "lp.ts": { lp: "all", solvers: "all", "errors.ts": "all" },
  "highs.ts": { lp: "all", solvers: "types", highs: "all" },
  "javascript-lp-solver.ts": {
    lp: "all",
    solvers: "types",
    tableau: "all",
    "errors.ts": "all",
    "javascript-lp-solver": "all",
  },
  tableau: { lp: "types" },
};

export function roomOf(path: string): string {
  return path.split("/")[1];
}

/** One line per breach of the import table. */
export function importBreaches(files: readonly SourceFile[]): string[] {
  const known = new Set(files.map((file) => file.path));
  const assets = [...new Set(assetKinds(files).values())];
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    const line = importTable[room];
    if (line === undefined) return [`${file.path}: src/${room} has no line in the import table; add one`];
    return file.imports.flatMap((fact) => {
      const at = `${file.path}:${fact.line}`;
      const wrong = judge(file, line, fact, known, assets);
      return wrong === undefined ? [] : [`${at}: ${wrong}`];
    });
  });
}

function judge(
  file: SourceFile,
  line: Readonly<Record<string, Reach>>,
  fact: ImportFact,
  known: ReadonlySet<string>,
  assets: readonly string[],
): string | undefined {
  const room = roomOf(file.path);
  if (!fact.relative) return judgePackage(room, line, fact);
  if (!fact.target.startsWith("src/")) return `imports ${fact.target}, outside src`;
  // Data beside the code that gives it out.
  if (fact.target.endsWith(".json") && roomOf(fact.target) === room) return undefined;
  if (!fact.target.endsWith(".ts")) return `imports ${fact.target} without its .ts ending`;
  if (!known.has(fact.target)) return `imports ${fact.target}, which does not exist`;
  const target = roomOf(fact.target);
  if (target === room) return room === "assets" ? judgeAsset(file.path, fact.target, assets, known) : undefined;
  return judgeReach(room, line[target], target, fact);
}

function judgePackage(room: string, line: Readonly<Record<string, Reach>>, fact: ImportFact): string | undefined {
  const parts = fact.target.split("/");
  const name = fact.target.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
  const isBuiltin = name.startsWith("node:") || builtinModules.includes(name);
  if (isBuiltin && line[name] === undefined) return `imports the Node built-in ${fact.target}`;
  return judgeReach(room, line[name], name, fact);
}

function judgeReach(room: string, reach: Reach | undefined, target: string, fact: ImportFact): string | undefined {
  if (reach === undefined) return `${room} may not import ${target}`;
  if (reach === "types" && !fact.typeOnly) return `${room} may import only types from ${target} (import type)`;
  return undefined;
}

/**
 * An asset is a folder below `src/assets` with a file that declares a kind; every other file of the room is vocabulary.
 * An asset may import the vocabulary and its own files, the vocabulary may import itself, and only
 * `src/assets/index.ts`, the list of kinds, imports every asset.
 */
function judgeAsset(
  from: string,
  target: string,
  assets: readonly string[],
  known: ReadonlySet<string>,
): string | undefined {
  if (from === "src/assets/index.ts") return undefined;
  const owner = assetOf(target, assets);
  if (owner === undefined || owner === assetOf(from, assets)) return judgeTariffPart(from, target, known);
  return (
    `${from.slice("src/assets/".length)} may not import ${target.slice("src/assets/".length)}, ` +
    "which belongs to another asset"
  );
}

/**
 * A part of a tariff is a folder of `src/assets/tariff` with an `index.ts`. It may import its own files and the files
 * that all parts share; only `src/assets/tariff/index.ts`, the list of parts, imports every part.
 */
function judgeTariffPart(from: string, target: string, known: ReadonlySet<string>): string | undefined {
  if (from === "src/assets/tariff/index.ts") return undefined;
  const part = tariffPartOf(target, known);
  if (part === undefined || part === tariffPartOf(from, known)) return undefined;
  return `${from.slice("src/assets/".length)} may not import ${target.slice("src/assets/".length)}, part of ${part}`;
}

function tariffPartOf(path: string, known: ReadonlySet<string>): string | undefined {
  const folder = /^src\/assets\/tariff\/([^/]+)\//u.exec(path)?.[1];
  return folder !== undefined && known.has(`src/assets/tariff/${folder}/index.ts`) ? folder : undefined;
}

/** The asset folder of a file of `src/assets`; undefined for the vocabulary. */
function assetOf(path: string, assets: readonly string[]): string | undefined {
  const folder = assetFolder(path);
  return assets.some((asset) => assetFolder(asset) === folder) ? folder : undefined;
}

/** Import cycles as `a -> b -> a`, each once, starting at its first path in alphabetical order. */
export function importCycles(files: readonly SourceFile[], withTypes: boolean): string[] {
  const next = new Map(
    files.map((file) => [
      file.path,
      [...new Set(file.imports.filter((i) => i.relative && (withTypes || !i.typeOnly)).map((i) => i.target))],
    ]),
  );
  const cycles = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const ring = trail.slice(at);
      const least = ring.indexOf(ring.toSorted()[0]);
      const turned = [...ring.slice(least), ...ring.slice(0, least)];
      cycles.add([...turned, turned[0]].join(" -> "));
      return;
    }
    if (done.has(path)) return;
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return [...cycles];
}
