import { describe, expect, it } from "vitest";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { solveWithHighs } from "../../support/highs-oracle.ts";
import { expectSeries, faultsOf, gridAsset, optimalPlan, readingOf, ruleOf } from "../../support/plans.ts";
import { seededUniform } from "../../support/random-programs.ts";

/** 1 MW at no load, 1.1 MW per MW of IT up to 6, 1.6 beyond. */
const points = [
  { itMw: 0, facilityMw: 1 },
  { itMw: 6, facilityMw: 7.6 },
  { itMw: 10, facilityMw: 14 },
];
const at = (hour: number) => `2026-07-14T${String(hour).padStart(2, "0")}:00:00-05:00`;
const job = (fields: Record<string, unknown> = {}) => ({
  name: "training",
  energyItMwh: 8,
  release: at(0),
  deadline: at(2),
  maxMw: 10,
  ...fields,
});
const load = (jobs: unknown[], fields: Record<string, unknown> = {}) => ({
  kind: "ai-deferrable",
  name: "batch",
  facilityByIt: { points },
  jobs,
  ...fields,
});
const priced = (importPriceUsdPerMwh: readonly number[], jobs: unknown[], fields = {}) => ({
  count: importPriceUsdPerMwh.length,
  assets: [gridAsset({ importPriceUsdPerMwh }), load(jobs, fields)],
});
const read = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "batch", "ai-deferrable");

