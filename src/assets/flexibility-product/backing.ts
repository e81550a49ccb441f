/**
 * What stands behind a product: its share of each asset's headroom, what deployment of it would cost, how that reads.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { cheapestImportPrice, meanImportPrice } from "../connection/import-price.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";
import type { Headroom } from "../ports/headroom.ts";
import type { SitePorts } from "../ports/site-ports.ts";

export interface Backing {
  readonly headroom: Headroom;
  /** MW of each of its slices. */
  readonly sold: readonly ColumnBlock[];
  /** Expected cost of a MW sold of each slice, power not bought taken off. */
  readonly expectedUsdPerMw: readonly Float64Array[];
}

/** What a product needs to be backed; every series has one value per interval. */
export interface BackedProduct {
  readonly name: string;
  readonly backedBy: readonly string[];
  readonly deployedShare: Float64Array;
  readonly durationHours: number;
  readonly responseMinutes?: number | undefined;
  readonly exclusiveWith?: readonly string[] | undefined;
}

/** What one asset sells of a product. */
export interface BackingFigures {
  /** Name of the asset behind the product. */
  readonly asset: string;
  /** Power of this asset that was sold, in each interval. */
  readonly soldMw: Float64Array;
  /** Income from this asset's part. */
  readonly incomeUsd: number;
  /** Energy of this asset that expected deployment sheds. */
  readonly expectedShedMwh: number;
  /** What expected deployment of this asset costs, power not bought taken off. */
  readonly expectedCostUsd: number;
  /** Mining: mean hash rate lost to expected deployment; else 0. */
  readonly expectedLostPhPerS: Float64Array;
  /** Shed in calls. */
  readonly calledMwh: number;
}

/** Claims the product's share of every asset behind it; `called`: 1 where the product is called. */
export function backProduct(
  spec: BackedProduct,
  soldMw: ColumnBlock,
  called: Float64Array,
  headroomMwBefore: Readonly<Record<string, number>>,
  ports: SitePorts,
  site: SiteModel,
): Backing[] {
  checkExclusive(spec, ports, site);
  const found = spec.backedBy.flatMap((name, j) => headroomOf(spec, name, j, ports, site) ?? []);
  const slices = found.flatMap(({ offer }) => offer.slices);
  // One slice that covers the plan sells what the product sells.
  const isWhole = slices.length === 1 && slices[0].parts[0][0].count === site.time.count;
  const split = isWhole
    ? undefined
    : site.addRows(spec.name, "sum over its assets", { unit: "MW", lower: 0, upper: 0 });
  if (split) site.addTerms(split, soldMw, -1);
  const hours = called.map((c, t) => (1 - c) * spec.deployedShare[t] * site.time.stepHours);
  const saved = cheapestImportPrice(ports, site.time.count);
  const meanImportUsdPerMwh = meanImportPrice(ports) ?? 0;
  return found.map((headroom) => {
    const { asset } = headroom.offer;
    const expectedUsdPerMw: Float64Array[] = [];
    const sold = headroom.offer.slices.map(({ name, parts, lossUsdPerMwh }) => {
      const [{ from, count }] = parts[0];
      const columns = split ? site.addSeries(spec.name, `soldMw ${asset}${name}`, { unit: "MW", from, count }) : soldMw;
      if (split) site.addTerms(split, columns, 1);
      const loss = lossUsdPerMwh(meanImportUsdPerMwh);
      const lossUsd = hours.map((h, t) => h * (typeof loss === "number" ? loss : loss[t]));
      const savedUsd = product(hours, saved);
      for (const [item, usd] of [
        ["expected loss when called", lossUsd],
        ["expected power not bought", scaled(savedUsd, -1)],
      ] as const) {
        if (usd.some((value) => value !== 0)) site.addCost(columns, item, "expected", usd);
      }
      expectedUsdPerMw.push(lossUsd.map((usd, t) => usd - savedUsd[t]));
      return columns;
    });
    const isCalled = ports.flexibilitySales
      .filter(({ backedBy }) => backedBy.includes(asset))
      .reduce((any, sale) => any.map((c, t) => Math.max(c, sale.called[t])), new Float64Array(site.time.count));
    if (isCalled[0] && headroomMwBefore[asset] === undefined) {
      site.fault(
        spec.name,
        "calls",
        `a call under way as the plan starts, without headroomMw of "${asset}"`,
        `initialState.${spec.name}.headroomMw of every asset`,
        "give it, or start the plan before the call",
      );
    }
    headroom.claim(
      {
        product: spec.name,
        exclusiveWith: spec.exclusiveWith ?? [],
        sold,
        hours: spec.durationHours,
        responseHours: spec.responseMinutes && spec.responseMinutes / 60,
        called,
        headroomMwBefore: headroomMwBefore[asset],
      },
      isCalled,
      site,
    );
    return { headroom, sold, expectedUsdPerMw };
  });
}

