/**
 * How does a plan get to the people who operate the site, and back? The schedule becomes a table for a spreadsheet, one
 * row per interval with units in the headings. Input and result become JSON that is read back without loss, to the last
 * bit.
 */
import { parsePlanInput, planPower, type PlanInput } from "wattsplit";
import { planFromJson, planToJson, readSeries, resultFromJson, resultToJson, writeSchedule } from "wattsplit/io";

const input: PlanInput = {
  horizon: { start: "2026-07-14T15:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 4 },
  bitcoin: { hashpriceUsdPerPhDay: 40 },
  assets: [
    { kind: "grid", name: "grid", importLimitMw: 30, importPriceUsdPerMwh: Float64Array.of(45, 210, -8, 60) },
    { kind: "ai-firm", name: "inference", facilityMw: 12, vollUsdPerMwh: 5000 },
    { kind: "mining-fleet", name: "rigs", rig: "Antminer S21 XP", rigs: 4000 },
  ],
};
const plan = planPower(input);
if (plan.status !== "optimal") throw new Error(plan.detail);

const csv = writeSchedule(plan);
const [header, ...rows] = csv
  .trim()
  .split("\r\n")
  .map((line) => line.split(","));
const shown = [
  "start",
  "grid importMw (MW)",
  "inference servedMw (MW)",
  "rigs powerMw (MW)",
  "site powerUsdPerMwh (USD/MWh)",
];
const columns = shown.map((name) => header.indexOf(name));
console.log(shown.join(" | "));
for (const row of rows)
  console.log(columns.map((column, k) => (k === 0 ? row[column] : Number(row[column]).toFixed(2))).join(" | "));

// Any column can be read as a series that a later plan accepts as a curve.
const { values } = readSeries(csv, {
  value: "site powerUsdPerMwh (USD/MWh)",
  unit: "per MWh",
  stamp: { column: "start" },
  stampIs: "start",
  gaps: "error",
});
console.log(
  `value of power at ${values[1].start}: ${values[1].value.toFixed(2)} USD/MWh for ${values[1].minutes} minutes`,
);

const stored = resultToJson(plan);
const back = resultFromJson(stored);
const again = planPower(parsePlanInput(planFromJson(planToJson(input))));
if (back.status !== "optimal" || again.status !== "optimal") throw new Error("unexpected status");
console.log(
  `result on file: ${back.assets.grid.netBusMw instanceof Float64Array ? "typed arrays" : "lists"}, ` +
    `objective ${back.objectiveUsd === plan.objectiveUsd ? "the same" : "another"}`,
);
console.log(
  `input on file: planned again to ${again.objectiveUsd === plan.objectiveUsd ? "the same" : "another"} objective`,
);

try {
  planFromJson(stored);
} catch (error) {
  console.log((error as Error).message);
}

/*
start | grid importMw (MW) | inference servedMw (MW) | rigs powerMw (MW) | site powerUsdPerMwh (USD/MWh)
2026-07-14T15:00:00-05:00 | 26.70 | 12.00 | 14.70 | 45.00
2026-07-14T16:00:00-05:00 | 12.10 | 12.00 | 0.10 | 210.00
2026-07-14T17:00:00-05:00 | 26.70 | 12.00 | 14.70 | -8.00
2026-07-14T18:00:00-05:00 | 26.70 | 12.00 | 14.70 | 60.00
value of power at 2026-07-14T21:00:00.000Z: 210.00 USD/MWh for 60 minutes
result on file: typed arrays, objective the same
input on file: planned again to the same objective
The file has 1 fault:
  file: got a result, wanted a plan, as planToJson writes it; read it with resultFromJson
*/