describe("jobs in a hall whose PUE rises with its load", () => {
  it("spread where the steep part of the curve costs more than a more expensive hour", () => {
    // A MWh of IT: 33 in hour 0 up to 6 MW, then 48; 44 in hour 1. 6 and 2: 30 x 7.6 + 40 x 3.2. By one PUE all 8 ran
    // in hour 0.
    const spread = optimalPlan(priced([30, 40], [job()]));
    expectSeries(read(spread).jobs[0].powerMw, [6, 2]);
    expectSeries(read(spread).series.servedMw, [7.6, 3.2]);
    expectSeries(read(spread).netBusMw, [-7.6, -3.2]);
    expect(spread.objectiveUsd).toBeCloseTo(356, 6);
    expect(read(spread).jobs[0].usdPerMwh).toBeCloseTo(44, 6);
    // At 45 hour 1 costs 49.5: all 8 in hour 0, 30 x 10.8, and the hall's MW at no load in hour 1.
    const together = optimalPlan(priced([30, 45], [job()]));
    expectSeries(read(together).jobs[0].powerMw, [8, 0]);
    expect(together.objectiveUsd).toBeCloseTo(369, 6);
    expect(read(together).totals).toMatchObject({ servedMwh: expect.closeTo(8, 9), unservedMwh: 0 });
  });

  it("share it: what one adds is on top of the other, and the cap is on what the hall draws", () => {
    // 4 + 4 MW in one hour: 1 + 6.6 + 3.2. Each alone would draw 5.4.
    const two = optimalPlan(
      priced(
        [30],
        [job({ energyItMwh: 4, deadline: at(1) }), job({ name: "tuning", energyItMwh: 4, deadline: at(1) })],
      ),
    );
    expectSeries(read(two).series.servedMw, [10.8]);
    // 6.5 MW are 1 + 1.1 x 5: 5 in hour 0, 3 in hour 1, 30 x 6.5 + 45 x 4.3.
    const capped = optimalPlan(priced([30, 45], [job()], { capMw: 6.5 }));
    expectSeries(read(capped).jobs[0].powerMw, [5, 3]);
    expect(capped.objectiveUsd).toBeCloseTo(388.5, 6);
  });

  it("owe IT energy: GPU-hours, what is left undone, and what stays open", () => {
    // 4000 GPU-h x 1.5 kW = 6 MWh; at 60 a MWh of IT costs 66, more than the 50 of leaving it.
    const unmet = optimalPlan(
      priced([60], [job({ energyItMwh: undefined, energyGpuHours: 4000, deadline: at(1), unmetUsdPerMwh: 50 })], {
        kwPerGpu: 1.5,
      }),
    );
    expect(read(unmet).jobs[0]).toMatchObject({ unmetMwh: expect.closeTo(6, 9), servedMwh: 0 });
    expect(unmet.objectiveUsd).toBeCloseTo(60 + 300, 6);
    // 2 of 4 hours: a pace of 4 of 8 MWh. Behind it a MWh of IT stands at 2 x 50 for each of up to 1.6 MWh it takes.
    const late = optimalPlan(priced([50, 50], [job({ deadline: at(4), maxMw: 4 })]));
    expect(late.notices.join()).toContain("valued at 160.00 USD/MWh");
    expect(read(late).endState.openMwh.training).toBeCloseTo(4, 7);
  });

  it("leave the hall off where its overhead may be cut, but never while they run", () => {
    // Overhead free to cut: hour 0 has the job and pays 7.6 x 30, hours 1 and 2 are off.
    const off = optimalPlan(
      priced([30, 40, 40], [job({ energyItMwh: 6, deadline: at(1) })], {
        facilityByIt: { points, unservedUsdPerMwh: 0 },
      }),
    );
    expectSeries(read(off).series.servedMw, [7.6, 0, 0]);
    expect(off.objectiveUsd).toBeCloseTo(228, 6);
  });

  it("fill its segments in order where power costs less than nothing, too", () => {
    // At -30 a plain program would run all 8 MWh steeply, in both hours. In order: 8 in one hour draw 10.8, as 4 in
    // each 5.4. So draw is greatest with 8 in one hour: -30 (10.8 + 1).
    const paid = optimalPlan(priced([-30, -30], [job()]));
    expect(paid.objectiveUsd).toBeCloseTo(-354, 6);
  });

  it("is what HiGHS finds over the curve's own points, on 40 random halls", () => {
    for (let seed = 0; seed < 40; seed++) {
      const uniform = seededUniform(seed * 7919 + 5);
      const whole = (from: number, to: number) => from + Math.floor(uniform() * (to - from + 1));
      const hours = whole(3, 8);
      const price = Array.from({ length: hours }, () => whole(0, 150));
      // Slopes that rise, from 1 on.
      const curve = [{ itMw: 0, facilityMw: whole(0, 2) }];
      for (let [k, slope] = [0, 1]; k < whole(1, 4) || k === 0; k++) {
        const width = whole(1, 5);
        slope += 0.2 * uniform();
        curve.push({ itMw: curve[k].itMw + width, facilityMw: curve[k].facilityMw + slope * width });
      }
      const most = curve[curve.length - 1].itMw;
      const jobs = Array.from({ length: whole(1, 3) }, (_, j) => {
        const release = whole(0, hours - 2);
        const deadline = whole(release + 1, hours);
        const maxMw = whole(1, most);
        return {
          name: `job ${j}`,
          energyItMwh: whole(0, maxMw * (deadline - release)),
          release,
          deadline,
          maxMw,
          unmetUsdPerMwh: whole(20, 300),
        };
      });
      const plan = optimalPlan(
        priced(
          price,
          jobs.map(({ release, deadline, ...fields }) => ({ ...fields, release: at(release), deadline: at(deadline) })),
          { facilityByIt: { points: curve } },
        ),
      );
      const oracle = solveWithHighs(programOfPoints(curve, jobs, price));
      expect(oracle.status).toBe("optimal");
      expect(Math.abs(plan.objectiveUsd - oracle.objective), `seed ${seed}`).toBeLessThan(
        1e-6 * Math.max(1, Math.abs(oracle.objective)),
      );
    }
  });

  it("under the threshold rule each job draws its step of the curve", () => {
    const jobs = [
      job({ name: "a", energyItMwh: 4, deadline: at(1), maxMw: 4 }),
      job({ name: "b", energyItMwh: 8, maxMw: 4 }),
    ];
    const [idle, a, b] = ruleOf(priced([50, 50], jobs), "batch").flows;
    expect([idle.role, idle.reachMw(0), a.role]).toEqual(["must-serve", 1, "as-soon-as-possible"]);
    // a's 4 MW at 1.1; b has 2 of its 4 at 1.1 and 2 at 1.6.
    expect([a.reachMw(0), b.reachMw(0)]).toEqual([expect.closeTo(4.4, 9), expect.closeTo(5.4, 9)]);
    a.tookMw?.(0, 4.4);
    expect(a.fixes[0].value(0, 4.4)).toBeCloseTo(4, 9);
    // Of 3.8 MW b gets 2.2 for 2 MW and 1.6 for one more.
    b.tookMw?.(0, 3.8);
    expect(b.fixes[0].value(0, 3.8)).toBeCloseTo(3, 9);
    // 5 MWh left of b, 4 MW at most, alone in hour 1.
    expect(b.reachMw(1)).toBeCloseTo(4.4, 9);
    // 6.5 MW of the hall are 5 of IT: one for b beside a's 4.
    expect(ruleOf(priced([50, 50], jobs, { capMw: 6.5 }), "batch").flows[2].reachMw(0)).toBeCloseTo(1.1, 9);
  });
});

