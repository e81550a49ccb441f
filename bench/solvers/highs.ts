import type { Highs, Model } from "highs";
import type { CheckTolerances, LinearProgram } from "wattsplit/lp";
import type { BenchAnswer, BenchSolver, LoadedSolver, RollingRun } from "../bench-solver.ts";

/**
 * HiGHS in WebAssembly, arrays in and arrays out, through its persistent API. Each method has a file that uses this
 * one.
 */
export interface HighsMethod {
  readonly name: string;
  readonly what: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly tolerances?: CheckTolerances;
  /** Default: no limit. */
  readonly mostRows?: number;
  /** Absent if it can start from its last basis. */
  readonly coldOnly?: string;
}

export function highsMethod(method: HighsMethod): BenchSolver {
  const { options, mostRows = Infinity, ...described } = method;
  return {
    ...described,
    proof: "duals",
    limit: ({ numRows }) =>
      numRows > mostRows ? `not tried beyond ${mostRows} rows, where highs-simplex stands for HiGHS` : undefined,
    load: async () => {
      const { default: loadHighs } = await import("highs");
      const highs = await loadHighs();
      return loaded(highs, options, method.coldOnly === undefined);
    },
  };
}

function loaded(highs: Highs, options: HighsMethod["options"], warm: boolean): LoadedSolver {
  const open = (lp: LinearProgram, timeLimitMs: number): Model => {
    const model = highs.createModel(modelOf(highs, lp));
    model.options.set({ output_flag: false, time_limit: timeLimitMs / 1000, ...options });
    return model;
  };
  const solver: LoadedSolver = {
    prepare(lp, timeLimitMs) {
      const model = open(lp, timeLimitMs);
      return {
        solve: () => void model.run(),
        read: () => answerOf(highs, model, signOf(lp)),
        dispose: () => model.dispose(),
      };
    },
  };
  return warm ? { ...solver, roll: (_, timeLimitMs) => rolling(highs, (lp) => open(lp, timeLimitMs)) } : solver;
}

/**
 * The model is retained, its numbers are changed, and HiGHS warm-starts from its own basis. A basis shifted by an hour
 * has the wrong number of basic columns, which HiGHS refuses; repairing it outside was slower than this.
 */
function rolling(highs: Highs, open: (lp: LinearProgram) => Model): RollingRun {
  let model: Model | undefined;
  return {
    next(lp) {
      if (model === undefined) model = open(lp);
      else {
        const allCols = { kind: "range", from: 0, to: lp.numCols - 1 } as const;
        const allRows = { kind: "range", from: 0, to: lp.numRows - 1 } as const;
        model.changeColsCost(allCols, costOf(lp));
        model.changeColsBounds(allCols, lp.colLower, lp.colUpper);
        model.changeRowsBounds(allRows, lp.rowLower, lp.rowUpper);
        model.zeroAllClocks(); // the time limit counts from here
      }
      model.run();
      return answerOf(highs, model, signOf(lp));
    },
    dispose: () => model?.dispose(),
  };
}

/**
 * NB: always solved as `min`, with signs changed here. HiGHS 1.15.3's interior point without crossover gives a `max`
 * program the row duals of the `min` one, and then reports its own answer as `unknown`.
 */
function signOf({ sense }: LinearProgram): 1 | -1 {
  return sense === "max" ? -1 : 1;
}

function costOf(lp: LinearProgram): Float64Array {
  return signed(lp.cost, signOf(lp));
}

function signed(vector: Float64Array, sign: 1 | -1): Float64Array {
  return sign === 1 ? vector : vector.map((entry) => -entry);
}

function answerOf({ constants: { modelStatus } }: Highs, model: Model, sign: 1 | -1): BenchAnswer {
  const status = model.getModelStatus();
  if (status !== modelStatus.optimal) {
    const [word] = Object.entries(modelStatus).find(([, code]) => code === status) ?? [`status ${String(status)}`];
    return { status: word === "timeLimit" ? "time-limit" : word, objective: NaN };
  }
  const { colValue: x, rowDual, colDual } = model.getSolution();
  return {
    status: "optimal",
    objective: sign * model.getObjectiveValue(),
    x,
    y: signed(rowDual, sign),
    reducedCost: signed(colDual, sign),
  };
}

function modelOf({ constants: { objectiveSense } }: Highs, lp: LinearProgram) {
  return {
    numCols: lp.numCols,
    numRows: lp.numRows,
    sense: objectiveSense.minimize,
    offset: signOf(lp) * lp.objectiveOffset,
    colCost: costOf(lp),
    colLower: lp.colLower,
    colUpper: lp.colUpper,
    rowLower: lp.rowLower,
    rowUpper: lp.rowUpper,
    matrix: {
      format: "csc",
      numRows: lp.numRows,
      numCols: lp.numCols,
      starts: lp.colStart,
      indices: lp.rowIndex,
      values: lp.value,
    },
  } as const;
}
