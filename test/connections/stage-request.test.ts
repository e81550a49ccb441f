import { expect, it } from "vitest";
import { connectionOf, stageRequest } from "../../src/connections/stage-request.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { firm, grid, horizon } from "../support/small-sites.ts";

const site = parseRequest({ horizon: horizon(2), assets: [grid(), firm(), grid({ name: "second" })] });

it("names the connection, which needs a name where there are several", () => {
  expect(connectionOf(site, "second").name).toBe("second");
  expect(() => connectionOf(site, undefined)).toThrow("grid, second");
});

it("gives the connection the limit of the month, and a part that may be curtailed", () => {
  const monthly = Array.from({ length: 12 }, (_, month) => month);
  const curtailments = [{ start: "2026-07-14T00:00:00-05:00", end: "2026-07-14T01:00:00-05:00", depth: 0.5 }];
  const stage = { importMw: monthly, firmMw: 2, noticeMinutes: 30 };
  const { assets } = stageRequest(site, connectionOf(site, "grid"), stage, curtailments, "options.options[0]");
  expect(assets.map(({ name }) => name)).toEqual(["grid", "inference", "second", "curtailable connection"]);
  // July is month 6 from January on.
  expect(assets[0].spec).toMatchObject({ importLimitMw: new Float64Array([6, 6]) });
  expect(assets[3].spec).toMatchObject({ firmMw: 2, noticeMinutes: 30, curtailments: [{ depth: 0.5 }] });
});
