/**
 * How do you state, solve and analyse your own linear program? A site buys 50 MW for an hour from grid, gas and diesel.
 * The program is built by names and solved; ranging then says how far each price may move before the mix changes.
 */
import { checkSolution, LpBuilder, rangeCosts, rowActivities, solveLp } from "wattsplit/lp";
import { readCplexLp, writeCplexLp } from "wattsplit/lp/io";

const builder = new LpBuilder();
const sources = [
  { name: "grid", limitMw: 30, usdPerMwh: 40, tonnesPerMwh: 0.4 },
  { name: "gas", limitMw: 25, usdPerMwh: 70, tonnesPerMwh: 0.5 },
  { name: "diesel", limitMw: 40, usdPerMwh: 300, tonnesPerMwh: 0.8 },
];
for (const { name, limitMw, usdPerMwh } of sources) builder.addColumn(name, { upper: limitMw, cost: usdPerMwh });
builder.addRow(
  "need",
  { equal: 50 },
  sources.map(({ name }) => [name, 1]),
);
builder.addRow(
  "emissions",
  { upper: 24 },
  sources.map(({ name, tonnesPerMwh }) => [name, tonnesPerMwh]),
);
const lp = builder.build();

const solution = solveLp(lp);
if (solution.status !== "optimal") throw new Error(solution.status);
const mix = sources.map(({ name }, j) => `${name} ${solution.x[j]}`).join(", ");
console.log(`${solution.objective} USD: ${mix}; proved: ${checkSolution(lp, solution).ok}`);
console.log(`emissions ${rowActivities(lp, solution.x)[1]} t of 24`);
rangeCosts(lp, solution).forEach(({ left, right }, j) => {
  const cost = lp.cost[j];
  console.log(`${sources[j].name}: the mix holds from ${cost - left.validFor} to ${cost + right.validFor} USD/MWh`);
});

const text = writeCplexLp(lp);
console.log(text.trimEnd());
console.log(`read again: ${solveLp(readCplexLp(text)).objective} USD`);

/*
2600 USD: grid 30, gas 20, diesel 0; proved: true
emissions 22 t of 24
grid: the mix holds from -Infinity to 70 USD/MWh
gas: the mix holds from 40 to 300 USD/MWh
diesel: the mix holds from 70 to Infinity USD/MWh
Minimize
 obj: + 40 grid + 70 gas + 300 diesel
Subject To
 need: + grid + gas + diesel = 50
 emissions: + 0.4 grid + 0.5 gas + 0.8 diesel <= 24
Bounds
 0 <= grid <= 30
 0 <= gas <= 25
 0 <= diesel <= 40
End
read again: 2600 USD
*/
