/**
 * Which connection should the site sign: 110 MW firm in three years, or 110 MW in half a year, of which 60 MW are firm
 * and the rest may be curtailed for 300 hours a year until upgrades are finished? Or all firm in half a year, with a
 * duty to back half of it by own generation, which the site has not got? A Texas week stands for the year.
 */
import type { PlanInput } from "wattsplit";
import { compareConnections, type CurtailmentGenerator } from "wattsplit/connections";
import week from "./data/texas-week.json" with { type: "json" };

const site: PlanInput = {
  horizon: { start: week.start, timeZone: week.timeZone, intervalMinutes: 60, count: week.priceUsdPerMwh.length },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  initialState: { bess: { storedMwh: 40 } },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 110, importPriceUsdPerMwh: week.priceUsdPerMwh },
    {
      kind: "battery",
      name: "bess",
      chargeLimitMw: 20,
      dischargeLimitMw: 20,
      maxStoredMwh: 80,
      wearUsdPerMwh: 12,
      end: { rule: "value", usdPerMwh: 35 },
    },
    // What a MWh of AI earns is lost where it is not served.
    { kind: "ai-firm", name: "inference", facilityMw: 70, vollUsdPerMwh: 250 },
    { kind: "mining-fleet", name: "S21 XP", rig: "Antminer S21 XP", rigs: 8000 },
  ],
};
/** Evenings of up to six hours, six scenarios. */
const curtailment: CurtailmentGenerator = {
  seed: 18,
  scenarios: 6,
  hoursPerYear: 300,
  longestHours: 6,
  beginBetweenHours: [16, 22],
};
const soon = "2027-07-01T00:00:00-05:00";
const finished = "2030-01-01T00:00:00-06:00";
const curtailable = { importMw: 110, firmMw: 60, curtailment, noticeMinutes: 60, mayReservesBeSold: false };
const { options, breakEvens } = compareConnections(site, {
  from: "2027-01-01T00:00:00-06:00",
  to: "2032-01-01T00:00:00-06:00",
  options: [
    { name: "firm later", stages: [{ from: finished, importMw: 110 }] },
    {
      name: "curtailable sooner",
      upgradeUsd: 12e6,
      stages: [
        { from: soon, ...curtailable, feeUsdPerYear: 1e6 },
        { from: finished, importMw: 110, feeUsdPerYear: 1e6 },
      ],
    },
    { name: "backed by own plant", stages: [{ from: soon, importMw: 110, ownGenerationShare: 0.5 }] },
  ],
});
const million = (usd: number) => (usd / 1e6).toFixed(1);
console.log("option               M USD/yr   AI lost GWh/yr   mining lost   curtailed h/yr   year earlier M USD");
for (const option of options) {
  if (option.status !== "compared") {
    console.log(`${option.name.padEnd(21)}${option.status}`);
    continue;
  }
  const { figures, lostAiMwhPerYear, lostMiningMwhPerYear, yearEarlierUsd } = option;
  const cells: [text: string, width: number][] = [
    [million(figures.usdPerYear), 8],
    [(lostAiMwhPerYear / 1e3).toFixed(1), 17],
    [(lostMiningMwhPerYear / 1e3).toFixed(1), 14],
    [figures.curtailedHoursPerYear.toFixed(0), 17],
    [million(yearEarlierUsd), 21],
  ];
  console.log(option.name.padEnd(21) + cells.map(([text, width]) => text.padStart(width)).join(""));
}
for (const { best, other, differenceUsd, monthsOfDelay, curtailedHoursPerYear: hours } of breakEvens)
  console.log(
    `${best} beats ${other} by ${million(differenceUsd)} M USD, until it is ${monthsOfDelay.toFixed(1)} months late` +
      (Number.isFinite(hours)
        ? ` or curtailed for ${hours.toFixed(0)} hours a year`
        : ", however many hours it is curtailed"),
  );

/*
option               M USD/yr   AI lost GWh/yr   mining lost   curtailed h/yr   year earlier M USD
firm later               88.3            362.2         151.8                0                162.4
curtailable sooner       10.5             59.8          28.3              152                161.4
backed by own plant  not-possible
curtailable sooner beats firm later by 389.3 M USD, until it is 29.0 months late, however many hours it is curtailed
*/