it.each<[string, Record<string, unknown>, Record<string, unknown>, string]>([
  [
    "a facility energy",
    { energyItMwh: undefined, energyFacilityMwh: 8 },
    {},
    "assets[1].jobs[0].energyFacilityMwh: got facility energy with facilityByIt, wanted energyItMwh or " +
      "energyGpuHours: at part load the same facility energy does different amounts of work; give the IT energy",
  ],
  [
    "a PUE beside the curve",
    {},
    { pue: 1.2 },
    "assets[1].facilityByIt: got pue and facilityByIt, wanted one of them; keep the curve if PUE varies with load",
  ],
  [
    "a job beyond the curve",
    { maxMw: 11 },
    {},
    "assets[1].jobs[0].maxMw: got 11, wanted at most 10 MW of IT, the last point of facilityByIt; add a " +
      "point there; nothing is prolonged",
  ],
  [
    "a cap under the draw at no load",
    {},
    { capMw: [5, 0.5] },
    "assets[1].capMw: got 0.5 in interval 1, wanted at least what the hall draws at no load, 1 MW; raise it, " +
      "or correct facilityByIt",
  ],
  [
    "a curve that flattens",
    {},
    { facilityByIt: { points: [points[0], { itMw: 6, facilityMw: 9 }, { itMw: 10, facilityMw: 13 }] } },
    "a linear program takes the flat part first",
  ],
])("%s is refused", (_what, fields, own, message) => {
  const found = faultsOf(priced([30, 40], [job(fields)], own)).map(
    ({ path, given, wanted, fix }) => `${path}: got ${given}, wanted ${wanted}; ${fix}`,
  );
  expect(
    found.filter((words) => words.includes(message)),
    found.join("\n"),
  ).toHaveLength(1);
});

/**
 * The same site without segments: in every hour a mix of the curve's points, shares l_k >= 0 that sum to 1.
 *     min sum_t price_t sum_k f_k l_kt + sum_j unmet_j u_j, sum_k y_k l_kt = sum_j x_jt, sum_t x_jt + u_j = energy_j
 */
function programOfPoints(
  curve: readonly { itMw: number; facilityMw: number }[],
  jobs: readonly { energyItMwh: number; release: number; deadline: number; maxMw: number; unmetUsdPerMwh: number }[],
  price: readonly number[],
): LinearProgram {
  const hours = price.length;
  const columns: { cost: number; upper: number; entries: [number, number][] }[] = [];
  price.forEach((usd, t) =>
    curve.forEach(({ itMw, facilityMw }) =>
      columns.push({
        cost: usd * facilityMw,
        upper: 1,
        entries: [
          [t, 1],
          [hours + t, itMw],
        ],
      }),
    ),
  );
  jobs.forEach(({ release, deadline, maxMw, unmetUsdPerMwh }, j) => {
    for (let t = release; t < deadline; t++)
      columns.push({
        cost: 0,
        upper: maxMw,
        entries: [
          [hours + t, -1],
          [2 * hours + j, 1],
        ],
      });
    columns.push({ cost: unmetUsdPerMwh, upper: Infinity, entries: [[2 * hours + j, 1]] });
  });
  const rhs = Float64Array.from([
    ...price.map(() => 1),
    ...price.map(() => 0),
    ...jobs.map(({ energyItMwh }) => energyItMwh),
  ]);
  const entries = columns.flatMap((column) => column.entries);
  let next = 0;
  return {
    numCols: columns.length,
    numRows: rhs.length,
    sense: "min",
    objectiveOffset: 0,
    cost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: rhs,
    rowUpper: rhs,
    colStart: Int32Array.from([0, ...columns.map((column) => (next += column.entries.length))]),
    rowIndex: Int32Array.from(entries, ([row]) => row),
    value: Float64Array.from(entries, ([, value]) => value),
  };
}
