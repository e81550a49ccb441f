import { describe, expect, it } from "vitest";
import type { PlanInput } from "../../src/plan-input/index.ts";
import { caseId } from "../../src/sweep/case.ts";
import { sweep } from "../../src/sweep/sweep.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const input = { horizon: horizon(2), bitcoin, assets: [grid(), firm(), fleet()] } as unknown as PlanInput;
const hashprice = { path: "bitcoin.hashpriceUsdPerPhDay", name: "hashprice", values: [12, 24, 48] };
const limit = { path: "grid.importLimitMw", name: "limit", values: [30, 60] };

describe("sweep", () => {
  it("gives every combination once, the last axis fastest", () => {
    const cases = sweep(input, [hashprice, limit]);
    expect(cases.count).toBe(6);
    expect([...cases].map(({ at }) => [at.hashprice, at.limit])).toEqual(
      [12, 24, 48].flatMap((a) => [30, 60].map((b) => [a, b])),
    );
    expect(new Set([...cases].map(({ id }) => id)).size).toBe(6);
    expect(cases.axes).toEqual([
      { name: "hashprice", labels: [12, 24, 48] },
      { name: "limit", labels: [30, 60] },
    ]);
  });

  it("makes one case without the others, the same as in the sequence", () => {
    const cases = sweep(input, [hashprice, limit]);
    expect([0, 1, 2, 3, 4, 5].map((index) => cases.case(index))).toEqual([...cases]);
    expect(() => cases.case(6)).toThrow("index: got 6, wanted a whole number from 0 to 5");
  });

  it("gives the site as it is without axes", () => {
    const [only] = sweep(input, []);
    expect(only).toMatchObject({ at: {}, id: caseId({ input }), question: "plan" });
  });

  it("gives cases that are equal after JSON, with the id of their content", () => {
    for (const one of sweep(input, [hashprice], { question: "compare", limits: { nodeLimit: 9 } })) {
      expect(JSON.parse(JSON.stringify(one))).toEqual(one);
      expect(caseId(one)).toBe(one.id);
    }
  });

  it("shares what cases have in common", () => {
    const [a, b] = sweep(input, [hashprice]);
    expect(a.input.assets).toBe(b.input.assets);
  });

  it.each([
    [[hashprice, { ...hashprice, name: "again" }], "axes[1].path: got the field of hashprice"],
    [[hashprice, { path: "bitcoin", values: { a: {} } }], "axes[1].path: got the field of hashprice, or a part of it"],
    [[hashprice, { ...limit, name: "hashprice" }], 'axes[1].name: got "hashprice"'],
    ["hashprice", "axes: got the text"],
  ])("refuses axes that set the same (%#)", (axes, message) => {
    expect(() => sweep(input, axes as never)).toThrow(message);
  });

  it("does not take assets 1 and 10 for the same place", () => {
    const assets = [grid(), firm(), ...Array.from({ length: 9 }, (_, k) => fleet({ name: `fleet ${k}` }))];
    const axes = [
      { path: "fleet 8.rigs", values: [1] },
      { path: "inference.facilityMw", values: [1] },
    ];
    expect(sweep({ ...input, assets } as unknown as PlanInput, axes).count).toBe(1);
  });

  it("refuses an input that is not JSON, another question, and faulty limits", () => {
    expect(() => sweep([] as never, [])).toThrow("input: got an array of 0 entries");
    expect(() => sweep({ name: NaN } as never, [])).toThrow("input.name: got NaN");
    expect(() => sweep(input, [], { question: "why" as never })).toThrow("options.question");
    expect(() => sweep(input, [], { limits: { nodeLimit: -1 } })).toThrow("options.nodeLimit");
  });
});
