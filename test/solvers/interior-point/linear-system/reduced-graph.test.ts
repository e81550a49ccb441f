import { describe, expect, it } from "vitest";
import { scaleProgram } from "../../../../src/lp/scale.ts";
import { boundedForm } from "../../../../src/solvers/interior-point/form/bounded-form.ts";
import { reducedGraph } from "../../../../src/solvers/interior-point/linear-system/reduced-graph.ts";
import { randomProgram } from "../../../support/random-programs.ts";

describe("reducedGraph", () => {
  // Against its definition, entry by entry: i ~ i' where a squared column has both, i ~ m + s where retained column s
  // has i.
  it.each([0, 1, 2, 3, 40])(
    "joins rows over squared columns and retained columns to their rows, longest squared %i",
    (longest) => {
      for (let seed = 0; seed < 40; seed++) {
        const lp = randomProgram(seed, { maxRows: 8, maxCols: 12, feasibleShare: 1 });
        const { form } = boundedForm(lp, scaleProgram(lp));
        const graph = reducedGraph(form, longest);
        const wanted = Array.from({ length: graph.numNodes }, () => new Set<number>());
        const retained: number[] = [];
        for (let j = 0; j < form.numCols; j++) {
          const rows = form.rowIndex.subarray(form.colStart[j], form.colStart[j + 1]);
          const isRetained = rows.length > longest || (j >= form.numSigned && rows.length > 0);
          const node = form.numRows + retained.length;
          if (isRetained) retained.push(j);
          for (const i of rows) {
            if (isRetained) wanted[node].add(i);
            for (const other of isRetained ? [node] : rows) wanted[i].add(other);
          }
        }
        expect([...graph.retainedCols]).toEqual(retained);
        for (let node = 0; node < graph.numNodes; node++) {
          const found = [...graph.neighbour.subarray(graph.start[node], graph.start[node + 1])];
          expect(new Set([...found, node])).toEqual(new Set([...wanted[node], node]));
          expect(new Set(found).size).toBe(found.length);
        }
      }
    },
  );
});
