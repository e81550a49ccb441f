/**
 * What does the 25-hour day cost? ERCOT's day-ahead file as downloaded, for the evening on which clocks are set back.
 * The hour from 1 to 2 occurs twice and only a flag tells the two apart; one price is negative. Every row becomes an
 * instant, and the planner accepts the prices directly.
 */
import { planPower } from "wattsplit";
import { readMarketPrices } from "wattsplit/io";

const file = `DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag
11/01/2026,01:00,HB_NORTH,24.10,N
11/01/2026,01:00,HB_WEST,21.00,N
11/01/2026,02:00,HB_NORTH,22.75,N
11/01/2026,02:00,HB_WEST,12.40,N
11/01/2026,02:00,HB_NORTH,19.90,Y
11/01/2026,02:00,HB_WEST,-3.25,Y
11/01/2026,03:00,HB_NORTH,18.30,N
11/01/2026,03:00,HB_WEST,-1.10,N
11/01/2026,04:00,HB_NORTH,131.00,N
11/01/2026,04:00,HB_WEST,128.60,N
`;

try {
  readMarketPrices(file);
} catch (error) {
  console.log((error as Error).message);
}

const { market, location, currency, prices } = readMarketPrices(file, { location: "HB_WEST" });
console.log(`${market}, ${location}, ${currency}: ${prices.length} intervals`);
for (const { start, minutes, perMwh } of prices) console.log(`${start}  ${minutes} min  ${perMwh}`);

const plan = planPower({
  horizon: {
    start: "2026-11-01T00:00:00-05:00",
    timeZone: "America/Chicago",
    intervalMinutes: 60,
    count: prices.length,
  },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    {
      kind: "grid",
      name: "grid",
      importLimitMw: 30,
      importPriceUsdPerMwh: prices.map(({ start, minutes, perMwh }) => ({ start, minutes, value: perMwh })),
    },
    { kind: "ai-firm", name: "inference", facilityMw: 10, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 5000 },
  ],
});
if (plan.status !== "optimal") throw new Error(plan.detail);
const { rigs } = plan.assets;
if (rigs.kind !== "mining-fleet") throw new Error("unexpected kind");
plan.intervalStarts.forEach((start, t) => console.log(`${start}  rigs ${rigs.series.powerMw[t].toFixed(2)} MW`));

/*
The file has 1 fault:
  file: got 2 locations: HB_NORTH, HB_WEST, wanted one location; choose it with options.location
ercot-day-ahead, HB_WEST, USD: 5 intervals
2026-11-01T05:00:00.000Z  60 min  21
2026-11-01T06:00:00.000Z  60 min  12.4
2026-11-01T07:00:00.000Z  60 min  -3.25
2026-11-01T08:00:00.000Z  60 min  -1.1
2026-11-01T09:00:00.000Z  60 min  128.6
2026-11-01T00:00:00-05:00  rigs 18.37 MW
2026-11-01T01:00:00-05:00  rigs 18.37 MW
2026-11-01T01:00:00-06:00  rigs 18.37 MW
2026-11-01T02:00:00-06:00  rigs 18.37 MW
2026-11-01T03:00:00-06:00  rigs 0.13 MW
*/
