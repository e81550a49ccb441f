import { expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { ExecutedSchedule } from "../../src/replay/executed-schedule.ts";
import { battery, firm, grid, horizon } from "../support/small-sites.ts";

const built = (count: number) =>
  buildSite(
    parseRequest({
      horizon: horizon(count),
      initialState: { bess: { storedMwh: 10 } },
      assets: [grid({ demandCharge: { usdPerMwMonth: 5000 } }), firm(), battery()],
    }),
  );

it("holds every column of an interval at what was carried out then, and no column of a period", () => {
  const executed = new ExecutedSchedule(3);
  const window = built(2);
  for (const from of [0, 1, 2])
    executed.record(
      window,
      window.lp.cost.map((_, j) => 100 * from + j),
      from,
      1,
    );
  const span = built(3);
  const { lp, site } = executed.fixedIn(span, 0);
  for (const block of site.columnBlocks) {
    const own = window.site.columnBlocks.find(({ asset, name }) => asset === block.asset && name === block.name);
    for (let k = 0; k < block.count; k++) {
      const column = block.start + k;
      const bounds = [lp.colLower[column], lp.colUpper[column]];
      if (block.perInterval) expect(bounds).toEqual(Array(2).fill(100 * k + (own?.start ?? NaN)));
      else expect(bounds).toEqual([span.lp.colLower[column], span.lp.colUpper[column]]);
    }
  }
  expect(site.columnBlocks.some(({ perInterval }) => !perInterval)).toBe(true);
});
