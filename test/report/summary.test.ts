import { describe, expect, it } from "vitest";
import { summary } from "../../src/report/summary.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";
import { compareBaselines, planPower } from "../support/untyped.ts";

const site = {
  name: "texas",
  horizon: horizon(2),
  bitcoin,
  assets: [
    grid({ importPriceUsdPerMwh: [30, 100], emissionTPerMwh: 0.4 }),
    firm({ facilityMw: 55 }),
    fleet(),
    diesel(),
  ],
};
const counterfactual = {
  aiOnlyImportLimitMw: 45,
  basis: "allocation letter",
  assetsAiOnlyKeeps: ["gensets"],
  extraImportUsdPerMwMonth: 1_000_000,
};

describe("summary of a plan", () => {
  const text = summary(planPower(site));

  it("is a screenful that says optimal and diesel, the money and the proof", () => {
    const lines = text.split("\n");
    expect(lines[0]).toBe('optimal plan "texas": 2 intervals (2 h) from 2026-07-14T00:00:00-05:00, America/Chicago');
    expect(lines.length).toBeLessThan(50);
    expect(text).toContain("diesel");
    // 60 x 30 + 55 x 100 - 5 x 80 = 6900
    expect(text).toContain("net cost 6,900 USD (cash 6,900)");
    expect(text).toContain("certificate: optimal, checked on the original program");
    // Mining at 80 is what one more MW would cost in hour 0.
    expect(text).toContain("value of power at the site: 80.0 to 100.0 USD/MWh");
    expect(text).toMatch(/mining income +fleet +cash +-400/);
  });

  it("has the schedule: every interval of a day, every day of a week, every month of a year", () => {
    const rowsOf = (count: number) => {
      const importPriceUsdPerMwh = Array.from({ length: count }, (_, t) => (t % 24 < 6 ? 100 : 30));
      const lines = summary(
        planPower({ ...site, horizon: horizon(count), assets: [grid({ importPriceUsdPerMwh }), firm(), fleet()] }),
      ).split("\n");
      const head = lines.findIndex((line) => line.trim().startsWith("mean MW to the bus"));
      const rows = lines.slice(head, lines.indexOf("", head)).map((line) => line.trim().split(/ {2,}/));
      expect(lines.length).toBeLessThan(60);
      return [rows[0], ...rows.slice(2)];
    };
    // Demand 30, mining 10 MW at 80 USD/MWh: asleep for the 6 h at 100.
    const header = ["mean MW to the bus", "grid", "inference", "fleet", "USD/MWh"];
    expect(rowsOf(8).slice(0, 2)).toEqual([header, ["2026-07-14T00:00:00-05:00", "30.0", "-30.0", "0", "100.0"]]);
    expect(rowsOf(8)).toHaveLength(1 + 8);
    // 18 h of 24: 40 - 10 x 6/24 = 37.5 MW, (6 x 100 + 18 x 30) / 24 = 47.5 USD/MWh.
    const week = rowsOf(168);
    expect(week).toHaveLength(1 + 7);
    expect(week[7]).toEqual(["2026-07-20", "37.5", "-30.0", "-7.50", "47.5"]);
    expect(rowsOf(24 * 40).map(([label]) => label)).toEqual(["mean MW to the bus", "2026-07", "2026-08"]);
  });

  it("leaves contracts, which have no power, out of the schedule and in the money", () => {
    const block = {
      kind: "power-purchase",
      name: "block",
      volumeMw: 10,
      terms: { shape: "fixed-block", priceUsdPerMwh: 45 },
    };
    const lines = summary(planPower({ horizon: horizon(1), bitcoin, assets: [grid(), firm(), fleet(), block] })).split(
      "\n",
    );
    expect(
      lines
        .find((line) => line.includes("mean MW to the bus"))
        ?.trim()
        .split(/ {2,}/),
    ).toEqual(["mean MW to the bus", "grid", "inference", "fleet", "USD/MWh"]);
    expect(
      lines
        .find((line) => line.startsWith("contracted volume"))
        ?.trim()
        .split(/ {2,}/),
    ).toEqual(["contracted volume", "block", "sunk", expect.stringMatching(/^450/)]);
  });
});

