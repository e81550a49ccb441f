/**
 * Copies the input to plain data, reading it once. Whatever an object does when it is read (getters, proxies, fields of
 * a prototype), later stages see arrays, objects and leaves. Depth and size are bounded, so that circular or repeatedly
 * shared data ends as a fault. Arrays of leaves that occur in several places are copied once; a `Float64Array` is used
 * without a copy.
 */
import type { FaultText } from "./parse-context.ts";
import { literal, pathOf } from "./literal.ts";

/** The deepest field of a plan is 12 levels down. */
const MAX_LEVELS = 32;
/** Total number of values: twenty curves of the longest plan. */
const MAX_VALUES = 20_000_000;
/** Total number of objects and arrays: stamped curves of a 5-minute year have 105,000 each. */
const MAX_CONTAINERS = 2_000_000;
/** Values copied between two yields: a millisecond or two. */
const BATCH = 20_000;
/** Number of faults after which copying stops. */
const MAX_FAULTS = 100;

interface Frame {
  readonly from: Readonly<Record<PropertyKey, unknown>>;
  readonly copy: Record<PropertyKey, unknown>;
  /** Keys of an object; absent for an array. */
  readonly keys: readonly string[] | undefined;
  readonly count: number;
  next: number;
  hasOnlyLeaves: boolean;
}

/**
 * Returns the copy. `addFault` receives what is not data, which is left out; copying stops after a fault of size or too
 * many faults. Paths begin at `at`; without it, at the fields of the input.
 */
export function* plainSteps(
  input: unknown,
  addFault: (path: string, ...words: FaultText) => void,
  at = "",
): Generator<undefined, unknown> {
  const root: Frame = { from: { input }, copy: {}, keys: ["input"], count: 1, next: 0, hasOnlyLeaves: false };
  const frames = [root];
  const copies = new Map<unknown, unknown>();
  let numRead = 0;
  let numContainers = 0;
  let numFaults = 0;
  const fault = (...words: FaultText) => {
    numFaults++;
    const [, first, ...parts] = frames.map(({ keys, next }): PropertyKey => (keys ? keys[next - 1] : next - 1));
    addFault(first === undefined ? at || "input" : pathOf(at, [first, ...parts]), ...words);
  };
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    if (numFaults >= MAX_FAULTS) break;
    if (frame.next >= frame.count) {
      frames.pop();
      if (frame.hasOnlyLeaves && !frame.keys) copies.set(frame.from, frame.copy);
      continue;
    }
    if (++numRead % BATCH === 0) yield;
    const key = frame.keys ? frame.keys[frame.next] : frame.next;
    frame.next++;
    const entry = entryOf(frame.from, key);
    if (!entry) {
      fault("a field that throws when it is read", "data", "pass parsed JSON, or an object of plain fields");
      continue;
    }
    const { value } = entry;
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) {
      put(frame, key, value);
      continue;
    }
    frame.hasOnlyLeaves = false;
    const known = copies.get(value);
    if (known !== undefined) {
      put(frame, key, known);
      continue;
    }
    if (frames.length > MAX_LEVELS) {
      const given = frames.some(({ from }) => from === value)
        ? "a circular reference"
        : `${literal(value)}, more than ${MAX_LEVELS} levels down`;
      fault(given, "a value or a short list", "see docs/assets for the fields of each asset");
      continue;
    }
    const child = open(value);
    if (!child) {
      fault("an object whose fields cannot be listed", "data", "pass parsed JSON, or an object of plain fields");
    } else if (numRead + child.count > MAX_VALUES || ++numContainers > MAX_CONTAINERS) {
      fault(
        literal(value),
        `at most ${MAX_VALUES} values and ${MAX_CONTAINERS} objects and arrays in the whole input`,
        "plan a shorter horizon, or longer intervals",
      );
      break;
    } else {
      put(frame, key, child.copy);
      frames.push(child);
    }
  }
  return root.copy.input;
}

/** Undefined if reading it throws. */
function entryOf(
  from: Readonly<Record<PropertyKey, unknown>>,
  key: PropertyKey,
): { readonly value: unknown } | undefined {
  try {
    return { value: from[key] };
  } catch {
    return undefined;
  }
}

function put({ copy }: Frame, key: PropertyKey, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  else copy[key] = value;
}

/** Undefined if its length or keys cannot be read. */
function open(value: object): Frame | undefined {
  const from = value as Frame["from"];
  try {
    if (!Array.isArray(value)) {
      const keys = Object.keys(value);
      return { from, copy: {}, keys, count: keys.length, next: 0, hasOnlyLeaves: true };
    }
    // Only a proxy can have an invalid length.
    const count = Number.isInteger(value.length) && value.length >= 0 ? value.length : undefined;
    return count === undefined
      ? undefined
      : { from, copy: [] as unknown as Frame["copy"], keys: undefined, count, next: 0, hasOnlyLeaves: true };
  } catch {
    return undefined;
  }
}
