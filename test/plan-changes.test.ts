import { describe, expect, it } from "vitest";
import { changedInput } from "../src/plan-changes.ts";
import type { PlanInput } from "../src/plan-input/index.ts";
import { firm, grid, horizon } from "./support/small-sites.ts";

const input = { horizon: horizon(2), name: "before", assets: [grid(), firm()] } as unknown as PlanInput;

describe("changedInput", () => {
  it("replaces sections, and of an asset the fields that are given", () => {
    const next = changedInput(input, {
      name: "after",
      initialState: { bess: { storedMwh: 1 } },
      assets: { grid: { importLimitMw: 5 }, inference: { vollUsdPerMwh: undefined } },
    });
    expect(next).toEqual({
      ...input,
      name: "after",
      initialState: { bess: { storedMwh: 1 } },
      assets: [
        { ...input.assets[0], importLimitMw: 5 },
        { ...input.assets[1], vollUsdPerMwh: undefined },
      ],
    });
    expect(input.assets[0]).toEqual(grid());
    expect(changedInput(input, {})).toEqual(input);
  });

  it("refuses what it cannot place", () => {
    expect(() => changedInput(input, { assets: { gird: {} } })).toThrow(
      'changes.assets: got "gird", wanted one of grid',
    );
    expect(() => changedInput(input, { assets: { grid: { kind: "battery" } as never } })).toThrow(
      "changes.assets.grid.kind",
    );
    expect(() => changedInput(input, null as never)).toThrow("changes: got null");
    expect(() => changedInput(input, { assets: null as never })).toThrow("changes.assets: got null");
    expect(() => changedInput(input, { assets: { grid: 5 as never } })).toThrow("changes.assets.grid: got 5");
  });
});