describe("summary of a comparison", () => {
  it("prints every case, the headline and its basis, mining's own emissions and the threshold rule", () => {
    const comparison = compareBaselines({ ...site, counterfactual });
    const text = summary(comparison);
    expect(text).toContain("all cases with perfect foresight of the whole horizon");
    expect(text).toMatch(/^H +hybrid, as planned +0 /m);
    expect(text).toMatch(/^B0 +AI only, AI-only import limit +20\.0 +5,274 /m);
    expect(text).toMatch(/^B1 +AI only, the hybrid's import limit paid for but unused +0 /m);
    expect(text).toContain(comparison.headline.sentence);
    expect(text).toContain("Basis of the AI-only limit: allocation letter.");
    expect(text).toContain("Mining's own consumption: 5.00 MWh, 2.00 t CO2 at the grid's factor.");
    expect(text).toContain(`Today's threshold rule: costs `);
    expect(text).toContain(comparison.thresholdRule.detail);
    expect(text).not.toMatch(/emissions? saved/i);
  });

  // The rule lets the battery idle, the plan charges at 30 and discharges at 100.
  it("prints item by item what the rule costs more", () => {
    const comparison = compareBaselines({
      ...site,
      initialState: { bess: { storedMwh: 0 } },
      counterfactual: { ...counterfactual, assetsAiOnlyKeeps: ["bess"] },
      assets: [site.assets[0], firm(), fleet(), battery()],
    });
    const lines = summary(comparison).split("\n");
    const head = lines.findIndex((line) => line.startsWith("rule minus plan"));
    const printed = lines
      .slice(head + 2)
      .map((line) => line.trim().split(/ {2,}/))
      .filter((cells) => cells.length === 4);
    const wanted = comparison.thresholdRule.differenceUsdByItem ?? [];
    expect(wanted.length).toBeGreaterThan(0);
    expect(printed.map(([item, asset, kind]) => [item, asset, kind])).toEqual(
      wanted.map(({ item, asset, kind }) => [item, asset, kind]),
    );
    expect(printed.map(([, , , usd]) => Number(usd.replace(/,/g, "")))).toEqual(
      wanted.map(({ usd }) => expect.closeTo(usd, 0)),
    );
  });

  it("leaves the total empty where a case has no figures", () => {
    const text = summary(
      compareBaselines({
        ...site,
        assets: [site.assets[0], firm({ facilityMw: 55, vollUsdPerMwh: undefined }), fleet()],
        counterfactual: { ...counterfactual, assetsAiOnlyKeeps: [] },
      }),
    );
    expect(text).toMatch(/^B0 +AI only, AI-only import limit +infeasible$/m);
  });

  it("says not stated and unknown instead of zero", () => {
    const text = summary(
      compareBaselines({
        ...site,
        assets: [grid(), ...site.assets.slice(1)],
        counterfactual: { ...counterfactual, extraImportUsdPerMwMonth: undefined },
      }),
    );
    expect(text).toContain("undetermined, at most");
    expect(text).toMatch(/^B1 .* not stated$/m);
    expect(text).toContain("CO2 unknown (no grid emission factor given)");
  });
});

describe("summary of a result without a plan", () => {
  it("infeasible: the conflict, and no word of optimal", () => {
    const text = summary(
      planPower({
        ...site,
        assets: [grid({ importLimitMw: 40 }), firm({ facilityMw: 43.2, vollUsdPerMwh: undefined })],
      }),
    );
    expect(text).toMatch(
      /^infeasible: no plan for "texas"\.\nshort up to 3\.2 MW \(in all 6\.4 MWh\) for 2 h from 2026-07-14T00:00:00-05:00 to 2026-07-14T02:00:00-05:00, worst at 2026-07-14T00:00:00-05:00: grid importLimitMw 40 MW/,
    );
    expect(text).not.toContain("optimal");
  });

  describe("an either-or rule that prices do not keep", () => {
    // Three hours at -40: the best charges 7.8125 MWh in two hours and discharges 5 in one, see branch-plan.test.ts.
    const night = {
      ...site,
      horizon: horizon(3),
      initialState: { bess: { storedMwh: 10 } },
      assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
    };

    it("branching-limit without a plan: the limit, the bound, the rule", () => {
      const text = summary(planPower(night, { nodeLimit: 0 }));
      expect(text).toMatch(
        /^branching-limit: no plan for "texas"\.\nBranch and bound stopped after 0 linear programs: nodeLimit was reached; raise it, or relativeGap\. No plan that satisfies the either-or rules was found yet; any such plan costs at least -3712\.5 USD\.\n/,
      );
      expect(text).toMatch(/\nbess charges and discharges (at|for) .* \(up to /);
      expect(text).not.toContain("optimal");
    });

    it("branching-limit with a plan: the plan under its own name, then what is not proven", () => {
      // Two stores tie the hours together in two ways, which takes more than six programs to settle.
      const second = battery({
        name: "second",
        end: { rule: "cyclic" },
        chargeEfficiency: 0.7,
        dischargeEfficiency: 0.9,
        maxStoredMwh: 13,
      });
      const two = {
        ...night,
        initialState: { ...night.initialState, second: { storedMwh: 7 } },
        assets: [...night.assets, second],
      };
      const text = summary(planPower(two, { nodeLimit: 6 }));
      expect(text).toMatch(/^best plan found for "texas": 3 intervals/);
      expect(text).toMatch(
        /\nbranching-limit: Branch and bound stopped after 6 linear programs: .* The incumbent \(best plan found\) costs -?[\d.]+ USD, at most [\d.]+ USD \([\d.e-]+ %\) more than the best bound\.\nbess charges/,
      );
      expect(text).not.toMatch(/^optimal plan/m);
    });

    it("optimal: says how the rules were settled", () => {
      const text = summary(planPower(night));
      expect(text).toMatch(/^optimal plan "texas"/);
      expect(text).toContain("certificate: optimal, checked on the original program with directions fixed;");
      expect(text).toMatch(
        /\neither-or rules settled by \d+ programs: no plan costs less than -3,713 USD \(gap (?:0\.0e\+0|\d\.\de-1[3-9])\)\n/,
      );
    });
  });

  it("stopped: the status and the name", () => {
    const text = summary(planPower({ ...site, assets: [grid(), firm(), fleet(), diesel()] }, { iterationLimit: 0 }));
    expect(text).toMatch(/^iteration-limit: no plan for "texas"\./);
  });
});
