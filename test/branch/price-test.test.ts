import { describe, expect, it } from "vitest";
import { priceTest } from "../../src/branch/price-test.ts";
import { programOf } from "../support/exclusive-case.ts";

// One hour. Columns: import i <= 20, export e <= 10, charge c <= 5, discharge d <= 5, stored s <= 8, load m <= 6.
// Balance i - e - c + d - m = need; store s - 0.9 c + d / 0.9 = 4.
const site = (
  over: { readonly buy?: number; readonly sell?: number; readonly wear?: number; readonly need?: number } = {},
) => {
  const { buy = 30, sell = 25, wear = 1, need = 6 } = over;
  return programOf(
    [buy, -sell, 0, wear, 0, -50],
    [20, 10, 5, 5, 8, 6],
    [
      [need, [1, -1, -1, 1, 0, -1], need],
      [4, [0, 0, -0.9, 1 / 0.9, 1, 0], 4],
    ],
  );
};
const [I, E, C, D, , M] = [0, 1, 2, 3, 4, 5];

describe("priceTest: import and export", () => {
  it("cannot both run if selling earns less than buying costs", () => {
    expect(priceTest(site())(I, E)).toBe(false);
    expect(priceTest(site({ sell: 31 }))(I, E)).toBe(true);
    // At equal prices both at once costs nothing, so an optimum may have it.
    expect(priceTest(site({ sell: 30 }))(I, E)).toBe(true);
  });

  it("a monthly peak of import does not block the direction, but a minimum import does", () => {
    const { rowLower, rowUpper, ...lp } = programOf(
      [30, -25, 900],
      [20, 10, Infinity],
      [
        [6, [1, -1, 0], 6],
        [-Infinity, [1, 0, -1], 0],
      ],
    );
    expect(priceTest({ ...lp, rowLower, rowUpper })(I, E)).toBe(false);
    expect(
      priceTest(
        programOf(
          [30, -25],
          [20, 10],
          [
            [6, [1, -1], 6],
            [3, [1, 0], 20],
          ],
        ),
      )(I, E),
    ).toBe(true);
    expect(priceTest({ ...lp, rowLower, rowUpper, colLower: Float64Array.of(3, 0, 0) })(I, E)).toBe(true);
  });

  it("a column fixed at zero cannot violate a pair", () => {
    expect(priceTest({ ...site({ sell: 31 }), colUpper: Float64Array.of(0, 10, 5, 5, 8, 6) })(I, E)).toBe(false);
  });
});

describe("priceTest: charge and discharge", () => {
  // Both lowered by 1 and 0.81 leave the store as it is and 0.19 MW at the bus, by which import can fall.
  it("cannot both run if power has a cost and must be imported", () => {
    expect(priceTest(site())(C, D)).toBe(false);
    expect(priceTest(site({ wear: 0 }))(C, D)).toBe(false);
  });

  it("can both run if import is paid more than the wear: 0.19 x price against the wear of 0.81 MWh", () => {
    expect(priceTest(site({ buy: -30 }))(C, D)).toBe(true);
    expect(priceTest(site({ buy: -4.2, sell: -10 }))(C, D)).toBe(false);
    expect(priceTest(site({ buy: -4.4, sell: -10 }))(C, D)).toBe(true);
  });

  it("can both run if the battery may serve the load without import", () => {
    expect(priceTest(site({ need: 5 }))(C, D)).toBe(false);
    expect(priceTest(site({ need: 4.9 }))(C, D)).toBe(true);
  });
});

describe("priceTest: what moving costs elsewhere", () => {
  // A generator g at 60 and a load m that pays 50 and costs 20 a unit to wake: woken >= m, m_next (another hour).
  // Columns g, m, woken, woken next, m next, import next; m may fall by 1 if the next hour wakes 1 more.
  const fleet = (fuel: number) =>
    programOf(
      [fuel, -50, 20, 20, -50, 30],
      [10, 6, Infinity, Infinity, 6, 20],
      [
        [4, [1, -1, 0, 0, 0, 0], 4],
        [0, [0, -1, 1, 0, 0, 0], Infinity],
        [0, [0, 1, 0, 1, -1, 0], Infinity],
        [3, [0, 0, 0, 0, -1, 1], 3],
      ],
    );

  it("counts the restart", () => {
    expect(priceTest(fleet(71))(0, 1)).toBe(false);
    expect(priceTest(fleet(69))(0, 1)).toBe(true);
  });

  it("a tank does not block burning less", () => {
    // Columns g, m, burnt: burnt = 0.26 g, at most 100.
    const lp = programOf(
      [60, -50, 0],
      [10, 6, 100],
      [
        [4, [1, -1, 0], 4],
        [0, [0.26, 0, -1], 0],
      ],
    );
    expect(priceTest(lp)(0, 1)).toBe(false);
    expect(priceTest({ ...lp, colLower: Float64Array.of(0, 0, 1) })(0, 1)).toBe(true);
  });
});

it("columns that share no row with opposite signs can both run", () => {
  expect(priceTest(site())(E, M)).toBe(true);
});
