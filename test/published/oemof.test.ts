import { describe, expect, it } from "vitest";
import { checkSolution, solveLp, type LinearProgram } from "wattsplit/lp";
import { caseColumns, casesAbsence, casesPresent, isNear, publishedCase } from "../support/published-cases.ts";

/** oemof-solph (MIT). The planner has no heat and does not size stores, so these two use `wattsplit/lp`. */

interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly entries: [row: number, value: number][];
}

/** Named rows and columns of the model, converted to computational form. */
class ProgramBuilder {
  readonly columns: Column[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];

  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  column(cost: number, upper: number, entries: [row: number, value: number][], lower = 0): number {
    return this.columns.push({ cost, lower, upper, entries }) - 1;
  }

  build(): LinearProgram {
    const of = (get: (column: Column) => number) => Float64Array.from(this.columns, get);
    const entries = this.columns.map((column) => column.entries.toSorted(([a], [b]) => a - b));
    let stored = 0;
    return {
      numRows: this.rowLower.length,
      numCols: this.columns.length,
      colStart: Int32Array.from([0, ...entries.map((own) => (stored += own.length))]),
      rowIndex: Int32Array.from(entries.flat(), ([row]) => row),
      value: Float64Array.from(entries.flat(), ([, value]) => value),
      cost: of(({ cost }) => cost),
      colLower: of(({ lower }) => lower),
      colUpper: of(({ upper }) => upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      sense: "min",
      objectiveOffset: 0,
    };
  }
}

function solved(program: ProgramBuilder): { readonly x: Float64Array; readonly objective: number } {
  const lp = program.build();
  const solution = solveLp(lp);
  expect(solution.status).toBe("optimal");
  expect(checkSolution(lp, solution).ok).toBe(true);
  return { x: solution.x as Float64Array, objective: solution.objective };
}

const sumOf = (x: Float64Array, columns: readonly number[]) => columns.reduce((sum, column) => sum + x[column], 0);

describe.skipIf(!casesPresent)(`oemof${casesAbsence}`, () => {
  it("oemof_simple_dispatch: 120 hours of power and heat", () => {
    const {
      inputs,
      expected,
      checked_here: checked,
    } = publishedCase<
      {
        timeseries_file: string;
        wind_cap: number;
        pv_cap: number;
        demand_el_scale: number;
        demand_th_scale: number;
        units: Record<string, { cap: number; cost: number }>;
        chp: { el_eff: number; th_eff: number; th_cap: number };
        heat_pump: { cop: number; max_heat: number };
      },
      { sums: Record<string, number>; abs_tolerance: number }
    >("oemof_simple_dispatch");
    const series = caseColumns(inputs.timeseries_file);
    const program = new ProgramBuilder();
    const columns: Record<string, number[]> = { heat_pump: [], excess: [] };
    const totals: Record<string, number> = { wind: 0, pv: 0, demand: 0 };
    const { chp, heat_pump: pump } = inputs;
    for (let t = 0; t < series.wind.length; t++) {
      const [wind, pv, demand] = [
        series.wind[t] * inputs.wind_cap,
        series.pv[t] * inputs.pv_cap,
        series.demand_el[t] * inputs.demand_el_scale,
      ];
      Object.entries({ wind, pv, demand }).forEach(([name, mw]) => {
        totals[name] += mw;
      });
      const heatMw = series.demand_th[t] * inputs.demand_th_scale;
      const power = program.row(demand - wind - pv, demand - wind - pv);
      const heat = program.row(heatMw, heatMw);
      for (const [name, { cap, cost }] of Object.entries(inputs.units)) {
        const heatPerMw = chp.th_eff / chp.el_eff;
        const isChp = name === "chp";
        (columns[name] ??= []).push(
          program.column(
            cost,
            isChp ? Math.min(cap, chp.th_cap / heatPerMw) : cap,
            isChp
              ? [
                  [power, 1],
                  [heat, heatPerMw],
                ]
              : [[power, 1]],
          ),
        );
      }
      columns.heat_pump.push(
        program.column(0, pump.max_heat / pump.cop, [
          [power, -1],
          [heat, pump.cop],
        ]),
      );
      columns.excess.push(program.column(0, Infinity, [[power, -1]]));
    }
    const { x, objective } = solved(program);
    for (const [name, wanted] of Object.entries(expected.sums)) {
      expect(Math.abs((columns[name] ? sumOf(x, columns[name]) : totals[name]) - wanted), name).toBeLessThanOrEqual(
        expected.abs_tolerance,
      );
    }
    expect(isNear(objective, checked.lp_objective as number, 1e-9)).toBe(true);
  });

  it("oemof_storage_investment: the size of a store at costs of 1e11", () => {
    const { inputs, expected } = publishedCase<
      {
        timeseries_file: string;
        wind_cap: number;
        pv_cap: number;
        gas_plant: { efficiency: number; cost_per_mwh: number };
        gas_budget: number;
        storage: {
          inflow_cost: number;
          outflow_cost: number;
          input_output_capacity_ratio: number;
          inflow_eff: number;
          outflow_eff: number;
          initial_level: number;
          existing: number;
          annuity: number;
        };
      },
      Record<
        "objective" | "storage_invest" | "excess" | "charge" | "gas_el" | "pv" | "discharge" | "wind" | "demand",
        number
      >
    >("oemof_storage_investment");
    const series = caseColumns(inputs.timeseries_file);
    const { storage, gas_plant: plant } = inputs;
    const count = series.demand_el.length;
    const program = new ProgramBuilder();
    const budget = program.row(-Infinity, inputs.gas_budget * plant.efficiency);
    const sized: [row: number, value: number][] = [];
    const columns: Record<"charge" | "discharge" | "gas" | "excess", number[]> = {
      charge: [],
      discharge: [],
      gas: [],
      excess: [],
    };
    const levels = Array.from({ length: count }, () => program.row(0, 0));
    const ratio = storage.input_output_capacity_ratio;
    for (let t = 0; t < count; t++) {
      const freeMw = series.wind[t] * inputs.wind_cap + series.pv[t] * inputs.pv_cap;
      const power = program.row(series.demand_el[t] - freeMw, series.demand_el[t] - freeMw);
      // Power and level of the store are within the existing and built capacity.
      const [mostIn, mostOut, mostStored] = [ratio * storage.existing, ratio * storage.existing, storage.existing].map(
        (mw) => program.row(-Infinity, mw),
      );
      sized.push([mostIn, -ratio], [mostOut, -ratio], [mostStored, -1]);
      columns.gas.push(
        program.column(plant.cost_per_mwh, Infinity, [
          [power, 1],
          [budget, 1],
        ]),
      );
      columns.excess.push(program.column(0, Infinity, [[power, -1]]));
      columns.charge.push(
        program.column(storage.inflow_cost, Infinity, [
          [power, -1],
          [mostIn, 1],
          [levels[t], -storage.inflow_eff],
        ]),
      );
      columns.discharge.push(
        program.column(storage.outflow_cost, Infinity, [
          [power, 1],
          [mostOut, 1],
          [levels[t], 1 / storage.outflow_eff],
        ]),
      );
      // The final level equals the initial level.
      const isLast = t === count - 1;
      program.column(
        0,
        isLast ? storage.initial_level : Infinity,
        [[mostStored, 1], [levels[t], 1], ...(isLast ? [] : [[levels[t + 1], -1] as [number, number]])],
        isLast ? storage.initial_level : 0,
      );
    }
    const invest = program.column(storage.annuity, Infinity, sized);
    const { x, objective } = solved(program);
    const totals = { wind: series.wind, pv: series.pv, demand: series.demand_el };
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const found = {
      objective,
      storage_invest: x[invest],
      excess: sumOf(x, columns.excess),
      charge: sumOf(x, columns.charge),
      discharge: sumOf(x, columns.discharge),
      gas_el: sumOf(x, columns.gas),
      wind: sum(totals.wind) * inputs.wind_cap,
      pv: sum(totals.pv) * inputs.pv_cap,
      demand: sum(totals.demand),
    };
    for (const [name, wanted] of Object.entries(expected)) {
      expect(
        isNear(found[name as keyof typeof found], wanted, 1e-6),
        `${name}: ${found[name as keyof typeof found]} and ${wanted}`,
      ).toBe(true);
    }
  });
});
