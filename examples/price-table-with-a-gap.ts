/**
 * What if a table lacks an hour? A site's own export: stamps at the end of each hour in fixed Pacific Standard Time,
 * prices per kWh, one of them blank. The caller states what the file does not. The gap is an error until a policy is
 * named; then every filled interval is listed.
 */
import { planPower } from "wattsplit";
import { readSeries, type ReadSeriesOptions } from "wattsplit/io";

const table = `Datetime (he),DA Price ($/kWh)
3/8/2026 1:00,0.0312
3/8/2026 2:00,0.0298
3/8/2026 3:00,
3/8/2026 4:00,-0.0041
3/8/2026 5:00,0.1405
3/8/2026 6:00,0.0520
`;

const options: ReadSeriesOptions = {
  value: "DA Price ($/kWh)",
  unit: "per kWh",
  stamp: { column: "Datetime (he)", layout: "MM/dd/yyyy HH:mm" },
  stampIs: "end",
  timeZone: "-08:00",
};

for (const wrong of [options, { ...options, unit: "per MWh" as const }]) {
  try {
    readSeries(table, wrong);
  } catch (error) {
    console.log((error as Error).message);
  }
}

const { unit, values, filled } = readSeries(table, { ...options, gaps: "interpolate" });
console.log(`${values.length} values ${unit} from ${values[0].start}`);
for (const { start, value } of filled) console.log(`filled: ${start} ${value.toFixed(2)}`);

const plan = planPower({
  horizon: {
    start: "2026-03-08T00:00:00-08:00",
    timeZone: "America/Los_Angeles",
    intervalMinutes: 60,
    count: values.length,
  },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 20, importPriceUsdPerMwh: values },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 5000 },
  ],
});
if (plan.status !== "optimal") throw new Error(plan.detail);
const { grid } = plan.assets;
if (grid.kind !== "grid") throw new Error("unexpected kind");
plan.intervalStarts.forEach((start, t) =>
  console.log(
    `${start}  ${values[t].value.toFixed(1).padStart(6)} USD/MWh  import ${grid.series.importMw[t].toFixed(2)} MW`,
  ),
);

/*
The file has 1 fault:
  line 4: got a blank for 2026-03-08T10:00:00.000Z, 60 minutes, wanted a value for every interval; add it, or choose options.gaps: "omit", "previous", "interpolate", "day-before", "week-before"
The file has 1 fault:
  line 1, column 2 (DA Price ($/kWh)): got options.unit "per MWh", wanted the unit of the heading, per kWh; correct options.unit or the heading
6 values per MWh from 2026-03-08T08:00:00.000Z
filled: 2026-03-08T10:00:00.000Z 12.85
2026-03-08T00:00:00-08:00    31.2 USD/MWh  import 18.37 MW
2026-03-08T01:00:00-08:00    29.8 USD/MWh  import 18.37 MW
2026-03-08T03:00:00-07:00    12.9 USD/MWh  import 18.37 MW
2026-03-08T04:00:00-07:00    -4.1 USD/MWh  import 18.37 MW
2026-03-08T05:00:00-07:00   140.5 USD/MWh  import 0.13 MW
2026-03-08T06:00:00-07:00    52.0 USD/MWh  import 18.37 MW
*/
