import { describe, expect, it } from "vitest";
import { chartSvg } from "../../../src/report/charts/chart-svg.ts";
import { sweepMap } from "../../../src/report/charts/sweep-map.ts";
import type { PlacedAnswer } from "../../../src/sweep/run-cases.ts";

const answer = (at: PlacedAnswer["at"], costUsd?: number): PlacedAnswer => ({
  id: JSON.stringify(at),
  status: costUsd === undefined ? "infeasible" : "optimal",
  figures: costUsd === undefined ? {} : { costUsd },
  at,
});
const map = [answer({ a: 1, b: "x" }, -5), answer({ a: 1, b: "y" }, 5), answer({ a: 2, b: "x" })];

describe("sweepMap", () => {
  it("has a cell per case, with the status of one without the figure", () => {
    expect(sweepMap(map).data.values).toEqual([
      { x: 1, y: "x", value: -5, isBelow: true, status: "optimal" },
      { x: 1, y: "y", value: 5, isBelow: false, status: "optimal" },
      { x: 2, y: "x", value: null, isBelow: false, status: "infeasible" },
    ]);
  });

  it("takes the axes that are wanted", () => {
    expect(sweepMap(map, { x: "b" }).data.values[1]).toMatchObject({ x: "y", y: 1 });
    expect(sweepMap(map, { y: "a" }).data.values[1]).toMatchObject({ x: "y", y: 1 });
    expect(sweepMap(map, { x: "b" }).title.text).toBe("Net cost, USD, by b and a");
  });

  it("is drawn as a map, as maps of a third axis, and as a line of one axis", async () => {
    expect(await chartSvg(sweepMap(map))).toContain("infeasible");
    const three = map.flatMap((one) => [2024, 2025].map((year) => ({ ...one, at: { ...one.at, year } })));
    expect(await chartSvg(sweepMap(three))).toContain("year 2025");
    const one = [answer({ a: 1 }, 4), answer({ a: 2 }, 2)];
    expect(sweepMap(one).data.values[0]).toMatchObject({ x: 1, value: 4 });
    expect(await chartSvg(sweepMap(one))).toContain("<svg");
  });

  it("refuses axes and figures that are not there", () => {
    expect(() => sweepMap(map, { x: "c" })).toThrow("sweepMap options.x: got c, wanted one of a, b");
    expect(() => sweepMap(map, { figure: "price" as never })).toThrow("sweepMap options.figure: got price");
    expect(() => sweepMap([answer({}, 1)])).toThrow("sweep without axes");
  });
});
