import { describe, expect, it } from "vitest";
import { faultsOf, firmAsset, fleetAsset, gridAsset, HASHPRICE_FOR_100, optimalPlan } from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

/** 10 MW at 40 USD/MWh. */
const block = (terms: Fields = {}, fields: Fields = {}): Fields => ({
  kind: "power-purchase",
  name: "block",
  volumeMw: 10,
  terms: { shape: "fixed-block", priceUsdPerMwh: 40, ...terms },
  ...fields,
});

const soldAt = (feeUsdPerMwh: number, more: Fields = {}) => ({ resale: { feeUsdPerMwh, ...more } });

/** 4 MW of firm AI and 10 MW of mining that earns 100 USD/MWh. */
const site = (importPriceUsdPerMwh: readonly number[], contracts: readonly Fields[], gridFields: Fields = {}) => ({
  count: importPriceUsdPerMwh.length,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [...contracts, gridAsset({ importPriceUsdPerMwh, ...gridFields }), firmAsset(4), fleetAsset()],
});

describe("sold above spot", () => {
  const resold = (more: Fields = {}) => block({ resale: { priceUsdPerMwh: [50, 60], feeUsdPerMwh: 1, ...more } });

  it("is refused, since the block would be sold and bought back", () => {
    expect(faultsOf(site([50, 50], [resold()]))).toEqual([
      {
        path: "assets[0].terms.resale",
        given: "59 USD/MWh less the fee at 2026-07-14T01:00:00-05:00",
        wanted: "at most the import price, 50",
        fix: "correct it, or set besideBuying where the contract lets the site sell its block while it buys at spot",
      },
    ]);
    expect(faultsOf(site([50, 60], [resold()]))).toEqual([]);
    expect(
      faultsOf(
        site([50, 50], [block({ resale: { priceUsdPerMwh: [50, 60], feeUsdPerMwh: 1 } }, { volumeMw: [10, 0] })]),
      ),
    ).toEqual([]);
  });
});

describe("as it is written", () => {
  it.each<{ terms: Fields; paths: readonly string[] }>([
    { terms: { shape: "pay-as-produced", paid: "if-taken", ...soldAt(0) }, paths: ["terms.resale"] },
    { terms: { shape: "pay-as-produced", paid: "always", untakenUsdPerMwh: 5 }, paths: ["terms.untakenUsdPerMwh"] },
    { terms: { shape: "block" }, paths: ["terms.shape"] },
    { terms: { resale: {} }, paths: ["terms.resale.feeUsdPerMwh"] },
    { terms: { priceUsdPerMwh: 0.04 }, paths: ["terms.priceUsdPerMwh"] },
  ])("$terms is refused at $paths", ({ terms, paths }) => {
    expect(faultsOf(site([50], [block(terms)])).map(({ path }) => path)).toEqual(
      paths.map((path) => `assets[0].${path}`),
    );
  });

  it("only take-or-pay has a state", () => {
    expect(faultsOf({ ...site([50], [block()]), initialState: { block: { takenMwh: 5 } } })).toMatchObject([
      { path: "initialState.block.takenMwh", given: "a state of a fixed-block" },
    ]);
    expect(optimalPlan(site([50], [block()])).endState).not.toHaveProperty("block");
  });
});
