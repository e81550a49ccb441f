import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainSteps } from "../../src/input/plain-input.ts";

interface Reported {
  readonly data: unknown;
  readonly faults: readonly string[];
  readonly yields: number;
}

function plain(input: unknown): Reported {
  const faults: string[] = [];
  const steps = plainSteps(input, (path, given) => faults.push(`${path}: ${given}`));
  for (let yields = 0; ; yields++) {
    const { done, value } = steps.next();
    if (done) return { data: value, faults, yields };
  }
}

describe("plain data comes through as it is", () => {
  it("any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 12 }), (text) => {
        const { data, faults } = plain(JSON.parse(text));
        expect([JSON.stringify(data), faults]).toEqual([JSON.stringify(JSON.parse(text)), []]);
      }),
    );
  });

  it("leaves that JSON does not have: typed arrays, undefined, NaN, BigInt, functions, symbols, gaps", () => {
    const series = Float64Array.of(1, 2);
    const short = new Float32Array(2);
    const odd = {
      series,
      short,
      none: undefined,
      nan: Number.NaN,
      big: 1n,
      call: () => 1,
      symbol: Symbol.iterator,
      gaps: new Array<number>(3),
    };
    const { data, faults } = plain(odd);
    expect(faults).toEqual([]);
    expect({ ...(data as object) }).toEqual({ ...odd, gaps: [undefined, undefined, undefined] });
    expect((data as typeof odd).series).toBe(series);
    expect(plain(5).data).toBe(5);
    expect(plain(undefined).data).toBeUndefined();
  });

  it("an array of numbers that stands in several places is copied once", () => {
    const prices = [1, 2, 3];
    const { data } = plain({ a: prices, b: { c: prices } });
    const { a, b } = data as { a: number[]; b: { c: number[] } };
    expect(a).toBe(b.c);
    expect(a).not.toBe(prices);
  });

  it("a field named __proto__ is a field", () => {
    const { data } = plain(JSON.parse('{"__proto__":{"polluted":1},"a":{"constructor":2}}'));
    expect(Object.keys(data as object)).toEqual(["__proto__", "a"]);
    expect((data as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe("what is not data is a fault at its place", () => {
  it("a getter that throws, a proxy that does", () => {
    const thrower = (): never => {
      throw new RangeError("no");
    };
    const traps = new Proxy({}, { ownKeys: thrower });
    const array = new Proxy([1], { get: thrower });
    const odd = {
      assets: [
        {
          get name() {
            return thrower();
          },
        },
        traps,
        array,
      ],
    };
    expect(plain(odd).faults).toEqual([
      "assets[0].name: a field that throws when it is read",
      "assets[1]: an object whose fields cannot be listed",
      "assets[2]: an object whose fields cannot be listed",
    ]);
    expect(plain(new Proxy([], { get: (_, key) => (key === "length" ? -1 : 0) })).faults).toEqual([
      "input: an object whose fields cannot be listed",
    ]);
  });

  it("what contains itself, and nesting beyond any plan, reported once", () => {
    const ring: { me?: unknown } = {};
    ring.me = ring;
    expect(plain({ ring }).faults).toEqual([`ring${".me".repeat(31)}: a circular reference`]);
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(plain({ deep }).faults).toEqual([`deep${"[0]".repeat(31)}: an array of 1 entry, more than 32 levels down`]);
  });

  it("the same thing twice at every level ends at the bound of size", () => {
    const laughs = (levels: number): unknown =>
      Array.from({ length: levels }).reduce((below) => ({ a: below, b: below }), {});
    expect(plain({ laughs: laughs(40) }).faults).toHaveLength(100);
    expect(plain({ laughs: laughs(29) }).faults).toHaveLength(1);
  }, 60_000);

  it("a length beyond all memory", () => {
    const empty: unknown[] = [];
    empty.length = 4_294_967_295;
    expect(plain({ assets: empty }).faults).toEqual(["assets: an array of 4294967295 entries"]);
  });

  it("a proxy that makes objects without end", () => {
    const endless = (): object =>
      new Proxy(
        {},
        {
          ownKeys: () => ["a", "b"],
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
          get: endless,
        },
      );
    expect(plain(endless()).faults.length).toBeGreaterThan(0);
  }, 60_000);
});

it("a long series is read in batches", () => {
  expect(plain({ values: new Array<number>(1_000_000).fill(1) }).yields).toBe(50);
});
