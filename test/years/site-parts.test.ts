import { expect, test } from "vitest";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, years } from "../support/years-site.ts";

const hall = oneBlock({ rent: 100, capexUsdPerMw: 1e5 });

test("parts have their facility power, and rigs make the space", () => {
  const { parts } = frameOf(years({ conversions: [hall] }));
  expect(parts.parts).toEqual([
    { name: "rigs", sort: "fleet", mw: 10 },
    { name: "hall", sort: "hall", mw: 10 },
  ]);
  expect(parts.spaceMw).toBe(10);
  expect(frameOf(years({ spaceMw: 15 })).parts.spaceMw).toBe(15);
});

test("what is not there, or not of its sort, is a fault", () => {
  expect(() => frameOf(years({ fleets: [{ asset: "grid" }] }))).toThrow(/fleets\[0\]\.asset: got "grid"/u);
  expect(() => frameOf(years({ conversions: [{ ...hall, leastMw: 11 }] }))).toThrow(/leastMw: got 11 MW/u);
  expect(() => frameOf(years({ fleets: [{ asset: "rigs" }, { asset: "rigs" }] }))).toThrow(/every part once/u);
  expect(() => frameOf(years({ bridges: [{ asset: "rigs", usdPerMwMonth: 1 }] }))).toThrow(/bridges\[0\]\.asset/u);
});
