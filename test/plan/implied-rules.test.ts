import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { rulePairs } from "../../src/plan/either-or-check.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { withoutImpliedRules } from "../../src/plan/implied-rules.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { ruleBreakingSite } from "../support/rule-breaking-sites.ts";
import { runs } from "../support/runs.ts";

it("removes valid rows where prices alone ensure the rule, and only those", () => {
  // Battery: at 30 the loss costs, and 30 MW of load cannot be carried by 5 MW of battery; at -40 wasting pays. Meter:
  // selling at 20 pays less than either price but -40. Diesel at 263.7 costs more than mining at 80 earns.
  const built = buildSite(
    parseRequest({
      horizon: horizon(3),
      bitcoin,
      initialState: { bess: { storedMwh: 5 } },
      assets: [
        grid({ importPriceUsdPerMwh: [30, -40, 30], exportLimitMw: 5, exportPriceUsdPerMwh: [20, 20, 31] }),
        firm(),
        fleet(),
        battery(),
        diesel({ availability: [1, 1, 0] }),
      ],
    }),
  );
  const { lp: lean, pairs } = withoutImpliedRules(built);
  const retained = built.site.eitherOrs.map(({ rule, rows }) => [
    rule,
    rows && [...lean.rowUpper.slice(rows.start, rows.start + 3)],
  ]);
  expect(Object.fromEntries(retained)).toEqual({
    "grid imports and exports": [Infinity, 1, 1],
    "bess charges and discharges": [Infinity, 1, Infinity],
    "gensets runs while mining is above standby": [Infinity, Infinity, Infinity],
    "gensets runs while the site exports": [Infinity, Infinity, Infinity],
    "inference is shed while mining runs": undefined,
  });
  expect({ ...lean, rowUpper: built.lp.rowUpper }).toEqual(built.lp);
  expect(built.lp.rowUpper.includes(Infinity)).toBe(false);
  // Pair r x 3 + t: the meter's are 0 to 2, the battery's 3 to 5; the blocks hold those that can bind.
  expect(pairs.blocks.map((block) => block.pairs)).toEqual([[], [1, 4], [2]]);
});

it("40 sites with hostile prices: the optimum is that of the full program and satisfies the dropped rows", () => {
  let loose = 0;
  for (let seed = 0; seed < runs(40, 8); seed++) {
    const built = buildSite(parseRequest(ruleBreakingSite(seed)));
    const { lp: lean } = withoutImpliedRules(built);
    const whole = solveLp(built.lp);
    const answer = solveLp(lean);
    expect(answer.status, `seed ${seed}`).toBe(whole.status);
    if (answer.status !== "optimal") continue;
    expect(Math.abs(answer.objective - whole.objective)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(whole.objective)),
    );
    const { count } = built.site.time;
    for (const { pair } of rulePairs(built.site).broken(answer.x)) {
      const { rows, rule } = built.site.eitherOrs[Math.floor(pair / count)];
      if (rows) expect(lean.rowUpper[rows.start + (pair % count)], `seed ${seed}: ${rule}`).toBe(1);
    }
    for (const { rows } of built.site.eitherOrs)
      if (rows)
        loose += lean.rowUpper.slice(rows.start, rows.start + rows.count).filter((upper) => upper === Infinity).length;
  }
  expect(loose).toBeGreaterThan(runs(1000, 150));
});
