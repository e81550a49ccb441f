import { expect, it } from "vitest";
import { waterfallChart } from "../../../src/report/charts/waterfall-chart.ts";

const steps = (count: number) =>
  Array.from({ length: count }, (_, k) => ({ asset: `a${k}`, item: "item", usd: (k % 2 === 0 ? 1 : -1) * (k + 1) }));

it("leads from one cost to the other: each bar begins where the last one ended", () => {
  const differences = steps(20);
  const toUsd = 100 + differences.reduce((sum, { usd }) => sum + usd, 0);
  const { values } = waterfallChart("t", { name: "plan", usd: 100 }, { name: "rule", usd: toUsd }, differences).data;
  expect(values[0]).toMatchObject({ label: "plan", start: 0, end: 100 });
  for (let k = 1; k < values.length - 1; k++) expect(values[k]["start"]).toBe(values[k - 1]["end"]);
  expect(values.at(-2)?.["end"]).toBeCloseTo(toUsd, 9);
  expect(values.at(-1)).toMatchObject({ label: "rule", end: toUsd });
  // 20 items: the twelve greatest, and one bar of the rest.
  expect(values).toHaveLength(2 + 12 + 1);
  expect(values[13]).toMatchObject({ label: "8 smaller items" });
  expect(values[1]).toMatchObject({ usd: -20, part: "costs less" });
});

it("leaves out what is equal in both cases", () => {
  const { values } = waterfallChart("t", { name: "a", usd: 1 }, { name: "b", usd: 1 }, [
    { asset: "x", item: "y", usd: 0 },
  ]).data;
  expect(values.map(({ label }) => label)).toEqual(["a", "b"]);
});
