import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conflict } from "../../src/plan/conflict.ts";
import type { SiteInput } from "../support/random-sites.ts";
import { tightSite, tightSiteOfManyLimits, tightSiteOfStates } from "../support/tight-sites.ts";
import { planPower } from "../support/untyped.ts";
import { runs } from "../support/runs.ts";

/**
 * Raises a field by its name in the input: a number to `least`; a series wherever it is smaller and `isIn` returns
 * true.
 */
function raised(site: SiteInput, asset: string, limit: string, least: number, isIn: (t: number) => boolean): SiteInput {
  const copy = structuredClone(site);
  const [at, key] = fieldOf(copy, asset, limit);
  const own = at[key] as number | number[];
  at[key] = Array.isArray(own)
    ? own.map((value, t) => (isIn(t) ? Math.max(value, least) : value))
    : Math.max(own, least);
  return copy;
}

/** The object that has the field, and its key there. */
function fieldOf(site: SiteInput, asset: string, limit: string): [at: Record<string, unknown>, key: string] {
  const path = limit.split(/[.[\]]+/).filter((part) => part !== "");
  let at = site.assets.find(({ name }) => name === asset) as unknown as Record<string, unknown>;
  for (const part of path.slice(0, -1))
    at = (Array.isArray(at) && !/^\d+$/.test(part) ? at.find(({ name }) => name === part) : at[part]) as Record<
      string,
      unknown
    >;
  return [at, path[path.length - 1]];
}

/** Whether a value is reported as the input has it. */
function isAsWritten(site: SiteInput, asset: string, limit: string, value: number): boolean {
  const [at, key] = fieldOf(site, asset, limit);
  const own = at[key] as number | number[];
  return Array.isArray(own) ? own.includes(value) : own === value;
}

/** Whether the conflict is about interval t; one of the whole plan is about all. */
const isOf = ({ interval, count = 0 }: Conflict, t: number) =>
  interval === undefined || (t >= interval && t < interval + count);

/** Every limit in the explanation once, raised to the stated value, with the resulting site. */
function* raises(site: SiteInput): Generator<{ words: string; site: SiteInput }> {
  const result = planPower(site);
  if (result.status !== "infeasible") return;
  const reported = result.conflicts.flatMap((conflict) =>
    conflict.bindingLimits.map((holder) => ({ ...holder, conflict })),
  );
  const seen = new Set<string>();
  for (const { asset, limit, unit, value, raiseTo } of reported) {
    const words = `${asset} ${limit} from ${value} to ${raiseTo} ${unit}`;
    const naming = reported.filter((other) => other.asset === asset && other.limit === limit);
    if (raiseTo === undefined || seen.has(`${asset} ${limit}`)) continue;
    expect([words, isAsWritten(site, asset, limit, value)]).toEqual([words, true]);
    seen.add(`${asset} ${limit}`);
    yield { words, site: raised(site, asset, limit, raiseTo, (t) => naming.some(({ conflict }) => isOf(conflict, t))) };
    // A higher value than stated also suffices.
    yield { words: `${words} everywhere`, site: raised(site, asset, limit, raiseTo, () => true) };
  }
}

describe("every value to which an infeasible plan asks to raise a limit makes it feasible", () => {
  it.each([
    ["import, sets, sun, store, jobs", tightSite],
    ["units, shares, contracts, caps", tightSiteOfManyLimits],
    ["limits net of a state", tightSiteOfStates],
  ])(
    "%s",
    (_, siteOf) => {
      let numReported = 0;
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
          for (const { words, site } of raises(siteOf(seed))) {
            numReported++;
            const again = planPower(site);
            const status = again.status === "branching-limit" && again.incumbent ? "optimal" : again.status;
            expect([seed, words, status]).toEqual([seed, words, "optimal"]);
          }
        }),
        { numRuns: runs(15, 2), seed: 12 },
      );
      expect(numReported).toBeGreaterThan(runs(15, 1));
    },
    120_000,
  );
});
