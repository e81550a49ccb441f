import { describe, expect, it } from "vitest";
import { backingFigures, backProduct, type BackedProduct } from "../../../src/assets/flexibility-product/backing.ts";
import { SitePorts } from "../../../src/assets/ports/site-ports.ts";
import { SolvedSite } from "../../../src/model/solved-site.ts";
import { connectionPorts, emptySite } from "../../support/plans.ts";

const spec = (fields: Partial<BackedProduct> = {}): BackedProduct => ({
  name: "reserve",
  backedBy: ["rigs"],
  deployedShare: Float64Array.of(0.2, 0.2),
  durationHours: 1,
  ...fields,
});

/** A site of two half-hours with a load worth 90 and 70 USD/MWh that covers the plan, and power at 50. */
function siteOf(slices: readonly { readonly name: string; readonly from?: number }[]) {
  const site = emptySite(2, 30);
  const headroom = {
    asset: "rigs",
    slices: slices.map(({ name, from = 0 }) => ({
      name,
      parts: [[site.addSeries("rigs", `power${name}`, { unit: "MW", upper: 4, from }), 1] as const],
      lossUsdPerMwh: () => Float64Array.of(90, 70),
      hashratePhPerSPerMw: 50,
    })),
  };
  const soldMw = site.addSeries("reserve", "soldMw", { unit: "MW" });
  const ports = new SitePorts([
    connectionPorts(site, [50, 60]),
    connectionPorts(site, [55, 40]),
    { headroom },
    { flexibilitySale: { soldMw, backedBy: ["rigs"], called: new Float64Array(2) } },
  ]);
  return { site, ports, soldMw };
}

describe("backProduct", () => {
  it("sells the only slice directly, and prices what is expected by the cheapest import", () => {
    const { site, ports, soldMw } = siteOf([{ name: "" }]);
    const [{ sold, expectedUsdPerMw }] = backProduct(spec(), soldMw, new Float64Array(2), {}, ports, site);
    expect(sold).toEqual([soldMw]);
    // 0.2 x half an hour of 90 - 50 and of 70 - 40.
    expect([...expectedUsdPerMw[0]]).toEqual([expect.closeTo(4, 9), expect.closeTo(3, 9)]);
    expect(site.costTerms.map(({ item, kind }) => [item, kind])).toEqual([
      ["expected loss when called", "expected"],
      ["expected power not bought", "expected"],
    ]);
    expect(site.rowBlocks.map(({ name }) => name)).toEqual(["balance", "headroom"]);
  });

  it("splits what is sold over slices, and over one that does not cover the plan", () => {
    for (const slices of [[{ name: " a" }, { name: " b" }], [{ name: "", from: 1 }]]) {
      const { site, ports, soldMw } = siteOf(slices);
      const [{ sold }] = backProduct(
        spec({ deployedShare: new Float64Array(2) }),
        soldMw,
        new Float64Array(2),
        {},
        ports,
        site,
      );
      expect(sold.map(({ name, from }) => [name, from])).toEqual(
        slices.map(({ name, from = 0 }: { name: string; from?: number }) => [`soldMw rigs${name}`, from]),
      );
      expect(site.rowBlocks.map(({ name }) => name)).toContain("sum over its assets");
      expect(site.costTerms).toEqual([]);
    }
  });

  it("reads what each asset sells", () => {
    const { site, ports, soldMw } = siteOf([{ name: " a" }, { name: " b" }]);
    const product = { ...spec(), priceUsdPerMwHour: Float64Array.of(10, 20) };
    const called = Float64Array.of(0, 1);
    const backing = backProduct(product, soldMw, called, {}, ports, site);
    const x = new Float64Array(20);
    // a: 1 and 2 MW, b: 3 and 0.
    x.set([1, 2], backing[0].sold[0].start);
    x.set([3, 0], backing[0].sold[1].start);
    const [figures] = backingFigures(backing, product, called, new SolvedSite(site.time, { x, y: x, reducedCost: x }));
    expect(figures).toMatchObject({
      asset: "rigs",
      incomeUsd: 0.5 * (4 * 10 + 2 * 20),
      expectedShedMwh: expect.closeTo(0.5 * 0.2 * 4, 9) as number,
      expectedCostUsd: expect.closeTo(4 * 4, 9) as number,
      calledMwh: 1,
    });
    expect([...figures.soldMw]).toEqual([4, 2]);
    expect([...figures.expectedLostPhPerS]).toEqual([expect.closeTo(0.2 * 4 * 50, 9), 0]);
  });
});