export function backingFigures(
  backing: readonly Backing[],
  spec: BackedProduct & { readonly priceUsdPerMwHour: Float64Array },
  called: Float64Array,
  solved: SolvedSite,
): BackingFigures[] {
  const dt = solved.time.stepHours;
  const expected = called.map((c, t) => (1 - c) * spec.deployedShare[t]);
  return backing.map(({ headroom, sold, expectedUsdPerMw }) => {
    const { asset, slices } = headroom.offer;
    const soldMw = solved.total(sold);
    const bySlice = sold.map((columns) => solved.values(columns));
    return {
      asset,
      soldMw,
      incomeUsd: weightedSum(soldMw, spec.priceUsdPerMwHour) * dt,
      expectedShedMwh: weightedSum(soldMw, expected) * dt,
      expectedCostUsd: bySlice.reduce((usd, mw, s) => usd + weightedSum(mw, expectedUsdPerMw[s]), 0),
      expectedLostPhPerS: expected.map((share, t) =>
        slices.reduce(
          (total, { hashratePhPerSPerMw = 0 }, s) => total + share * bySlice[s][t] * hashratePhPerSPerMw,
          0,
        ),
      ),
      calledMwh: sum(product(soldMw, called)) * dt,
    };
  });
}

function headroomOf(
  spec: BackedProduct,
  name: string,
  j: number,
  { headrooms }: SitePorts,
  site: SiteModel,
): Headroom | undefined {
  const headroom = headrooms.get(name);
  if (!headroom) {
    const some = [...headrooms.keys()].map((asset) => `"${asset}"`).join(", ");
    site.fault(
      spec.name,
      `backedBy[${j}]`,
      `"${name}"`,
      `an asset that can shed or give power${some && `: ${some}`}`,
      "name one; deferrable AI needs unmetUsdPerMwh, and AI load with facilityByIt sells nothing",
    );
  } else if (headroom.offer.rampDownMwPerH !== undefined && spec.responseMinutes === undefined) {
    site.fault(
      spec.name,
      "responseMinutes",
      "nothing",
      `the time to respond, since "${name}" has rampDownMwPerH`,
      "give it, e.g. 10",
    );
  }
  return headroom;
}

/** Refuses an asset behind two products of which one excludes the other, and exclusions of what is not a product. */
function checkExclusive(
  { name, backedBy, exclusiveWith = [] }: BackedProduct,
  { flexibilitySales, headrooms }: SitePorts,
  site: SiteModel,
): void {
  const products = flexibilitySales.map(({ soldMw }) => soldMw.asset);
  exclusiveWith.forEach((other, j) => {
    if (!products.includes(other))
      site.fault(name, `exclusiveWith[${j}]`, `"${other}"`, "another product of this plan", "correct the name");
  });
  backedBy.forEach((asset, j) => {
    const rival = headrooms
      .get(asset)
      ?.claims.find((claim) => exclusiveWith.includes(claim.product) || claim.exclusiveWith.includes(name));
    if (rival)
      site.fault(
        name,
        `backedBy[${j}]`,
        `"${asset}", which "${rival.product}" sells too`,
        "an asset of its own, since the two exclude each other",
        "take it out of one of the two, or split the asset",
      );
  });
}
