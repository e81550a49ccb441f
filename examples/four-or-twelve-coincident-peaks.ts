/**
 * What changes for a mining site if ERCOT bills 12 coincident peaks of 30 minutes in place of 4 of 15? Every month has
 * 20 days on which the system may peak between 15:00 and 18:00, each interval with the same probability. The rate per
 * MW and year is held equal; it would change with the rule, and no rate of 12CP has been published.
 */
import { ercotPeaks2026_11, planPower, presetValues } from "wattsplit";

const DAYS = 20;
const rate = presetValues(ercotPeaks2026_11.fourCpRate);
const rules = { "4CP": presetValues(ercotPeaks2026_11.fourCp), "12CP": presetValues(ercotPeaks2026_11.twelveCp) };

/** One such day: its cost, and mining energy not drawn between 15:00 and 18:00. */
function day(month: number, rule: (typeof rules)[keyof typeof rules], sheds: boolean) {
  const date = `2026-${String(month).padStart(2, "0")}-14`;
  const offset = month >= 3 && month < 11 ? "-05:00" : "-06:00";
  const count = (3 * 60) / rule.intervalMinutes;
  const intervals = Array.from({ length: count }, (_, k) => {
    const minute = k * rule.intervalMinutes;
    const clock = `${15 + Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
    return { start: `${date}T${clock}:00${offset}`, probability: 1 / (count * DAYS) };
  });
  const isPeakMonth = rule.months.includes(month);
  const plan = planPower({
    horizon: { start: `${date}T12:00:00${offset}`, timeZone: "America/Chicago", intervalMinutes: 15, count: 32 },
    bitcoin: { hashpriceUsdPerPhDay: 40 },
    assets: [
      {
        kind: "grid",
        name: "grid",
        importLimitMw: 60,
        importPriceUsdPerMwh: 35,
        ...(isPeakMonth && { coincidentPeak: { ...rule, ...rate, months: [...rule.months], intervals } }),
      },
      sheds
        ? { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 2500, standbyWPerRig: 0 }
        : { kind: "ai-firm", name: "always on", facilityMw: (2500 * 3645 * 1.05 * 0.96) / 1e6 },
    ],
  });
  if (plan.status !== "optimal") throw new Error(plan.detail);
  const peaksUsd = plan.ledger.lines.reduce((usd, line) => usd + (line.item === "coincident peak" ? line.usd : 0), 0);
  const rigs = plan.assets.rigs;
  const shedMwh = rigs?.kind === "mining-fleet" ? rigs.totals.shedMwh : 0;
  return { peaksUsd, shedMwh };
}

for (const [name, rule] of Object.entries(rules)) {
  let [fullUsd, peaksUsd, shedMwh] = [0, 0, 0];
  for (let month = 1; month <= 12; month++) {
    fullUsd += DAYS * day(month, rule, false).peaksUsd;
    const mining = day(month, rule, true);
    peaksUsd += DAYS * mining.peaksUsd;
    shedMwh += DAYS * mining.shedMwh;
  }
  const worth = rate.usdPerMwYear / rule.months.length / (3 * DAYS);
  console.log(`${name}: a MWh from 15 to 18 h costs ${worth.toFixed(0)} USD in ${rule.months.length} months`);
  console.log(`  a load always on pays ${fullUsd.toFixed(0)} USD a year`);
  console.log(`  rigs that plan pay ${peaksUsd.toFixed(0)} USD and leave ${shedMwh.toFixed(0)} MWh unmined`);
}

/*
4CP: a MWh from 15 to 18 h costs 313 USD in 4 months
  a load always on pays 688905 USD a year
  rigs that plan pay 0 USD and leave 2204 MWh unmined
12CP: a MWh from 15 to 18 h costs 104 USD in 12 months
  a load always on pays 688905 USD a year
  rigs that plan pay 0 USD and leave 6613 MWh unmined
*/
