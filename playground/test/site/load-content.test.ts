import { planPower } from "wattsplit";
import { readFleet, readMarketPrices, readTariff } from "wattsplit/io";
import { describe, expect, it } from "vitest";
import { gridOf } from "../../src/site/edit-hours.ts";
import { withFleet, withPrices, withTariff } from "../../src/site/load-content.ts";
import { texasWeek } from "../../src/site/presets/texas-week.ts";

const winter = (hours: number) =>
  ["time,price USD/MWh", ...Array.from({ length: hours }, (_, t) => `${stamp(t)},${20 + (t % 24)}`)].join("\n");
const stamp = (t: number) => new Date(Date.UTC(2026, 0, 5, 6) + t * 3_600_000).toISOString();

describe("what a file brings to a site", () => {
  it("prices: the plan covers their time, everything else moves along and is reported, and it plans", () => {
    const { site, notes } = withPrices(texasWeek, readMarketPrices(winter(240)));
    expect(site.horizon).toMatchObject({ start: "2026-01-05T06:00:00Z", intervalMinutes: 60, count: 240 });
    const { importPriceUsdPerMwh } = gridOf(site) ?? {};
    expect((importPriceUsdPerMwh as number[]).slice(22, 26)).toEqual([42, 43, 20, 21]);
    expect(notes.join("\n")).toMatch(/Profiles of grid.*are repeated/u);
    expect(notes.join("\n")).toMatch(/Times of training/u);
    expect(notes.join("\n")).toMatch(/Peaks already billed/u);
    const plan = planPower(site);
    expect(plan.status).toBe("optimal");
  });

  it("prices in another currency, or with a gap, are refused in words", () => {
    const euros = readMarketPrices(winter(48).replace("USD/MWh", "EUR/MWh"));
    expect(() => withPrices(texasWeek, euros)).toThrow(/in EUR/u);
    const lines = winter(48).split("\n");
    const holed = readMarketPrices([...lines.slice(0, 20), ...lines.slice(23)].join("\n"), { gaps: "omit" });
    expect(() => withPrices(texasWeek, holed)).toThrow(/gap/u);
  });

  it("a fleet takes the place of the site's fleets, and their states go with them", () => {
    const fleet = readFleet("model,count\nAntminer S21 XP,5000\nAntminer S19 Pro,100\n");
    const { site, notes } = withFleet(texasWeek, fleet);
    expect(site.assets.flatMap(({ kind, name }) => (kind === "mining-fleet" ? [name] : []))).toHaveLength(2);
    expect(notes[0]).toMatch(/^5,100 rigs/u);
    expect(planPower(site).status).toBe("optimal");
  });

  it("a tariff takes the place of the connection's prices and charges", () => {
    const { site, notes } = withTariff(
      texasWeek,
      readTariff({
        utility: "Utility",
        name: "Rate",
        energyratestructure: [[{ rate: 0.08, unit: "kWh" }]],
        energyweekdayschedule: Array.from({ length: 12 }, () => Array.from({ length: 24 }, () => 0)),
        energyweekendschedule: Array.from({ length: 12 }, () => Array.from({ length: 24 }, () => 0)),
      }),
    );
    expect(notes[0]).toMatch(/^Utility, Rate/u);
    expect(gridOf(site)?.demandCharge).toBeUndefined();
    expect(gridOf(site)?.touEnergyCharge).toBeDefined();
  });
});
